// SPDX-License-Identifier: GPL-3.0-or-later
// Comparison holds paired differences of two policies over the seeds that both played.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/language.h"
#include "engine/run/statistics.h"
#include "engine/run/summary.h"

namespace splitee {

/// Mean differences "first minus second" over the seeds that both played. With one seed both saw
/// the same samples in the same order, so the differences vary less than the figures themselves.
/// Empty what either cannot know.
struct Comparison {
    std::int64_t seeds = 0;
    Estimate cost;                     ///< lambda a sample
    std::optional<Estimate> accuracy;  ///< points (%)
    Estimate reward;                   ///< a round
    std::optional<Estimate> regret;    ///< pseudo-regret of a whole run
    bool sameReference = true;  ///< else the regrets are against different splits, and not compared
};

/// Both spans hold runs of the seeds seed, seed+1, ..; where one is shorter (cancelled), the seeds
/// that both have are compared. Empty where they have none in common. `resamples` as in estimate(),
/// for min(size, size) values.
[[nodiscard]] std::optional<Comparison> compare(std::span<const RunSummary> first,
                                                std::span<const RunSummary> second,
                                                const BootstrapResamples* resamples = nullptr);

/// Why the regrets of some runs are not compared.
inline constexpr std::string_view kRegretRefused =
    "regrets against different splits (rules 1 and later) are not compared: compare the reward";

/// "SplitEE-S costs 0.31 lambda less per sample than SplitEE (95 % 0.28 to 0.34), at the same
/// accuracy": by the t intervals; says so where an interval holds 0, where the seeds agree exactly,
/// and where a single seed gives no interval. Where regrets cannot be compared it says so, and
/// compares the reward.
[[nodiscard]] std::string sentence(const Comparison& comparison, std::string_view first,
                                   std::string_view second, const Language& language = {});

}  // namespace splitee
