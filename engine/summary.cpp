#include "engine/summary.h"

#include <algorithm>

#include "engine/expected_reward.h"

namespace splitee {

SummarySink::SummarySink(const Experiment& experiment, std::string_view policy, World& world)
    : world_(world), splitsOnly_(findPolicy(policy) == nullptr || findPolicy(policy)->splitsOnly), pulls_(static_cast<std::size_t>(world.exits()), 0) {
    const CostTable costs = makeCostTable(experiment.costWeights(), world.depth(), exitsEvaluated(policy));
    expected_ = expectedRewards(world, experiment.alpha, costs);
    // The reference computes the whole network and evaluates one exit, whatever this policy evaluates.
    finalCost_ = makeCostTable(experiment.costWeights(), world.depth(), ExitsEvaluated::AtSplit).gamma(world.exits());
}

Result<void> SummarySink::consume(std::span<const RoundRecord> rounds) {
    const bool replay = !expected_.empty();
    for (const RoundRecord& r : rounds) {
        ++rounds_;
        if (r.split > 0) ++pulls_[static_cast<std::size_t>(r.split - 1)];
        cost_ += r.cost();
        reward_ += r.reward;
        offloaded_ += r.exited ? 0 : 1;
        if (r.correct < 0) continue;
        ++labelled_;
        right_ += r.correct;
        if (!replay) continue;
        const auto seen = world_.observe({r.row, world_.exits(), 0, Look::AtSplit});
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
    s.costReductionVsFinal = finalCost_ > 0 ? 100 * (1 - s.costMean / finalCost_) : 0;
    s.offloadRate = static_cast<double>(offloaded_) / n;
    s.rewardMean = reward_ / n;
    if (labelled_ > 0) s.accuracy = static_cast<double>(right_) / static_cast<double>(labelled_);
    if (expected_.empty()) return s;
    if (labelled_ > 0)
        s.accuracyChangeVsFinal = 100 * static_cast<double>(right_ - finalRight_) / static_cast<double>(labelled_);
    if (!splitsOnly_) return s;
    const double best = *std::ranges::max_element(expected_);
    double regret = 0;
    for (std::size_t i = 0; i < pulls_.size(); ++i) regret += static_cast<double>(pulls_[i]) * (best - expected_[i]);
    s.regret = regret;
    return s;
}

}  // namespace splitee
