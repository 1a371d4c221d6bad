// SPDX-License-Identifier: GPL-3.0-or-later
// SplitKernel is a round loop that only chooses split layers, block by block. The sinks count costs
// and rewards of a block afterwards.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "engine/replay/reward_table.h"
#include "engine/run/run.h"

namespace splitee {

inline constexpr std::int64_t kBlock = 1024;  ///< rounds between two checks of the stop token

/// One run. Keeps the learner's state between blocks.
class SplitKernel {
public:
    virtual ~SplitKernel() = default;
    /// Rounds first, first + 1, ..: `rows` [m] of the table, m <= kBlock; writes the layers chosen,
    /// from 1.
    virtual void play(std::int64_t first, std::span<const std::uint32_t> rows,
                      std::uint8_t* layers) = 0;
};

/// SplitEE. Makes the choices of SplitEePolicy, ties too. Needs AVX2.
[[nodiscard]] std::unique_ptr<SplitKernel> splitEeKernel(const RewardTable& rewards, double beta);

/// How SplitEE-S learns from side observations.
enum class SideMode { Released, Observed, Corrected };

/// SplitEE-S. Makes the choices of SplitEeSidePolicy and SplitEeCorrectedPolicy. Needs AVX2.
[[nodiscard]] std::unique_ptr<SplitKernel> splitEeSKernel(const RewardTable& rewards, double beta,
                                                          SideMode mode);

/// Fixed split, final exit, best in hindsight and random split, with the settings `own` of the run;
/// of other policies nullptr. `rounds`: of the whole run.
[[nodiscard]] std::unique_ptr<SplitKernel> ruleKernel(const Experiment& own, const RunSpec& run,
                                                      const RewardTable& rewards,
                                                      std::int64_t rounds);

/// The kernel that plays `run` under constant conditions, or nullptr: then the round loop does.
[[nodiscard]] std::unique_ptr<SplitKernel> kernelFor(const Experiment& experiment,
                                                     const RunSpec& run, const RewardTable& rewards,
                                                     std::int64_t rounds);

}  // namespace splitee
