// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/kept_tables.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/run/schedule.h"

namespace splitee {
namespace {

constexpr std::string_view kMark = ".splitee#";

struct NamedRun {
    std::string session;
    std::int64_t number = 0;
};

// Of "FILE.splitee#3"; none where `name` is no such name.
std::optional<NamedRun> runNamedBy(const std::string& name) {
    const std::size_t mark = name.rfind(kMark);
    if (mark == std::string::npos) return {};
    std::int64_t number = 0;
    const char *first = name.data() + mark + kMark.size(), *last = name.data() + name.size();
    if (const auto read = std::from_chars(first, last, number);
        read.ec != std::errc() || read.ptr != last || number < 1)
        return {};
    return NamedRun{name.substr(0, mark + kMark.size() - 1), number};
}

Result<TableSource> openedFrom(const std::string& file, std::int64_t number,
                               const Experiment& experiment) {
    auto session = Session::openReadOnly(file);
    if (!session) return tl::unexpected(session.error());
    const auto run = session->runs().find(number);
    if (!run) return tl::unexpected(run.error());
    const auto wanted = scheduledSources(experiment), had = scheduledSources(run->experiment);
    if (!wanted) return tl::unexpected(wanted.error());
    if (!wanted->empty() && (!had || *wanted != *had))
        return fail("schedule: cannot switch to '" + wanted->front() + "': run " +
                    std::to_string(number) + " of session " + file +
                    " keeps the tables of its own schedule only");
    auto source = keptTables(*session, *run, "it holds no table of that content");
    if (!source || !wanted->empty() || source->recorded.size() == 1) return source;
    source->recorded.resize(1);
    source->hash.resize(source->hash.find('+'));
    return source;
}

}  // namespace

Result<TableSource> keptTables(Session& session, const StoredRun& run, const std::string& why) {
    TableSource source;
    source.hash = run.provenance.dataHash;
    std::string_view rest = source.hash;
    while (!rest.empty()) {  // "HASH+HASH"
        const std::size_t plus = rest.find('+');
        auto table = session.tables().withHash(std::string(rest.substr(0, plus)));
        if (!table) return tl::unexpected(table.error());
        if (!*table)
            return fail("run " + std::to_string(run.id) + " of session " + session.file() +
                        " was played on " + run.provenance.source +
                        ", which the session does not keep: " + why);
        if (!source.recorded.empty())
            if (auto same = checkSameSamples(source.recorded.front(), **table); !same)
                return tl::unexpected(same.error());
        source.recorded.push_back(std::move(**table));
        rest = plus == std::string_view::npos ? std::string_view() : rest.substr(plus + 1);
    }
    if (source.recorded.empty())
        return fail("run " + std::to_string(run.id) + " of session " + session.file() +
                    " does not say what it was played on");
    return source;
}

std::string keptTablesName(const std::string& session, std::int64_t run) {
    return session + "#" + std::to_string(run);
}

Result<TableSource> openTables(const std::string& name, const Experiment& experiment) {
    const auto run = runNamedBy(name);
    return run ? openedFrom(run->session, run->number, experiment)
               : openTableFiles(name, experiment);
}

Result<TableSource> tablesOf(Session& session, const StoredRun& run) {
    auto source = openTables(run.provenance.source, run.experiment);
    if (!source || source->hash != run.provenance.dataHash)
        source = keptTables(session, run,
                            source ? "the file holds something else now" : source.error().message);
    if (!source) return source;
    if (auto applied = source->applyTemperature(run.experiment); !applied)
        return tl::unexpected(applied.error());
    return source;
}

}  // namespace splitee
