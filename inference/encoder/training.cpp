// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/training.h"

#include <array>
#include <functional>

#include "datasets/digest.h"
#include "datasets/text/vocabulary.h"
#include "datasets/text/vocabulary_training.h"
#include "datasets/text/word_piece.h"
#include "inference/encoder/encoder_model.h"
#include "inference/encoder/piece_vectors.h"
#include "inference/encoder/text_bank.h"
#include "inference/encoder/trainable_encoder.h"
#include "inference/training/learner.h"
#include "inference/training/optimiser.h"
#include "inference/training/training_loop.h"
#include "inference/training/two_halves.h"

namespace splitee {
namespace {

constexpr std::size_t kMostCountedPieces = 100'000;  // of one text

ExitGradients exitGradientsOf(const EncoderSettings& settings) {
    if (settings.exitGradients == "sum") return ExitGradients::Sum;
    return settings.exitGradients == "last" ? ExitGradients::Last : ExitGradients::Equilibrium;
}

class EncoderLearner final : public Learner {
public:
    EncoderLearner(const TrainRequest& request, TextBank texts, EncoderModel model)
        : settings_(request.settings),
          encoder_(request.encoder),
          threads_(request.threads),
          texts_(std::move(texts)),
          model_(std::move(model)),
          networks_{TrainableEncoder(model_.shape, settings_.seed),
                    TrainableEncoder(model_.shape, settings_.seed)},
          optimiser_(settings_, networks_[0].tensors()) {
        if (!model_.values.empty()) setValues(model_.values);
        optimiser_.slow("pieces.weight", encoder_.pieceRate);
        mean_ = networks_[0].tensors().parameters().clone();
    }

    void startFrom(const PieceNeighbours& neighbours) {
        at::Tensor pieces = networks_[0].tensors().at("pieces.weight").detach();
        neighbours.replace(pieces, settings_.seed);
        networks_[1].tensors().parameters().copy_(networks_[0].tensors().parameters());
        mean_.copy_(networks_[0].tensors().parameters());
    }

    [[nodiscard]] std::string_view noun() const override { return "texts"; }
    [[nodiscard]] std::int64_t stepsPerEpoch() const override {
        return texts_.size() / settings_.batch;
    }

    void beginEpoch(std::int64_t epoch) override {
        epoch_ = epoch;
        order_ = texts_.order(settings_.batch, Rng(settings_.seed, "training order",
                                                   static_cast<std::uint64_t>(epoch)));
    }

    double step(std::int64_t step) override {
        const auto batch = static_cast<std::size_t>(settings_.batch);
        const std::span indices(order_.data() + static_cast<std::size_t>(step) * batch, batch);
        std::array<double, 2> loss{};
        const std::int64_t all = epoch_ * stepsPerEpoch() + step;
        runHalves(threads_, [&](std::size_t half) {
            loss[half] = computeHalf(half, indices.subspan(half * (batch / 2), batch / 2), all);
        });
        at::Tensor& gradients = networks_[0].tensors().gradients();
        gradients.add_(networks_[1].tensors().gradients()).mul_(0.5);
        optimiser_.step(all, settings_.epochs * stepsPerEpoch());
        const at::Tensor& parameters = networks_[0].tensors().parameters();
        networks_[1].tensors().parameters().copy_(parameters);
        // The first steps count less, or the mean would keep what was there before any.
        const auto done = static_cast<double>(all);
        const double kept = std::min(encoder_.average, (done + 1) / (done + 10));
        mean_.mul_(kept).add_(parameters, 1 - kept);
        return (loss[0] + loss[1]) / 2;
    }

    [[nodiscard]] std::vector<double> exitLosses() const override {
        std::vector<double> mean = exitLosses_[0];
        for (std::size_t exit = 0; exit < mean.size(); ++exit)
            mean[exit] = (mean[exit] + exitLosses_[1][exit]) / 2;
        return mean;
    }

