// SPDX-License-Identifier: GPL-3.0-or-later
// Escapes texts for HTML, LaTeX and Markdown, and writes tables in each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comparison/paired_difference.h"

namespace splitee {

/// Bytes that are not UTF-8 and control characters become U+FFFD; the rest is shown as it is.
[[nodiscard]] std::string cleanText(std::string_view text);
[[nodiscard]] std::string htmlText(
    std::string_view text);  ///< for content and attributes in double quotes
[[nodiscard]] std::string latexText(std::string_view text);
[[nodiscard]] std::string markdownText(std::string_view text);  ///< for a cell of a table

/// Plain texts; the first column is words, the others are numbers.
struct ReportTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

[[nodiscard]] std::string htmlTable(const ReportTable& table);
[[nodiscard]] std::string markdownTable(const ReportTable& table);
[[nodiscard]] std::string latexTable(const ReportTable& table);  ///< with booktabs' rules

/// A line a group: seeds, rounds, figures with the half width of their 95 % interval, and signed
/// differences to the baseline.
[[nodiscard]] ReportTable figuresTable(const ComparedRuns& compared, std::size_t baseline);
/// What differs between the groups, or what is the same in all: a line a setting.
[[nodiscard]] ReportTable settingsTable(const ComparedRuns& compared, bool differing);

/// "0.31", "-0.5" with that many decimals, never "-0.0".
[[nodiscard]] std::string fixedText(double value, int decimals);

}  // namespace splitee
