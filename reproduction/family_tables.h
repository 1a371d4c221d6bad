// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a family of streams, kinds by levels, in place of a section each.
#pragma once

#include <string>
#include <vector>

#include "comparison/report/report_text.h"
#include "reproduction/played_reproduction.h"

namespace splitee {

/// Indices of a family's streams that were played, by kind, then level.
[[nodiscard]] std::vector<std::size_t> playedMembers(const PlayedReproduction& played,
                                                     const ReproductionFamily& family);

/// What a policy changes against the final exit at the tables' o: a row a kind, a column a level,
/// "-1.2, -70 %" in a cell, points of accuracy and % of cost; "–" where nothing was played.
[[nodiscard]] ReportTable familyChangesTable(const PlayedReproduction& played,
                                             const ReproductionFamily& family, std::size_t policy);

/// A row a policy: accuracy, cost, their changes, what is offloaded and regret, each the mean over
/// the streams of the mean over seeds; the worst change of accuracy and its stream.
[[nodiscard]] ReportTable familyPoliciesTable(const PlayedReproduction& played,
                                              const ReproductionFamily& family);

/// Streams on which the family's claim is not met, with what the data shows about why: what leaves
/// at the learned exit, and how often that exit and the final one are right on just these.
[[nodiscard]] ReportTable familyMissesTable(const PlayedReproduction& played,
                                            const ReproductionFamily& family);

/// The claim of its streams; nullptr without.
[[nodiscard]] const ReproductionClaim* claimOf(const PlayedReproduction& played,
                                               const ReproductionFamily& family);

}  // namespace splitee
