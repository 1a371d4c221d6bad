// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_orders.h"

#include <algorithm>
#include <chrono>

namespace splitee {

void RunOrders::playUntil(std::int64_t round) {
    {
        const std::lock_guard lock(mutex_);
        orders_.until = round;
        ++version_;
    }
    changed_.notify_all();
}

void RunOrders::setSpeed(double roundsPerSecond) {
    {
        const std::lock_guard lock(mutex_);
        orders_.roundsPerSecond = roundsPerSecond;
        ++version_;
    }
    changed_.notify_all();
}

void RunOrders::change(const std::string& key, double value) {
    const std::lock_guard lock(mutex_);
    const auto known =
        std::ranges::find(orders_.changes, key, &std::pair<std::string, double>::first);
    if (known == orders_.changes.end())
        orders_.changes.emplace_back(key, value);
    else
        known->second = value;
}

void RunOrders::distort(const std::string& distortion) {
    const std::lock_guard lock(mutex_);
    orders_.distortion = distortion;
}

std::optional<RunOrders::Orders> RunOrders::next(std::int64_t played, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait(lock, stop, [&] { return orders_.until > played; })) return std::nullopt;
    if (stop.stop_requested()) return std::nullopt;
    Orders now = orders_;
    orders_.changes.clear();
    orders_.distortion.reset();
    return now;
}

void RunOrders::rest(double seconds, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const std::uint64_t version = version_;
    changed_.wait_for(lock, stop, std::chrono::duration<double>(seconds),
                      [&] { return version_ != version; });
}

}  // namespace splitee
