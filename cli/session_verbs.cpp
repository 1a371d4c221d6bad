// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/terminal.h"
#include "cli/verbs.h"
#include "storage/files/fields_json.h"
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
            {"experiment", fieldsToJson(run.experiment)},
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
            {"summary",
             nlohmann::json::parse(run.summary.empty() ? "null" : run.summary, nullptr, false)}};
}

void printJson(const nlohmann::json& json) {
    std::printf("%s\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
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
            std::printf(
                "%-26s %s\n", key.c_str(),
                value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
            continue;
        }
        std::printf("%s\n", key.c_str());
        for (const auto& [inner, text] : value.items())
            std::printf("  %-24s %s\n", inner.c_str(),
                        text.is_string() ? text.get<std::string>().c_str() : text.dump().c_str());
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
    const auto csv = RoundsCsv::open(flags.out);
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

void addSessionVerbs(CLI::App& app, int& exitCode) {
    const auto flags = std::make_shared<SessionFlags>();
    auto* runs = app.add_subcommand("runs", "List the runs of a session");
    auto* show = app.add_subcommand("show", "One run: parameters, provenance, figures");
    auto* exported = app.add_subcommand("export", "Write the rounds of one run as CSV");
    for (auto* verb : {runs, show, exported})
        verb->add_option("--session", flags->session, "The session file")->required();
    for (auto* verb : {show, exported})
        verb->add_option("run", flags->run, "The run's number, as in splitee runs")->required();
    for (auto* verb : {runs, show}) verb->add_flag("--json", flags->json, "JSON on stdout");
    runs->add_flag("--digest", flags->digest,
                   "Only one number over all runs, their figures without wall time and their "
                   "rounds: to compare sessions");
    exported->add_option("--out", flags->out, "The CSV file to write, as --rounds-csv does")
        ->required();
    runs->callback([flags, &exitCode] { exitCode = runsNow(*flags); });
    show->callback([flags, &exitCode] { exitCode = showNow(*flags); });
    exported->callback([flags, &exitCode] { exitCode = exportNow(*flags); });
}

}  // namespace splitee
