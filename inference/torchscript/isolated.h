// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the code of others in a process of its own, with limits. No LibTorch here.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>

#include "engine/result.h"

namespace splitee {

struct IsolationLimits {
    std::chrono::seconds time{60};              ///< of computing, and three times that of waiting
    std::chrono::milliseconds stillness{2000};  ///< a copy that sleeps so long waits for a lock
    std::uint64_t moreBytes = 4ULL << 30;       ///< of address space beyond what this process has
};

/// Whether `work` succeeds in a copy of this process, which then ends: what it computed is lost,
/// and so is what it breaks. A crash, too much time and too much memory become an error, the end
/// of a sentence about what was tried. The copy has this thread alone: `work` must compute on one
/// thread. A lock that another thread held at that moment stays locked in the copy: where it waits
/// for one, another copy is made. Blocks.
[[nodiscard]] Result<void> triedApart(const std::function<Result<void>()>& work,
                                      const IsolationLimits& limits = {},
                                      const std::stop_token& stop = {});

}  // namespace splitee
