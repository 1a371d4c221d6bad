// SPDX-License-Identifier: GPL-3.0-or-later
// RunWaypoints are the rounds of one run from which any other is soon shown again: some hundreds of
// them, at even distances.
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "gui/run/run_history.h"

namespace splitee {

/// A run and its history after one round.
struct HistoryWaypoint {
    std::shared_ptr<const Waypoint> run;
    RunSums sums;
};

class RunWaypoints {
public:
    /// Rounds rise. Those that are no multiple of `distance` go.
    void add(HistoryWaypoint waypoint, std::int64_t distance) {
        if (distance != distance_)
            std::erase_if(
                kept_, [distance](const auto& one) { return one->run->round() % distance != 0; });
        distance_ = distance;
        kept_.push_back(std::make_shared<const HistoryWaypoint>(std::move(waypoint)));
    }
    /// The last one before this round is played; null where there is none.
    [[nodiscard]] std::shared_ptr<const HistoryWaypoint> before(std::int64_t round) const {
        const auto after = std::ranges::lower_bound(
            kept_, round, {}, [](const auto& one) { return one->run->round(); });
        return after == kept_.begin() ? nullptr : *std::prev(after);
    }
    /// What the history had added up there, now that more is known of its rounds.
    void setSums(std::int64_t round, RunSums sums) {
        const auto at = std::ranges::lower_bound(kept_, round, {},
                                                 [](const auto& one) { return one->run->round(); });
        if (at != kept_.end() && (*at)->run->round() == round)
            *at = std::make_shared<const HistoryWaypoint>(
                HistoryWaypoint{(*at)->run, std::move(sums)});
    }
    /// Rising.
    [[nodiscard]] std::vector<std::int64_t> rounds() const {
        std::vector<std::int64_t> rounds;
        for (const auto& one : kept_) rounds.push_back(one->run->round());
        return rounds;
    }
    [[nodiscard]] std::size_t size() const { return kept_.size(); }

private:
    std::int64_t distance_ = 1;
    std::vector<std::shared_ptr<const HistoryWaypoint>> kept_;  // by round
};

}  // namespace splitee
