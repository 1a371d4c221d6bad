// SPDX-License-Identifier: GPL-3.0-or-later
// Bayes-UCB and Thompson sampling: bandits with a Beta posterior for each arm (docs/policies.md).
#pragma once

#include "engine/policies/bounded_reward.h"

namespace splitee {

/// Quantile `1 - tail` of Beta(a, b).
[[nodiscard]] double betaQuantile(double a, double b, double tail);

/// The quantile 1 - 1/(1+t) of Beta(1 + S, 1 + N - S), S the sum of x, after Kaufmann, Cappe,
/// Garivier 2012, whose quantile is 1 - 1/t: it is 0 in round 1.
class BayesUcbRule {
public:
    static constexpr PolicyInfo kInfo{
        "bayes-ucb", "Bayes-UCB",
        "quantile 1 - 1/(1+t) of each arm's Beta posterior (after Kaufmann et al. 2012)"};
    using Parameters = NoParameters;
    BayesUcbRule(const PolicySetup& setup, const NoParameters&) : remaps_(setup.remapsRewards()) {}
    [[nodiscard]] double index(const RewardArm& arm, const Clock& clock) const {
        const double sum = sumOf(arm);
        return betaQuantile(1 + sum, 1 + arm.pulls - sum, 1 / (1 + static_cast<double>(clock.t)));
    }
    [[nodiscard]] double mean(const RewardArm& arm) const {
        return (1 + sumOf(arm)) / (2 + arm.pulls);
    }
    /// Beta(a, b) is sub-Gaussian with variance proxy 1 / (4 (a + b + 1)) (Marchal, Arbel 2017).
    [[nodiscard]] double atMost(const RewardArm& arm, const Clock& clock) const {
        return mean(arm) +
               std::sqrt(std::log1p(static_cast<double>(clock.t)) / (2 * (arm.pulls + 3))) + 1e-9;
    }

private:
    // Rewards of other costs may lie outside the present map.
    [[nodiscard]] double sumOf(const RewardArm& arm) const {
        return remaps_ ? std::clamp(arm.sum, 0.0, arm.pulls) : arm.sum;
    }

    bool remaps_;
};
using BayesUcbPolicy = BoundedRewardPolicy<BayesUcbRule>;

/// Draws from Beta(1 + S, 1 + F); a reward x enters by a Bernoulli draw (Thompson 1933; Agrawal,
/// Goyal 2012).
class ThompsonPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "thompson", "Thompson sampling",
        "the largest draw from the arms' Beta posteriors (Agrawal, Goyal 2012)"};
    using Parameters = NoParameters;
    ThompsonPolicy(const PolicySetup& setup, const NoParameters&)
        : scale_(setup.costs),
          remaps_(setup.remapsRewards()),
          arms_(static_cast<std::size_t>(setup.exits)) {}
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng& rng);
    void costsChanged(const CostTable& costs);

private:
    struct Posterior {
        double successes = 0, failures = 0;
        double pulls = 0, earned = 0;  // rewards and their sum: after a change of costs they stand
                                       // for the draws
    };
    RewardScale scale_;
    bool remaps_;
    std::vector<Posterior> arms_;
};

}  // namespace splitee