    [[nodiscard]] std::vector<float> values() const override {
        return networks_[0].tensors().values();
    }
    void setValues(const std::vector<float>& values) override {
        for (TrainableEncoder& network : networks_) network.tensors().setValues(values);
    }
    [[nodiscard]] std::vector<float> state() const override {
        std::vector<float> state = kept();
        const auto more = optimiser_.state();
        state.insert(state.end(), more.begin(), more.end());
        return state;
    }
    void setState(const std::vector<float>& state) override {
        std::copy_n(state.begin(), mean_.numel(), mean_.data_ptr<float>());
        optimiser_.setState({state.begin() + mean_.numel(), state.end()});
    }
    [[nodiscard]] std::vector<float> kept() const override {
        const float* values = encoder_.average > 0
                                  ? mean_.data_ptr<float>()
                                  : networks_[0].tensors().parameters().data_ptr<float>();
        return {values, values + mean_.numel()};
    }
    [[nodiscard]] ModelFile modelOf(std::vector<float> values,
                                    const Provenance& provenance) const override {
        EncoderModel model = model_;
        model.values = std::move(values);
        model.provenance = provenance;
        return modelFileOf(std::move(model));
    }

private:
    // The loss is the exits' mean, so that it means the same for any number of them; AdamW's steps
    // do not depend on its scale.
    double computeHalf(std::size_t half, std::span<const std::int64_t> indices, std::int64_t step) {
        Rng random(settings_.seed, "dropout", 2 * static_cast<std::uint64_t>(step) + half);
        const LabelledBatch batch =
            texts_.batch(indices, {encoder_.wordDropout, encoder_.joined}, random);
        TrainableEncoder& network = networks_[half];
        network.tensors().gradients().zero_();
        const auto logits =
            network.forward(batch.tokens, {encoder_.dropout, exitGradientsOf(encoder_), &random});
        at::Tensor loss = at::zeros({});
        exitLosses_[half].clear();
        for (const at::Tensor& exit : logits) {
            const at::Tensor own = at::cross_entropy_loss(
                exit, batch.labels, {}, at::Reduction::Mean, -100, encoder_.labelSmoothing);
            exitLosses_[half].push_back(double{own.item<float>()});
            loss = loss + own;
        }
        loss.backward();
        return double{loss.item<float>()} / static_cast<double>(logits.size());
    }

