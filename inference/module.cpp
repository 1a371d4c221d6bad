// SPDX-License-Identifier: GPL-3.0-or-later
// The module's one exported name, and the torch-free interfaces over the torch classes.
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

#include <algorithm>
#include <chrono>

#include "inference/evaluation.h"
#include "inference/inference.h"
#include "inference/live_world.h"
#include "inference/split_network.h"

namespace splitee {
namespace {

class LoadedModel final : public MultiExitModel {
public:
    explicit LoadedModel(const ModelFile& file) : file_(file), network_(file) {
        file_.values = {};  // the network holds its own, folded copy
    }
    [[nodiscard]] const ModelFile& file() const override { return file_; }

    [[nodiscard]] Result<void> accepts(const Dataset& dataset) const override {
        return fits(file_.architecture, dataset);
    }

    [[nodiscard]] Result<ExitTable> buildExitTable(const Dataset& dataset, std::int64_t samples,
                                                   int threads, const ProgressSink& progress,
                                                   std::stop_token stop) const override {
        if (auto fits = accepts(dataset); !fits) return tl::unexpected(fits.error());
        return splitee::buildExitTable(network_, dataset, samples, threads, progress,
                                       std::move(stop));
    }

    [[nodiscard]] Result<std::unique_ptr<LiveNetwork>> liveWorld(
        std::shared_ptr<const Dataset> dataset, std::int64_t samples, int threads) const override {
        if (auto fits = accepts(*dataset); !fits) return tl::unexpected(fits.error());
        if (dataset->size() == 0) return fail("there are no images in " + dataset->name());
        const std::int64_t count =
            samples > 0 ? std::min(samples, dataset->size()) : dataset->size();
        return std::make_unique<LiveWorld>(network_, std::move(dataset), count, threads);
    }

    [[nodiscard]] std::vector<StageTime> measure() const override {
        constexpr int kWarmUp = 10;
        constexpr int kCounted = 51;
        const c10::InferenceMode inference;
        at::set_num_threads(1);
        const auto side = file_.architecture.side;
        const Image grey{side, side,
                         std::vector<std::uint8_t>(static_cast<std::size_t>(side * side * 3), 128)};
        std::vector<std::vector<double>> stage(kNetworkExits);
        std::vector<std::vector<double>> exit(kNetworkExits);
        for (int pass = 0; pass < kWarmUp + kCounted; ++pass) {
            at::Tensor x = network_.input({&grey, 1});
            for (int i = 1; i <= kNetworkExits; ++i) {
                const auto start = std::chrono::steady_clock::now();
                x = network_.runStage(i, x);
                const auto cut = std::chrono::steady_clock::now();
                ExitAnswer answer;
                network_.answer(i, x, {&answer, 1});
                const auto end = std::chrono::steady_clock::now();
                if (pass < kWarmUp) continue;
                using Milliseconds = std::chrono::duration<double, std::milli>;
                stage[static_cast<std::size_t>(i - 1)].push_back(Milliseconds(cut - start).count());
                exit[static_cast<std::size_t>(i - 1)].push_back(Milliseconds(end - cut).count());
            }
        }
        const auto median = [](std::vector<double>& times) {
            std::ranges::nth_element(times, times.begin() + kCounted / 2);
            return times[kCounted / 2];
        };
        std::vector<StageTime> medians;
        for (std::size_t i = 0; i < kNetworkExits; ++i)
            medians.push_back({median(stage[i]), median(exit[i])});
        return medians;
    }

private:
    ModelFile file_;
    SplitNetwork network_;
};

class TorchInference final : public Inference {
public:
    [[nodiscard]] std::string torchVersion() const override { return TORCH_VERSION; }
    [[nodiscard]] Result<std::unique_ptr<MultiExitModel>> load(
        const ModelFile& model, const std::string& name) const override {
        try {
            return std::make_unique<LoadedModel>(model);
        } catch (const std::exception& problem) {  // LibTorch reports by exceptions
            return fail("cannot build the network of " + name + ": " + problem.what());
        }
    }
    [[nodiscard]] Result<TrainReport> train(const TrainRequest& request, const Dataset& training,
                                            const Dataset& validation, const ProgressSink& progress,
                                            std::stop_token stop) const override {
        try {
            return splitee::train(request, training, validation, progress, std::move(stop));
        } catch (const std::exception& problem) {
            return fail(std::string("training failed: ") + problem.what());
        }
    }
};

}  // namespace
}  // namespace splitee

extern "C" __attribute__((visibility("default"))) const splitee::Inference* spliteeInference() {
    static const splitee::TorchInference inference;
    return &inference;
}
