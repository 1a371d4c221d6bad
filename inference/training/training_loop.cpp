// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/training/training_loop.h"

#include <cstdio>

#include "inference/evaluation.h"
#include "inference/sealed_file.h"
#include "inference/staged_network.h"

namespace splitee {
namespace {

constexpr std::string_view kCheckpointMagic = "SPLITCKP";
constexpr std::string_view kCheckpoint = "checkpoint";
constexpr std::uintmax_t kMaxCheckpointBytes = 2ULL << 30;

using nlohmann::json;

// Everything that decides on the weights, by the keys that the flags have.
json settingsJson(const TrainRequest& request) {
    json out;
    const auto add = [&](const auto& settings) {
        std::remove_cvref_t<decltype(settings)>::visitFields(
            settings,
            [&](const auto& value, const FieldInfo& info) { out[std::string(info.key)] = value; });
    };
    add(request.settings);
    if (request.network == kEncoderNetwork) add(request.encoder);
    return out;
}

class TrainingLoop {
public:
    TrainingLoop(const TrainRequest& request, Provenance provenance, Learner& learner)
        : request_(request), provenance_(std::move(provenance)), learner_(learner) {}

    Result<void> resume() {
        const std::string subject = "cannot resume from " + checkpointPath().string() + ": ";
        auto file =
            readSealedFile(checkpointPath(), kCheckpointMagic, kCheckpoint, kMaxCheckpointBytes);
        if (!file) return tl::unexpected(file.error());
        const json& header = file->header;
        const json held = header.value("settings", json::object());
        const json settings = settingsJson(request_);
        const json standard = settingsJson({});  // of keys that older checkpoints lack
        for (const auto& [key, value] : settings.items())
            if (held.value(key, standard.value(key, json())) != value)
                return fail(subject + "it was made with another " + key);
        if (header.value("data_hash", "") != provenance_.dataHash)
            return fail(subject + "it was made on other data");
        const std::vector<float> all = floatsOf(file->body);
        const std::size_t values = learner_.values().size();
        if (all.size() != 2 * values + learner_.state().size())
            return fail(subject + "it holds another network");
        const auto at = [&](std::size_t n) { return all.begin() + static_cast<std::ptrdiff_t>(n); };
        learner_.setValues({at(0), at(values)});
        best_.assign(at(values), at(2 * values));
        learner_.setState({at(2 * values), all.end()});
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
            auto accuracy = keepIfBest(validation);
            if (!accuracy) return tl::unexpected(accuracy.error());
            if (auto done = writeCheckpoint(); !done) return tl::unexpected(done.error());
            if (progress)
                progress({"training", samplesDone(0), allSamples(), std::string(learner_.noun()),
                          epochText() + " done, " + accuracyText()});
            tellStand(static_cast<double>(report_.epochs), std::move(*accuracy));
        }
        if (report_.bestEpoch == 0)
            return fail("stopped before the first epoch was finished: nothing was kept");
        provenance_.epochs = report_.bestEpoch;
        provenance_.accuracyPerExit = report_.accuracyPerExit;
        if (auto done = learner_.finish(best_, validation); !done)
            return tl::unexpected(done.error());
        if (auto done = writeModelFile(request_.out, learner_.modelOf(best_, provenance_)); !done)
            return tl::unexpected(done.error());
        return report_;
    }

private:
    [[nodiscard]] std::filesystem::path checkpointPath() const {
        auto path = request_.out;
        return path += ".checkpoint";
    }
    [[nodiscard]] std::int64_t allSamples() const {
        return request_.settings.epochs * learner_.stepsPerEpoch() * request_.settings.batch;
    }
    [[nodiscard]] std::int64_t samplesDone(std::int64_t step) const {
        return (report_.epochs * learner_.stepsPerEpoch() + step) * request_.settings.batch;
    }
    [[nodiscard]] std::string epochText() const {
        return "epoch " + std::to_string(report_.epochs) + " of " +
               std::to_string(request_.settings.epochs);
    }
    [[nodiscard]] std::string accuracyText() const {
        std::string text =
            "best so far on validation " + std::string(learner_.noun()) + ", % per exit:";
        char number[16];
        for (const double share : report_.accuracyPerExit) {
            std::snprintf(number, sizeof number, " %.1f", 100 * share);
            text += number;
        }
        return text;
    }

