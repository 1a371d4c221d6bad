// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/curve_sink.h"

#include <algorithm>
#include <array>

#include "engine/policies/policy_info.h"

namespace splitee {

CurveSink::CurveSink(const RewardTable& rewards, const Experiment& experiment,
                     std::string_view policy, std::span<const std::int64_t> points)
    : rewards_(rewards),
      weights_(experiment.costWeights()),
      evaluated_(exitsEvaluated(policy)),
      splitsOnly_(findPolicy(policy) == nullptr || findPolicy(policy)->splitsOnly),
      against_(regretAgainst(experiment, policy)),
      points_(points),
      pulls_(static_cast<std::size_t>(rewards.exits) + 1, 0),
      leftAt_(pulls_) {
    for (auto* curve : {&curves_.realisedRegret, &curves_.reward, &curves_.computeCost,
                        &curves_.exitCost, &curves_.offloadCost})
        curve->reserve(points.size());
    for (auto* curve : {&curves_.round, &curves_.correct, &curves_.labelled, &curves_.offloaded})
        curve->reserve(points.size());
    if (splitsOnly_) curves_.pseudoRegret.reserve(points.size());
    curves_.pulls.reserve(points.size() * static_cast<std::size_t>(rewards.exits));
}

Result<void> CurveSink::consume(std::span<const RoundRecord> rounds) {
    for (const RoundRecord& r : rounds) {
        ++pulls_[static_cast<std::size_t>(r.split)];
        leftAt_[static_cast<std::size_t>(r.split)] += r.exited ? 1 : 0;
        exited_ += r.exited ? 1 : 0;
        reward_ += r.reward;
        bestReward_ += rewards_.bestReward[static_cast<std::size_t>(r.row)];
        if (r.correct >= 0) {
            ++labelled_;
            correct_ += r.correct;
            finalCorrect_ +=
                (rewards_.factsOf(r.row, rewards_.exits) & FactFinalCorrect) != 0 ? 1 : 0;
        }
        ++rounds_;
        if (next_ < points_.size() && rounds_ == points_[next_]) mark();
    }
    return {};
}

void CurveSink::consume(std::span<const std::uint32_t> rows, const std::uint8_t* layers) {
    while (!rows.empty()) {
        const std::int64_t room = next_ < points_.size() ? points_[next_] - rounds_
                                                         : static_cast<std::int64_t>(rows.size());
        const auto part = std::min(rows.size(), static_cast<std::size_t>(room));
        count(rows.first(part), layers);
        rows = rows.subspan(part);
        layers += part;
        rounds_ += static_cast<std::int64_t>(part);
        if (next_ < points_.size() && rounds_ == points_[next_]) mark();
    }
}

void CurveSink::count(std::span<const std::uint32_t> rows, const std::uint8_t* layers) {
    const std::uint8_t* facts = rewards_.facts.data();
    const auto exits = static_cast<std::size_t>(rewards_.exits);
    // One byte a fact in one word, emptied before a byte can overflow.
    constexpr std::size_t kMostInAByte = 255;
    for (std::size_t from = 0; from < rows.size(); from += kMostInAByte) {
        const std::size_t end = std::min(from + kMostInAByte, rows.size());
        std::uint64_t counts = 0;
        for (std::size_t k = from; k < end; ++k) {
            const auto layer = static_cast<std::size_t>(layers[k]);
            const std::uint64_t bits = facts[rows[k] * exits + layer - 1];
            counts += (bits & 1) | (bits & 2) << 7 | (bits & 4) << 14 | (bits & 8) << 21;
            const double* reward = rewards_.rewardsOf(rows[k]);
            reward_ += reward[layer - 1];
            bestReward_ += rewards_.bestReward[rows[k]];
            ++pulls_[layer];
            leftAt_[layer] += static_cast<std::int64_t>(bits & FactExited);
        }
        exited_ += static_cast<std::int64_t>(counts & 0xff);
        correct_ += static_cast<std::int64_t>(counts >> 8 & 0xff);
        labelled_ += static_cast<std::int64_t>(counts >> 16 & 0xff);
        finalCorrect_ += static_cast<std::int64_t>(counts >> 24 & 0xff);
    }
}

// Costs and the pseudo-regret follow from the counts.
void CurveSink::mark() {
    ++next_;
    curves_.round.push_back(rounds_);
    curves_.realisedRegret.push_back(bestReward_ - reward_);
    curves_.reward.push_back(reward_);
    curves_.correct.push_back(correct_);
    curves_.labelled.push_back(labelled_);
    curves_.offloaded.push_back(rounds_ - exited_);
    double compute = 0;
    double exitCost = 0;
    double regret = 0;
    const auto computing = computingOf(weights_, rewards_.table.depth);
    for (int layer = 1; layer <= rewards_.exits; ++layer) {
        const auto i = static_cast<std::size_t>(layer - 1);
        const auto n = static_cast<double>(pulls_[i + 1]);
        compute += n * weights_.lambda1 * computing[i];
        exitCost += n * weights_.lambda2 * (evaluated_ == ExitsEvaluated::UpToSplit ? layer : 1);
        regret += n * rewards_.gap(layer);
        curves_.pulls.push_back(pulls_[i + 1]);
    }
    curves_.computeCost.push_back(compute);
    curves_.exitCost.push_back(exitCost);
    curves_.offloadCost.push_back(offloadCost());
    if (splitsOnly_) curves_.pseudoRegret.push_back(regret);
}

// One number for all layers is multiplied once, as it always was: a run's curves keep their bits.
double CurveSink::offloadCost() const {
    const CostTable& costs = rewards_.costs;
    if (weights_.layerOffloads.layers.empty())
        return static_cast<double>(rounds_ - exited_) * *costs.input;
    double sum = 0;
    for (int layer = 0; layer <= rewards_.exits; ++layer) {
        const auto i = static_cast<std::size_t>(layer);
        const std::int64_t offloaded = pulls_[i] - leftAt_[i];
        if (offloaded > 0) sum += static_cast<double>(offloaded) * costs.offloadAt(layer);
    }
    return sum;
}

RunSummary CurveSink::summary(double seconds) const {
    RunSummary s;
    s.rounds = rounds_;
    s.pulls.assign(pulls_.begin() + 1, pulls_.end());
    s.seconds = seconds;
    if (curves_.round.empty()) return s;
    const auto n = static_cast<double>(rounds_);
    s.costMean =
        (curves_.computeCost.back() + curves_.exitCost.back() + curves_.offloadCost.back()) / n;
    const double finalCost =
        weights_.lambda1 * computingOf(weights_, rewards_.table.depth).back() + weights_.lambda2;
    s.costReductionVsFinal = finalCost > 0 ? 100 * (1 - s.costMean / finalCost) : 0;
    s.offloadRate = static_cast<double>(rounds_ - exited_) / n;
    s.rewardMean = reward_ / n;
    if (labelled_ > 0) {
        s.accuracy = static_cast<double>(correct_) / static_cast<double>(labelled_);
        s.accuracyChangeVsFinal =
            100 * static_cast<double>(correct_ - finalCorrect_) / static_cast<double>(labelled_);
    }
    if (splitsOnly_) s.regret = curves_.pseudoRegret.back();
    s.realisedRegret = curves_.realisedRegret.back();
    s.regretAgainst = against_;
    return s;
}

}  // namespace splitee
