// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb that replays a table plays: the table at the experiment's temperatures, and the
// policies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

/// The keys of `experiment`, all of them valid for the world. "all" means every policy that this
/// table and these settings can serve; those left out are named on stderr with the reason.
[[nodiscard]] Result<std::vector<std::string>> playablePolicies(const Experiment& experiment,
                                                                World& world);

/// Makes "all" of an experiment the policies that playablePolicies() leaves.
[[nodiscard]] Result<void> narrowToPlayable(Experiment& experiment, World& world);

/// "SplitEE" for "splitee"; the key itself where it is unknown.
[[nodiscard]] std::string policyLabel(std::string_view key);

/// A table as the user names it (openTable()), at the experiment's temperatures. Reports a failure,
/// sets `exitCode` and is empty then; so too where the table has a single exit, for `verb` needs
/// splits to choose from. Blocks.
[[nodiscard]] std::optional<ExitTable> openReplay(const std::string& name,
                                                  const Experiment& experiment,
                                                  const std::string& verb, int& exitCode);

}  // namespace splitee
