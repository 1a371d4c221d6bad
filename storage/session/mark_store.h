// SPDX-License-Identifier: GPL-3.0-or-later
// MarkStore: what users add to a session, marks of runs and saved views.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/session/run_marks.h"
#include "storage/session/session_connection.h"

namespace splitee {

/// How a table of runs is shown, under a name. The content is JSON that only front ends read.
struct SavedView {
    std::string name, content;
};

class MarkStore {
public:
    /// `connection` must outlive it.
    explicit MarkStore(SessionConnection& connection) : connection_(connection) {}

    /// Replaces the marks of a run; texts have limits that the error names. Use tidyTags() on typed
    /// tags.
    [[nodiscard]] Result<void> set(std::int64_t id, const RunMarks& marks);
    /// Deletes the runs in the trash with their rounds, except running ones; returns how many.
    [[nodiscard]] Result<std::int64_t> emptyTrash();

    [[nodiscard]] Result<std::vector<SavedView>> views();  ///< by name
    /// A view of the same name is replaced.
    [[nodiscard]] Result<void> keepView(const SavedView& view);
    [[nodiscard]] Result<void> removeView(const std::string& name);

private:
    SessionConnection& connection_;
};

}  // namespace splitee
