// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/training.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <cstdio>
#include <limits>
#include <numeric>

#include "engine/rng.h"
#include "inference/evaluation.h"
#include "inference/mobilenet/optimiser.h"
#include "inference/mobilenet/shards.h"
#include "inference/mobilenet/softmax_temperature.h"
#include "inference/mobilenet/staged_mobilenet.h"
#include "inference/sealed_file.h"

namespace splitee {
namespace {

constexpr std::string_view kCheckpointMagic = "SPLITCKP";
constexpr std::string_view kCheckpoint = "checkpoint";
constexpr std::uintmax_t kMaxCheckpointBytes = 2ULL << 30;

using nlohmann::json;

json settingsJson(const TrainSettings& settings) {
    json out;
    TrainSettings::visitFields(settings, [&](const auto& value, const FieldInfo& info) {
        out[std::string(info.key)] = value;
    });
    return out;
}

// One training: owns the shards, the optimiser and the books; train() drives it epoch by epoch.
class Training {
public:
    Training(const TrainRequest& request, ImageBank images, MobileNetModel model)
        : request_(request),
          images_(std::move(images)),
          model_(std::move(model)),
          shards_(model_.architecture, request.settings, model_.mean, model_.deviation,
                  request.threads),
          optimiser_(request.settings, shards_.master()) {
        if (!model_.values.empty()) shards_.setValues(model_.values);
    }

    [[nodiscard]] std::filesystem::path checkpointPath() const {
        auto path = request_.out;
        return path += ".checkpoint";
    }

    Result<void> resume() {
        auto file =
            readSealedFile(checkpointPath(), kCheckpointMagic, kCheckpoint, kMaxCheckpointBytes);
        if (!file) return tl::unexpected(file.error());
        const json settings = settingsJson(request_.settings);
        const json& header = file->header;
        const json standard = settingsJson({});  // of keys that older checkpoints lack
        for (const auto& [key, value] : settings.items())
            if (header.value("settings", json::object()).value(key, standard[key]) != value)
                return fail("cannot resume from " + checkpointPath().string() +
                            ": it was made with another " + key);
        if (header.value("data_hash", "") != model_.provenance.dataHash)
            return fail("cannot resume from " + checkpointPath().string() +
                        ": it was made on other data");
        const std::vector<float> held = floatsOf(file->body);
        const std::size_t values = shards_.values().size();
        const std::size_t state = optimiser_.state().size();
        if (held.size() != 2 * values + state)
            return fail("cannot resume from " + checkpointPath().string() +
                        ": it holds another network");
        const auto at = held.begin();
        const auto offset = [](std::size_t n) { return static_cast<std::ptrdiff_t>(n); };
        shards_.setValues({at, at + offset(values)});
        best_.assign(at + offset(values), at + offset(2 * values));
        optimiser_.setState({at + offset(2 * values), held.end()});
        report_.epochs = header.value("epoch", std::int64_t{0});
        report_.bestEpoch = header.value("best_epoch", std::int64_t{0});
        report_.accuracyPerExit = header.value("accuracy_per_exit", std::vector<double>());
        return {};
    }

    Result<TrainReport> run(const Dataset& validation, const ProgressSink& progress,
                            const std::stop_token& stop) {
        while (report_.epochs < request_.settings.epochs) {
            if (!runEpoch(progress, stop)) {
                report_.cancelled = true;
                break;
            }
            ++report_.epochs;
            if (auto done = keepIfBest(validation); !done) return tl::unexpected(done.error());
            if (auto done = writeCheckpoint(); !done) return tl::unexpected(done.error());
            if (progress)
                progress({"training", doneImages(0), allImages(), "images",
                          epochText() + " done, " + accuracyText()});
        }
        if (report_.bestEpoch == 0)
            return fail("stopped before the first epoch was finished: nothing was kept");
        model_.values = best_;
        model_.provenance.epochs = report_.bestEpoch;
        model_.provenance.accuracyPerExit = report_.accuracyPerExit;
        if (request_.settings.confidence == "calibrated")
            if (auto done = fitTemperatures(validation); !done) return tl::unexpected(done.error());
        if (auto done = writeModelFile(request_.out, modelFileOf(model_)); !done)
            return tl::unexpected(done.error());
        return report_;
    }

private:
    [[nodiscard]] std::int64_t stepsPerEpoch() const {
        return images_.size() / request_.settings.batch;
    }
    [[nodiscard]] std::int64_t allImages() const {
        return request_.settings.epochs * stepsPerEpoch() * request_.settings.batch;
    }
    [[nodiscard]] std::int64_t doneImages(std::int64_t step) const {
        return (report_.epochs * stepsPerEpoch() + step) * request_.settings.batch;
    }
    [[nodiscard]] std::string epochText() const {
        return "epoch " + std::to_string(report_.epochs) + " of " +
               std::to_string(request_.settings.epochs);
    }
    [[nodiscard]] std::string accuracyText() const {
        std::string text = "best so far on validation images, % per exit:";
        char number[16];
        for (const double share : report_.accuracyPerExit) {
            std::snprintf(number, sizeof number, " %.1f", 100 * share);
            text += number;
        }
        return text;
    }

