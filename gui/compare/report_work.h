// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a report from the window: comparison/report/report_html.h with program and time.
#pragma once

#include <chrono>

#include "comparison/report/report_html.h"
#include "storage/files/provenance.h"
#include "storage/files/utc_text.h"

namespace splitee {

[[nodiscard]] inline Result<void> writeReportNow(const std::filesystem::path& path,
                                                 const ComparedRuns& compared,
                                                 std::size_t baseline) {
    return writeReport(path, compared,
                       {baseline, utcText(std::chrono::system_clock::now()), programText()});
}

}  // namespace splitee
