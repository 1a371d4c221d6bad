// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/drift_sink.h"

namespace splitee {

DriftSink::DriftSink(const Experiment& experiment, const RunSpec& run, World& world,
                     const Schedule& schedule, std::span<const std::int64_t> points)
    : world_(world),
      schedule_(schedule),
      seed_(run.seed),
      everyExit_(exitsEvaluated(run.policy) == ExitsEvaluated::UpToSplit),
      regret_(experiment, run, world),
      points_(points),
      pulls_(static_cast<std::size_t>(world.exits()) + 1, 0) {}

Result<void> DriftSink::consume(std::span<const RoundRecord> rounds) {
    for (const RoundRecord& round : rounds) {
        add(round);
        ++rounds_;
        if (next_ < points_.size() && rounds_ == points_[next_]) mark();
    }
    return {};
}

void DriftSink::add(const RoundRecord& round) {
    if (round.round >= nextChange_) {
        now_ = schedule_.at(round.round);
        nextChange_ = schedule_.nextChange(round.round);
    }
    ++pulls_[static_cast<std::size_t>(round.split)];
    reward_ += round.reward;
    const double exits = round.split == 0 ? 0 : everyExit_ ? round.split : 1;
    exit_ += now_.weights.lambda2 * exits;
    compute_ += round.computeCost - now_.weights.lambda2 * exits;
    offload_ += round.offloadCost;
    offloaded_ += round.exited ? 0 : 1;
    finalCost_ += now_.weights.lambda1 * computingOf(now_.weights, world_.depth()).back() +
                  now_.weights.lambda2;
    regret_.add(round);
    if (round.correct < 0) return;
    ++labelled_;
    correct_ += round.correct;
    world_.show(now_.sourceOf(seed_, round.round));
    const auto final = world_.observe({round.row, {world_.exits(), 0}});
    if (final && final->prediction(world_.exits()) == world_.label(round.row)) ++finalCorrect_;
}

void DriftSink::mark() {
    ++next_;
    curves_.round.push_back(rounds_);
    if (const auto regret = regret_.pseudo()) curves_.pseudoRegret.push_back(*regret);
    curves_.realisedRegret.push_back(regret_.realised().value_or(0));
    curves_.reward.push_back(reward_);
    curves_.computeCost.push_back(compute_);
    curves_.exitCost.push_back(exit_);
    curves_.offloadCost.push_back(offload_);
    curves_.correct.push_back(correct_);
    curves_.labelled.push_back(labelled_);
    curves_.offloaded.push_back(offloaded_);
    curves_.pulls.insert(curves_.pulls.end(), pulls_.begin() + 1, pulls_.end());
}

RunSummary DriftSink::summary(double seconds) const {
    RunSummary s;
    s.rounds = rounds_;
    s.pulls.assign(pulls_.begin() + 1, pulls_.end());
    s.seconds = seconds;
    if (rounds_ == 0) return s;
    const auto n = static_cast<double>(rounds_);
    s.costMean = (compute_ + exit_ + offload_) / n;
    s.costReductionVsFinal = finalCost_ > 0 ? 100 * (1 - s.costMean * n / finalCost_) : 0;
    s.offloadRate = static_cast<double>(offloaded_) / n;
    s.rewardMean = reward_ / n;
    s.regret = regret_.pseudo();
    s.realisedRegret = regret_.realised();
    s.regretAgainst = regret_.against();
    if (labelled_ == 0) return s;
    s.accuracy = static_cast<double>(correct_) / static_cast<double>(labelled_);
    s.accuracyChangeVsFinal =
        100 * static_cast<double>(correct_ - finalCorrect_) / static_cast<double>(labelled_);
    return s;
}

}  // namespace splitee
