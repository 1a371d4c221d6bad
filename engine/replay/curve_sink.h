// SPDX-License-Identifier: GPL-3.0-or-later
// CurveSink sums the rounds of one run to cumulative curves.
#pragma once

#include <span>

#include "engine/replay/replay.h"
#include "engine/replay/reward_table.h"

namespace splitee {

/// A sink for any policy that plays `rewards.table`; `points` as curvePoints() makes them.
class CurveSink final : public RoundSink {
public:
    CurveSink(const RewardTable& rewards, const Experiment& experiment, std::string_view policy,
              std::span<const std::int64_t> points);
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;

    /// The same for rounds that split kernels chose: round numbers follow each other.
    void consume(std::span<const std::uint32_t> rows, const std::uint8_t* layers);

    [[nodiscard]] ReplayCurves takeCurves() { return std::move(curves_); }
    [[nodiscard]] RunSummary summary(double seconds) const;

private:
    void count(std::span<const std::uint32_t> rows, const std::uint8_t* layers);
    void mark();

    const RewardTable& rewards_;
    CostWeights weights_;
    ExitsEvaluated evaluated_;
    bool splitsOnly_;
    RegretAgainst against_;
    std::span<const std::int64_t> points_;
    std::size_t next_ = 0;  // point to come
    ReplayCurves curves_;
    std::int64_t rounds_ = 0, labelled_ = 0, correct_ = 0, finalCorrect_ = 0, exited_ = 0;
    double reward_ = 0, bestReward_ = 0;
    [[nodiscard]] double offloadCost() const;
    std::vector<std::int64_t> pulls_;   // [L + 1], layer 0 too
    std::vector<std::int64_t> leftAt_;  // [L + 1] likewise, of those that did not go on
};

}  // namespace splitee
