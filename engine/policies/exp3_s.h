// SPDX-License-Identifier: GPL-3.0-or-later
// EXP3.S, for adversarial and switching rewards (Auer, Cesa-Bianchi, Freund, Schapire 2002).
#pragma once

#include "engine/policies/unit_bandit.h"

namespace splitee {

struct Exp3Parameters {
    double gamma = 0.05;
    double share = 0.001;

    friend bool operator==(const Exp3Parameters&, const Exp3Parameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self& self, Visit&& visit) {
        visit(self.gamma, FieldInfo{"exp3_gamma", "EXP3 gamma",
                                    "Share of uniform exploration of exp3-s", "", 0, 1});
        visit(self.share,
              FieldInfo{"exp3_share", "EXP3 share",
                        "Weight that exp3-s shares among all arms each round", "", 0, 1});
    }
};

/// Weights sum to 1 before each round; p_i = (1 - g) w_i + g / L.
class Exp3SPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "exp3-s", "EXP3.S",
        "exponential weights that share a little each round (Auer et al. 2002)"};
    using Parameters = Exp3Parameters;
    Exp3SPolicy(const PolicySetup& setup, const Exp3Parameters& own)
        : own_(own),
          unit_(setup.costs),
          weights_(static_cast<std::size_t>(setup.exits), 1.0 / setup.exits) {}
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&);
    void costsChanged(const CostTable& costs) { unit_ = UnitReward(costs); }

private:
    [[nodiscard]] double probability(std::size_t arm) const {
        return (1 - own_.gamma) * weights_[arm] + own_.gamma / static_cast<double>(weights_.size());
    }
    Exp3Parameters own_;
    UnitReward unit_;
    std::vector<double> weights_;
};

}  // namespace splitee