    TrainSettings settings_;
    EncoderSettings encoder_;
    int threads_;
    TextBank texts_;
    EncoderModel model_;
    std::array<TrainableEncoder, 2> networks_;
    Optimiser optimiser_;
    at::Tensor mean_;                                // [P] of the parameters of late
    std::array<std::vector<double>, 2> exitLosses_;  // [half][L], of the last step
    std::int64_t epoch_ = 0;
    std::vector<std::int64_t> order_;
};

EncoderShape shapeOf(const EncoderSettings& s, std::size_t pieces, std::size_t classes) {
    EncoderShape shape;
    shape.layers = static_cast<int>(s.layers);
    shape.hidden = static_cast<int>(s.hidden);
    shape.heads = static_cast<int>(s.heads);
    shape.feedForward = static_cast<int>(s.feedForward);
    shape.normFirst = s.norm == "first";
    shape.embedding = static_cast<int>(s.embedding);
    shape.vocabulary = static_cast<int>(pieces);
    shape.length = static_cast<int>(s.length);
    shape.classes = static_cast<int>(classes);
    return shape;
}

// The training texts and those without labels, in this order.
Result<void> forEachText(const LabelledTexts& texts, const Dataset* unlabelled,
                         const std::stop_token& stop,
                         const std::function<void(const std::string&)>& visit) {
    const auto both = [&](const Text& text) {
        visit(text.first);
        if (!text.second.empty()) visit(text.second);
    };
    for (const Text& text : texts.texts) both(text);
    for (std::int64_t i = 0; unlabelled != nullptr && i < unlabelled->size(); ++i) {
        if (stop.stop_requested()) return fail("stopped while the texts without labels were read");
        const auto sample = unlabelled->read(i);
        if (!sample) return tl::unexpected(sample.error());
        both(sample->text());
    }
    return {};
}

Result<std::shared_ptr<const Tokenizer>> vocabularyOf(const LabelledTexts& texts,
                                                      const TrainRequest& request,
                                                      const std::stop_token& stop) {
    VocabularySettings settings;
    if (!request.vocabulary.empty()) return tokenizerAt(request.vocabulary, settings.lowerCase);
    settings.pieces = static_cast<std::size_t>(request.encoder.vocabulary);
    VocabularyTraining vocabulary(settings);
    auto added = forEachText(texts, request.unlabelled.get(), stop,
                             [&](const std::string& text) { vocabulary.add(text); });
    if (!added) return tl::unexpected(added.error());
    auto made = vocabulary.pieces();
    if (!made) return tl::unexpected(made.error());
    return WordPiece::of(std::move(*made), settings.lowerCase);
}

}  // namespace

Result<TrainReport> trainEncoder(const TrainRequest& request, const Dataset& training,
                                 const Dataset& validation, const ProgressSink& progress,
                                 const std::stop_token& stop) {
    const std::string subject = "cannot train an encoder on " + training.name() + ": ";
    if (training.inputKind() != InputKind::Text)
        return fail(subject + "it holds images; name texts, or train --network mobilenet");
    if (request.unlabelled && request.unlabelled->inputKind() != InputKind::Text)
        return fail(subject + request.unlabelled->name() + " holds images, not texts");
    auto texts = loadTexts(training, stop);
    if (!texts) return tl::unexpected(texts.error());
    if (std::ssize(texts->labels) < request.settings.batch)
        return fail(subject + "it has " + std::to_string(texts->labels.size()) +
                    " texts in this part, fewer than one batch of " +
                    std::to_string(request.settings.batch) +
                    ": add texts, or give a smaller --batch");
    EncoderModel model;
    if (request.init.empty()) {
        auto vocabulary = vocabularyOf(*texts, request, stop);
        if (!vocabulary) return tl::unexpected(vocabulary.error());
        model.tokenizer = std::move(*vocabulary);
    } else {
        const auto initial = readModelFile(request.init);
        if (!initial) return tl::unexpected(initial.error());
        const EncoderModel* from = encoderOf(*initial);
        if (from == nullptr)
            return fail("cannot start from " + request.init.string() + ": it is no encoder");
        model = *from;
    }
    const EncoderShape shape =
        shapeOf(request.encoder, model.tokenizer->size(), training.classNames().size());
    if (auto valid = validate(shape); !valid) return tl::unexpected(valid.error());
    if (!request.init.empty() && model.shape != shape)
        return fail("cannot start from " + request.init.string() +
                    ": its shape or its number of classes differs from what is asked for");
    model.shape = shape;
    model.classNames = training.classNames();
    Provenance provenance = request.provenance;
    provenance.dataHash = training.hash();
    if (request.unlabelled)
        provenance.dataHash = hexText(sha256(training.hash() + request.unlabelled->hash()));
    if (!request.vocabulary.empty())
        provenance.dataHash = hexText(sha256(provenance.dataHash + model.tokenizer->bytes()));
    provenance.seed = request.settings.seed;
    TextBank bank(*texts, *model.tokenizer, static_cast<std::size_t>(shape.length));
    const auto tokenizer = model.tokenizer;
    EncoderLearner learner(request, std::move(bank), std::move(model));
    if (request.init.empty() && !request.resume && request.encoder.pieceVectors == "neighbours") {
        PieceNeighbours neighbours(shape.vocabulary);
        auto counted =
            forEachText(*texts, request.unlabelled.get(), stop, [&](const std::string& text) {
                neighbours.add(tokenizer->pieces(text, kMostCountedPieces).ids);
            });
        if (!counted) return tl::unexpected(counted.error());
        learner.startFrom(neighbours);
    }
    return runTraining(request, std::move(provenance), learner, validation, progress, stop);
}

}  // namespace splitee
