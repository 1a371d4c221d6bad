// SPDX-License-Identifier: GPL-3.0-or-later
// KL-UCB is an index policy for rewards in [0, 1] (Garivier, Cappe 2011, with c = 0: theirs
// multiplies ln ln t, ours the whole of ln t).
#pragma once

#include "engine/policies/bounded_reward.h"

namespace splitee {

/// kl(p, q) of two Bernoulli distributions, in nats; 0 <= p <= q <= 1.
[[nodiscard]] double bernoulliKl(double p, double q);

/// The largest q in [mean, 1] with kl(mean, q) <= budget, to 1e-12.
[[nodiscard]] double klUpperBound(double mean, double budget);

class KlUcbRule {
public:
    static constexpr PolicyInfo kInfo{
        "kl-ucb", "KL-UCB",
        "the largest q with kl(Q, q) <= --kl-ucb-c ln t / N (Garivier, Cappe 2011)"};
    static constexpr bool kEachArmOnce = true;
    using Parameters = KlUcbParameters;
    KlUcbRule(const PolicySetup&, const KlUcbParameters& own) : c_(own.c) {}
    [[nodiscard]] double index(const RewardArm& arm, const Clock& clock) const {
        return klUpperBound(arm.mean(), c_ * clock.logT / arm.pulls);
    }
    /// Pinsker's inequality, with room for rounding.
    [[nodiscard]] double atMost(const RewardArm& arm, const Clock& clock) const {
        // The index takes a mean outside [0, 1], of rewards under other costs, for 0 or 1.
        return std::clamp(arm.mean(), 0.0, 1.0) + std::sqrt(c_ * clock.logT / (2 * arm.pulls)) +
               1e-9;
    }

private:
    double c_;
};

using KlUcbPolicy = BoundedRewardPolicy<KlUcbRule>;

}  // namespace splitee
