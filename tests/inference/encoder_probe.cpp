// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoder_probe.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "datasets/text/word_piece.h"
#include "engine/rng.h"
#include "inference/encoder/piece_vectors.h"
#include "inference/encoder/staged_encoder.h"
#include "inference/encoder/text_bank.h"
#include "inference/encoder/trainable_encoder.h"
#include "inference/half.h"

namespace splitee::test {
namespace {

std::vector<std::string> smallVocabulary() {
    std::vector<std::string> pieces{"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};
    for (char c = 'a'; c <= 'z'; ++c) {
        pieces.emplace_back(1, c);
        pieces.push_back("##" + std::string(1, c));
    }
    for (const char* piece : {"good", "bad", "film", "the", "##ing", "##ness", "not", "."})
        pieces.emplace_back(piece);
    return pieces;
}

class GivenTexts final : public Dataset {
public:
    GivenTexts(std::vector<Text> texts, std::vector<std::int32_t> labels)
        : texts_(std::move(texts)), labels_(std::move(labels)) {}
    std::string name() const override { return "given texts"; }
    std::int64_t size() const override { return std::ssize(texts_); }
    InputKind inputKind() const override { return InputKind::Text; }
    int side() const override { return 0; }
    const std::vector<std::string>& classNames() const override { return classes_; }
    Result<Sample> read(std::int64_t index) const override {
        const auto at = static_cast<std::size_t>(index);
        return Sample{texts_[at], labels_.empty() ? index % 2 == 0 : labels_[at]};
    }
    std::string hash() const override { return "texts" + std::to_string(texts_.size()); }

private:
    std::vector<Text> texts_;
    std::vector<std::int32_t> labels_;
    std::vector<std::string> classes_{"negative", "positive"};
};

using Named = std::map<std::string, at::Tensor>;

Named namedTensors(const EncoderModel& model) {
    Named named;
    std::size_t offset = 0;
    for (const TensorSpec& spec : tensorsOf(model.shape)) {
        at::Tensor tensor = at::empty(spec.shape, at::kDouble);
        for (std::int64_t i = 0; i < spec.size(); ++i)
            tensor.data_ptr<double>()[i] = double{model.values[offset++]};
        named.emplace(spec.name, tensor);
    }
    return named;
}

// From the definition: sums and products, one head after the other.
class PlainEncoder {
public:
    explicit PlainEncoder(const EncoderModel& model)
        : shape_(model.shape), named_(namedTensors(model)) {}

    [[nodiscard]] std::vector<at::Tensor> logits(const Tokens& tokens) const {
        std::vector<at::Tensor> rows;
        for (std::size_t t = 0; t < tokens.ids.size(); ++t) {
            at::Tensor row = named_.at("pieces.weight")[tokens.ids[t]];
            if (shape_.embedding > 0) row = map("widen", row);
            rows.push_back(row + named_.at("positions.weight")[static_cast<std::int64_t>(t)] +
                           named_.at("segments.weight")[std::int64_t{tokens.segments[t]}]);
        }
        at::Tensor x = normal("embedded", at::stack(rows));
        std::vector<at::Tensor> all;
        for (int layer = 1; layer <= shape_.layers; ++layer) {
            const std::string at = "layer" + std::to_string(layer) + ".";
            if (shape_.normFirst) {
                x = x + attention(at, normal(at + "norm1", x));
                x = x + forward(at, normal(at + "norm2", x));
            } else {
                x = normal(at + "norm1", x + attention(at, x));
                x = normal(at + "norm2", x + forward(at, x));
            }
            const std::string exit = "exit" + std::to_string(layer) + ".";
            const at::Tensor first = shape_.normFirst ? normal(exit + "norm", x[0]) : x[0];
            all.push_back(map(exit + "classifier", map(exit + "pooler", first).tanh()));
        }
        return all;
    }

private:
    [[nodiscard]] at::Tensor map(const std::string& name, const at::Tensor& x) const {
        return x.matmul(named_.at(name + ".weight").t()) + named_.at(name + ".bias");
    }
    [[nodiscard]] at::Tensor normal(const std::string& name, const at::Tensor& x) const {
        const at::Tensor middle = x - x.mean(-1, true);
        const at::Tensor variance = (middle * middle).mean(-1, true);
        return middle / (variance + shape_.epsilon).sqrt() * named_.at(name + ".scale") +
               named_.at(name + ".shift");
    }
    [[nodiscard]] at::Tensor attention(const std::string& at, const at::Tensor& x) const {
        const at::Tensor all = map(at + "look", x);
        const int width = shape_.hidden / shape_.heads;
        std::vector<at::Tensor> seen;
        for (int head = 0; head < shape_.heads; ++head) {
            const auto part = [&](int which) {
                return all.narrow(1, which * shape_.hidden + head * width, width);
            };
            const at::Tensor scores = part(0).matmul(part(1).t()) / std::sqrt(double(width));
            const at::Tensor shares = (scores - scores.amax(-1, true)).exp();
            seen.push_back((shares / shares.sum(-1, true)).matmul(part(2)));
        }
        return map(at + "gather", at::cat(seen, 1));
    }
    [[nodiscard]] at::Tensor forward(const std::string& at, const at::Tensor& x) const {
        const at::Tensor wide = map(at + "widen", x);
        return map(at + "narrow", wide * 0.5 * (1 + at::erf(wide / std::sqrt(2.0))));
    }

    EncoderShape shape_;
    Named named_;
};

std::vector<Sample> samplesOf(const std::vector<Text>& texts) {
    std::vector<Sample> samples;
    for (const Text& text : texts) samples.push_back({text, 0});
    return samples;
}

TextBank bankOf(const EncoderModel& model, const std::vector<Text>& texts) {
    LabelledTexts labelled{texts, {}};
    for (std::size_t i = 0; i < texts.size(); ++i) labelled.labels.push_back(i % 2);
    return {labelled, *model.tokenizer, static_cast<std::size_t>(model.shape.length)};
}

TokenBatch wholeBatch(const TextBank& bank) {
    std::vector<std::int64_t> all;
    for (std::int64_t i = 0; i < bank.size(); ++i) all.push_back(i);
    Rng random(1, "batch");
    return bank.batch(all, {}, random).tokens;
}

}  // namespace

EncoderModel randomEncoder(const EncoderShape& shape, std::uint64_t seed) {
    EncoderModel model;
    model.shape = shape;
    model.tokenizer = *WordPiece::of(smallVocabulary());
    model.shape.vocabulary = static_cast<int>(model.tokenizer->size());
    model.classNames = {"negative", "positive"};
    model.provenance = {
        "test", "1",  "none", "texts",
        "abc",  seed, 1,      std::vector<double>(static_cast<std::size_t>(shape.layers), .5)};
    Rng rng(seed, "random encoder");
    for (const TensorSpec& spec : tensorsOf(model.shape))
        for (std::int64_t i = 0; i < spec.size(); ++i) {
            double value = rng.normal() * .3;
            if (spec.shape.size() == 2)
                value = rng.normal() * 1.4 / std::sqrt(static_cast<double>(spec.shape[1]));
            if (spec.name == "pieces.weight") value = rng.normal();
            if (spec.name.ends_with(".scale")) value = .7 + .6 * rng.uniform();
            model.values.push_back(static_cast<float>(value));
        }
    model.values = roundedToHalf(std::move(model.values));
    return model;
}

std::vector<NamedShape> encoderShapes() {
    return {{"norm first", {3, 32, 4, 64, true, 0, 0, 40, 2, 1e-5}},
            {"norm after", {3, 32, 4, 64, false, 0, 0, 40, 2, 1e-12}},
            {"narrow embedding", {2, 48, 3, 40, true, 12, 0, 40, 2, 1e-5}},
            {"one head", {2, 20, 1, 33, false, 0, 0, 40, 2, 1e-5}}};
}

std::vector<Text> someTexts() {
    std::vector<Text> texts{{"good film.", ""},
                            {"", ""},
                            {"the film not good, not bad: nothing", ""},
                            {"the film", "a bad film being good"},
                            {"x", ""}};
    Rng rng(5, "texts");
    for (int i = 0; i < 12; ++i) {
        Text text;
        for (int word = 0; word < 4 * i; ++word) {
            for (std::uint64_t c = 0; c <= rng.below(5); ++c)
                text.first += static_cast<char>('a' + rng.below(26));
            text.first += ' ';
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

std::shared_ptr<const Dataset> textDataset(std::vector<Text> texts,
                                           std::vector<std::int32_t> labels) {
    return std::make_shared<GivenTexts>(std::move(texts), std::move(labels));
}

std::vector<std::vector<Answer>> encoderAnswers(const EncoderModel& model,
                                                const std::vector<Text>& texts, int batch,
                                                int threads, bool calls) {
    const c10::InferenceMode inference;
    at::set_num_threads(threads);
    const auto own = std::make_shared<const EncoderModel>(model);
    const StagedEncoder network(modelFileOf(model), own,
                                calls ? EncoderLayers::Calls : EncoderLayers::Primitives);
    const auto samples = samplesOf(texts);
    std::vector<std::vector<Answer>> answers;
    for (std::size_t first = 0; first < samples.size(); first += static_cast<std::size_t>(batch)) {
        const std::size_t count = std::min(static_cast<std::size_t>(batch), samples.size() - first);
        Activation x = network.input(std::span(samples).subspan(first, count));
        answers.resize(first + count);
        for (int exit = 1; exit <= network.exits(); ++exit) {
            x = network.run(exit, x);
            std::vector<ExitAnswer> said(count);
            network.answer(exit, x, said);
            for (std::size_t i = 0; i < count; ++i)
                answers[first + i].push_back(
                    {said[i].confidence, said[i].prediction, said[i].entropy});
        }
    }
    at::set_num_threads(1);
    return answers;
}

std::vector<std::vector<Answer>> plainEncoderAnswers(const EncoderModel& model,
                                                     const std::vector<Text>& texts) {
    const c10::InferenceMode inference;
    const PlainEncoder plain(model);
    std::vector<std::vector<Answer>> answers;
    for (const Text& text : texts) {
        const Tokens tokens =
            model.tokenizer->encode(text, static_cast<std::size_t>(model.shape.length));
        std::vector<Answer>& of = answers.emplace_back();
        for (const at::Tensor& logits : plain.logits(tokens)) {
            const ExitAnswer said =
                answerOf({logits.data_ptr<double>(), static_cast<std::size_t>(logits.numel())});
            of.push_back({said.confidence, said.prediction, said.entropy});
        }
    }
    return answers;
}

double trainingDiffersFromPlay(const EncoderModel& model, const std::vector<Text>& texts) {
    at::set_num_threads(1);
    TrainableEncoder network(model.shape, 1);
    network.tensors().setValues(model.values);
    const auto played = encoderAnswers(model, texts, 1, 1);
    const auto logits = network.forward(wholeBatch(bankOf(model, texts)), {});
    double most = 0;
    for (std::size_t exit = 0; exit < logits.size(); ++exit) {
        const at::Tensor shares = at::softmax(logits[exit].detach(), -1).amax(-1);
        for (std::size_t i = 0; i < texts.size(); ++i)
            most = std::max(most, std::abs(shares[static_cast<std::int64_t>(i)].item<double>() -
                                           double{played[i][exit].confidence}));
    }
    return most;
}

double exitGradientsDiffer(const EncoderModel& model, const std::vector<Text>& texts,
                           const std::string& mode) {
    at::set_num_threads(1);
    TrainableEncoder network(model.shape, 1);
    network.tensors().setValues(model.values);
    const TextBank bank = bankOf(model, texts);
    const TokenBatch batch = wholeBatch(bank);
    at::Tensor labels = at::empty({bank.size()}, at::kLong);
    for (std::int64_t i = 0; i < bank.size(); ++i)
        labels.data_ptr<std::int64_t>()[i] = bank.labels[static_cast<std::size_t>(i)];
    // exits: those whose losses are added.
    const auto gradients = [&](ExitGradients exits, int firstExit, int lastExit) {
        network.tensors().gradients().zero_();
        const auto logits = network.forward(batch, {0, exits, nullptr});
        at::Tensor loss = at::zeros({});
        for (int exit = firstExit; exit <= lastExit; ++exit)
            loss =
                loss + at::cross_entropy_loss(logits[static_cast<std::size_t>(exit - 1)], labels);
        loss.backward();
        return network.tensors().gradients().clone();
    };
    const int layers = model.shape.layers;
    const ExitGradients exits = mode == "sum"    ? ExitGradients::Sum
                                : mode == "last" ? ExitGradients::Last
                                                 : ExitGradients::Equilibrium;
    const at::Tensor trained = gradients(exits, 1, layers);
    std::vector<at::Tensor> alone;
    for (int exit = 1; exit <= layers; ++exit)
        alone.push_back(gradients(ExitGradients::Sum, exit, exit));
    double most = 0;
    std::int64_t offset = 0;
    for (const TensorSpec& spec : tensorsOf(model.shape)) {
        // The embedding lies in front of layer 1 and gets what that gets; a head its own, unscaled.
        const bool head = spec.name.starts_with("exit");
        int layer = 1;
        if (head || spec.name.starts_with("layer"))
            layer = std::stoi(spec.name.substr(head ? 4 : 5));
        at::Tensor wanted = at::zeros({spec.size()});
        const int last = head ? layer : layers;
        const bool lastAlone = !head && exits == ExitGradients::Last;
        for (int exit = lastAlone ? layers : layer; exit <= last; ++exit)
            wanted += alone[static_cast<std::size_t>(exit - 1)].narrow(0, offset, spec.size());
        if (!head && exits == ExitGradients::Equilibrium) wanted /= layers - layer + 1;
        most = std::max(
            most, (trained.narrow(0, offset, spec.size()) - wanted).abs().max().item<double>());
        offset += spec.size();
    }
    return most / trained.abs().max().item<double>();
}

std::pair<double, double> neighbourCosines() {
    const EncoderModel model = randomEncoder(encoderShapes()[0].shape, 1);
    PieceNeighbours neighbours(model.shape.vocabulary);
    Rng rng(1, "neighbours");
    const auto letter = [&](char first) {
        return std::string(" ") + static_cast<char>(first + static_cast<char>(rng.below(8))) + " ";
    };
    for (int i = 0; i < 400; ++i) {
        const std::string middle = i % 2 == 0 ? "good" : "bad";
        std::string text = letter('a') + letter('a') + middle + letter('a') + letter('a');
        if (i % 3 == 0) text = letter('p') + letter('p') + "film" + letter('p') + letter('p');
        neighbours.add(model.tokenizer->pieces(text, 100).ids);
    }
    at::Tensor pieces = at::zeros({model.shape.vocabulary, 8});
    neighbours.replace(pieces, 1);
    const auto row = [&](const char* word) {
        const at::Tensor found = pieces[model.tokenizer->pieces(word, 1).ids.front()];
        return found / found.norm();
    };
    return {row("good").dot(row("bad")).item<double>(),
            row("good").dot(row("film")).item<double>()};
}

}  // namespace splitee::test
