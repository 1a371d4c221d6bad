// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/summary.h"

#include <algorithm>

namespace splitee {

SummarySink::SummarySink(const Experiment& experiment, const RunSpec& run, World& world)
    : world_(world),
      schedule_(Schedule::of(experiment, roundsOf(experiment, world)).value_or(Schedule())),
      seed_(run.seed),
      regret_(experiment, run, world),
      pulls_(static_cast<std::size_t>(world.exits()), 0) {}

Result<void> SummarySink::consume(std::span<const RoundRecord> rounds) {
    const bool replay = world_.allows(Feedback::UpToSplitAndFinal);
    for (const RoundRecord& r : rounds) {
        if (r.round >= nextChange_) {
            now_ = schedule_.at(r.round);
            nextChange_ = schedule_.nextChange(r.round);
            // The reference computes the whole network and evaluates one exit, whatever this policy
            // evaluates.
            finalReference_ = makeCostTable(now_.weights, world_.depth(), ExitsEvaluated::AtSplit)
                                  .gamma(world_.exits());
        }
        ++rounds_;
        if (r.split > 0) ++pulls_[static_cast<std::size_t>(r.split - 1)];
        cost_ += r.cost();
        finalCost_ += finalReference_;
        reward_ += r.reward;
        offloaded_ += r.exited ? 0 : 1;
        regret_.add(r);
        if (r.correct < 0) continue;
        ++labelled_;
        right_ += r.correct;
        if (!replay) continue;
        world_.show(now_.sourceOf(seed_, r.round));
        const auto seen = world_.observe({r.row, {world_.exits(), 0}, Feedback::AtSplit});
        if (seen && seen->prediction(world_.exits()) == world_.label(r.row)) ++finalRight_;
    }
    return {};
}

RunSummary SummarySink::summary(double seconds) const {
    RunSummary s;
    s.rounds = rounds_;
    s.pulls = pulls_;
    s.seconds = seconds;
    if (rounds_ == 0) return s;
    const auto n = static_cast<double>(rounds_);
    s.costMean = cost_ / n;
    s.costReductionVsFinal = finalCost_ > 0 ? 100 * (1 - cost_ / finalCost_) : 0;
    s.offloadRate = static_cast<double>(offloaded_) / n;
    s.rewardMean = reward_ / n;
    if (labelled_ > 0) s.accuracy = static_cast<double>(right_) / static_cast<double>(labelled_);
    s.regret = regret_.pseudo();
    s.realisedRegret = regret_.realised();
    s.regretAgainst = regret_.against();
    if (labelled_ > 0 && world_.allows(Feedback::UpToSplitAndFinal))
        s.accuracyChangeVsFinal =
            100 * static_cast<double>(right_ - finalRight_) / static_cast<double>(labelled_);
    return s;
}

}  // namespace splitee
