// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/run_source.h"

#include "engine/run/schedule.h"
#include "storage/session/kept_tables.h"
#include "storage/session/own_provenance.h"

namespace splitee {
namespace {

Result<void> openNetwork(const ExperimentFile& file, const LiveRequest& request,
                         RunSource& source) {
    const auto scheduled = scheduledSources(file.experiment);
    if (!scheduled) return tl::unexpected(scheduled.error());
    for (const std::string& distortion : *scheduled)  // before the network is loaded
        if (auto known = parseDistortion(distortion); !known)
            return fail("schedule: cannot switch to '" + distortion +
                        "': " + known.error().message);
    auto opened = openLiveSource(request, file.experiment.seed);
    if (!opened) return tl::unexpected(opened.error());
    source.live = std::make_shared<const LiveSource>(std::move(*opened));
    for (const std::string& distortion : *scheduled)
        source.scheduled.push_back(*imagesUnder(*source.live, distortion, file.experiment.seed));
    source.threads = request.threads;
    source.provenance.threads = request.threads;
    source.provenance.source = file.model + " on " + file.dataset +
                               (request.part == kTestPart ? "" : " [" + request.part + "]");
    source.provenance.distortion = request.distortion;
    source.provenance.modelHash = source.live->model->hash();
    source.provenance.dataHash = source.live->dataset->hash();
    source.provenance.libraries += ", LibTorch " + source.live->model->file().provenance.torch;
    return {};
}

}  // namespace

LiveRequest liveRequest(const ExperimentFile& file) {
    LiveRequest request;
    request.model = file.model;
    request.dataset = file.dataset;
    if (!file.distortion.empty()) request.distortion = file.distortion;
    return request;
}

Result<RunSource> openRunSource(const ExperimentFile& file, const std::string& part, int threads) {
    RunSource source;
    source.provenance = ownProvenance();
    if (file.table.empty()) {
        LiveRequest request = liveRequest(file);
        request.part = part;
        request.threads = threads;
        if (auto opened = openNetwork(file, request, source); !opened)
            return tl::unexpected(opened.error());
        return source;
    }
    auto opened = openTables(file.table, file.experiment);
    if (!opened) return tl::unexpected(opened.error());
    source.tables = std::make_shared<TableSource>(std::move(*opened));
    source.provenance.source = file.table;
    source.provenance.dataHash = source.tables->hash;
    return source;
}

Result<void> checkSource(const ExperimentFile& file) {
    if (file.table.empty()) return checkLiveSource(liveRequest(file));
    if (auto tables = openTables(file.table, file.experiment); !tables)
        return tl::unexpected(tables.error());
    return {};
}

Result<std::unique_ptr<World>> worldOn(const RunSource& source, LiveNetwork** live) {
    if (live != nullptr) *live = nullptr;
    if (source.tables) return std::make_unique<ReplayWorld>(source.tables->all());
    auto world = source.live->model->liveWorld(source.live->dataset, 0, source.threads);
    if (!world) return tl::unexpected(world.error());
    for (const auto& images : source.scheduled)
        if (auto added = (*world)->addSource(images); !added) return tl::unexpected(added.error());
    if (live != nullptr) *live = world->get();
    return std::move(*world);
}

Result<std::shared_ptr<const Dataset>> imagesUnder(const LiveSource& source,
                                                   const std::string& distortion,
                                                   std::uint64_t seed) {
    const auto parsed = parseDistortion(distortion);
    if (!parsed) return tl::unexpected(parsed.error());
    return distorted(source.images, *parsed, seed);
}

}  // namespace splitee
