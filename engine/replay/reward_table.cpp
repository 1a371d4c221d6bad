// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/reward_table.h"

#include <algorithm>
#include <cmath>
#include <new>

#include "engine/world/expected_reward.h"
#include "engine/world/observation.h"

namespace splitee {

AlignedDoubles::AlignedDoubles(std::size_t size)
    : data_(new (std::align_val_t{kCacheLine}) double[size]()) {}
void AlignedDoubles::Free::operator()(double* p) const {
    ::operator delete[](p, std::align_val_t{kCacheLine});
}

RewardTable::RewardTable(const ExitTable& t, const CostTable& c, double threshold,
                         const CostTable& reference)
    : table(t),
      costs(c),
      alpha(threshold),
      exits(t.exits),
      stride((static_cast<std::size_t>(t.exits) + kLanes - 1) / kLanes * kLanes),
      reward(t.label.size() * stride),
      confidence(t.label.size() * stride),
      facts(t.confidence.size()),
      confident(static_cast<std::size_t>(t.samples())),
      expected(static_cast<std::size_t>(t.exits)),
      referenceCosts(reference),
      bestReward(t.label.size()) {
    for (std::int64_t row = 0; row < t.samples(); ++row) {
        const auto confidences = t.confidencesOf(row);
        const auto predictions = t.predictionsOf(row);
        const std::int32_t label = t.label[static_cast<std::size_t>(row)];
        const double final = confidences.back();
        std::copy(confidences.begin(), confidences.end(),
                  confidence.data() + static_cast<std::size_t>(row) * stride);
        for (int layer = 1; layer <= exits; ++layer) {
            const auto i = static_cast<std::size_t>(layer - 1);
            const bool exited = confidences[i] >= alpha || layer == exits;
            const double r = rewardAt(layer, confidences[i], final, alpha, costs);
            reward.data()[static_cast<std::size_t>(row) * stride + i] = r;
            expected[i] += r;
            largestReward = std::max(largestReward, std::abs(r));
            const std::int16_t answer = exited ? predictions[i] : predictions.back();
            std::uint8_t bits = exited ? FactExited : 0;
            if (label >= 0) bits |= FactLabelled;
            if (label >= 0 && answer == label) bits |= FactCorrect;
            if (label >= 0 && predictions.back() == label) bits |= FactFinalCorrect;
            facts[static_cast<std::size_t>(row * exits) + i] = bits;
            if (exited) confident[static_cast<std::size_t>(row)] |= 1ULL << i;
        }
    }
    for (double& sum : expected) sum /= static_cast<double>(t.samples());
    // The same sums as expectedRewards() adds up, to the last bit.
    std::vector<double> means = expected;
    if (reference.compute != costs.compute) {
        std::ranges::fill(means, 0);
        for (std::int64_t row = 0; row < t.samples(); ++row)
            for (int layer = 1; layer <= exits; ++layer)
                means[static_cast<std::size_t>(layer - 1)] += referenceReward(row, layer);
        for (double& sum : means) sum /= static_cast<double>(t.samples());
    }
    best = bestLayer(means);
    bestExpected = means[static_cast<std::size_t>(best - 1)];
    for (std::int64_t row = 0; row < t.samples(); ++row)
        bestReward[static_cast<std::size_t>(row)] = referenceReward(row, best);
}

double RewardTable::referenceReward(std::int64_t row, int layer) const {
    const auto confidences = table.confidencesOf(row);
    return rewardAt(layer, confidences[static_cast<std::size_t>(layer - 1)], confidences.back(),
                    alpha, referenceCosts);
}

}  // namespace splitee
