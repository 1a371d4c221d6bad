// SPDX-License-Identifier: GPL-3.0-or-later
// show: runs with their parameters and figures. export: their rounds as CSV.
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/run_json.h"
#include "cli/session_words.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "storage/tables/rounds_csv.h"

namespace splitee {
namespace {

struct SessionFlags {
    SessionWords words;
    std::string out;
    bool json = false;
};

void print(const nlohmann::json& run) {
    for (const auto& [key, value] : run.items()) {
        if (!value.is_object()) {
            std::printf("%-26s %s\n", key.c_str(), printable(plainText(value)).c_str());
            continue;
        }
        std::printf("%s\n", key.c_str());
        for (const auto& [inner, text] : value.items())
            std::printf("  %-24s %s\n", printable(inner).c_str(),
                        printable(plainText(text)).c_str());
    }
}

int showNow(const SessionFlags& flags) {
    const auto named = namedRuns(flags.words, RunWords::Several);
    if (!named) return report(named.error(), kExitUsage);
    auto session = Session::openReadOnly(named->session);
    if (!session) return report(session.error());
    const auto runs = readRuns(*session, *named);
    if (!runs) return report(runs.error());
    nlohmann::json all = nlohmann::json::array();
    for (const StoredRun& run : *runs) all.push_back(runJson(run));
    const bool one = named->runs.size() == 1;
    if (flags.json) {
        printJson(one ? all.front() : all);
        return kExitFine;
    }
    for (std::size_t k = 0; k < all.size(); ++k) {
        if (k > 0) std::printf("\n");
        print(all[k]);
    }
    return kExitFine;
}

// NAME.csv for a single run, NAME.RUN.csv for one of several.
std::string csvPath(const std::string& out, std::int64_t run, bool single) {
    if (single) return out;
    const std::filesystem::path path(out);
    return (path.parent_path() /
            (path.stem().string() + "." + std::to_string(run) + path.extension().string()))
        .string();
}

Result<std::int64_t> writeRounds(Session& session, const StoredRun& run, const std::string& path) {
    constexpr std::int64_t kPage = 65536;
    const auto csv =
        isStdout(path) ? RoundsCsv::onto(std::cout, "standard output") : RoundsCsv::open(path);
    if (!csv) return tl::unexpected(csv.error());
    std::int64_t exported = 0;
    for (std::int64_t first = 1;;) {
        const auto page = session.rounds().read(run.id, first, kPage);
        if (!page) return tl::unexpected(page.error());
        if (auto written = (*csv)->consume(*page); !written) return tl::unexpected(written.error());
        exported += static_cast<std::int64_t>(page->size());
        if (static_cast<std::int64_t>(page->size()) < kPage) break;
        first = page->back().round + 1;
    }
    if (auto closed = (*csv)->close(); !closed) return tl::unexpected(closed.error());
    return exported;
}

int exportNow(const SessionFlags& flags) {
    const auto named = namedRuns(flags.words, RunWords::Several);
    if (!named) return report(named.error(), kExitUsage);
    const bool single = !named->all && named->runs.size() == 1;
    if (isStdout(flags.out) && !single)
        return report({"only one run fits on standard output: name one RUN, or a file"},
                      kExitUsage);
    auto session = Session::openReadOnly(named->session);
    if (!session) return report(session.error());
    auto runs = readRuns(*session, *named);
    if (!runs) return report(runs.error());
    if (named->all) std::erase_if(*runs, [](const StoredRun& run) { return run.rounds == 0; });
    if (runs->empty())
        return report({"session " + named->session + " has no run that keeps its rounds"});
    for (const StoredRun& run : *runs) {
        if (run.rounds == 0)
            return report({"run " + std::to_string(run.id) + " of session " + named->session +
                           " keeps no rounds: repeat it with splitee run and its parameters"});
        const std::string path = csvPath(flags.out, run.id, single);
        const auto exported = writeRounds(*session, run, path);
        if (!exported) return report(exported.error());
        std::fprintf(stderr, "%s: %lld rounds of run %lld\n", shownName(path).c_str(),
                     static_cast<long long>(*exported), static_cast<long long>(run.id));
    }
    return kExitFine;
}

}  // namespace

void addSessionVerbs(Command program) {
    const auto shown = std::make_shared<SessionFlags>();
    const Command show = program.addCommand("show", "Runs: parameters, provenance, figures");
    addSessionWords(show, "show", shown->words, RunWords::Several);
    show.flag("--json", shown->json, "JSON on stdout: an object, or a list of several runs");
    show.onRun([shown] { return showNow(*shown); });

    const auto written = std::make_shared<SessionFlags>();
    const Command exported = program.addCommand("export", "Write the rounds of runs as CSV");
    addSessionWords(exported, "export", written->words, RunWords::Several);
    exported
        .option("--out", written->out,
                "The CSV file to write, as --rounds-csv does; - for stdout; NAME.RUN.csv each "
                "where there are several runs")
        .required()
        .fileName();
    exported.onRun([written] { return exportNow(*written); });
}

}  // namespace splitee
