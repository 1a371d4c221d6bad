// SPDX-License-Identifier: GPL-3.0-or-later
// DriftSink sums the rounds of a run under a schedule to cumulative curves. Costs, threshold and
// source may differ from round to round.
#pragma once

#include <span>

#include "engine/replay/replay.h"
#include "engine/run/regret.h"

namespace splitee {

class DriftSink final : public RoundSink {
public:
    /// `world`: one of its own, because the sink reads all sources of the schedule.
    DriftSink(const Experiment& experiment, const RunSpec& run, World& world,
              const Schedule& schedule, std::span<const std::int64_t> points);
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    [[nodiscard]] const ReplayCurves& curves() const { return curves_; }
    [[nodiscard]] RunSummary summary(double seconds) const;

private:
    void add(const RoundRecord& round);
    void mark();

    World& world_;
    const Schedule& schedule_;
    std::uint64_t seed_;
    bool everyExit_;
    RegretMeter regret_;
    std::span<const std::int64_t> points_;
    std::size_t next_ = 0;  // point to come
    Conditions now_;
    std::int64_t nextChange_ = 1;
    ReplayCurves curves_;
    std::int64_t rounds_ = 0, labelled_ = 0, correct_ = 0, finalCorrect_ = 0, offloaded_ = 0;
    double reward_ = 0, compute_ = 0, exit_ = 0, offload_ = 0, finalCost_ = 0;
    std::vector<std::int64_t> pulls_;  // [L + 1], layer 0 too
};

}  // namespace splitee
