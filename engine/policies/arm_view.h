// SPDX-License-Identifier: GPL-3.0-or-later
// ArmView is what a policy believes of one arm before a round, as panels show it.
#pragma once

#include <cstdint>
#include <limits>

namespace splitee {

/// `mean` and `radius` are in the policy's own scale: rewards, or rewards mapped to [0, 1].
struct ArmView {
    double mean = 0;
    double radius = 0;
    double index = 0;           ///< mean + radius; the largest is chosen, ties to the lowest layer
    std::int64_t pulls = 0;     ///< rewards that the mean rests on
    double low = 0, width = 1;  ///< reward = low + width * value: 0 and 1 of unmapped rewards

    /// The same in rewards, so that arms of several policies can stand on one axis.
    [[nodiscard]] ArmView inRewards() const {
        return {low + width * mean, width * radius, low + width * index, pulls, 0, 1};
    }

    /// An arm not played yet: it goes before all that have been.
    [[nodiscard]] static ArmView untried() {
        constexpr double kFirst = std::numeric_limits<double>::infinity();
        return {0, kFirst, kFirst, 0, 0, 1};
    }
};

}  // namespace splitee
