// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/report_text.h"

#include <algorithm>
#include <cmath>

#include "comparison/group_curves.h"
#include "plot/number_text.h"

namespace splitee {
namespace {

template <class Replace>
std::string replaced(std::string_view text, const Replace& replace) {
    std::string out;
    for (const char c : cleanText(text)) {
        const std::string_view other = replace(c);
        if (other.empty())
            out += c;
        else
            out += other;
    }
    return out;
}

std::string spread(const std::optional<Estimate>& e, int decimals) {
    if (!e) return "–";
    return fixedText(e->mean, decimals) +
           (e->halfWidth ? " ± " + fixedText(*e->halfWidth, decimals) : "");
}

std::string signedSpread(const std::optional<Estimate>& e, int decimals) {
    if (!e) return "–";
    const std::string mean = fixedText(e->mean, decimals);
    const std::string sign =
        e->mean > 0 && mean.find_first_of("123456789") != std::string::npos ? "+" : "";
    if (!e->halfWidth) return sign + mean;
    const Interval t = *e->studentT();
    return sign + mean + " (" + fixedText(t.low, decimals) + " to " + fixedText(t.high, decimals) +
           ")";
}

}  // namespace

std::string htmlText(std::string_view text) {
    return replaced(text, [](char c) -> std::string_view {
        switch (c) {
            case '&':
                return "&amp;";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '"':
                return "&quot;";
            case '\'':
                return "&#39;";
            default:
                return {};
        }
    });
}

std::string latexText(std::string_view text) {
    const std::string plain = replaced(text, [](char c) -> std::string_view {
        switch (c) {
            case '\\':
                return "\\textbackslash{}";
            case '{':
                return "\\{";
            case '}':
                return "\\}";
            case '$':
                return "\\$";
            case '&':
                return "\\&";
            case '#':
                return "\\#";
            case '%':
                return "\\%";
            case '_':
                return "\\_";
            case '^':
                return "\\textasciicircum{}";
            case '~':
                return "\\textasciitilde{}";
            case '<':
                return "\\textless{}";
            case '>':
                return "\\textgreater{}";
            case '|':
                return "\\textbar{}";
            case '"':
                return "\\textquotedbl{}";
            default:
                return {};
        }
    });
    std::string out = plain;
    for (const auto& [sign, command] :
         {std::pair<std::string_view, std::string_view>{"±", "$\\pm$"},
          {"λ", "$\\lambda$"},
          {"–", "--"},
          {"Δ", "$\\Delta$"}})
        for (std::size_t at = 0; (at = out.find(sign, at)) != std::string::npos;
             at += command.size())
            out.replace(at, sign.size(), command);
    return out;
}

std::string markdownText(std::string_view text) {
    return replaced(text, [](char c) -> std::string_view {
        switch (c) {
            case '|':
                return "\\|";
            case '\\':
                return "\\\\";
            case '`':
                return "\\`";
            case '*':
                return "\\*";
            case '_':
                return "\\_";
            case '[':
                return "\\[";
            case ']':
                return "\\]";
            case '<':
                return "&lt;";
            case '>':
                return "&gt;";
            case '&':
                return "&amp;";
            default:
                return {};
        }
    });
}

std::string fixedText(double value, int decimals) {
    if (!std::isfinite(value)) return "–";
    std::string number = fixedDigits(value, decimals);
    if (number.front() == '-' && number.find_first_of("123456789") == std::string::npos)
        number.erase(0, 1);
    return number;
}

std::string htmlTable(const ReportTable& table) {
    std::string out = "<table>\n<thead><tr>";
    for (const std::string& column : table.columns)
        out += "<th scope=\"col\">" + htmlText(column) + "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (std::size_t k = 0; k < row.size(); ++k)
            out += (k == 0 ? "<th scope=\"row\">" : "<td>") + htmlText(row[k]) +
                   (k == 0 ? "</th>" : "</td>");
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n";
}

std::string markdownTable(const ReportTable& table) {
    std::string out = "|", rule = "|";
    for (std::size_t k = 0; k < table.columns.size(); ++k) {
        out += " " + markdownText(table.columns[k]) + " |";
        rule += k == 0 ? " --- |" : " ---: |";
    }
    out += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
        out += "|";
        for (const std::string& cell : row) out += " " + markdownText(cell) + " |";
        out += "\n";
    }
    return out;
}

std::string latexTable(const ReportTable& table) {
    std::string out = "\\begin{tabular}{l";
    for (std::size_t k = 1; k < table.columns.size(); ++k) out += "r";
    out += "}\n\\toprule\n";
    const auto line = [&](const std::vector<std::string>& cells) {
        for (std::size_t k = 0; k < cells.size(); ++k) {
            const bool argument =
                cells[k].starts_with('[') ||
                cells[k].starts_with('*');  // LaTeX would read it as an argument of the \\ before
            out += std::string(k > 0 ? " & " : "") + (argument ? "{}" : "") + latexText(cells[k]);
        }
        out += " \\\\\n";
    };
    line(table.columns);
    out += "\\midrule\n";
    for (const auto& row : table.rows) line(row);
    return out + "\\bottomrule\n\\end{tabular}\n";
}

ReportTable figuresTable(const ComparedRuns& compared, std::size_t baseline) {
    ReportTable table{{"Group", "Seeds", "Rounds", "Accuracy %", "Cost λ a sample", "Offloaded %",
                       "Regret", "Δ cost λ", "Δ accuracy, points", "Reward", "Δ reward"},
                      {}};
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        const ComparedGroup& group = compared.groups[g];
        std::int64_t least = group.runs.front().summary.rounds, most = least;
        for (const ComparedRun& run : group.runs) {
            least = std::min(least, run.summary.rounds);
            most = std::max(most, run.summary.rounds);
        }
        std::optional<Comparison> difference;
        if (g != baseline && baseline < compared.groups.size())
            difference = pairedDifference(group, compared.groups[baseline]).difference;
        const bool is = g == baseline;
        table.rows.push_back(
            {group.label, std::to_string(group.runs.size()),
             least == most ? std::to_string(most)
                           : std::to_string(least) + " to " + std::to_string(most),
             spread(endEstimate(group, EndFigure::Accuracy), 2),
             spread(endEstimate(group, EndFigure::CostMean), 2),
             spread(endEstimate(group, EndFigure::OffloadRate), 1),
             spread(endEstimate(group, EndFigure::Regret), 1),
             is ? "baseline"
                : signedSpread(difference ? std::optional(difference->cost) : std::nullopt, 2),
             is ? "baseline" : signedSpread(difference ? difference->accuracy : std::nullopt, 2),
             spread(endEstimate(group, EndFigure::Reward), 3),
             is ? "baseline"
                : signedSpread(difference ? std::optional(difference->reward) : std::nullopt, 3)});
    }
    return table;
}

ReportTable settingsTable(const ComparedRuns& compared, bool differing) {
    ReportTable table{{"Setting"}, {}};
    if (differing)
        for (const ComparedGroup& group : compared.groups) table.columns.push_back(group.label);
    else
        table.columns.emplace_back("In all");
    for (const ComparedSetting& setting : compared.settings) {
        if (setting.differs() != differing || (!differing && setting.values.front().empty()))
            continue;
        std::vector<std::string> row{setting.label +
                                     (setting.unit.empty() ? "" : " (" + setting.unit + ")")};
        for (const std::string& value : setting.values) {
            row.push_back(value.empty() ? "–" : value);
            if (!differing) break;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace splitee
