// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/report_html.h"

#include <algorithm>
#include <ostream>

#include "comparison/report/report_charts.h"
#include "comparison/report/report_text.h"
#include "engine/whole_file.h"

namespace splitee {
namespace {

// Charts have their colours as attributes, which CSS rules override: so one drawing serves the
// light and the dark scheme.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --back: #f3f5f8; --card: #ffffff; --text: #1b1f27; --muted: #5f6b7c; --line: #dde2ea; }
body { margin: 0 auto; padding: 24px; max-width: 1080px; background: var(--back); color: var(--text); font: 15px/1.5 Inter, "Noto Sans", "DejaVu Sans", sans-serif; }
h1 { font-size: 22px; margin: 0 0 4px; } h2 { font-size: 16px; margin: 0 0 8px; }
p { margin: 0 0 8px; } .muted { color: var(--muted); font-size: 13px; } .sentence { font-weight: 600; font-size: 16px; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin: 16px 0; overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%; font-size: 14px; }
th, td { padding: 5px 10px; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
th:first-child { text-align: left; } thead th { color: var(--muted); font-weight: 600; } tbody th { font-weight: 500; }
td { max-width: 340px; overflow: hidden; text-overflow: ellipsis; }
svg { width: 100%; height: auto; display: block; } svg + svg { margin-top: 16px; } pre { overflow-x: auto; font-size: 12px; } summary { cursor: pointer; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14171c; --card: #1c2027; --text: #e8ebf0; --muted: #9aa5b5; --line: #303742; }
  svg [fill="#ffffff"] { fill: #1c2027; } svg [stroke="#ffffff"] { stroke: #1c2027; }
  svg [fill="#1f2933"] { fill: #e8ebf0; } svg [stroke="#1f2933"] { stroke: #e8ebf0; }
  svg [fill="#5b6770"] { fill: #9aa5b5; } svg [stroke="#e3e7eb"] { stroke: #303742; } svg [stroke="#9aa5ae"] { stroke: #5f6b7c; }
  svg [fill="#0072b2"] { fill: #4fa3e8; } svg [stroke="#0072b2"] { stroke: #4fa3e8; }
  svg [fill="#d55e00"] { fill: #f27f43; } svg [stroke="#d55e00"] { stroke: #f27f43; }
  svg [fill="#009e73"] { fill: #30c295; } svg [stroke="#009e73"] { stroke: #30c295; }
  svg [fill="#6b7680"] { fill: #a7afbc; } svg [stroke="#6b7680"] { stroke: #a7afbc; }
}
@media print { body { max-width: none; } section { break-inside: avoid; } }
)";

std::string section(const std::string& title, const std::string& note, const std::string& content) {
    return "<section>\n<h2>" + htmlText(title) + "</h2>\n" +
           (note.empty() ? "" : "<p class=\"muted\">" + htmlText(note) + "</p>\n") + content +
           "</section>\n";
}

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
    std::string text = section(
        "Round by round",
        "band: " + wordsOf(CurveBand::Interval95) + "; a group of one seed has none", curves);
    if (const auto pareto = paretoSvg(compared)) text += section("What pays", "", *pareto);
    for (const std::string& setting : numericSettings(compared))
        text += section("Over " + setting, "95 % interval of the mean over seeds",
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
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>Comparison of runs, " +
        htmlText(file) + "</title>\n<style>" + std::string(kStyle) +
        ".runs td:nth-child(2) { white-space: normal; max-width: none; text-align: left; "
        "}\n</style>\n</head>\n<body>\n";
    html += "<h1>Comparison of runs</h1>\n<p class=\"muted\">" +
            htmlText(std::to_string(compared.groups.size()) + " groups, " + std::to_string(runs) +
                     " runs, " + std::to_string(compared.rounds) + " rounds of session " + file +
                     " · baseline: " + compared.groups[baseline].label + " · made " +
                     options.madeAt + " by " + options.madeBy) +
            "</p>\n";
    html += section("In words", "", sentences(compared, baseline));
    html += section("Figures",
                    "± is the half width of the 95 % interval over seeds (Student's t); "
                    "differences are paired by seed, with their 95 % interval; regret is over a "
                    "run, against " +
                        std::string(describe(RegretAgainst::OneExit)) +
                        ", the same for all groups; reward is of a round",
                    htmlTable(figures) + "<details><summary>As Markdown</summary><pre>" +
                        htmlText(markdownTable(figures)) + "</pre></details>\n");
    const ReportTable differing = settingsTable(compared, true);
    html +=
        section("What differs", "",
                differing.rows.empty() ? "<p>Nothing: the runs differ in their seed alone.</p>\n"
                                       : htmlTable(differing));
    html += charts(compared);
    html += section("Same in all", "", htmlTable(settingsTable(compared, false)));
    html += section("Runs", "", runsTable(compared));
    return html + "</body>\n</html>\n";
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
