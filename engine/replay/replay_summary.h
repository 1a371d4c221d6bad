// SPDX-License-Identifier: GPL-3.0-or-later
// ReplaySummary sums up one replay under constant conditions.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/replay/reward_table.h"
#include "engine/run/summary.h"

namespace splitee {

/// Comes to the figures of SummarySink bit for bit: the same additions in the same order, but of
/// rewards and facts that `rewards` holds, where that asks the world.
class ReplaySummary final : public RoundSink {
public:
    /// `rewards` of the experiment's costs, alpha and what `policy` evaluates; must outlive it.
    ReplaySummary(const RewardTable& rewards, const Experiment& experiment,
                  std::string_view policy);
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    /// The same for rounds that a split kernel chose: `rows` [m] and the layers chosen [m], from 1.
    void consume(std::span<const std::uint32_t> rows, const std::uint8_t* layers);
    [[nodiscard]] RunSummary summary(double seconds) const;

private:
    const RewardTable& rewards_;
    bool splitsOnly_;
    RegretAgainst against_;
    double finalReference_;            // cost of the final exit
    std::vector<double> gap_;          // [L] E r(i*) - E r(i), see RewardTable::gap()
    std::vector<double> cost_[2];      // [L] of a round: offloaded, left on the device
    std::vector<std::int64_t> pulls_;  // [L]
    std::int64_t rounds_ = 0, labelled_ = 0, right_ = 0, finalRight_ = 0, offloaded_ = 0;
    double costSum_ = 0, reward_ = 0, finalCost_ = 0, pseudo_ = 0, realised_ = 0;
};

}  // namespace splitee