    // False when stopped.
    bool runEpoch(const ProgressSink& progress, const std::stop_token& stop) {
        learner_.beginEpoch(report_.epochs);
        const std::int64_t steps = learner_.stepsPerEpoch();
        double sum = 0;
        std::vector<double> exitSums;
        for (std::int64_t step = 0; step < steps; ++step) {
            if (stop.stop_requested()) return false;
            sum += learner_.step(step);
            loss_ = sum / static_cast<double>(step + 1);
            const std::vector<double> own = learner_.exitLosses();
            exitSums.resize(own.size());
            lossPerExit_.resize(own.size());
            for (std::size_t exit = 0; exit < own.size(); ++exit) {
                exitSums[exit] += own[exit];
                lossPerExit_[exit] = exitSums[exit] / static_cast<double>(step + 1);
            }
            if (step % 8 != 7) continue;
            tellStand(static_cast<double>(report_.epochs) +
                      static_cast<double>(step + 1) / static_cast<double>(steps));
            if (progress) {
                char text[64];
                std::snprintf(text, sizeof text, "epoch %lld of %lld, loss %.3f",
                              static_cast<long long>(report_.epochs + 1),
                              static_cast<long long>(request_.settings.epochs), loss_);
                progress({"training", samplesDone(step + 1), allSamples(),
                          std::string(learner_.noun()), text});
            }
        }
        learner_.endEpoch();
        return true;
    }

    void tellStand(double epoch, std::vector<double> accuracy = {}) const {
        if (request_.onStand)
            request_.onStand({epoch, request_.settings.epochs, loss_, lossPerExit_,
                              std::move(accuracy), report_.bestEpoch});
    }

    // Of the epoch that is done. Validation lasts seconds and is never cut short: a resumed
    // training would differ.
    Result<std::vector<double>> keepIfBest(const Dataset& validation) {
        std::vector<float> kept = learner_.kept();
        const auto network =
            buildNetwork(learner_.modelOf(kept, provenance_), "the network in training");
        if (!network) return tl::unexpected(network.error());
        auto table = buildExitTable(**network, validation, 0, request_.threads, {}, {});
        if (!table) return tl::unexpected(table.error());
        auto accuracy = accuracyPerExit(*table);
        if (accuracy.empty())
            return fail("the validation " + std::string(learner_.noun()) + " carry no labels");
        if (report_.bestEpoch == 0 || accuracy.back() >= report_.accuracyPerExit.back()) {
            report_.bestEpoch = report_.epochs;
            report_.accuracyPerExit = accuracy;
            best_ = std::move(kept);
        }
        return accuracy;
    }

    Result<void> writeCheckpoint() const {
        const json header{{"settings", settingsJson(request_)},
                          {"data_hash", provenance_.dataHash},
                          {"epoch", report_.epochs},
                          {"best_epoch", report_.bestEpoch},
                          {"accuracy_per_exit", report_.accuracyPerExit}};
        std::vector<float> all = learner_.values();
        all.insert(all.end(), best_.begin(), best_.end());
        const auto state = learner_.state();
        all.insert(all.end(), state.begin(), state.end());
        return writeSealedFile(checkpointPath(), kCheckpointMagic, kCheckpoint, header,
                               bytesOf(all));
    }

    const TrainRequest& request_;
    Provenance provenance_;
    Learner& learner_;
    TrainReport report_;
    double loss_ = 0;  // of the epoch at hand, as is the next
    std::vector<double> lossPerExit_;
    std::vector<float> best_;
};

}  // namespace

Result<TrainReport> runTraining(const TrainRequest& request, Provenance provenance,
                                Learner& learner, const Dataset& validation,
                                const ProgressSink& progress, const std::stop_token& stop) {
    TrainingLoop loop(request, std::move(provenance), learner);
    if (request.resume)
        if (auto resumed = loop.resume(); !resumed) return tl::unexpected(resumed.error());
    return loop.run(validation, progress, stop);
}

}  // namespace splitee
