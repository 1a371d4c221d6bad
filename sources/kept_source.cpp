// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/kept_source.h"

#include "engine/run/schedule.h"
#include "storage/session/kept_tables.h"
#include "storage/session/own_provenance.h"

namespace splitee {
namespace {

// Where " on " stands in "MODEL on DATASET": both may be paths with blanks. A bundled network's
// name has none, a file ends in .mee.
std::size_t placeOfOn(const std::string& named) {
    if (named.starts_with("builtin:")) return named.find(" on ");
    const std::string file = ".mee on ";
    if (const std::size_t ending = named.find(file); ending != std::string::npos)
        return ending + file.size() - 4;
    return named.rfind(" on ");
}

// "DATASET [validation]": of a live run on another part than the test images. Takes the part off.
std::string takePart(std::string& dataset) {
    for (const char* part : {"train", "validation", "all"}) {
        const std::string ending = " [" + std::string(part) + "]";
        if (!dataset.ends_with(ending)) continue;
        dataset.resize(dataset.size() - ending.size());
        return part;
    }
    return "";
}

Result<RunSource> reopen(Session& session, const StoredRun& run, int threads) {
    if (run.provenance.modelHash.empty()) {
        auto tables = tablesOf(session, run);
        if (!tables) return tl::unexpected(tables.error());
        RunSource source;
        source.provenance = ownProvenance();
        source.provenance.source = run.provenance.source;
        source.provenance.dataHash = tables->hash;
        source.tables = std::make_shared<TableSource>(std::move(*tables));
        return source;
    }
    const auto file = experimentOf(run);
    if (!file) return tl::unexpected(file.error());
    return openRunSource(*file, threads);
}

Result<PlayableRun> playableLive(ExperimentFile file, const StoredRun& run) {
    auto opened = openFiles(file);
    if (!opened) return tl::unexpected(opened.error());
    std::string instead;
    if (opened->live.model->hash != run.provenance.modelHash)
        instead = file.model + " holds something else now than when run " + std::to_string(run.id) +
                  " was played";
    return PlayableRun{std::move(file), std::move(instead), std::move(*opened)};
}

// The same tables as the session holds them, under a name of their own.
Result<PlayableRun> playableFromSession(Session& session, const StoredRun& run, ExperimentFile file,
                                        const Result<OpenedFiles>& named) {
    auto kept =
        keptTables(session, run, named ? "it holds something else now" : named.error().message);
    if (!kept) return tl::unexpected(kept.error());
    auto scheduled = scheduledSources(file.experiment);
    if (!scheduled) return tl::unexpected(scheduled.error());
    std::string instead = file.table + (named ? " holds something else now" : " cannot be opened") +
                          ": the table that " + session.file() + " keeps is used";
    file.table = keptTablesName(session.file(), run.id);
    OpenedFiles opened{
        file.table, std::move(*scheduled), std::make_shared<TableSource>(std::move(*kept)), {}};
    return PlayableRun{std::move(file), std::move(instead), std::move(opened)};
}

}  // namespace

Result<ExperimentFile> experimentOf(const StoredRun& run) {
    ExperimentFile file;
    file.experiment = run.experiment;
    const std::string& named = run.provenance.source;
    if (run.provenance.modelHash.empty()) {
        file.table = named;
        return file;
    }
    const std::size_t on = placeOfOn(named);
    if (on == std::string::npos)
        return fail("run " + std::to_string(run.id) + " does not say what it was played on: '" +
                    named + "'");
    file.model = named.substr(0, on);
    file.dataset = named.substr(on + 4);
    file.part = takePart(file.dataset);
    file.distortion = run.provenance.distortion;
    return file;
}

Result<PlayableRun> playable(Session& session, const StoredRun& run) {
    auto file = experimentOf(run);
    if (!file) return tl::unexpected(file.error());
    if (!run.provenance.modelHash.empty()) return playableLive(std::move(*file), run);
    auto opened = openFiles(*file);
    if (opened && opened->tables->hash == run.provenance.dataHash)
        return PlayableRun{std::move(*file), "", std::move(*opened)};
    return playableFromSession(session, run, std::move(*file), opened);
}

Result<RunSource> reopenSource(Session& session, const StoredRun& run, int threads) {
    auto source = reopen(session, run, threads);
    if (!source) return source;
    const auto world = worldOn(*source);
    if (!world) return tl::unexpected(world.error());
    if (auto valid = validate(run.experiment, **world); !valid)
        return tl::unexpected(valid.error());
    return source;
}

}  // namespace splitee
