// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/mark_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/session/run_store.h"
#include "storage/session/session_guard.h"

namespace splitee {
namespace {

constexpr const char* kSetMarks =
    "UPDATE run SET run_name = ?, starred = ?, tags = ?, note = ?, trashed = ? WHERE id = ?";
constexpr const char* kEmptyTrash =
    "DELETE FROM run WHERE trashed = 1 AND status <> 'running'";  // their rounds go too (ON DELETE
                                                                  // CASCADE)
constexpr const char* kHasViews =
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'saved_view'";
constexpr const char* kSelectViews =
    "SELECT name, content FROM saved_view ORDER BY name LIMIT 1000";
constexpr const char* kKeepView =
    "INSERT INTO saved_view (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content "
    "= excluded.content";
constexpr const char* kRemoveView = "DELETE FROM saved_view WHERE name = ?";
constexpr std::size_t kMostName = 200, kMostTags = 1000, kMostNote = 10'000,
                      kMostView = 100'000;  // characters

Result<void> checkLength(const char* what, const std::string& text, std::size_t most) {
    if (text.size() <= most) return {};
    return fail(std::string(what) + " has " + std::to_string(text.size()) +
                " characters: keep it to " + std::to_string(most));
}

Result<void> check(const RunMarks& marks) {
    if (auto name = checkLength("the name", marks.name, kMostName); !name) return name;
    if (auto tags = checkLength("the list of tags", marks.tags, kMostTags); !tags) return tags;
    return checkLength("the note", marks.note, kMostNote);
}

}  // namespace

Result<void> MarkStore::set(std::int64_t id, const RunMarks& marks) {
    if (auto valid = check(marks); !valid) return valid;
    const auto changed = guarded("write to", connection_.file(), [&]() -> Result<int> {
        SQLite::Statement update(connection_.database(), kSetMarks);
        update.bind(1, marks.name);
        update.bind(2, marks.starred ? 1 : 0);
        update.bind(3, marks.tags);
        update.bind(4, marks.note);
        update.bind(5, marks.trashed ? 1 : 0);
        update.bind(6, id);
        return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    if (*changed == 0) return tl::unexpected(noSuchRun(connection_, id));
    return {};
}

Result<std::int64_t> MarkStore::emptyTrash() {
    return guarded("write to", connection_.file(), [&]() -> Result<std::int64_t> {
        return connection_.database().exec(kEmptyTrash);
    });
}

Result<std::vector<SavedView>> MarkStore::views() {
    return guarded("read", connection_.file(), [&]() -> Result<std::vector<SavedView>> {
        std::vector<SavedView> found;
        if (connection_.database().execAndGet(kHasViews).getInt() == 0)
            return found;  // a file of version 1 or 2, opened to read
        SQLite::Statement query(connection_.database(), kSelectViews);
        while (query.executeStep())
            found.push_back({query.getColumn(0).getString(), query.getColumn(1).getString()});
        return found;
    });
}

Result<void> MarkStore::keepView(const SavedView& view) {
    if (view.name.empty()) return fail("cannot keep a view without a name: name it");
    if (auto name = checkLength("the view's name", view.name, kMostName); !name) return name;
    if (auto content = checkLength("the view", view.content, kMostView); !content) return content;
    return guarded("write to", connection_.file(), [&]() -> Result<void> {
        SQLite::Statement keep(connection_.database(), kKeepView);
        keep.bind(1, view.name);
        keep.bind(2, view.content);
        keep.exec();
        return {};
    });
}

Result<void> MarkStore::removeView(const std::string& name) {
    return guarded("write to", connection_.file(), [&]() -> Result<void> {
        SQLite::Statement remove(connection_.database(), kRemoveView);
        remove.bind(1, name);
        remove.exec();
        return {};
    });
}

}  // namespace splitee
