// SPDX-License-Identifier: GPL-3.0-or-later
// Bandits whose arms are thresholds above 1/2: a variant of AdaEE at a fixed split, and joint arms
// (split, threshold). Kept for runs of earlier sessions; released_thresholds.h took their place
// (docs/policies.md).
#pragma once

#include "engine/policies/bounded_reward.h"
#include "engine/policies/fixed_rules.h"

namespace splitee {

/// A variant of AdaEE (Pacheco et al. 2023): UCB over thresholds at one exit; its own reward,
/// mapped to [0, 1], is 0 where the sample leaves, else max(C_L - C_i, 0) - mu o.
class AdaEePolicy {
public:
    static constexpr PolicyInfo kInfo{
        "adaee",
        "AdaEE, variant",
        "a variant of adaee-released: UCB1 over --threshold-arms thresholds above 0.5, rewards "
        "mapped to [0, 1]",
        ExitsEvaluated::AtSplit,
        Feedback::AtSplit,
        false,
        1,
        1};
    using Parameters = ThresholdArmParameters;
    AdaEePolicy(const PolicySetup& setup, const Parameters& own)
        : own_(own),
          split_(setup.fixedLayer),
          beta_(setup.beta),
          remaps_(setup.remapsRewards()),
          scale_(scaleOf(setup.costs, setup.fixedLayer)),
          arms_(static_cast<std::size_t>(own.count)) {}
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const Parameters& own);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng);
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng&);
    void costsChanged(const CostTable& costs);

private:
    // Its own rewards lie between -mu o and max(0, 1 - mu o), with o of its split.
    [[nodiscard]] static RewardScale scaleOf(const CostTable& costs, int split) {
        const double toll = costs.mu * costs.offloadAt(split);
        return {-toll, std::max(1.0, toll)};
    }

    ThresholdArmParameters own_;
    int split_;
    double beta_;
    bool remaps_;
    RewardScale scale_;
    std::vector<RewardArm> arms_;
    int played_ = 0;
};

/// SplitEE's decision over pairs (layer, threshold); the final layer needs no threshold and is one
/// arm.
class JointPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "joint",
        "Joint arms, variant",
        "a variant of joint-leave: --threshold-arms thresholds above 0.5",
        ExitsEvaluated::AtSplit,
        Feedback::AtSplit,
        false,
        1,
        1};
    using Parameters = ThresholdArmParameters;
    JointPolicy(const PolicySetup& setup, const Parameters& own);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng);
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng&);

private:
    std::vector<Choice> choices_;
    std::vector<RewardArm> arms_;
    double beta_;
    int played_ = 0;
};

}  // namespace splitee
