// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/training.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/fields.h"
#include "engine/rng.h"
#include "inference/mobilenet/mobilenet_model.h"
#include "inference/mobilenet/shards.h"
#include "inference/mobilenet/softmax_temperature.h"
#include "inference/mobilenet/split_network.h"
#include "inference/mobilenet/trainable_network.h"
#include "inference/training/learner.h"
#include "inference/training/optimiser.h"
#include "inference/training/training_loop.h"

namespace splitee {
namespace {

class MobileNetLearner final : public Learner {
public:
    MobileNetLearner(const TrainRequest& request, ImageBank images, MobileNetModel model)
        : settings_(request.settings),
          images_(std::move(images)),
          model_(std::move(model)),
          shards_(model_.architecture, settings_, model_.mean, model_.deviation, request.threads),
          optimiser_(settings_, shards_.master().tensors()) {
        if (!model_.values.empty()) shards_.setValues(model_.values);
    }

    [[nodiscard]] std::string_view noun() const override { return "images"; }
    [[nodiscard]] std::int64_t stepsPerEpoch() const override {
        return images_.size() / settings_.batch;
    }

    // The order differs each epoch.
    void beginEpoch(std::int64_t epoch) override {
        epoch_ = epoch;
        order_.resize(static_cast<std::size_t>(images_.size()));
        std::iota(order_.begin(), order_.end(), 0);
        Rng rng(settings_.seed, "training order", static_cast<std::uint64_t>(epoch));
        shuffle(order_, rng);
    }

    double step(std::int64_t step) override {
        const auto batch = static_cast<std::size_t>(settings_.batch);
        const std::span indices(order_.data() + static_cast<std::size_t>(step) * batch, batch);
        const double loss = shards_.computeGradients(images_, indices, epoch_);
        const std::int64_t steps = stepsPerEpoch();
        optimiser_.step(epoch_ * steps + step, settings_.epochs * steps);
        shards_.copyMasterParameters();
        return loss;
    }
    [[nodiscard]] std::vector<double> exitLosses() const override { return shards_.exitLosses(); }
    void endEpoch() override { shards_.averageStatistics(); }

    [[nodiscard]] std::vector<float> values() const override { return shards_.values(); }
    void setValues(const std::vector<float>& values) override { shards_.setValues(values); }
    [[nodiscard]] std::vector<float> state() const override { return optimiser_.state(); }
    void setState(const std::vector<float>& state) override { optimiser_.setState(state); }
    [[nodiscard]] ModelFile modelOf(std::vector<float> values,
                                    const Provenance& provenance) const override {
        MobileNetModel model = model_;
        model.values = std::move(values);
        model.provenance = provenance;
        return modelFileOf(std::move(model));
    }

    // Lasts seconds, as validation does.
    Result<void> finish(const std::vector<float>& values, const Dataset& validation) override {
        if (settings_.confidence != "calibrated") return {};
        model_.values = values;
        model_.temperatures = kPlainTemperatures;
        const SplitNetwork network(model_);
        std::array<std::vector<double>, kNetworkExits> logits;
        std::vector<std::int64_t> labels;
        const c10::InferenceMode inference;
        at::set_num_threads(1);
        for (std::int64_t i = 0; i < validation.size(); ++i) {
            auto sample = validation.read(i);
            if (!sample) return tl::unexpected(sample.error());
            labels.push_back(sample->label);
            at::Tensor x = network.input({&sample->image(), 1});
            for (int exit = 1; exit <= kNetworkExits; ++exit) {
                x = network.runStage(exit, x);
                const auto of = network.logits(exit, x);
                auto& all = logits[static_cast<std::size_t>(exit - 1)];
                all.insert(all.end(), of.begin(), of.end());
            }
        }
        for (std::size_t exit = 0; exit < logits.size(); ++exit)
            model_.temperatures[exit] = softmaxTemperature(logits[exit], labels);
        return {};
    }

private:
    TrainSettings settings_;
    ImageBank images_;
    MobileNetModel model_;
    Shards shards_;
    Optimiser optimiser_;
    std::int64_t epoch_ = 0;
    std::vector<std::int64_t> order_;
};

// The tensors of `from` that the architecture has too, by name and shape; fresh ones for the rest:
// heads of other classes, or exits that were not wide.
std::vector<float> valuesFrom(const MobileNetModel& from, const Architecture& architecture,
                              std::uint64_t seed) {
    struct Place {
        std::vector<std::int64_t> shape;
        std::ptrdiff_t at = 0;
    };
    std::map<std::string, Place, std::less<>> places;
    std::ptrdiff_t at = 0;
    for (const TensorSpec& spec : tensorsOf(from.architecture)) {
        places[spec.name] = {spec.shape, at};
        at += spec.size();
    }
    const auto initialise = [&](const TensorSpec& spec, float* values) {
        const auto place = places.find(spec.name);
        if (place == places.end() || place->second.shape != spec.shape)
            TrainableNetwork::initialise(spec, values, seed);
        else
            std::copy_n(from.values.begin() + place->second.at, spec.size(), values);
    };
    return FlatParameters(tensorsOf(architecture), initialise).values();
}

}  // namespace

Result<TrainReport> trainMobileNet(const TrainRequest& request, const Dataset& training,
                                   const Dataset& validation, const ProgressSink& progress,
                                   const std::stop_token& stop) {
    if (training.inputKind() != InputKind::Image)
        return fail("cannot train a MobileNetV2 on " + training.name() +
                    ": it holds texts; name images, or train --network encoder");
    auto images = loadImages(training, stop);
    if (!images) return tl::unexpected(images.error());
    if (images->size() < request.settings.batch)
        return fail(
            "cannot train on " + training.name() + ": it has " + std::to_string(images->size()) +
            " images in this part, fewer than one batch of " +
            std::to_string(request.settings.batch) + ": add images, or give a smaller --batch");
    MobileNetModel model;
    model.architecture = {request.settings.width, training.side(),
                          static_cast<int>(training.classNames().size()),
                          static_cast<int>(request.settings.wideExits)};
    if (auto valid = validate(model.architecture); !valid) return tl::unexpected(valid.error());
    model.classNames = training.classNames();
    if (request.init.empty()) {
        const auto [mean, deviation] = images->channelStatistics();
        model.mean = mean;
        model.deviation = deviation;
    } else {
        auto initial = readModelFile(request.init);
        if (!initial) return tl::unexpected(initial.error());
        const MobileNetModel* from = mobileNetOf(*initial);
        if (from == nullptr || from->architecture.width != model.architecture.width)
            return fail("cannot start from " + request.init.string() +
                        ": it is no MobileNetV2 of width " + shortNumber(request.settings.width) +
                        ": name one, or give its --width");
        model.mean = from->mean;
        model.deviation = from->deviation;
        model.values = valuesFrom(*from, model.architecture, request.settings.seed);
    }
    Provenance provenance = request.provenance;
    provenance.dataHash = training.hash();
    provenance.seed = request.settings.seed;
    MobileNetLearner learner(request, std::move(*images), std::move(model));
    return runTraining(request, std::move(provenance), learner, validation, progress, stop);
}

}  // namespace splitee
