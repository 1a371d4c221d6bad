// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/import_script.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

#include <algorithm>
#include <numeric>

#include "engine/analysis/calibration.h"
#include "engine/exception_barrier.h"
#include "engine/rng.h"
#include "inference/evaluation.h"
#include "inference/network.h"
#include "inference/torchscript/cut_script.h"
#include "inference/torchscript/feature_reader.h"
#include "inference/torchscript/head_training.h"
#include "inference/torchscript/isolated.h"
#include "inference/torchscript/script_archive.h"

namespace splitee {
namespace {

constexpr std::int64_t kMostValidationImages = 5'000, kLeastImages = 20;

// What the network is before exits are attached: the parts of a ModelFile that the request names.
ModelFile describedBy(const ImportRequest& request) {
    ModelFile model;
    model.kind = "torchscript";
    model.title = "TorchScript network " + request.network.filename().string();
    model.input = request.input;
    model.classNames = request.classNames;
    model.provenance = request.provenance;
    model.provenance.torch = TORCH_VERSION;
    model.provenance.seed = request.seed;
    return model;
}

Result<std::vector<AttachedExit>> trainedExits(const ImportRequest& request, const CutScript& cut,
                                               const ModelFile& model, const Dataset& training,
                                               const Dataset& validation,
                                               const ProgressSink& progress,
                                               const std::stop_token& stop) {
    std::vector<AttachedExit> none;
    for (const Place& place : cut.places) {
        const auto& shape = place.tensor.shape;
        none.push_back({place.name, shape.size() == 2 ? shape[1] : shape[0], {}, {}});
    }
    NetworkInfo info = model;
    info.stages = stagesOf(cut.script, cut.plan, none, request.classNames.size());
    const StagedScript network(info, cut.script, cut.plan, none);
    const auto exits = static_cast<int>(cut.places.size());
    auto learnt = readFeatures(network, exits, training, request.images, request.seed,
                               request.threads, progress, stop);
    if (!learnt) return tl::unexpected(learnt.error());
    auto held = readFeatures(network, exits, validation, kMostValidationImages, request.seed,
                             request.threads, progress, stop);
    if (!held) return tl::unexpected(held.error());
    for (const auto* tables : {&*learnt, &*held})
        if (tables->front().size() < kLeastImages)
            return fail("exits need at least " + std::to_string(kLeastImages) +
                        " images with labels to learn from, and as many to validate on");
    std::vector<AttachedExit> attached;
    for (std::size_t k = 0; k < cut.places.size(); ++k) {
        if (progress)
            progress({"training the exits", static_cast<std::int64_t>(k), exits, "exits",
                      cut.places[k].name});
        auto head =
            trainHead(cut.places[k].name, (*learnt)[k], (*held)[k],
                      static_cast<std::int64_t>(request.classNames.size()), request.seed, stop);
        if (!head) return tl::unexpected(head.error());
        attached.push_back(std::move(*head));
    }
    return attached;
}

Result<void> validated(const ImportRequest& request, const StagedScript& network,
                       const Dataset& validation, const ProgressSink& progress,
                       const std::stop_token& stop, ImportReport& report) {
    const auto table =
        buildExitTable(network, validation, std::min(validation.size(), kMostValidationImages),
                       request.threads, progress, stop);
    if (!table) return tl::unexpected(table.error());
    report.model.provenance.accuracyPerExit = accuracyPerExit(*table);
    if (report.model.provenance.accuracyPerExit.empty()) return {};
    const auto fitted = fitTemperatures(*table, stop);
    if (!fitted) return tl::unexpected(fitted.error());
    for (const FittedTemperature& each : *fitted) report.temperatures.push_back(each.temperature);
    return {};
}

Result<ImportReport> importNow(const ImportRequest& request, const Dataset* training,
                               const Dataset* validation, const ProgressSink& progress,
                               const std::stop_token& stop) {
    auto bytes = readScriptFile(request.network);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string failed = "cannot import " + request.network.string() + ": ";
    if (auto valid = checkScriptArchive(*bytes); !valid)
        return fail(failed + valid.error().message);
    const auto archive = std::make_shared<const std::string>(std::move(*bytes));
    const int side = request.input.side;
    const std::size_t classes = request.classNames.size();
    if (progress) progress({"trying the network", 0, 0, "", ""});
    const auto tried = triedApart(
        [&]() -> Result<void> {
            at::set_num_threads(1);
            if (auto cut = cutScript(*archive, side, classes, {request.attach, {}}); !cut)
                return tl::unexpected(cut.error());
            return {};
        },
        {}, stop);
    if (!tried) return fail(failed + tried.error().message);
    auto cut = cutScript(*archive, side, classes, {request.attach, {}});
    if (!cut) return fail(failed + cut.error().message);

    ImportReport report{describedBy(request), {}, {}};
    auto own = std::make_shared<ScriptModel>();
    own->archive = archive;
    for (const CutStage& stage : cut->plan) own->reachesOn.push_back(stage.reachesOn);
    if (!request.attach.empty()) {
        if (training == nullptr || validation == nullptr)
            return fail(failed + "exits are trained on images: name them with --dataset");
        report.model.provenance.dataHash = training->hash();
        auto attached =
            trainedExits(request, *cut, report.model, *training, *validation, progress, stop);
        if (!attached) return fail(failed + attached.error().message);
        own->attached = std::move(*attached);
    }
    report.model.stages = stagesOf(cut->script, cut->plan, own->attached, classes);
    StagedScript network(report.model, cut->script, cut->plan, own->attached);
    auto differences = differencesOf(cut->script, network, own->attached.size());
    if (!differences) return fail(failed + differences.error().message);
    if (auto equal = checkDifferences(*differences); !equal)
        return fail(failed + equal.error().message);
    report.differences = std::move(*differences);
    if (validation != nullptr)
        if (auto done = validated(request, network, *validation, progress, stop, report); !done)
            return fail(failed + done.error().message);
    report.model.content = std::move(own);
    return report;
}

}  // namespace

Result<ImportReport> importScript(const ImportRequest& request, const Dataset* training,
                                  const Dataset* validation, const ProgressSink& progress,
                                  const std::stop_token& stop) {
    const NetworkInfo described = describedBy(request);
    if (auto valid = checkDescription(described); !valid)
        return fail("cannot import " + request.network.string() + " so: " + valid.error().message);
    for (const Dataset* images : {training, validation})
        if (images != nullptr)
            if (auto fit = fits(described, *images); !fit) return tl::unexpected(fit.error());
    return guarded([&] { return importNow(request, training, validation, progress, stop); });
}

}  // namespace splitee
