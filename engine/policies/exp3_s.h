// SPDX-License-Identifier: GPL-3.0-or-later
// EXP3.S is a bandit for adversarial and switching rewards (Auer, Cesa-Bianchi, Freund, Schapire
// 2002).
#pragma once

#include "engine/policies/bounded_reward.h"

namespace splitee {

/// Weights sum to 1 before each round; p_i = (1 - g) w_i + g / L.
class Exp3SPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "exp3-s", "EXP3.S",
        "exponential weights that share a little each round (Auer et al. 2002)"};
    using Parameters = Exp3Parameters;
    Exp3SPolicy(const PolicySetup& setup, const Exp3Parameters& own)
        : own_(own),
          scale_(setup.costs),
          weights_(static_cast<std::size_t>(setup.exits), 1.0 / setup.exits) {}
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&);
    /// Weights stay: a factor that was drawn with its probability of then has no other map.
    void costsChanged(const CostTable& costs) { scale_ = RewardScale(costs); }

private:
    [[nodiscard]] double probability(std::size_t arm) const {
        return (1 - own_.gamma) * weights_[arm] + own_.gamma / static_cast<double>(weights_.size());
    }
    Exp3Parameters own_;
    RewardScale scale_;
    std::vector<double> weights_;
};

}  // namespace splitee
