#include "storage/kept_tables.h"

#include <string_view>

namespace splitee {
namespace {

Result<TableSource> tablesOfSession(SessionStore& session, const StoredRun& run, const std::string& why) {
    TableSource source;
    source.hash = run.provenance.dataHash;
    std::string_view rest = source.hash;
    while (!rest.empty()) {   // "HASH+HASH"
        const std::size_t plus = rest.find('+');
        auto table = session.tableOfHash(std::string(rest.substr(0, plus)));
        if (!table) return tl::unexpected(table.error());
        if (!*table)
            return fail("run " + std::to_string(run.id) + " of session " + session.file() + " was played on " + run.provenance.source +
                        ", which the session does not keep: " + why);
        if (!source.recorded.empty())
            if (auto same = checkSameSamples(source.recorded.front(), **table); !same) return tl::unexpected(same.error());
        source.recorded.push_back(std::move(**table));
        rest = plus == std::string_view::npos ? std::string_view() : rest.substr(plus + 1);
    }
    if (source.recorded.empty())
        return fail("run " + std::to_string(run.id) + " of session " + session.file() + " does not say what it was played on");
    return source;
}

}  // namespace

Result<TableSource> tablesOf(SessionStore& session, const StoredRun& run) {
    auto source = openTables(run.provenance.source, run.experiment);
    if (!source || source->hash != run.provenance.dataHash)
        source = tablesOfSession(session, run, source ? "the file holds something else now" : source.error().message);
    if (!source) return source;
    if (auto applied = source->applyTemperature(run.experiment); !applied) return tl::unexpected(applied.error());
    return source;
}

}  // namespace splitee
