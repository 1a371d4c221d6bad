// SPDX-License-Identifier: GPL-3.0-or-later
// RewardParts are the terms of a fixed policy's mean reward that depend on the samples alone. So
// one pass over a table serves every mu, lambda and o.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/run/experiment.h"
#include "engine/world/exit_table.h"

namespace splitee {

/// Means over some samples under one threshold. E r(i) = confident_i + offloaded_i - mu (gamma_i +
/// (1 - p_i) o_i); p_L = 1. Equals expectedRewards() of world/expected_reward.h but for rounding.
struct RewardParts {
    std::vector<double> leaving;    ///< [L] p_i: share of samples that leave at exit i
    std::vector<double> confident;  ///< [L] mean of C_i * 1{leaves at i}
    std::vector<double> offloaded;  ///< [L] mean of C_L * 1{does not leave at i}
    double final = 0;               ///< mean of C_L

    [[nodiscard]] double reward(int layer,
                                const CostTable& costs) const;  ///< of always splitting at `layer`
    [[nodiscard]] double rewardOfOffloading(
        const CostTable& costs) const;  ///< of offloading everything at layer 1
};

/// Over the whole table.
[[nodiscard]] RewardParts rewardParts(const ExitTable& table, double alpha);

/// Over the `rounds` samples that a run of `experiment` with this seed plays, in whole passes and
/// the rest; `whole`: of the table.
[[nodiscard]] RewardParts rewardPartsPlayed(const ExitTable& table, double alpha,
                                            const Experiment& experiment, std::uint64_t seed,
                                            std::int64_t rounds, const RewardParts& whole);

}  // namespace splitee
