// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of runs that agree in chosen keys, with means over seeds and their confidence intervals.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "comparison/run_keys.h"
#include "engine/run/statistics.h"

namespace splitee {

struct RunGroup {
    std::vector<std::size_t> rows;  ///< places in the rows, by seed
    std::size_t seeds = 0;          ///< that differ
};

/// Groups in the order of their first member in `which`; a value that is not known is a value like
/// others. `keys` are places in runKeys(); without keys all are one group.
[[nodiscard]] std::vector<RunGroup> groupRuns(std::span<const RunRow> rows,
                                              std::span<const std::size_t> which,
                                              std::span<const std::size_t> keys);

/// Mean and spread over the seeds of a group. Runs of the same seed count as one, with their mean:
/// to play a run twice, or with two settings, makes no interval narrower. What is not known is left
/// out; empty where nothing is.
[[nodiscard]] std::optional<Estimate> groupEstimate(std::span<const RunRow> rows,
                                                    const RunGroup& group, std::size_t key);
/// The same of other values than a key's: one a member, NaN: not known.
[[nodiscard]] std::optional<Estimate> groupEstimate(std::span<const RunRow> rows,
                                                    const RunGroup& group,
                                                    std::span<const double> values);

/// In what the members are not of one experiment but for their seeds: places in runKeys() of
/// settings that mean something to their policies, of the policy and of what they played on. Empty
/// for a group that may be averaged without a second thought.
[[nodiscard]] std::vector<std::size_t> differingKeys(std::span<const RunRow> rows,
                                                     const RunGroup& group);

/// The value that all members have, or nothing where they differ.
[[nodiscard]] std::optional<RunValue> commonValue(std::span<const RunRow> rows,
                                                  const RunGroup& group, std::size_t key);

}  // namespace splitee
