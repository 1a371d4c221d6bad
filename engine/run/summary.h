// SPDX-License-Identifier: GPL-3.0-or-later
// RunSummary holds the totals and means of one run. Means over runs: statistics.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/regret.h"
#include "engine/run/run.h"

namespace splitee {

/// One run in figures. A value that cannot be known (no labels; no final-exit reference in a live
/// run) is empty.
struct RunSummary {
    std::int64_t rounds = 0;
    std::optional<double> accuracy;   ///< share in [0, 1], over samples with a label
    double costMean = 0;              ///< lambda a sample
    double costReductionVsFinal = 0;  ///< %, against always computing the whole network
    std::optional<double>
        accuracyChangeVsFinal;  ///< points, against the final exit on the same samples
    double offloadRate = 0;     ///< share in [0, 1]
    double rewardMean = 0;
    std::optional<double>
        regret;  ///< pseudo-regret R(T) over the run, from means over the whole table; none for a
                 ///< policy whose choice is no split (cascades, ..)
    std::optional<double>
        realisedRegret;  ///< reward of the best fixed split on the same samples, less this run's
    RegretAgainst regretAgainst = RegretAgainst::OneExit;  ///< of both
    std::vector<std::int64_t> pulls;                       ///< [L] rounds a split layer was chosen
    double seconds = 0;                                    ///< wall time
    [[nodiscard]] double roundsPerSecond() const {
        return seconds > 0 ? static_cast<double>(rounds) / seconds : 0;
    }
};

/// A sink that sums up a run. Knows the final exit's answers where the world is a replay.
class SummarySink final : public RoundSink {
public:
    SummarySink(const Experiment& experiment, const RunSpec& run, World& world);
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    [[nodiscard]] RunSummary summary(double seconds) const;

private:
    World& world_;
    Schedule schedule_;
    std::uint64_t seed_;
    RegretMeter regret_;
    Conditions now_;
    std::int64_t nextChange_ = 1;
    double finalReference_ = 0;        // cost of the final exit in this round
    std::vector<std::int64_t> pulls_;  // [L]
    std::int64_t rounds_ = 0, labelled_ = 0, right_ = 0, finalRight_ = 0, offloaded_ = 0;
    double cost_ = 0, reward_ = 0, finalCost_ = 0;
};

}  // namespace splitee
