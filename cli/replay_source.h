// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the exit table of a verb that replays one, and selects the policies that it can serve.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

/// The keys of `experiment`, all of them valid for the world. "all" means every policy that this
/// table and these settings can serve; policies left out are named on stderr with the reason.
[[nodiscard]] Result<std::vector<std::string>> playablePolicies(const Experiment& experiment,
                                                                World& world);

/// Replaces "all" in an experiment by the keys that playablePolicies() returns.
[[nodiscard]] Result<void> narrowToPlayable(Experiment& experiment, World& world);

/// "SplitEE" for "splitee"; the key itself where it is unknown.
[[nodiscard]] std::string policyLabel(std::string_view key);

/// Opens a table by the user's name for it (openTable()) and scales it by the experiment's
/// temperatures. On failure, or where the table has a single exit and so no split to choose for
/// `verb`, prints the error, sets `exitCode` and returns empty. Blocks.
[[nodiscard]] std::optional<ExitTable> openReplay(const std::string& name,
                                                  const Experiment& experiment,
                                                  const std::string& verb, int& exitCode);

}  // namespace splitee
