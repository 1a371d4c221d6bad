// SPDX-License-Identifier: GPL-3.0-or-later
// RunFilter: the filter language of the run table ("policy = splitee-s and offload >= 5").
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "comparison/run_keys.h"

namespace splitee {

/// Comparisons `KEY op VALUE` with = != < <= > >= ~ (contains), `KEY in (a, b)`, `KEY not in (a,
/// b)`; joined by and, or, not and parentheses, `and` where nothing stands between two. A value
/// with spaces or signs stands in quotes. A percentage counts for shares: accuracy >= 90 %; so does
/// a number above 1, for no share is: accuracy >= 90. A KEY may be the column's title, in quotes
/// where it has blanks: "cost / sample" < 8. `starred` and `trashed` stand alone, `starred = yes`
/// is the same. Any other word, or text in quotes, is looked for in all texts of a run. Small and
/// capital letters are the same. What is not known passes != only.
class RunFilter {
public:
    /// An empty text lets everything pass. The error is one sentence that names the place; texts
    /// over 2000 characters and more than 50 parentheses or `not` in each other are refused.
    [[nodiscard]] static Result<RunFilter> parse(std::string_view text);

    /// As of an empty text.
    RunFilter() = default;
    [[nodiscard]] bool isEmpty() const { return root_ == nullptr; }
    [[nodiscard]] bool matches(const RunRow& row) const;
    /// Whether it asks for runs in the trash, which are left out of tables otherwise.
    [[nodiscard]] bool speaksOfTrash() const { return trash_; }

    struct Node;

private:
    std::shared_ptr<const Node> root_;
    bool trash_ = false;
};

}  // namespace splitee
