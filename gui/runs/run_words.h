// SPDX-License-Identifier: GPL-3.0-or-later
// Names of columns and texts of values of the run table.
#pragma once

#include <QString>

#include "comparison/run_table.h"

namespace splitee {

/// "Accuracy", "Offloading o"; `key` as RunTable takes it.
[[nodiscard]] QString keyLabel(std::size_t key);
/// With its unit, as a column's head: "Accuracy (%)".
[[nodiscard]] QString keyHeading(std::size_t key);
[[nodiscard]] bool isNumberKey(std::size_t key);
[[nodiscard]] QString keyHelp(std::size_t key);
/// "90.1 ± 0.2", "yes", "2026-11-21 15:30" in the local time; "–" where it is not known, "…" where
/// the runs of a group differ.
[[nodiscard]] QString cellText(std::size_t key, const RunCell& cell);
/// "run 12", "SplitEE-S" or the name given to it.
[[nodiscard]] QString runTitle(const RunRow& row);
/// "1 run", "2 041 runs".
[[nodiscard]] QString runsText(std::size_t count);
[[nodiscard]] QString statusWord(RunStatus status);

}  // namespace splitee
