// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/threshold_arms.h"

namespace splitee {
namespace {

// Each arm once, then the largest mean + beta sqrt(scale ln t / N).
int untriedOrLargest(const std::vector<RewardArm>& arms, const Round& round, double beta,
                     double scale) {
    const auto untried = std::ranges::find(arms, 0.0, &RewardArm::pulls);
    if (untried != arms.end()) return static_cast<int>(untried - arms.begin());
    const double logT = std::log(static_cast<double>(round.t));
    return largestArm(static_cast<int>(arms.size()), [&](int i) {
        const RewardArm& arm = arms[static_cast<std::size_t>(i)];
        return arm.mean() + beta * std::sqrt(scale * logT / arm.pulls);
    });
}

}  // namespace

Result<void> AdaEePolicy::check(const PolicySetup& setup, const Parameters&) {
    return needsExitBehind(setup, kInfo.key);
}

Choice AdaEePolicy::choose(const Round& round, Rng&) {
    played_ = untriedOrLargest(arms_, round, beta_, 2);
    return {split_, own_.threshold(played_)};
}

void AdaEePolicy::observe(const Round& round, const Choice&, const Outcome& outcome,
                          const Observation& seen, Rng&) {
    const double toll = round.costs.mu * round.costs.offloadAt(split_);
    const double own =
        outcome.exited
            ? 0
            : std::max(seen.confidence(seen.exits()) - seen.confidence(split_), 0.0) - toll;
    arms_[static_cast<std::size_t>(played_)].add(scale_.toUnit(own), own);
}

void AdaEePolicy::costsChanged(const CostTable& costs) {
    const RewardScale next = scaleOf(costs, split_);
    if (next == scale_) return;
    scale_ = next;
    if (!remaps_) return;
    for (RewardArm& arm : arms_) arm.mapBy(scale_);
}

JointPolicy::JointPolicy(const PolicySetup& setup, const Parameters& own) : beta_(setup.beta) {
    for (int layer = 1; layer < setup.exits; ++layer)
        for (std::int64_t k = 0; k < own.count; ++k) choices_.push_back({layer, own.threshold(k)});
    choices_.push_back({setup.exits, 0});
    arms_.resize(choices_.size());
}

Choice JointPolicy::choose(const Round& round, Rng&) {
    played_ = untriedOrLargest(arms_, round, beta_, 1);
    return choices_[static_cast<std::size_t>(played_)];
}

void JointPolicy::observe(const Round&, const Choice&, const Outcome& outcome, const Observation&,
                          Rng&) {
    arms_[static_cast<std::size_t>(played_)].add(outcome.reward, outcome.reward);
}

}  // namespace splitee
