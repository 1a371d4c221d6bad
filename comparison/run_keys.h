// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a run: what columns, filters, groups and comparisons list.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "comparison/run_row.h"

namespace splitee {

enum class RunKeyKind { Fact, Mark, Setting, Measure };

struct RunKey {
    std::string_view key;    ///< as in filters; settings and measures as in files and columns
    std::string_view label;  ///< sentence case
    std::string_view unit;   ///< "share" for what is shown in %; "" without
    std::string_view help;
    RunKeyKind kind = RunKeyKind::Fact;
    bool number = false;  ///< else a text
    int better = 0;       ///< 1: more is better, -1: less is; 0: neither
};

/// Nothing (not known), a number, or a text that lives as long as the row. Yes and no are 1 and 0.
using RunValue = std::variant<std::monostate, double, std::string_view>;

/// Facts, marks, measures, then the settings as the experiment declares them. "policy" and "seed"
/// are the run's own.
[[nodiscard]] const std::vector<RunKey>& runKeys();
/// Its place in runKeys().
[[nodiscard]] std::optional<std::size_t> findRunKey(std::string_view key);
/// `key` < runKeys().size(). An empty text is nothing. Some 20 nanoseconds.
[[nodiscard]] RunValue valueOf(const RunRow& row, std::size_t key);

[[nodiscard]] inline bool isKnown(const RunValue& value) { return value.index() != 0; }
/// NaN where it is none.
[[nodiscard]] double numberOf(const RunValue& value);
/// A number by its shortest digits, "" for nothing.
[[nodiscard]] std::string textOf(const RunValue& value);
/// Numbers by size, texts letter by letter without regard to case of a..z, nothing last; < 0, 0 or
/// > 0.
[[nodiscard]] int compareValues(const RunValue& a, const RunValue& b);

/// The layer that was chosen most often, ties to the lowest; empty without pulls.
[[nodiscard]] std::optional<int> favouriteSplit(const std::vector<std::int64_t>& pulls);

}  // namespace splitee
