// SPDX-License-Identifier: GPL-3.0-or-later
// report: a comparison of logged runs as one file.
#include <chrono>
#include <cstdio>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/session_words.h"
#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "comparison/group_curves.h"
#include "comparison/kept_summary.h"
#include "comparison/paired_difference.h"
#include "comparison/report/report_html.h"
#include "storage/files/provenance.h"
#include "storage/files/utc_text.h"

namespace splitee {
namespace {

struct ReportFlags {
    SessionWords words;
    std::string out, format = "md";
    std::int64_t baseline = 0;
    bool json = false, curves = false;
};

struct Figure {
    const char* key;
    EndFigure figure;
    double scale;  // from that to the unit that every verb states
};
constexpr Figure kFigures[] = {{"accuracy", EndFigure::Accuracy, 0.01},
                               {"cost_mean", EndFigure::CostMean, 1},
                               {"offload_rate", EndFigure::OffloadRate, 0.01},
                               {"reward_mean", EndFigure::Reward, 1},
                               {"regret", EndFigure::Regret, 1}};

std::optional<Estimate> scaled(std::optional<Estimate> estimate, double scale) {
    if (!estimate) return estimate;
    estimate->mean *= scale;
    for (auto* part :
         {&estimate->halfWidth, &estimate->standardError, &estimate->standardDeviation})
        if (*part) **part *= scale;
    return estimate;
}

Result<std::vector<std::int64_t>> reportedRuns(const NamedRuns& named) {
    if (!named.all) return named.runs;
    auto session = Session::openReadOnly(named.session);
    if (!session) return tl::unexpected(session.error());
    std::vector<std::int64_t> all;
    const auto seen = session->runs().forEach([&](const StoredRun& run) -> Result<void> {
        if (playedRounds(run) > 0 && !run.marks.trashed) all.push_back(run.id);
        return {};
    });
    if (!seen) return tl::unexpected(seen.error());
    if (all.empty())
        return fail("session " + named.session + " has no run with figures to compare");
    return all;
}

Result<std::size_t> baselineOf(const ComparedRuns& compared, std::int64_t run) {
    if (run == 0) return 0;
    for (std::size_t g = 0; g < compared.groups.size(); ++g)
        for (const ComparedRun& one : compared.groups[g].runs)
            if (one.id == run) return g;
    return fail("baseline run " + std::to_string(run) + " is not among the runs compared");
}

nlohmann::json differenceJson(const PairedDifference& paired, const ComparedGroup& group,
                              const ComparedGroup& baseline) {
    if (!paired.difference) return nullptr;
    const Comparison& difference = *paired.difference;
    return {{"seeds", paired.common},
            {"cost_mean", figureJson(difference.cost, unitOf("cost_mean"))},
            {"accuracy_points", figureJson(difference.accuracy, "points")},
            {"reward_mean", figureJson(difference.reward, unitOf("reward_mean"))},
            {"regret", figureJson(difference.regret, unitOf("regret"))},
            {"regret_refused",
             difference.sameReference ? nlohmann::json(nullptr) : nlohmann::json(kRegretRefused)},
            {"sentence", sentence(paired, group.label, baseline.label)}};
}

nlohmann::json toJson(const ComparedRuns& compared, std::size_t baseline) {
    nlohmann::json groups = nlohmann::json::array();
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        const ComparedGroup& group = compared.groups[g];
        nlohmann::json one{{"label", group.label},
                           {"policy", group.policy},
                           {"source", sourceJson(group.first)},
                           {"runs", nlohmann::json::array()},
                           {"seeds", group.runs.size()},
                           {"baseline", g == baseline},
                           {"against_baseline", nullptr}};
        for (const ComparedRun& run : group.runs) one["runs"].push_back(run.id);
        for (const Figure& figure : kFigures)
            one[figure.key] = figureJson(scaled(endEstimate(group, figure.figure), figure.scale),
                                         unitOf(figure.key));
        if (g != baseline)
            one["against_baseline"] =
                differenceJson(pairedDifference(group, compared.groups[baseline]), group,
                               compared.groups[baseline]);
        groups.push_back(std::move(one));
    }
    return {{"session", compared.session.string()},
            {"regret_reference", describe(RegretAgainst::OneExit)},
            {"groups", groups}};
}

Result<void> check(const ReportFlags& flags) {
    if (flags.out.empty() && !flags.json)
        return fail("name the file to write: --out FILE.html, .md or .tex, or give --json");
    if (!reportFormat(flags.format))
        return fail("unknown --format '" + flags.format.substr(0, 100) +
                    "': valid are html, md or tex");
    return oneOnStdout({{"--out", isStdout(flags.out)}, {"--json", flags.json}});
}

int write(const ReportFlags& flags, const ComparedRuns& compared, const ReportOptions& options,
          std::size_t runs) {
    if (isStdout(flags.out)) {
        const std::string text = reportText(*reportFormat(flags.format), compared, options);
        const auto written = writeText(flags.out, "report", text);
        return written ? kExitFine : report(written.error());
    }
    if (!flags.out.empty())
        if (auto written = writeReport(flags.out, compared, options); !written)
            return report(written.error());
    if (flags.json)
        printJson(toJson(compared, options.baseline));
    else
        std::printf("%s: %s of %s\n", printable(flags.out).c_str(),
                    counted(static_cast<std::int64_t>(compared.groups.size()), "group").c_str(),
                    counted(static_cast<std::int64_t>(runs), "run").c_str());
    return kExitFine;
}

int reportNow(const ReportFlags& flags) {
    const auto named = namedRuns(flags.words, RunWords::AnyOrAll);
    if (!named) return report(named.error(), kExitUsage);
    if (auto valid = check(flags); !valid) return report(valid.error(), kExitUsage);
    const auto runs = reportedRuns(*named);
    if (!runs) return report(runs.error());
    const auto stop = cancelledByUser();
    Result<ComparedRuns> compared;
    {
        ProgressLine progress;
        compared = compareRuns(named->session, *runs, progress.sink(), stop,
                               flags.curves ? MissingRounds::PlayAgain : MissingRounds::Leave);
    }
    if (!compared)
        return report(compared.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    if (const std::size_t without = compared->withoutRounds(); without > 0)
        std::fprintf(stderr, "splitee: %s no rounds, so there are no curves of them%s\n",
                     (counted(static_cast<std::int64_t>(without), "run") +
                      (without == 1 ? " keeps" : " keep"))
                         .c_str(),
                     flags.curves ? ": a live run is not played again"
                                  : ": --curves plays replays once more for that");
    const auto baseline = baselineOf(*compared, flags.baseline);
    if (!baseline) return report(baseline.error());
    const ReportOptions options{*baseline, utcText(std::chrono::system_clock::now()),
                                programText()};
    return write(flags, *compared, options, runs->size());
}

}  // namespace

void addReportVerb(Command program) {
    const auto flags = std::make_shared<ReportFlags>();
    const Command verb = program.addCommand(
        "report",
        "Compare kept runs in one file: figures, what differs, paired differences, charts");
    addSessionWords(verb, "report", flags->words, RunWords::AnyOrAll);
    verb.option("-o,--out", flags->out,
                "FILE.html, opens offline; or the table of figures as FILE.md or FILE.tex; - for "
                "stdout")
        .fileName();
    verb.option("--format", flags->format, "Of a report on stdout: html, md or tex").showDefault();
    verb.option("--baseline", flags->baseline,
                "A run of the group that differences are signed against; else the first group's");
    verb.flag("--json", flags->json, "The figures as one JSON object on stdout");
    verb.flag("--curves", flags->curves,
              "Play replays whose rounds were not kept once more, for their curves");
    verb.footer("Without runs: all that were played and are not in the trash, at most 1000.");
    verb.onRun([flags] { return reportNow(*flags); });
}

}  // namespace splitee
