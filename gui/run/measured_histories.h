// SPDX-License-Identifier: GPL-3.0-or-later
// MeasuredHistories: the histories of runs that played before their exit tables were known, made
// anew from the session and measured against the tables from round 1 on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "gui/run/run_history.h"
#include "gui/run/run_waypoints.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// Of one thread at a time: filled beside the window, then handed over in its thread.
class MeasuredHistories {
public:
    /// `fresh`: one for each run, without rounds. `experiment`: as it was played, changes included.
    MeasuredHistories(std::vector<RunHistory> fresh, std::shared_ptr<const TableSource> tables,
                      Experiment experiment);

    /// The rounds after which the runs have waypoints by now: what the histories have added up
    /// there is kept for them.
    void keepSumsAt(const std::vector<RunWaypoints>& waypoints);
    /// Reads the rounds up to `round` of the session's runs, one number a history. A stop is an
    /// error. Blocks.
    [[nodiscard]] Result<void> playTo(std::int64_t round, const std::filesystem::path& session,
                                      const std::vector<std::int64_t>& runs,
                                      const std::stop_token& stop);
    /// Puts them in the place of `shown`, the same runs, with the rounds that those have more, and
    /// their sums into the waypoints, so that past rounds are measured too. False, and nothing
    /// changes, where those do not remember them: play on first.
    [[nodiscard]] bool replace(std::vector<RunHistory>& shown,
                               std::vector<RunWaypoints>& waypoints);
    [[nodiscard]] const std::shared_ptr<const TableSource>& tables() const { return tables_; }
    /// What they are measured against, which shows tables(); it must outlive them.
    [[nodiscard]] std::vector<std::unique_ptr<World>> takeWorlds() { return std::move(worlds_); }

private:
    void append(std::size_t history, std::span<const RoundRecord> rounds);

    std::shared_ptr<const TableSource> tables_;
    Experiment experiment_;
    std::vector<std::unique_ptr<World>> worlds_;
    std::vector<RunHistory> histories_;
    std::vector<std::vector<std::int64_t>> wanted_;      // [histories] rounds, rising
    std::vector<std::map<std::int64_t, RunSums>> sums_;  // [histories] by round
    bool measured_ = false;
};

}  // namespace splitee
