// SPDX-License-Identifier: GPL-3.0-or-later
// report: a comparison of logged runs as one file.
#include <chrono>
#include <cstdio>
#include <memory>

#include "cli/terminal.h"
#include "cli/text_output.h"
#include "cli/verbs.h"
#include "comparison/report/report_html.h"
#include "storage/files/provenance.h"
#include "storage/files/utc_text.h"
#include "storage/session/session.h"

namespace splitee {
namespace {

struct ReportFlags {
    std::string session, out, format = "md";
    std::vector<std::int64_t> runs;
    std::int64_t baseline = 0;
};

Result<std::vector<std::int64_t>> runsOf(const ReportFlags& flags) {
    if (!flags.runs.empty()) return flags.runs;
    auto session = Session::openReadOnly(flags.session);
    if (!session) return tl::unexpected(session.error());
    std::vector<std::int64_t> all;
    const auto seen = session->runs().forEach([&](const StoredRun& run) -> Result<void> {
        if (run.rounds > 0 && !run.marks.trashed) all.push_back(run.id);
        return {};
    });
    if (!seen) return tl::unexpected(seen.error());
    if (all.empty()) return fail("session " + flags.session + " keeps no rounds to compare");
    return all;
}

int reportNow(const ReportFlags& flags) {
    if (!reportFormat(flags.format))
        return report(
            {"unknown --format '" + flags.format.substr(0, 100) + "': valid are html, md or tex"},
            kExitUsage);
    const auto runs = runsOf(flags);
    if (!runs) return report(runs.error());
    const auto stop = cancelledByUser();
    Result<ComparedRuns> compared;
    {
        ProgressLine progress;
        compared = compareRuns(flags.session, *runs, progress.sink(), stop);
    }
    if (!compared)
        return report(compared.error(), stop.stop_requested() ? kExitCancelled : kExitFailed);
    ReportOptions options{0, utcText(std::chrono::system_clock::now()), programText()};
    bool known = flags.baseline == 0;
    for (std::size_t g = 0; g < compared->groups.size(); ++g)
        for (const ComparedRun& run : compared->groups[g].runs)
            if (run.id == flags.baseline) {
                options.baseline = g;
                known = true;
            }
    if (!known)
        return report(
            {"baseline run " + std::to_string(flags.baseline) + " is not among the runs compared"});
    if (isStdout(flags.out)) {
        const std::string text = reportText(*reportFormat(flags.format), *compared, options);
        const auto written = writeText(flags.out, "report", text);
        return written ? kExitFine : report(written.error());
    }
    if (auto written = writeReport(flags.out, *compared, options); !written)
        return report(written.error());
    std::printf("%s: %s of %s\n", printable(flags.out).c_str(),
                counted(static_cast<std::int64_t>(compared->groups.size()), "group").c_str(),
                counted(static_cast<std::int64_t>(runs->size()), "run").c_str());
    return kExitFine;
}

}  // namespace

void addReportVerb(Command program) {
    const auto flags = std::make_shared<ReportFlags>();
    const Command verb = program.addCommand(
        "report",
        "Compare kept runs in one file: figures, what differs, paired differences, charts");
    verb.option("session", flags->session, "Session file").required();
    verb.option(
        "runs", flags->runs,
        "Numbers of runs, as 'splitee runs' lists them; none: all that keep rounds, at most 200");
    verb.option("-o,--out", flags->out,
                "FILE.html, opens offline; or the table of figures as FILE.md or FILE.tex; - for "
                "stdout")
        .required()
        .fileName();
    verb.option("--format", flags->format, "Of a report on stdout: html, md or tex").showDefault();
    verb.option("--baseline", flags->baseline,
                "A run of the group that differences are signed against; else the first group's");
    verb.onRun([flags] { return reportNow(*flags); });
}

}  // namespace splitee
