// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/replay_summary.h"

#include "engine/policies/policy_info.h"

namespace splitee {

ReplaySummary::ReplaySummary(const RewardTable& rewards, const Experiment& experiment,
                             std::string_view policy)
    : rewards_(rewards),
      splitsOnly_(findPolicy(policy) == nullptr || findPolicy(policy)->splitsOnly),
      against_(regretAgainst(experiment, policy)),
      finalReference_(
          makeCostTable(experiment.costWeights(), rewards.table.depth, ExitsEvaluated::AtSplit)
              .gamma(rewards.exits)),
      pulls_(static_cast<std::size_t>(rewards.exits), 0) {
    for (int layer = 1; layer <= rewards.exits; ++layer) {
        gap_.push_back(rewards.gap(layer));
        cost_[0].push_back(rewards.costs.gamma(layer) + rewards.costs.offloadAt(layer));
        cost_[1].push_back(rewards.costs.gamma(layer) + 0.0);
    }
}

Result<void> ReplaySummary::consume(std::span<const RoundRecord> rounds) {
    for (const RoundRecord& r : rounds) {
        ++rounds_;
        if (r.split > 0) ++pulls_[static_cast<std::size_t>(r.split - 1)];
        costSum_ += r.cost();
        finalCost_ += finalReference_;
        reward_ += r.reward;
        offloaded_ += r.exited ? 0 : 1;
        realised_ += rewards_.bestReward[static_cast<std::size_t>(r.row)] - r.reward;
        if (splitsOnly_) pseudo_ += gap_[static_cast<std::size_t>(r.split - 1)];
        if (r.correct < 0) continue;
        ++labelled_;
        right_ += r.correct;
        finalRight_ += (rewards_.factsOf(r.row, rewards_.exits) & FactFinalCorrect) != 0 ? 1 : 0;
    }
    return {};
}

void ReplaySummary::consume(std::span<const std::uint32_t> rows, const std::uint8_t* layers) {
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const auto i = static_cast<std::size_t>(layers[k] - 1);
        const double* rewards = rewards_.rewardsOf(rows[k]);
        const std::uint8_t facts = rewards_.factsOf(rows[k], layers[k]);
        const bool exited = (facts & FactExited) != 0;
        ++pulls_[i];
        costSum_ += cost_[exited ? 1 : 0][i];
        finalCost_ += finalReference_;
        reward_ += rewards[i];
        offloaded_ += exited ? 0 : 1;
        realised_ += rewards_.bestReward[rows[k]] - rewards[i];
        pseudo_ += gap_[i];
        labelled_ += (facts & FactLabelled) != 0 ? 1 : 0;
        right_ += (facts & FactCorrect) != 0 ? 1 : 0;
        finalRight_ += (facts & FactFinalCorrect) != 0 ? 1 : 0;
    }
    rounds_ += static_cast<std::int64_t>(rows.size());
}

RunSummary ReplaySummary::summary(double seconds) const {
    RunSummary s;
    s.rounds = rounds_;
    s.pulls = pulls_;
    s.seconds = seconds;
    if (rounds_ == 0) return s;
    const auto n = static_cast<double>(rounds_);
    s.costMean = costSum_ / n;
    s.costReductionVsFinal = finalCost_ > 0 ? 100 * (1 - costSum_ / finalCost_) : 0;
    s.offloadRate = static_cast<double>(offloaded_) / n;
    s.rewardMean = reward_ / n;
    if (splitsOnly_) s.regret = pseudo_;
    s.realisedRegret = realised_;
    s.regretAgainst = against_;
    if (labelled_ == 0) return s;
    s.accuracy = static_cast<double>(right_) / static_cast<double>(labelled_);
    s.accuracyChangeVsFinal =
        100 * static_cast<double>(right_ - finalRight_) / static_cast<double>(labelled_);
    return s;
}

}  // namespace splitee
