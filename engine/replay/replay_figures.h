// SPDX-License-Identifier: GPL-3.0-or-later
// ReplayFigures plays runs on recorded tables for their figures alone, as fast as memory allows.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/progress.h"
#include "engine/replay/reward_table.h"
#include "engine/run/summary.h"

namespace splitee {

struct PlayedFigures {
    RunStatus status = RunStatus::Finished;
    RunSummary summary;
};

/// The figures are those of runOnce() with a SummarySink, bit for bit, wall time excepted. Any
/// number of threads may play at once.
class ReplayFigures {
public:
    /// `tables`: the sources of the experiments, as ReplayWorld takes them; must outlive it.
    explicit ReplayFigures(std::vector<const ExitTable*> tables) : tables_(std::move(tables)) {}

    /// Plays a run of a valid experiment. A stop is seen within 10 ms, and ends it as Stopped.
    /// `progress` counts its rounds. Blocks.
    [[nodiscard]] Result<PlayedFigures> play(const Experiment& experiment, const RunSpec& run,
                                             const std::stop_token& stop,
                                             const ProgressSink& progress = {});

private:
    [[nodiscard]] std::shared_ptr<const RewardTable> rewardsFor(const Experiment& experiment,
                                                                std::string_view policy);

    std::vector<const ExitTable*> tables_;
    std::mutex mutex_;
    std::deque<std::shared_ptr<const RewardTable>> kept_;  // the last used first
};

}  // namespace splitee
