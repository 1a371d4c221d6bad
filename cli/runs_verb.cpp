// SPDX-License-Identifier: GPL-3.0-or-later
// runs: lists the runs of a session, filtered, with the columns that are asked for.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/run_json.h"
#include "cli/session_words.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "comparison/run_filter.h"
#include "engine/run/policy_entry.h"
#include "storage/session/session_digest.h"

namespace splitee {
namespace {

struct RunsFlags {
    SessionWords words;
    std::string filter, columns;
    bool json = false, digest = false;
};

struct RunsRequest {
    NamedRuns named;
    RunFilter filter;
    std::vector<std::size_t> columns;  // places in runKeys(); empty: the usual table
};

int digestNow(Session& session) {
    const auto stop = cancelledByUser();
    Result<std::string> digest;
    {
        ProgressLine progress;
        digest = sessionDigest(session, progress.sink(), stop);
    }
    if (!digest)
        return report(digest.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    std::printf("%s\n", digest->c_str());
    return kExitFine;
}

Result<std::vector<std::size_t>> columnsIn(const std::string& text) {
    std::vector<std::string_view> valid;
    for (const RunKey& key : runKeys()) valid.push_back(key.key);
    std::vector<std::size_t> columns;
    for (std::size_t from = 0; from <= text.size() && !text.empty();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        const std::string key = text.substr(from, comma - from);
        from = comma + 1;
        if (const auto found = findRunKey(key)) {
            columns.push_back(*found);
            continue;
        }
        const std::string meant = nearest(key, valid);
        return fail("unknown column '" + key.substr(0, 100) +
                    "': " + (meant.empty() ? "" : "did you mean " + meant + "? ") + "valid are " +
                    listed(valid));
    }
    return columns;
}

Result<RunsRequest> requested(const RunsFlags& flags) {
    auto named = namedRuns(flags.words, RunWords::AnyOrAll);
    if (!named) return tl::unexpected(named.error());
    auto filter = RunFilter::parse(flags.filter);
    if (!filter) return fail("--filter: " + filter.error().message);
    auto columns = columnsIn(flags.columns);
    if (!columns) return tl::unexpected(columns.error());
    if (flags.digest && (flags.json || !named->all || !filter->isEmpty() || !columns->empty()))
        return fail("--digest is of a whole session: give no runs, --filter, --columns or --json");
    return RunsRequest{std::move(*named), std::move(*filter), std::move(*columns)};
}

// As the window's table: what is in the trash is shown where the filter asks for it.
bool passes(const RunFilter& filter, const RunRow& row) {
    if (filter.isEmpty()) return true;
    return filter.matches(row) && (!row.run.marks.trashed || filter.speaksOfTrash());
}

nlohmann::json valueJson(const RunValue& value) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    if (const auto* text = std::get_if<std::string_view>(&value)) return *text;
    return nullptr;
}

void printColumnsJson(const std::string& session, const std::vector<RunRow>& rows,
                      const std::vector<std::size_t>& columns) {
    nlohmann::json units = nlohmann::json::object(), all = nlohmann::json::array();
    for (const std::size_t column : columns)
        if (const RunKey& key = runKeys()[column]; !key.unit.empty())
            units[std::string(key.key)] = key.unit;
    for (const RunRow& row : rows) {
        nlohmann::json one = nlohmann::json::object();
        for (const std::size_t column : columns)
            one[std::string(runKeys()[column].key)] = valueJson(valueOf(row, column));
        all.push_back(std::move(one));
    }
    printJson({{"session", session}, {"units", units}, {"runs", all}});
}

// By characters and not bytes; wide ones count as one.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void printColumns(const std::vector<RunRow>& rows, const std::vector<std::size_t>& columns) {
    std::vector<std::vector<std::string>> lines(1);
    for (const std::size_t column : columns) lines[0].emplace_back(runKeys()[column].key);
    for (const RunRow& row : rows) {
        lines.emplace_back();
        for (const std::size_t column : columns) {
            const std::string text = textOf(valueOf(row, column));
            lines.back().push_back(text.empty() ? "-" : printable(text));
        }
    }
    std::vector<std::size_t> widths(columns.size(), 0);
    for (const auto& line : lines)
        for (std::size_t k = 0; k < line.size(); ++k)
            widths[k] = std::max(widths[k], widthOf(line[k]));
    for (const auto& line : lines) {
        std::string text;
        for (std::size_t k = 0; k < line.size(); ++k) {
            const std::string room(widths[k] - widthOf(line[k]), ' ');
            const bool number = runKeys()[columns[k]].number;
            text += (k > 0 ? "  " : "") + (number ? room + line[k] : line[k] + room);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        std::printf("%s\n", text.c_str());
    }
}

void printTable(const std::vector<RunRow>& rows) {
    const bool named =
        std::ranges::any_of(rows, [](const RunRow& row) { return !row.run.marks.name.empty(); });
    std::vector<std::string> policies;
    int width = 10;
    for (const RunRow& row : rows) {
        policies.push_back(printable(entryPlayed(row.run.experiment, row.run.spec.policy)));
        if (hasOwnParameters(policies.back()))
            width = std::max(width, static_cast<int>(policies.back().size()));
    }
    std::printf(" run  %-*s  seed  status           rounds  started               source%s\n",
                width, "policy", named ? "  # name" : "");
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const StoredRun& run = rows[k].run;
        std::printf("%4lld  %-*s  %4llu  %-11s  %10lld  %-20.19s  %s%s%s%s%s\n",
                    static_cast<long long>(run.id), width, policies[k].c_str(),
                    static_cast<unsigned long long>(run.spec.seed),
                    std::string(toText(run.status)).c_str(), static_cast<long long>(run.rounds),
                    printable(run.startedAt).c_str(), printable(run.provenance.source).c_str(),
                    run.provenance.distortion.empty() ? "" : ", ",
                    printable(run.provenance.distortion).c_str(),
                    run.marks.name.empty() ? "" : "  # ", printable(run.marks.name).c_str());
    }
}

int runsNow(const RunsFlags& flags) {
    const auto request = requested(flags);
    if (!request) return report(request.error(), kExitUsage);
    auto session = Session::openReadOnly(request->named.session);
    if (!session) return report(session.error());
    if (flags.digest) return digestNow(*session);
    auto runs = readRuns(*session, request->named);
    if (!runs) return report(runs.error());
    std::vector<RunRow> rows;
    nlohmann::json all = nlohmann::json::array();
    for (StoredRun& run : *runs) {
        const std::string summary = run.summary;  // which the row has as figures
        RunRow row = rowOf(std::move(run));
        if (!passes(request->filter, row)) continue;
        if (flags.json && request->columns.empty()) {
            row.run.summary = summary;
            all.push_back(runJson(row.run));
        }
        rows.push_back(std::move(row));
    }
    if (flags.json && request->columns.empty())
        printJson(all);
    else if (flags.json)
        printColumnsJson(request->named.session, rows, request->columns);
    else if (!request->columns.empty())
        printColumns(rows, request->columns);
    else
        printTable(rows);
    return kExitFine;
}

}  // namespace

void addRunsVerb(Command program) {
    const auto flags = std::make_shared<RunsFlags>();
    const Command verb = program.addCommand("runs", "List the runs of a session");
    addSessionWords(verb, "runs", flags->words, RunWords::AnyOrAll);
    verb.option("--filter", flags->filter,
                "Only those that pass, as in 'policy = splitee and offload >= 5'; the language of "
                "the window's table");
    verb.option("--columns", flags->columns,
                "Comma-separated keys to list instead, as in run,policy,accuracy,cost_mean");
    verb.flag("--json", flags->json, "JSON on stdout");
    verb.flag("--digest", flags->digest,
              "Only one number over all runs, their figures without wall time and their "
              "rounds: to compare sessions");
    std::string keys = "Keys of --filter and --columns:";
    for (const RunKey& key : runKeys()) keys += " " + std::string(key.key);
    verb.footer(keys +
                "\nExample: splitee runs my.splitee --filter 'accuracy >= 90 % and not tag "
                "= old' --columns run,policy,accuracy");
    verb.onRun([flags] { return runsNow(*flags); });
}

}  // namespace splitee
