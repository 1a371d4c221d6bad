#include "sources/kept_source.h"

#include "storage/kept_tables.h"
#include "storage/provenance.h"

namespace splitee {
namespace {

Result<RunSource> reopen(SessionStore& session, const StoredRun& run, const std::string& part, int threads) {
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
    ExperimentFile file;
    file.experiment = run.experiment;
    const std::string& named = run.provenance.source;   // "MODEL on DATASET"
    const std::size_t on = named.rfind(" on ");
    if (on == std::string::npos) return fail("run " + std::to_string(run.id) + " does not say what it was played on: '" + named + "'");
    file.model = named.substr(0, on);
    file.dataset = named.substr(on + 4);
    file.distortion = run.provenance.distortion;
    return openRunSource(file, part, threads);
}

}  // namespace

Result<RunSource> reopenSource(SessionStore& session, const StoredRun& run, const std::string& part, int threads) {
    auto source = reopen(session, run, part, threads);
    if (!source) return source;
    const auto world = worldOn(*source);
    if (!world) return tl::unexpected(world.error());
    if (auto valid = validate(run.experiment, **world); !valid) return tl::unexpected(valid.error());
    return source;
}

}  // namespace splitee
