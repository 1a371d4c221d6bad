// SPDX-License-Identifier: GPL-3.0-or-later
// PlayedWorld: how policies followed a stream that changes, segment by segment.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "engine/replay/mean_curves.h"
#include "engine/result.h"
#include "reproduction/reproduction.h"

namespace splitee {

/// From one change to the next.
struct WorldSegment {
    std::string what;        ///< "clean", "fog:4": the source in force; of a ramp the rising one
    std::int64_t first = 1;  ///< round
    std::int64_t rounds = 0;
    int bestLayer = 1;
    double bestReward = 0;  ///< of the best split, expected, a round
};

struct FollowedSegment {
    double shortfall = 0;  ///< pseudo-regret a round of the segment, mean over seeds
    /// Rounds until the shortfall is at most 5 % of the best split's reward; none within the
    /// segment. Not told of the first segment: nothing changed before it.
    std::optional<std::int64_t> recovery;
};

struct FollowingPolicy {
    std::string label;                      ///< as policies are shown
    std::vector<FollowedSegment> segments;  ///< [segments]
    std::vector<std::int64_t> round;        ///< [K]
    MeanCurve regret;                       ///< [K] with its 95 % band (Student's t)
};

struct PlayedWorld {
    std::string missing;  ///< why it was not played; "" if it was
    std::vector<WorldSegment> segments;
    std::vector<FollowingPolicy> policies;
};

/// A table that is not bundled leaves a word in `missing`; one that cannot be read, or a stop, is
/// an error. Blocks.
[[nodiscard]] Result<PlayedWorld> playWorld(const ReproductionWorld& world, int threads,
                                            const ProgressSink& progress = {},
                                            const std::stop_token& stop = {});

}  // namespace splitee
