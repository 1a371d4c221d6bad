// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/exp3_s.h"

#include <numbers>
#include <numeric>

namespace splitee {

Choice Exp3SPolicy::choose(const Round& round, Rng& rng) const {
    const double u = rng.uniform();
    double cumulated = 0;
    for (std::size_t arm = 0; arm < weights_.size(); ++arm) {
        cumulated += probability(arm);
        if (cumulated > u) return {static_cast<int>(arm) + 1, round.alpha};
    }
    return {static_cast<int>(weights_.size()), round.alpha};
}

void Exp3SPolicy::observe(const Round&, const Choice& choice, const Outcome& outcome,
                          const Observation&, Rng&) {
    const auto arms = static_cast<double>(weights_.size());
    const auto played = static_cast<std::size_t>(choice.split - 1);
    weights_[played] *=
        std::exp(own_.gamma * scale_.toUnit(outcome.reward) / (probability(played) * arms));
    for (double& weight : weights_) weight += std::numbers::e * own_.share / arms;
    const double all = std::reduce(weights_.begin(), weights_.end());
    for (double& weight : weights_) weight /= all;
}

}  // namespace splitee
