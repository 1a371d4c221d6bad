// SPDX-License-Identifier: GPL-3.0-or-later
// RoundDifference: two runs compared round by round: the first round that differs, how many do, and
// which.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

#include "engine/progress.h"
#include "engine/run/run.h"

namespace splitee {

struct DifferingRound {
    RoundRecord first, second;
};

/// Split layers over some rounds in a row, for a chart.
struct SplitStretch {
    std::int64_t lastRound = 0;
    double first = 0, second = 0;  ///< mean split layers
    std::int64_t differing = 0;
};

struct RoundDifference {
    std::int64_t common = 0;  ///< rounds that both have
    std::int64_t firstRounds = 0, secondRounds = 0;
    std::int64_t differing = 0, splits = 0, samples = 0,
                 answers = 0;             ///< in anything; in split layer, sample, answer
    std::optional<std::int64_t> from;     ///< the first round that differs in anything
    std::vector<DifferingRound> rounds;   ///< the first kMostListed that differ
    std::vector<SplitStretch> stretches;  ///< at most 1,000
    static constexpr std::size_t kMostListed = 1000;
};

/// Reads both page by page. A stop is an error, "cancelled". Blocks.
[[nodiscard]] Result<RoundDifference> roundDifference(const std::filesystem::path& session,
                                                      std::int64_t first, std::int64_t second,
                                                      const ProgressSink& progress = {},
                                                      const std::stop_token& stop = {});

}  // namespace splitee
