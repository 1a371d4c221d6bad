// SPDX-License-Identifier: GPL-3.0-or-later
// The replay kernels: they only choose split layers, block by block; what a block came to is
// counted afterwards.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "engine/replay/reward_table.h"

namespace splitee {

inline constexpr std::int64_t kBlock = 1024;  ///< rounds between two looks at the stop token

/// One run at work: keeps the learner's state between blocks.
class SplitKernel {
public:
    virtual ~SplitKernel() = default;
    /// Rounds first, first + 1, ..: `rows` [m] of the table, m <= kBlock; writes the layers chosen,
    /// from 1.
    virtual void play(std::int64_t first, std::span<const std::uint32_t> rows,
                      std::uint8_t* layers) = 0;
};

/// SplitEE (PAPERS 2) with the choices of SplitEePolicy, ties too. Needs AVX2.
[[nodiscard]] std::unique_ptr<SplitKernel> splitEeKernel(const RewardTable& rewards, double beta);

/// What SplitEE-S does with side observations.
enum class SideMode { Released, Observed, Corrected };

/// SplitEE-S (PAPERS 3) with the choices of SplitEeSidePolicy and SplitEeCorrectedPolicy. Needs
/// AVX2.
[[nodiscard]] std::unique_ptr<SplitKernel> splitEeSKernel(const RewardTable& rewards, double beta,
                                                          SideMode mode);

}  // namespace splitee
