// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/released_thresholds.h"

#include <cmath>

namespace splitee {
namespace {

constexpr int kThresholds = 11;

// 0, 0.1, .. 1: the double nearest to each.
double thresholdAt(int k) { return k / 10.0; }

}  // namespace

int RawArms::choose(const Round& round) const {
    const auto untried = std::ranges::find(arms_, 0.0, &Arm::pulls);
    if (untried != arms_.end()) return static_cast<int>(untried - arms_.begin());
    const double logT = std::log(static_cast<double>(round.t));
    return largestArm(static_cast<int>(arms_.size()), [&](int i) {
        const Arm& arm = arms_[static_cast<std::size_t>(i)];
        return arm.sum / arm.pulls + beta_ * std::sqrt(logT / arm.pulls);
    });
}

AdaEeReleasedPolicy::AdaEeReleasedPolicy(const PolicySetup& setup, const NoParameters&)
    : split_(setup.fixedLayer), arms_(kThresholds, setup.beta) {}

Result<void> AdaEeReleasedPolicy::check(const PolicySetup& setup, const NoParameters&) {
    return needsExitBehind(setup, kInfo.key);
}

Choice AdaEeReleasedPolicy::choose(const Round& round, Rng&) {
    played_ = arms_.choose(round);
    Choice choice{split_, thresholdAt(played_)};
    choice.answer = AnsweringExit::MoreConfident;
    return choice;
}

void AdaEeReleasedPolicy::observe(const Round& round, const Choice&, const Outcome& outcome,
                                  const Observation& seen, Rng&) {
    const double toll = round.costs.mu * round.costs.offloadAt(split_);
    arms_.add(played_,
              outcome.exited
                  ? 0
                  : std::max(seen.confidence(seen.exits()) - seen.confidence(split_), 0.0) - toll);
}

JointLeavePolicy::JointLeavePolicy(const PolicySetup& setup, const NoParameters&)
    : exits_(setup.exits),
      arms_(static_cast<std::size_t>((setup.exits - 1) * kThresholds + 1), setup.beta) {}

Choice JointLeavePolicy::choose(const Round& round, Rng&) {
    played_ = arms_.choose(round);
    const int layer = 1 + played_ / kThresholds;
    return {layer, layer == exits_ ? 0 : thresholdAt(played_ % kThresholds)};
}

void JointLeavePolicy::observe(const Round&, const Choice&, const Outcome& outcome,
                               const Observation&, Rng&) {
    arms_.add(played_, outcome.reward);
}

}  // namespace splitee
