// SPDX-License-Identifier: GPL-3.0-or-later
// BoundedRewardPolicy is an index policy over split layers whose rewards are mapped to [0, 1]
// (docs/policies.md). Its rule provides
//   Rule(const PolicySetup&, const Parameters&);
//   double index(const RewardArm&, const Clock&) const;
// and optionally
//   double atMost(const RewardArm&, const Clock&) const;   a cheap bound, never below the index
//   double mean(const RewardArm&) const;                   where it is not that of the rewards
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/policies/policy.h"

namespace splitee {

/// Maps a reward r to x = (r - lo) / (hi - lo) in [0, 1]. lo and hi are the limits that a cost
/// table implies for confidences in [0, 1].
class RewardScale {
public:
    RewardScale(double low, double width) : low_(low), width_(width) {}
    explicit RewardScale(const CostTable& costs) {
        const int exits = costs.exits();
        low_ = -costs.mu * costs.gamma(exits);
        double high = low_ + 1;
        for (int layer = 1; layer < exits; ++layer) {
            low_ = std::min(low_, -costs.mu * (costs.gamma(layer) + costs.offloadAt(layer)));
            high = std::max(high, 1 - costs.mu * costs.gamma(layer));
        }
        width_ = high - low_;
    }
    [[nodiscard]] double toUnit(double reward) const { return (reward - low_) / width_; }
    [[nodiscard]] double low() const { return low_; }
    [[nodiscard]] double width() const { return width_; }

    friend bool operator==(const RewardScale&, const RewardScale&) = default;

private:
    double low_ = 0, width_ = 1;
};

/// Sums over the mapped rewards of one arm, and over the rewards as they were earned: costs may
/// change the map (docs/policies.md, Versions of the rules).
struct RewardArm {
    double sum = 0;
    double squares = 0;
    double pulls = 0;
    double earned = 0, earnedSquares = 0;
    [[nodiscard]] double mean() const { return sum / pulls; }
    [[nodiscard]] double variance() const {
        return std::max(0.0, squares / pulls - mean() * mean());
    }
    void add(double x, double reward) {
        sum += x;
        squares += x * x;
        earned += reward;
        earnedSquares += reward * reward;
        ++pulls;
    }
    /// The sums as if `scale` had mapped every reward so far.
    void mapBy(const RewardScale& scale) {
        const double low = scale.low();
        const double width = scale.width();
        sum = (earned - low * pulls) / width;
        squares = (earnedSquares - 2 * low * earned + low * low * pulls) / (width * width);
    }
};

/// The round that an index is computed for.
struct Clock {
    std::int64_t t = 1;
    double logT = 0;
    int arms = 1;
};

/// Chooses the arm with the largest index of `Rule`, ties to the lowest layer.
template <class Rule>
class BoundedRewardPolicy {
public:
    static constexpr PolicyInfo kInfo = Rule::kInfo;
    using Parameters = typename Rule::Parameters;

    BoundedRewardPolicy(const PolicySetup& setup, const Parameters& own)
        : rule_(setup, own),
          scale_(setup.costs),
          remaps_(setup.remapsRewards()),
          arms_(static_cast<std::size_t>(setup.exits)) {}

    [[nodiscard]] Choice choose(const Round& round, Rng&) const {
        if constexpr (requires { Rule::kEachArmOnce; }) {
            for (std::size_t arm = untried_; arm < arms_.size(); ++arm)
                if (arms_[arm].pulls == 0) return {static_cast<int>(arm) + 1, round.alpha};
        }
        return {1 + largest(clockOf(round)), round.alpha};
    }
    /// In mapped rewards; radius is what the index adds to the mean.
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const {
        const Clock clock = clockOf(round);
        constexpr bool kOnceEach = requires { Rule::kEachArmOnce; };
        return viewsOf(
            clock.arms, [&](int i) { return !kOnceEach || arm(i).pulls > 0; },
            [&](int i) {
                const double index = rule_.index(arm(i), clock);
                const double mean = meanOf(arm(i));
                return ArmView{mean,         index - mean,
                               index,        static_cast<std::int64_t>(arm(i).pulls),
                               scale_.low(), scale_.width()};
            });
    }

    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&) {
        arms_[static_cast<std::size_t>(choice.split - 1)].add(scale_.toUnit(outcome.reward),
                                                              outcome.reward);
        while (untried_ < arms_.size() && arms_[untried_].pulls > 0) ++untried_;
    }

    void costsChanged(const CostTable& costs) {
        const RewardScale next(costs);
        if (next == scale_) return;  // the sums keep their last bit
        scale_ = next;
        if (!remaps_) return;
        for (RewardArm& arm : arms_) arm.mapBy(scale_);
    }

private:
    [[nodiscard]] const RewardArm& arm(int i) const { return arms_[static_cast<std::size_t>(i)]; }

    [[nodiscard]] Clock clockOf(const Round& round) const {
        return {round.t, std::log(static_cast<double>(round.t)), static_cast<int>(arms_.size())};
    }

    [[nodiscard]] double meanOf(const RewardArm& arm) const {
        if constexpr (requires { rule_.mean(arm); })
            return rule_.mean(arm);
        else
            return arm.mean();
    }

    [[nodiscard]] int largest(const Clock& clock) const {
        if constexpr (requires(const RewardArm& a) { rule_.atMost(a, clock); }) {
            // The arm with the largest bound first; then only arms whose bound leaves them a
            // chance.
            int best = largestArm(clock.arms, [&](int i) { return rule_.atMost(arm(i), clock); });
            double bestIndex = rule_.index(arm(best), clock);
            for (int i = 0; i < clock.arms; ++i) {
                if (i == best || rule_.atMost(arm(i), clock) < bestIndex) continue;
                const double index = rule_.index(arm(i), clock);
                if (index < bestIndex || (index == bestIndex && i > best)) continue;
                best = i;
                bestIndex = index;
            }
            return best;
        } else {
            return largestArm(clock.arms, [&](int i) { return rule_.index(arm(i), clock); });
        }
    }

    Rule rule_;
    RewardScale scale_;
    bool remaps_;
    std::vector<RewardArm> arms_;
    std::size_t untried_ = 0;  // no arm before it is untried
};

/// Base of rules that play each arm once, lowest first.
struct EachArmOnce {
    static constexpr bool kEachArmOnce = true;
    using Parameters = NoParameters;
};

}  // namespace splitee
