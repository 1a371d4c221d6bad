// SPDX-License-Identifier: GPL-3.0-or-later
// The table and the figure of a world: how every policy followed its changes.
#pragma once

#include <string>

#include "comparison/report/report_text.h"
#include "reproduction/played_worlds.h"

namespace splitee {

/// A row a segment: what is in force, its rounds, the best split and what it earns a round.
[[nodiscard]] ReportTable segmentsTable(const PlayedWorld& played);

/// A row a policy, two columns a segment: reward a round short of the best split, and rounds until
/// it had caught up ("–": not within the segment).
[[nodiscard]] ReportTable followingTable(const PlayedWorld& played);

/// Pseudo-regret over the rounds with its band, changes as upright lines.
[[nodiscard]] std::string followingSvg(const PlayedWorld& played, const std::string& name);

/// "splitee drift ..": the same by hand.
[[nodiscard]] std::string followingCommand(const ReproductionWorld& world);

}  // namespace splitee
