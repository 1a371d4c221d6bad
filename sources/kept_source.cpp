// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/kept_source.h"

#include "storage/session/kept_tables.h"
#include "storage/session/own_provenance.h"
#include "storage/tables/bundled.h"

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

// "MODEL on DATASET [validation]": of a live run on another part than the test images.
std::string partOf(const std::string& named) {
    for (const char* part : {"train", "validation"})
        if (named.ends_with(" [" + std::string(part) + "]")) return part;
    return kTestPart;
}

std::string withoutPart(const std::string& named) {
    const std::string part = partOf(named);
    return part == kTestPart ? named : named.substr(0, named.size() - part.size() - 3);
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
    return openRunSource(*file, partOf(run.provenance.source), threads);
}

Result<PlayableRun> playableLive(ExperimentFile file, const StoredRun& run) {
    if (auto checked = checkSource(file); !checked) return tl::unexpected(checked.error());
    const auto path = resolve(file.model, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    std::string hash, instead;
    if (const auto model = readModelFile(*path, &hash); !model)
        return tl::unexpected(model.error());
    if (hash != run.provenance.modelHash)
        instead = file.model + " holds something else now than when run " + std::to_string(run.id) +
                  " was played";
    return PlayableRun{std::move(file), std::move(instead)};
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
    file.dataset = withoutPart(named.substr(on + 4));
    file.distortion = run.provenance.distortion;
    return file;
}

Result<PlayableRun> playable(Session& session, const StoredRun& run) {
    auto file = experimentOf(run);
    if (!file) return tl::unexpected(file.error());
    if (!run.provenance.modelHash.empty()) return playableLive(std::move(*file), run);
    const auto opened = openTables(file->table, file->experiment);
    if (opened && opened->hash == run.provenance.dataHash) return PlayableRun{std::move(*file), ""};
    if (const auto kept = keptTables(
            session, run, opened ? "it holds something else now" : opened.error().message);
        !kept)
        return tl::unexpected(kept.error());
    std::string instead = file->table +
                          (opened ? " holds something else now" : " cannot be opened") +
                          ": the table that " + session.file() + " keeps is used";
    file->table = keptTablesName(session.file(), run.id);
    return PlayableRun{std::move(*file), std::move(instead)};
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
