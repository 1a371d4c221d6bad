// SPDX-License-Identifier: GPL-3.0-or-later
// SplitEE (arXiv 2309.09195) and I-SplitEE (arXiv 2401.10541): UCB over split layers.
#pragma once

#include <cmath>
#include <vector>

#include "engine/policies/policy.h"

namespace splitee {

/// Rounds 1..L play layer t. Later rounds play argmax_i Q_i + beta * sqrt(ln t / N_i), ties to the
/// lowest layer.
class SplitEePolicy {
public:
    static constexpr PolicyInfo kInfo{
        "splitee", "SplitEE",
        "UCB over split layers, one exit evaluated (SplitEE, arXiv 2309.09195)"};
    using Parameters = NoParameters;
    SplitEePolicy(const PolicySetup& setup, const NoParameters&)
        : SplitEePolicy(setup.exits, setup.beta) {}
    SplitEePolicy(int exits, double beta) : arms_(static_cast<std::size_t>(exits)), beta_(beta) {}

    [[nodiscard]] Choice choose(const Round& round, Rng&) const {
        const int exits = static_cast<int>(arms_.size());
        if (round.t <= exits) return {static_cast<int>(round.t), round.alpha};
        const double logT = std::log(static_cast<double>(round.t));
        return {1 + largestArm(exits, [&](int i) { return view(i, logT).index; }), round.alpha};
    }
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const {
        const double logT = std::log(static_cast<double>(round.t));
        return viewsOf(
            static_cast<int>(arms_.size()), [&](int i) { return pulls(i + 1) > 0; },
            [&](int i) { return view(i, logT); });
    }
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&) {
        credit(choice.split, outcome.reward);
    }

    /// Rewards of `layer` counted so far, and their mean.
    [[nodiscard]] std::int64_t pulls(int layer) const {
        return arms_[static_cast<std::size_t>(layer - 1)].pulls;
    }
    [[nodiscard]] double mean(int layer) const {
        return arms_[static_cast<std::size_t>(layer - 1)].mean();
    }

protected:
    void credit(int layer, double reward) {
        Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
        arm.sum += reward;
        ++arm.pulls;
    }

private:
    struct Arm {
        double sum = 0;
        std::int64_t pulls = 0;
        [[nodiscard]] double mean() const { return sum / static_cast<double>(pulls); }
    };
    // Of an arm with rewards.
    [[nodiscard]] ArmView view(int i, double logT) const {
        const Arm& arm = arms_[static_cast<std::size_t>(i)];
        const double mean = arm.mean();
        const double radius = beta_ * std::sqrt(logT / static_cast<double>(arm.pulls));
        return {mean, radius, mean + radius, arm.pulls};
    }

    std::vector<Arm> arms_;
    double beta_;
};

/// SplitEE's decision on a network whose depths are its backbone blocks.
class ISplitEePolicy : public SplitEePolicy {
public:
    static constexpr PolicyInfo kInfo{
        "i-splitee", "I-SplitEE",
        "SplitEE's decision for images under distortion (arXiv 2401.10541)"};
    using SplitEePolicy::SplitEePolicy;
};

}  // namespace splitee
