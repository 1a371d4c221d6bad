// SPDX-License-Identifier: GPL-3.0-or-later
// Text escaped for HTML, LaTeX and Markdown, and tables written in each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comparison/paired_difference.h"
#include "engine/plain_text.h"

namespace splitee {

// What people named goes through cleanText() in each.
[[nodiscard]] std::string htmlText(
    std::string_view text);  ///< for content and attributes in double quotes
[[nodiscard]] std::string latexText(std::string_view text);
[[nodiscard]] std::string markdownText(std::string_view text);  ///< for a cell of a table

/// Cells without markup; the first column holds labels, the others numbers.
struct ReportTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

[[nodiscard]] std::string htmlTable(const ReportTable& table);
[[nodiscard]] std::string markdownTable(const ReportTable& table);
[[nodiscard]] std::string latexTable(
    const ReportTable& table);  ///< with the rules of the package booktabs

/// One row per group: seeds, rounds, figures with the half width of their 95 % interval, and signed
/// differences to the baseline.
[[nodiscard]] ReportTable figuresTable(const ComparedRuns& compared, std::size_t baseline);
/// The settings that differ between the groups, or those that are the same in all; a row each.
[[nodiscard]] ReportTable settingsTable(const ComparedRuns& compared, bool differing);

/// "0.31", "-0.5" with that many decimals, never "-0.0"; "–" where the value is not finite.
[[nodiscard]] std::string fixedText(double value, int decimals);

}  // namespace splitee
