// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/run_source.h"

#include "datasets/cycled_dataset.h"
#include "datasets/digest.h"
#include "datasets/open_dataset.h"
#include "engine/run/schedule.h"
#include "storage/session/kept_tables.h"
#include "storage/session/own_provenance.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

// A scheduled source that is another set of texts, not a distortion.
bool isDomain(const std::string& source) { return source.starts_with("text:"); }

// As many texts of it as the stream has: rows keep their numbers.
Result<std::shared_ptr<const Dataset>> domainFor(const Dataset& stream, const std::string& name) {
    if (stream.inputKind() != InputKind::Text)
        return fail("'" + name + "' holds texts, but " + stream.name() + " holds images");
    const auto named = bundledTexts(name);
    if (!named) return tl::unexpected(named.error());
    auto domain = openDataset(*named, Split::Test, 0, stream.classNames());
    if (!domain) return domain;
    return cycled(std::move(*domain), stream.size());
}

Result<void> openNetwork(const ExperimentFile& file, const LiveRequest& request, LiveFiles given,
                         RunSource& source) {
    const auto scheduled = scheduledSources(file.experiment);
    if (!scheduled) return tl::unexpected(scheduled.error());
    for (const std::string& distortion : *scheduled)  // before the network is loaded
        if (auto known = isDomain(distortion) ? Distortion{} : parseDistortion(distortion); !known)
            return fail("schedule: cannot switch to '" + distortion +
                        "': " + known.error().message);
    auto opened = openLiveSource(request, file.experiment.seed, std::move(given));
    if (!opened) return tl::unexpected(opened.error());
    source.live = std::make_shared<const LiveSource>(std::move(*opened));
    for (const std::string& distortion : *scheduled) {
        auto images = imagesUnder(*source.live, distortion, file.experiment.seed);
        if (!images)
            return fail("schedule: cannot switch to '" + distortion +
                        "': " + images.error().message);
        source.scheduled.push_back(std::move(*images));
    }
    source.threads = request.threads;
    source.provenance.threads = request.threads;
    source.provenance.source = file.model + " on " + file.dataset +
                               (request.part == kTestPart ? "" : " [" + request.part + "]");
    source.provenance.distortion = request.distortion;
    source.provenance.modelHash = source.live->model->info().hash;
    source.provenance.dataHash = source.live->dataset->hash();
    for (std::size_t k = 0; k < scheduled->size(); ++k)  // other texts are other data
        if (isDomain((*scheduled)[k]))
            source.provenance.dataHash =
                hexText(sha256(source.provenance.dataHash + source.scheduled[k]->hash()));
    source.provenance.libraries += ", LibTorch " + source.live->model->info().provenance.torch;
    return {};
}

Result<OpenedFiles> openTableNamed(const ExperimentFile& file, OpenedFiles given) {
    auto scheduled = scheduledSources(file.experiment);
    if (!scheduled) return tl::unexpected(scheduled.error());
    if (given.tables && given.table == file.table && given.scheduled == *scheduled) return given;
    auto tables = openTables(file.table, file.experiment);
    if (!tables) return tl::unexpected(tables.error());
    return OpenedFiles{
        file.table, std::move(*scheduled), std::make_shared<TableSource>(std::move(*tables)), {}};
}

}  // namespace

LiveRequest liveRequest(const ExperimentFile& file) {
    LiveRequest request;
    request.model = file.model;
    request.dataset = file.dataset;
    if (!file.distortion.empty()) request.distortion = file.distortion;
    if (!file.part.empty()) request.part = file.part;
    return request;
}

std::vector<std::string> sampleNames(const ExperimentFile& file) {
    std::vector<std::string> names{liveRequest(file).distortion};
    const auto scheduled = scheduledSources(file.experiment);
    if (scheduled) names.insert(names.end(), scheduled->begin(), scheduled->end());
    return names;
}

Result<OpenedFiles> openFiles(const ExperimentFile& file, OpenedFiles given) {
    if (!file.table.empty()) return openTableNamed(file, std::move(given));
    auto live = openLiveFiles(liveRequest(file), std::move(given.live));
    if (!live) return tl::unexpected(live.error());
    return OpenedFiles{"", {}, nullptr, std::move(*live)};
}

Result<RunSource> openRunSource(const ExperimentFile& file, int threads, OpenedFiles given) {
    RunSource source;
    source.provenance = ownProvenance();
    if (file.table.empty()) {
        LiveRequest request = liveRequest(file);
        request.threads = threads;
        if (auto opened = openNetwork(file, request, std::move(given.live), source); !opened)
            return tl::unexpected(opened.error());
        return source;
    }
    auto opened = openTableNamed(file, std::move(given));
    if (!opened) return tl::unexpected(opened.error());
    source.tables = std::move(opened->tables);
    source.provenance.source = file.table;
    source.provenance.dataHash = source.tables->hash;
    return source;
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
    if (isDomain(distortion)) return domainFor(*source.images, distortion);
    const auto parsed = parseDistortion(distortion);
    if (!parsed) return tl::unexpected(parsed.error());
    return underDistortion(source.images, *parsed, seed);
}

}  // namespace splitee
