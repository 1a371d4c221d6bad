// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/expected_reward.h"

#include <algorithm>

namespace splitee {

std::vector<double> expectedRewards(World& world, double threshold, const CostTable& costs) {
    if (!world.allows(Feedback::UpToSplitAndFinal)) return {};
    const int exits = world.exits();
    std::vector<double> sums(static_cast<std::size_t>(exits), 0.0);
    for (std::int64_t row = 0; row < world.samples(); ++row) {
        const auto seen = world.observe({row, {exits, threshold}, Feedback::UpToSplitAndFinal});
        if (!seen) return {};
        for (int layer = 1; layer <= exits; ++layer)
            sums[static_cast<std::size_t>(layer - 1)] +=
                rewardAt(layer, seen->confidence(layer), seen->confidence(exits), threshold, costs);
    }
    for (double& sum : sums) sum /= static_cast<double>(world.samples());
    return sums;
}

int bestLayer(const std::vector<double>& expected) {
    return 1 + static_cast<int>(std::ranges::max_element(expected) - expected.begin());
}

}  // namespace splitee
