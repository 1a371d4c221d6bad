// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a comparison as one HTML file that any browser opens offline: no script, no external
// address, charts inside, light and dark.
#pragma once

#include <filesystem>
#include <string>

#include "comparison/compared_runs.h"

namespace splitee {

struct ReportOptions {
    std::size_t baseline = 0;  ///< the group that differences are signed against
    std::string madeAt;        ///< UTC, as utcText() says it
    std::string madeBy;        ///< programText()
};

/// Whatever runs and files are called, it is shown as text. `compared` must have a group.
[[nodiscard]] std::string reportHtml(const ComparedRuns& compared, const ReportOptions& options);

/// By the name's ending: .html, or the table of figures alone as .md or .tex. Blocks.
[[nodiscard]] Result<void> writeReport(const std::filesystem::path& path,
                                       const ComparedRuns& compared, const ReportOptions& options);

}  // namespace splitee
