// SPDX-License-Identifier: GPL-3.0-or-later
// Adaptation measures how many rounds a policy needs after a switch of a schedule.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/replay/replay.h"

namespace splitee {

struct AdaptationSettings {
    double tolerance = 0.05;  ///< share of the new best split's expected reward that may be missing
    std::int64_t window = 200;  ///< rounds over which the shortfall is averaged
    bool fromStart = false;     ///< round 1 counts as a switch: to what is in force from there
};

/// One policy after one switch.
struct Adaptation {
    std::string policy;
    std::int64_t round = 0;    ///< of the switch
    std::int64_t segment = 0;  ///< rounds until the next switch or the end
    double bestReward = 0;     ///< E r(i*) of the best split after the switch
    int bestLayer = 1;
    std::optional<std::int64_t> rounds = {};  ///< needed; none within the segment
    double regret = 0;                        ///< pseudo-regret over the segment, mean over seeds
};

/// For each policy that chooses splits and each switch of experiment.schedule: the rounds until the
/// pseudo-regret a round, averaged over seeds and the last `window` rounds since the switch, is at
/// most tolerance * |E r(i*)|. Blocks.
[[nodiscard]] Result<std::vector<Adaptation>> adaptations(
    const std::vector<const ExitTable*>& tables, const Experiment& experiment,
    const AdaptationSettings& settings, std::stop_token stop, const ReplayOptions& options,
    const ProgressSink& progress);

}  // namespace splitee
