// SPDX-License-Identifier: GPL-3.0-or-later
// The flag --policy-file, which lets a run play the policy that a device plays.
#pragma once

#include <string>

#include "cli/command.h"
#include "engine/run/experiment.h"

namespace splitee {

/// Adds --policy-file FILE; `file` must outlive the parse.
void addPolicyFlag(const Command& command, std::string& file);

/// Whether `experiment`, which flags were laid over, still plays what `policy` plays: a flag may
/// say what belongs to a run, and repeat the file. The error names the first flag that contradicts
/// `file`.
[[nodiscard]] Result<void> checkFlagsAgree(const Command& command, const std::string& file,
                                           const Experiment& policy, const Experiment& experiment);

}  // namespace splitee
