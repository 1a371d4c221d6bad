// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/splitee_s.h"

namespace splitee {

SplitEeSidePolicy::SplitEeSidePolicy(const PolicySetup& setup, const NoParameters&)
    : SplitEePolicy(setup.exits, setup.beta),
      side_(setup.side == "released" ? Side::Released : Side::Observed) {}

void SplitEeSidePolicy::observe(const Round& round, const Choice& choice, const Outcome& outcome,
                                const Observation& seen, Rng&) {
    const int split = choice.split;
    const bool finalKnown = side_ == Side::Released || !outcome.exited || split == seen.exits();
    const double final = finalKnown ? seen.confidence(seen.exits()) : 0;
    for (int layer = 1; layer < split; ++layer) {
        const double confidence = seen.confidence(layer);
        if (confidence >= round.alpha || finalKnown)
            credit(layer, rewardAt(layer, confidence, final, round.alpha, round.costs));
    }
    credit(split, outcome.reward);
}

double SplitEeCorrectedPolicy::mean(int layer, const CostTable& costs) const {
    const Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
    const auto n = static_cast<double>(arm.seen);
    const double a = arm.confidentSum / n;
    const double gamma = costs.gamma(layer);
    if (layer == costs.exits()) return a - costs.mu * gamma;
    const double p = static_cast<double>(arm.confident) / n;
    const double b = arm.unconfidentFinalSum / static_cast<double>(arm.finalSeen);
    return a + b - costs.mu * (gamma + (1 - p) * costs.offloadAt(layer));
}

double SplitEeCorrectedPolicy::radiusAt(int layer, double logT) const {
    const Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
    const auto n = static_cast<double>(arm.seen);
    const double p = static_cast<double>(arm.confident) / n;
    return beta_ * (p * std::sqrt(logT / n) +
                    (1 - p) * std::sqrt(logT / static_cast<double>(arm.finalSeen)));
}

ArmView SplitEeCorrectedPolicy::view(int layer, const CostTable& costs, double logT) const {
    const double q = mean(layer, costs);
    const double r = radiusAt(layer, logT);
    return {q, r, q + r, arms_[static_cast<std::size_t>(layer - 1)].seen};
}

std::vector<ArmView> SplitEeCorrectedPolicy::arms(const Round& round) const {
    const double logT = std::log(static_cast<double>(round.t));
    return viewsOf(
        static_cast<int>(arms_.size()),
        [&](int i) { return arms_[static_cast<std::size_t>(i)].finalSeen > 0; },
        [&](int i) { return view(i + 1, round.costs, logT); });
}

Choice SplitEeCorrectedPolicy::choose(const Round& round, Rng&) const {
    const int exits = static_cast<int>(arms_.size());
    if (round.t <= exits) return {static_cast<int>(round.t), round.alpha};
    const double logT = std::log(static_cast<double>(round.t));
    return {1 + largestArm(exits, [&](int arm) { return view(arm + 1, round.costs, logT).index; }),
            round.alpha};
}

void SplitEeCorrectedPolicy::observe(const Round& round, const Choice& choice, const Outcome&,
                                     const Observation& seen, Rng&) {
    const int exits = seen.exits();
    const int split = choice.split;
    for (int layer = 1; layer <= split; ++layer) {
        Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
        const double confidence = seen.confidence(layer);
        const bool confident = confidence >= round.alpha || layer == exits;  // p_L = 1
        ++arm.seen;
        if (confident) {
            ++arm.confident;
            arm.confidentSum += confidence;
        }
        if (split != layer && split != exits) continue;
        ++arm.finalSeen;
        if (!confident) arm.unconfidentFinalSum += seen.confidence(exits);
    }
}

}  // namespace splitee
