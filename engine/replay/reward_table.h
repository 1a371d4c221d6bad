// SPDX-License-Identifier: GPL-3.0-or-later
// RewardTable holds the reward of each split on each sample under one set of costs, laid out for
// the replay kernels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/world/costs.h"

namespace splitee {

inline constexpr std::size_t kLanes = 4;  ///< doubles a vector
inline constexpr std::size_t kCacheLine = 64;

/// Zeroed doubles, aligned to cache lines.
class AlignedDoubles {
public:
    explicit AlignedDoubles(std::size_t size);
    [[nodiscard]] double* data() { return data_.get(); }
    [[nodiscard]] const double* data() const { return data_.get(); }

private:
    struct Free {
        void operator()(double* p) const;
    };
    std::unique_ptr<double[], Free> data_;
};

/// Facts of (sample, split) as bits.
enum SplitFact : std::uint8_t {
    FactExited = 1,
    FactCorrect = 2,
    FactLabelled = 4,
    FactFinalCorrect = 8
};

/// Rows padded to `stride` doubles, a multiple of kLanes; padding is 0.
struct RewardTable {
    /// `reference`: the costs of the fixed split that regret is measured against.
    RewardTable(const ExitTable& table, const CostTable& costs, double alpha,
                const CostTable& reference);
    [[nodiscard]] const double* rewardsOf(std::int64_t row) const {
        return reward.data() + static_cast<std::size_t>(row) * stride;
    }
    [[nodiscard]] const double* confidencesOf(std::int64_t row) const {
        return confidence.data() + static_cast<std::size_t>(row) * stride;
    }
    [[nodiscard]] std::uint8_t factsOf(std::int64_t row, int layer) const {
        return facts[static_cast<std::size_t>(row * exits + layer - 1)];
    }

    const ExitTable& table;
    CostTable costs;
    double alpha;
    int exits;
    std::size_t stride;
    AlignedDoubles reward;                 ///< [n * stride] r(i)
    AlignedDoubles confidence;             ///< [n * stride] C_i
    std::vector<std::uint8_t> facts;       ///< [n * L] SplitFact
    std::vector<std::uint64_t> confident;  ///< [n] bit i - 1: C_i >= alpha, or i = L
    std::vector<double> expected;          ///< [L] E r(i)
    CostTable referenceCosts;
    int best = 1;                    ///< i* of the reference
    double bestExpected = 0;         ///< E r(i*) of the reference
    std::vector<double> bestReward;  ///< [n] r(i*) of the reference
    double largestReward = 0;        ///< max |r|, for error bounds
    [[nodiscard]] double gap(int layer) const {
        return bestExpected - expected[static_cast<std::size_t>(layer - 1)];
    }

private:
    [[nodiscard]] double referenceReward(std::int64_t row, int layer) const;
};

}  // namespace splitee
