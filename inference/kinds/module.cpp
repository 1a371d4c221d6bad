// SPDX-License-Identifier: GPL-3.0-or-later
// The module's one exported name, and the torch-free interfaces over the torch classes.
#include <torch/version.h>

#include <algorithm>

#include "engine/exception_barrier.h"
#include "inference/evaluation.h"
#include "inference/inference.h"
#include "inference/live_world.h"
#include "inference/measuring.h"
#include "inference/staged_network.h"
#include "inference/torchscript/import_script.h"
#include "inference/torchscript/probe_script.h"

namespace splitee {
namespace {

class PlayedNetwork final : public Network {
public:
    explicit PlayedNetwork(std::unique_ptr<StagedNetwork> network) : network_(std::move(network)) {}
    [[nodiscard]] const NetworkInfo& info() const override { return network_->info(); }

    [[nodiscard]] Result<ExitTable> buildExitTable(const Dataset& dataset, std::int64_t samples,
                                                   int threads, const ProgressSink& progress,
                                                   std::stop_token stop) const override {
        if (auto fit = fits(info(), dataset); !fit) return tl::unexpected(fit.error());
        return splitee::buildExitTable(*network_, dataset, samples, threads, progress,
                                       std::move(stop));
    }

    [[nodiscard]] Result<std::unique_ptr<LiveNetwork>> liveWorld(
        std::shared_ptr<const Dataset> dataset, std::int64_t samples, int threads) const override {
        if (auto fit = fits(info(), *dataset); !fit) return tl::unexpected(fit.error());
        if (dataset->size() == 0) return fail("there are no images in " + dataset->name());
        const std::int64_t count =
            samples > 0 ? std::min(samples, dataset->size()) : dataset->size();
        return std::make_unique<LiveWorld>(*network_, std::move(dataset), count, threads);
    }

    [[nodiscard]] Result<std::vector<StageTime>> measure() const override {
        return guarded([this] { return measureStages(*network_); });
    }

private:
    std::unique_ptr<StagedNetwork> network_;
};

class TorchInference final : public Inference {
public:
    [[nodiscard]] std::string torchVersion() const override { return TORCH_VERSION; }
    [[nodiscard]] Result<std::unique_ptr<Network>> load(const ModelFile& model,
                                                        const std::string& name) const override {
        auto network = buildNetwork(model, name);
        if (!network) return tl::unexpected(network.error());
        return std::make_unique<PlayedNetwork>(std::move(*network));
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
    [[nodiscard]] Result<NetworkProbe> probeNetwork(const std::filesystem::path& network, int side,
                                                    const ProgressSink& progress,
                                                    std::stop_token stop) const override {
        return probeScript(network, side, progress, stop);
    }
    [[nodiscard]] Result<ImportReport> importNetwork(const ImportRequest& request,
                                                     const Dataset* training,
                                                     const Dataset* validation,
                                                     const ProgressSink& progress,
                                                     std::stop_token stop) const override {
        return importScript(request, training, validation, progress, stop);
    }
};

}  // namespace
}  // namespace splitee

extern "C" __attribute__((visibility("default"))) const splitee::Inference* spliteeInference() {
    static const splitee::TorchInference inference;
    return &inference;
}
