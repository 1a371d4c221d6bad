// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/report_html.h"

#include <algorithm>
#include <ostream>

#include "comparison/report/html_page.h"
#include "comparison/report/report_charts.h"
#include "comparison/report/report_text.h"
#include "engine/whole_file.h"

namespace splitee {
namespace {

std::string sentences(const ComparedRuns& compared, std::size_t baseline) {
    std::string text;
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        if (g == baseline) continue;
        const PairedDifference paired =
            pairedDifference(compared.groups[g], compared.groups[baseline]);
        text +=
            "<p class=\"sentence\">" +
            htmlText(sentence(paired, compared.groups[g].label, compared.groups[baseline].label)) +
            ".</p>\n";
    }
    return text.empty() ? "<p>One group alone: there is nothing to compare it with.</p>\n" : text;
}

std::string runsTable(const ComparedRuns& compared) {
    ReportTable table{{"Group", "Runs (number: seed)", "Repeats left out", "Started first"}, {}};
    for (const ComparedGroup& group : compared.groups) {
        std::string runs;
        for (const ComparedRun& run : group.runs) {
            runs += (runs.empty() ? "" : ", ") + std::to_string(run.id) + ": " +
                    std::to_string(run.seed) +
                    (run.name.empty() || group.label.starts_with(run.name) ? ""
                                                                           : " (" + run.name + ")");
            if (run.status != RunStatus::Finished)
                runs += " (" + std::string(toText(run.status)) + ")";
        }
        table.rows.push_back(
            {group.label, runs, std::to_string(group.repeats), group.first.startedAt});
    }
    return "<div class=\"runs\">" + htmlTable(table) + "</div>\n";
}

std::string charts(const ComparedRuns& compared) {
    std::string curves;
    for (const CurveChoice& choice : curveChoices(compared)) {
        if (choice.kind == CurveKind::LayerShare || choice.kind == CurveKind::CostSum ||
            choice.kind == CurveKind::RealisedRegret)
            continue;
        curves += curvesSvg(compared, choice, CurveBand::Interval95);
    }
    // Every chart shows its own title.
    std::string text = htmlSection(
        "Round by round",
        "band: " + wordsOf(CurveBand::Interval95) + "; a group of one seed has none", curves);
    if (const auto pareto = paretoSvg(compared)) text += htmlSection("What pays", "", *pareto);
    for (const std::string& setting : numericSettings(compared))
        text += htmlSection("Over " + setting, "95 % interval of the mean over seeds",
                            settingSvg(compared, setting));
    return text;
}

}  // namespace

std::string reportHtml(const ComparedRuns& compared, const ReportOptions& options) {
    std::size_t runs = 0;
    for (const ComparedGroup& group : compared.groups) runs += group.runs.size();
    const std::size_t baseline = std::min(options.baseline, compared.groups.size() - 1);
    const ReportTable figures = figuresTable(compared, baseline);
    const std::string file = compared.session.filename().string();
    std::string html = htmlPageHead(
        "Comparison of runs, " + file,
        ".runs td:nth-child(2) { white-space: normal; max-width: none; text-align: left; }");
    html += "<h1>Comparison of runs</h1>\n<p class=\"muted\">" +
            htmlText(std::to_string(compared.groups.size()) + " groups, " + std::to_string(runs) +
                     " runs, " + std::to_string(compared.rounds) + " rounds of session " + file +
                     " · baseline: " + compared.groups[baseline].label + " · made " +
                     options.madeAt + " by " + options.madeBy) +
            "</p>\n";
    html += htmlSection("In words", "", sentences(compared, baseline));
    html +=
        htmlSection("Figures",
                    "± is the half width of the 95 % interval over seeds (Student's t); "
                    "differences are paired by seed, with their 95 % interval; regret is over a "
                    "run, against " +
                        std::string(describe(RegretAgainst::OneExit)) +
                        ", the same for all groups; reward is of a round",
                    htmlTable(figures) + "<details><summary>As Markdown</summary><pre>" +
                        htmlText(markdownTable(figures)) + "</pre></details>\n");
    const ReportTable differing = settingsTable(compared, true);
    html += htmlSection("What differs", "",
                        differing.rows.empty()
                            ? "<p>Nothing: the runs differ in their seed alone.</p>\n"
                            : htmlTable(differing));
    html += charts(compared);
    html += htmlSection("Same in all", "", htmlTable(settingsTable(compared, false)));
    html += htmlSection("Runs", "", runsTable(compared));
    return html + std::string(htmlPageEnd());
}

std::optional<ReportFormat> reportFormat(std::string_view name) {
    if (name == "html" || name == "htm") return ReportFormat::Html;
    if (name == "md") return ReportFormat::Markdown;
    if (name == "tex") return ReportFormat::Latex;
    return std::nullopt;
}

std::string reportText(ReportFormat format, const ComparedRuns& compared,
                       const ReportOptions& options) {
    switch (format) {
        case ReportFormat::Markdown:
            return markdownTable(figuresTable(compared, options.baseline));
        case ReportFormat::Latex:
            return latexTable(figuresTable(compared, options.baseline));
        case ReportFormat::Html:
            break;
    }
    return reportHtml(compared, options);
}

Result<void> writeReport(const std::filesystem::path& path, const ComparedRuns& compared,
                         const ReportOptions& options) {
    if (compared.groups.empty()) return fail("no runs to report on");
    const std::string ending = path.extension().string();
    const auto format = reportFormat(ending.empty() ? ending : ending.substr(1));
    if (!format)
        return fail("cannot write report " + path.string() +
                    ": its name must end in .html, .md or .tex");
    const std::string text = reportText(*format, compared, options);
    return writeWholeFile(path, "report", [&](std::ostream& out) { out << text; });
}

}  // namespace splitee
