// SPDX-License-Identifier: GPL-3.0-or-later
// Bandits over the thresholds 0, 0.1, .. 1, of which 0 lets every sample leave: AdaEE as its
// authors released it, and joint arms (split, threshold) (docs/policies.md).
#pragma once

#include "engine/policies/fixed_rules.h"

namespace splitee {

/// Each arm once, lowest first; then Q + beta sqrt(ln t / N) of rewards as they are earned.
class RawArms {
public:
    RawArms(std::size_t arms, double beta) : arms_(arms), beta_(beta) {}
    [[nodiscard]] int choose(const Round& round) const;
    void add(int arm, double reward) {
        arms_[static_cast<std::size_t>(arm)].sum += reward;
        ++arms_[static_cast<std::size_t>(arm)].pulls;
    }

private:
    struct Arm {
        double sum = 0, pulls = 0;
    };
    std::vector<Arm> arms_;
    double beta_;
};

/// AdaEE (Pacheco et al. 2023), as in the authors' code EE_MAB: thresholds at one exit. An arm's
/// reward is 0 where the sample leaves, else max(C_L - C_i, 0) - mu o. Of an offloaded sample the
/// more confident of both exits answers.
class AdaEeReleasedPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "adaee-released",
        "AdaEE",
        "UCB over thresholds 0, 0.1, .. 1 at the exit --fixed-layer; the more confident exit "
        "answers (Pacheco et al. 2023, as released)",
        ExitsEvaluated::AtSplit,
        Feedback::AtSplit,
        false,
        2};
    using Parameters = NoParameters;
    AdaEeReleasedPolicy(const PolicySetup& setup, const NoParameters&);
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const NoParameters& none);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng);
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng&);

private:
    int split_;
    RawArms arms_;
    int played_ = 0;
};

/// SplitEE's decision over pairs (layer, threshold); the final layer needs no threshold and is one
/// arm.
class JointLeavePolicy {
public:
    static constexpr PolicyInfo kInfo{
        "joint-leave",
        "Joint arms",
        "UCB over pairs of split layer and threshold 0, 0.1, .. 1, SplitEE's index",
        ExitsEvaluated::AtSplit,
        Feedback::AtSplit,
        false,
        2};
    using Parameters = NoParameters;
    JointLeavePolicy(const PolicySetup& setup, const NoParameters&);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng);
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng&);

private:
    int exits_;
    RawArms arms_;
    int played_ = 0;
};

}  // namespace splitee
