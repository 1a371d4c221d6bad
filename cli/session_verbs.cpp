// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "storage/session/session_digest.h"
#include "storage/tables/rounds_csv.h"

namespace splitee {
namespace {

struct SessionFlags {
    std::string session, out;
    std::int64_t run = 0;
    bool json = false, digest = false;
};

nlohmann::json runJson(const StoredRun& run) {
    const RunProvenance& p = run.provenance;
    return {{"run", run.id},
            {"policy", run.spec.policy},
            {"seed", run.spec.seed},
            {"status", toText(run.status)},
            {"message", run.message},
            {"started_at", run.startedAt},
            {"finished_at", run.finishedAt},
            {"rounds", run.rounds},
            {"experiment", experimentJson(run.experiment)},
            {"provenance",
             {{"source", p.source},
              {"distortion", p.distortion},
              {"program", p.program},
              {"cpu", p.cpu},
              {"threads", p.threads},
              {"libraries", p.libraries},
              {"model_hash", p.modelHash},
              {"data_hash", p.dataHash}}},
            {"marks",
             {{"name", run.marks.name},
              {"starred", run.marks.starred},
              {"tags", run.marks.tags},
              {"note", run.marks.note},
              {"trashed", run.marks.trashed}}},
            {"summary", parsedJson(run.summary.empty() ? "null" : run.summary)}};
}

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

int runsNow(const SessionFlags& flags) {
    auto session = Session::open(flags.session, Session::Access::ReadOnly);
    if (!session) return report(session.error());
    if (flags.digest) return digestNow(*session);
    const auto runs = session->runs().all();
    if (!runs) return report(runs.error());
    if (flags.json) {
        nlohmann::json all = nlohmann::json::array();
        for (const StoredRun& run : *runs) all.push_back(runJson(run));
        printJson(all);
        return kExitFine;
    }
    const bool named =
        std::ranges::any_of(*runs, [](const StoredRun& run) { return !run.marks.name.empty(); });
    std::printf(" run  policy      seed  status           rounds  started               source%s\n",
                named ? "  # name" : "");
    for (const StoredRun& run : *runs)
        std::printf("%4lld  %-10s  %4llu  %-11s  %10lld  %-20.19s  %s%s%s%s%s\n",
                    static_cast<long long>(run.id), printable(run.spec.policy).c_str(),
                    static_cast<unsigned long long>(run.spec.seed),
                    std::string(toText(run.status)).c_str(), static_cast<long long>(run.rounds),
                    run.startedAt.c_str(), printable(run.provenance.source).c_str(),
                    run.provenance.distortion.empty() ? "" : ", ",
                    run.provenance.distortion.c_str(), run.marks.name.empty() ? "" : "  # ",
                    printable(run.marks.name).c_str());
    return kExitFine;
}

int showNow(const SessionFlags& flags) {
    auto session = Session::open(flags.session, Session::Access::ReadOnly);
    if (!session) return report(session.error());
    const auto run = session->runs().find(flags.run);
    if (!run) return report(run.error());
    const nlohmann::json json = runJson(*run);
    if (flags.json) {
        printJson(json);
        return kExitFine;
    }
    for (const auto& [key, value] : json.items()) {
        if (!value.is_object()) {
            std::printf("%-26s %s\n", key.c_str(), plainText(value).c_str());
            continue;
        }
        std::printf("%s\n", key.c_str());
        for (const auto& [inner, text] : value.items())
            std::printf("  %-24s %s\n", inner.c_str(), plainText(text).c_str());
    }
    return kExitFine;
}

int exportNow(const SessionFlags& flags) {
    constexpr std::int64_t kPage = 65536;
    auto session = Session::open(flags.session, Session::Access::ReadOnly);
    if (!session) return report(session.error());
    const auto run = session->runs().find(flags.run);
    if (!run) return report(run.error());
    if (run->rounds == 0)
        return report({"run " + std::to_string(run->id) + " of session " + flags.session +
                       " keeps no rounds: repeat it with splitee run and its parameters"});
    const auto csv = isStdout(flags.out) ? RoundsCsv::onto(std::cout, "standard output")
                                         : RoundsCsv::open(flags.out);
    if (!csv) return report(csv.error());
    std::int64_t exported = 0;
    for (std::int64_t first = 1;;) {
        const auto page = session->rounds().read(run->id, first, kPage);
        if (!page) return report(page.error());
        if (auto written = (*csv)->consume(*page); !written) return report(written.error());
        exported += static_cast<std::int64_t>(page->size());
        if (static_cast<std::int64_t>(page->size()) < kPage) break;
        first = page->back().round + 1;
    }
    if (auto closed = (*csv)->close(); !closed) return report(closed.error());
    std::fprintf(stderr, "%s: %lld rounds of run %lld\n", flags.out.c_str(),
                 static_cast<long long>(exported), static_cast<long long>(run->id));
    return kExitFine;
}

}  // namespace

void addSessionVerbs(Command program) {
    const auto flags = std::make_shared<SessionFlags>();
    const Command runs = program.addCommand("runs", "List the runs of a session");
    const Command show = program.addCommand("show", "One run: parameters, provenance, figures");
    const Command exported = program.addCommand("export", "Write the rounds of one run as CSV");
    for (const Command& verb : {runs, show, exported})
        verb.option("--session", flags->session, "The session file").required();
    for (const Command& verb : {show, exported})
        verb.option("run", flags->run, "The run's number, as in splitee runs").required();
    for (const Command& verb : {runs, show}) verb.flag("--json", flags->json, "JSON on stdout");
    runs.flag("--digest", flags->digest,
              "Only one number over all runs, their figures without wall time and their "
              "rounds: to compare sessions");
    exported
        .option("--out", flags->out, "The CSV file to write, as --rounds-csv does; - for stdout")
        .required()
        .fileName();
    runs.onRun([flags] { return runsNow(*flags); });
    show.onRun([flags] { return showNow(*flags); });
    exported.onRun([flags] { return exportNow(*flags); });
}

}  // namespace splitee
