// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/background/work_rate.h"

#include <algorithm>
#include <thread>

namespace splitee {
namespace {

constexpr std::chrono::seconds kLately{10};
constexpr std::chrono::milliseconds kEnough{300};  // for a first rate

}  // namespace

void WorkRate::restart() {
    lately_.clear();
    perSecond_ = 0;
}

void WorkRate::add(std::int64_t done) {
    const Moment when = std::chrono::steady_clock::now();
    lately_.emplace_back(when, done);
    while (when - lately_.front().first > kLately) lately_.pop_front();
    const auto [since, doneThen] = lately_.front();
    if (when - since >= kEnough)
        perSecond_ = static_cast<double>(done - doneThen) /
                     std::chrono::duration<double>(when - since).count();
}

int spareThreads() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

}  // namespace splitee
