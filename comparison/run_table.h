// SPDX-License-Identifier: GPL-3.0-or-later
// RunTable: the runs of a session, filtered, grouped and sorted.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "comparison/round_column.h"
#include "comparison/run_filter.h"
#include "comparison/run_groups.h"

namespace splitee {

/// Two things besides runKeys() that an item has: what it is called, and how many seeds it stands
/// for.
inline constexpr std::size_t kTitleKey = 1'000'000, kSeedsKey = 1'000'001;

struct SortKey {
    std::size_t key = 0;  ///< a place in runKeys(), kTitleKey, kSeedsKey or keyOf() a round column
    bool descending = false;
    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// What is shown of the runs, and how.
struct RunTableLook {
    RunFilter filter;
    std::vector<std::size_t> groupBy;  ///< places in runKeys(); empty: every run by itself
    std::vector<SortKey>
        order;  ///< the first counts most; what is equal stays in order of the runs' numbers
};

/// What an item says under a key.
struct RunCell {
    RunValue value;                   ///< of a measure in a group: the mean over seeds
    std::optional<double> halfWidth;  ///< of its 95 % interval by Student's t; from two seeds on
    bool differs = false;             ///< its runs say different things, so there is no value
};

class RunTable {
public:
    /// In order of their numbers, as readRows() gives them. What round columns say of a run that
    /// went on since is forgotten.
    void setRows(std::vector<RunRow> rows);
    [[nodiscard]] std::span<const RunRow> rows() const { return rows_; }
    [[nodiscard]] const RunRow* find(std::int64_t run) const;
    void setMarks(std::int64_t run, const RunMarks& marks);  ///< arrange() again

    /// What round columns say, by run; what is not given yet is not known. arrange() again.
    void addRoundValue(std::size_t key, std::int64_t run, double value) {
        roundValues_[key][run] = value;
    }
    /// Runs that have none yet, but for those that still play.
    [[nodiscard]] std::vector<std::int64_t> withoutRoundValue(std::size_t key) const;
    void forgetRoundValues() { roundValues_.clear(); }

    /// Runs in the trash are left out unless the filter speaks of them. About 10 ms for 10,000
    /// runs.
    void arrange(RunTableLook look);
    [[nodiscard]] const RunTableLook& look() const { return look_; }
    [[nodiscard]] bool grouped() const { return !look_.groupBy.empty(); }

    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] const RunGroup& item(std::size_t at) const { return items_[at]; }
    /// The run of an item, or the first of its group.
    [[nodiscard]] const RunRow& first(std::size_t at) const {
        return rows_[items_[at].rows.front()];
    }
    [[nodiscard]] RunCell cell(std::size_t at, std::size_t key) const;
    [[nodiscard]] std::size_t matching() const { return matching_; }  ///< runs that pass
    [[nodiscard]] std::size_t trashed() const;                        ///< of all
    /// The item with the best value of a measure; none where there is no better or worse, or only
    /// one item knows it.
    [[nodiscard]] std::optional<std::size_t> best(std::size_t key) const;

private:
    void sort();
    [[nodiscard]] double roundValue(std::size_t key, std::size_t row) const;

    std::vector<RunRow> rows_;
    RunTableLook look_;
    std::unordered_map<std::size_t, std::unordered_map<std::int64_t, double>>
        roundValues_;  // by key, by run
    std::vector<RunGroup> items_;
    std::size_t matching_ = 0;
};

}  // namespace splitee