    // False when stopped. A batch that is not whole is left out; the order differs each epoch.
    bool runEpoch(const ProgressSink& progress, const std::stop_token& stop) {
        std::vector<std::int64_t> order(static_cast<std::size_t>(images_.size()));
        std::iota(order.begin(), order.end(), 0);
        Rng rng(request_.settings.seed, "training order",
                static_cast<std::uint64_t>(report_.epochs));
        shuffle(order, rng);
        const auto batch = static_cast<std::size_t>(request_.settings.batch);
        const std::int64_t steps = stepsPerEpoch();
        double loss = 0;
        for (std::int64_t step = 0; step < steps; ++step) {
            if (stop.stop_requested()) return false;
            const std::span indices(order.data() + static_cast<std::size_t>(step) * batch, batch);
            loss += shards_.computeGradients(images_, indices, report_.epochs);
            optimiser_.step(report_.epochs * steps + step, request_.settings.epochs * steps);
            shards_.copyMasterParameters();
            if (progress && step % 8 == 7) {
                char text[64];
                std::snprintf(text, sizeof text, "epoch %lld of %lld, loss %.3f",
                              static_cast<long long>(report_.epochs + 1),
                              static_cast<long long>(request_.settings.epochs),
                              loss / static_cast<double>(step + 1));
                progress({"training", doneImages(step + 1), allImages(), "images", text});
            }
        }
        shards_.averageStatistics();
        return true;
    }

    // Validation lasts seconds and is never cut short: a resumed training would differ.
    Result<void> keepIfBest(const Dataset& validation) {
        model_.values = shards_.values();
        const StagedMobileNet network(modelFileOf(model_), model_);
        auto table = buildExitTable(network, validation, 0, request_.threads, {}, {});
        if (!table) return tl::unexpected(table.error());
        const auto accuracy = accuracyPerExit(*table);
        if (accuracy.empty()) return fail("the validation images carry no labels");
        if (report_.bestEpoch == 0 || accuracy.back() >= report_.accuracyPerExit.back()) {
            report_.bestEpoch = report_.epochs;
            report_.accuracyPerExit = accuracy;
            best_ = model_.values;
        }
        return {};
    }

    // Lasts seconds, as validation does.
    Result<void> fitTemperatures(const Dataset& validation) {
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

    Result<void> writeCheckpoint() const {
        const json header{{"settings", settingsJson(request_.settings)},
                          {"data_hash", model_.provenance.dataHash},
                          {"epoch", report_.epochs},
                          {"best_epoch", report_.bestEpoch},
                          {"accuracy_per_exit", report_.accuracyPerExit}};
        std::vector<float> all = shards_.values();
        all.insert(all.end(), best_.begin(), best_.end());
        const auto state = optimiser_.state();
        all.insert(all.end(), state.begin(), state.end());
        return writeSealedFile(checkpointPath(), kCheckpointMagic, kCheckpoint, header,
                               bytesOf(all));
    }

    const TrainRequest& request_;
    ImageBank images_;
    MobileNetModel model_;
    Shards shards_;
    Optimiser optimiser_;
    TrainReport report_;
    std::vector<float> best_;
};

}  // namespace

Result<TrainReport> train(const TrainRequest& request, const Dataset& training,
                          const Dataset& validation, const ProgressSink& progress,
                          std::stop_token stop) {
    if (auto valid = checkFields(request.settings); !valid) return tl::unexpected(valid.error());
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
        if (from == nullptr || from->architecture != model.architecture)
            return fail("cannot start from " + request.init.string() +
                        ": its kind, width, input size, number of classes or wide exits differ");
        model.mean = from->mean;
        model.deviation = from->deviation;
        model.values = from->values;
    }
    model.provenance = request.provenance;
    model.provenance.dataHash = training.hash();
    model.provenance.seed = request.settings.seed;
    Training run(request, std::move(*images), std::move(model));
    if (request.resume)
        if (auto resumed = run.resume(); !resumed) return tl::unexpected(resumed.error());
    return run.run(validation, progress, stop);
}

}  // namespace splitee
