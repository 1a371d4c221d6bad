// SPDX-License-Identifier: GPL-3.0-or-later
// UCB1 and its variants with a closed form: UCB-V, UCB-Tuned, MOSS (docs/policies.md).
#pragma once

#include "engine/policies/bounded_reward.h"

namespace splitee {

/// Q + beta sqrt(2 ln t / N) (Auer, Cesa-Bianchi, Fischer 2002).
class Ucb1Rule : public EachArmOnce {
public:
    static constexpr PolicyInfo kInfo{
        "ucb1", "UCB1", "Q + beta sqrt(2 ln t / N) on rewards in [0, 1] (Auer et al. 2002)"};
    Ucb1Rule(const PolicySetup& setup, const NoParameters&) : beta_(setup.beta) {}
    [[nodiscard]] double index(const RewardArm& arm, const Clock& clock) const {
        return arm.mean() + beta_ * std::sqrt(2 * clock.logT / arm.pulls);
    }

private:
    double beta_;
};

/// Q + sqrt(2 V ln t / N) + 3 ln t / N (Audibert, Munos, Szepesvari 2009), V the variance so far.
class UcbVRule : public EachArmOnce {
public:
    static constexpr PolicyInfo kInfo{
        "ucb-v", "UCB-V",
        "Q + sqrt(2 V ln t / N) + 3 ln t / N, V the variance (Audibert et al. 2009)"};
    UcbVRule(const PolicySetup&, const NoParameters&) {}
    [[nodiscard]] double index(const RewardArm& arm, const Clock& clock) const {
        return arm.mean() + std::sqrt(2 * arm.variance() * clock.logT / arm.pulls) +
               3 * clock.logT / arm.pulls;
    }
};

/// Q + sqrt((ln t / N) min(1/4, V + sqrt(2 ln t / N))) (Auer et al. 2002).
class UcbTunedRule : public EachArmOnce {
public:
    static constexpr PolicyInfo kInfo{
        "ucb-tuned", "UCB-Tuned",
        "Q + sqrt(ln t / N min(1/4, V + sqrt(2 ln t / N))) (Auer et al. 2002)"};
    UcbTunedRule(const PolicySetup&, const NoParameters&) {}
    [[nodiscard]] double index(const RewardArm& arm, const Clock& clock) const {
        const double share = clock.logT / arm.pulls;
        return arm.mean() +
               std::sqrt(share * std::min(0.25, arm.variance() + std::sqrt(2 * share)));
    }
};

/// Q + sqrt(max(0, ln(t / (K N))) / N), anytime (Degenne, Perchet 2016); Audibert, Bubeck 2009 have
/// the horizon in place of t.
class MossRule : public EachArmOnce {
public:
    static constexpr PolicyInfo kInfo{
        "moss", "MOSS", "Q + sqrt(max(0, ln(t / (L N))) / N), anytime (Degenne, Perchet 2016)"};
    MossRule(const PolicySetup&, const NoParameters&) {}
    [[nodiscard]] double index(const RewardArm& arm, const Clock& clock) const {
        const double share = static_cast<double>(clock.t) / (clock.arms * arm.pulls);
        return arm.mean() + std::sqrt(std::max(0.0, std::log(share)) / arm.pulls);
    }
};

using Ucb1Policy = BoundedRewardPolicy<Ucb1Rule>;
using UcbVPolicy = BoundedRewardPolicy<UcbVRule>;
using UcbTunedPolicy = BoundedRewardPolicy<UcbTunedRule>;
using MossPolicy = BoundedRewardPolicy<MossRule>;

}  // namespace splitee
