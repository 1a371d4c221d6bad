// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/live_feed.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace splitee {
namespace {

// What the window takes in within one frame; more would only make it late.
constexpr std::size_t kMostWaiting = 12'000;

void join(PolicyUpdate& waiting, PolicyUpdate&& update) {
    waiting.records.insert(waiting.records.end(), update.records.begin(), update.records.end());
    waiting.run = update.run;
    waiting.arms = std::move(update.arms);
    waiting.seen = std::move(update.seen);
    waiting.alpha = update.alpha;
    std::ranges::move(update.waypoints, std::back_inserter(waiting.waypoints));
}

}  // namespace

void LiveFeed::append(FeedUpdate update, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    drained_.wait(lock, stop, [this] { return records_ < kMostWaiting; });
    waiting_.policies.resize(std::max(waiting_.policies.size(), update.policies.size()));
    for (std::size_t k = 0; k < update.policies.size(); ++k) {
        records_ += update.policies[k].records.size();
        join(waiting_.policies[k], std::move(update.policies[k]));
    }
    if (update.sample) waiting_.sample = std::move(update.sample);
    waiting_.pieces += update.pieces;
    waiting_.waypointDistance = std::max(waiting_.waypointDistance, update.waypointDistance);
    for (SettingChange& change : update.changes) waiting_.changes.push_back(std::move(change));
}

FeedUpdate LiveFeed::drain() {
    FeedUpdate update;
    {
        const std::lock_guard lock(mutex_);
        update = std::exchange(waiting_, {});
        records_ = 0;
    }
    drained_.notify_one();
    return update;
}

}  // namespace splitee
