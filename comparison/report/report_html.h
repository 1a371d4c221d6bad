// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison of runs as one HTML file that opens offline: no script, no external address, charts
// embedded, light and dark scheme.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "comparison/compared_runs.h"

namespace splitee {

struct ReportOptions {
    std::size_t baseline = 0;  ///< the group that others are compared with
    std::string madeAt;        ///< UTC, from utcText()
    std::string madeBy;        ///< programText()
};

/// Names of runs and files are escaped. `compared` must have a group.
[[nodiscard]] std::string reportHtml(const ComparedRuns& compared, const ReportOptions& options);

enum class ReportFormat { Html, Markdown, Latex };
/// "html", "md" or "tex"; "htm" too.
[[nodiscard]] std::optional<ReportFormat> reportFormat(std::string_view name);

/// The whole report, or the table of figures alone as Markdown or LaTeX.
[[nodiscard]] std::string reportText(ReportFormat format, const ComparedRuns& compared,
                                     const ReportOptions& options);

/// Format by extension: .html, or the table of figures alone as .md or .tex. Blocks.
[[nodiscard]] Result<void> writeReport(const std::filesystem::path& path,
                                       const ComparedRuns& compared, const ReportOptions& options);

}  // namespace splitee
