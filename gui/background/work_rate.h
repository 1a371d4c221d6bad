// SPDX-License-Identifier: GPL-3.0-or-later
// WorkRate: how fast work beside the window goes, over its last seconds.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <utility>

namespace splitee {

class WorkRate {
public:
    void restart();
    /// So much is done now.
    void add(std::int64_t done);
    /// Of the last seconds; 0: not known yet.
    [[nodiscard]] double perSecond() const { return perSecond_; }

private:
    using Moment = std::chrono::steady_clock::time_point;
    std::deque<std::pair<Moment, std::int64_t>> lately_;
    double perSecond_ = 0;
};

/// Threads for work beside the window: one processor is left for it and what plays in it.
[[nodiscard]] int spareThreads();

}  // namespace splitee
