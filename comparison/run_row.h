// SPDX-License-Identifier: GPL-3.0-or-later
// RunRow: one run as tables, filters, groups and comparisons use it, without its rounds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "storage/session/stored_run.h"

namespace splitee {

/// What can be said of it by a key: run_keys.h.
struct RunRow {
    StoredRun run;                    ///< its summary is empty here: it became the figures
    std::vector<double> figures;      ///< as runFigures() are; NaN: not known
    std::vector<std::int64_t> pulls;  ///< [L] rounds a split layer was chosen; empty: not known
    double seconds = 0;               ///< wall time; NaN: not known
};

/// A summary that cannot be read gives a row without figures.
[[nodiscard]] RunRow rowOf(StoredRun run);

/// All runs of a session in order of their numbers, those in the trash too. Blocks; some 20
/// microseconds a run.
[[nodiscard]] Result<std::vector<RunRow>> readRows(const std::filesystem::path& session,
                                                   const ProgressSink& progress,
                                                   const std::stop_token& stop);

}  // namespace splitee
