// SPDX-License-Identifier: GPL-3.0-or-later
// What SessionStore tells of a run so that it can be played again and go on.
#include "storage/session/seen_exits.h"
#include "storage/session/session_guard.h"
#include "storage/session/session_store.h"
#include "storage/session/writer_mark.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace splitee {
namespace {

constexpr const char* kHasSeen =
    "SELECT count(*) FROM pragma_table_info('round') WHERE name = 'seen'";
constexpr const char* kSelectSeen =
    "SELECT round, source_row, split_layer, exited, seen FROM round WHERE run_id = ? AND round >= "
    "? ORDER BY round LIMIT ?";
constexpr const char* kGoOn =
    "UPDATE run SET status = 'running', message = '', summary = '', finished_at = NULL, writer = ? "
    "WHERE id = ? AND status IN ('interrupted', 'stopped', 'failed') AND (SELECT "
    "ifnull(max(round), 0) FROM round WHERE run_id = run.id) = ?";

}  // namespace

Result<std::vector<RecalledRound>> SessionStore::recalled(std::int64_t id, std::int64_t first,
                                                          std::int64_t limit) {
    return guarded("read", file_, [&]() -> Result<std::vector<RecalledRound>> {
        std::vector<RecalledRound> found;
        if (database_->execAndGet(kHasSeen).getInt() == 0)
            return found;  // a file of version 1, opened to read
        SQLite::Statement query(*database_, kSelectSeen);
        query.bind(1, id);
        query.bind(2, first);
        query.bind(3, limit);
        while (query.executeStep() && !query.getColumn(4).isNull()) {
            const std::int64_t round = query.getColumn(0).getInt64();
            const SQLite::Column bytes = query.getColumn(4);
            auto seen = decodeSeen({static_cast<const char*>(bytes.getBlob()),
                                    static_cast<std::size_t>(bytes.getBytes())});
            if (!seen || round != first + static_cast<std::int64_t>(found.size()))
                return fail("session " + file_ + " is damaged: run " + std::to_string(id) +
                            ", round " + std::to_string(round));
            found.push_back({query.getColumn(1).getInt64(),
                             {query.getColumn(2).getInt(), query.getColumn(3).getInt() != 0},
                             std::move(*seen)});
        }
        return found;
    });
}

Result<void> SessionStore::goOn(std::int64_t id, std::int64_t rounds) {
    const auto changed = guarded("write to", file_, [&]() -> Result<int> {
        SQLite::Statement update(*database_, kGoOn);
        update.bind(1, ownWriterMark());
        update.bind(2, id);
        update.bind(3, rounds);
        return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    if (*changed > 0) return {};
    const auto other = run(id);
    if (!other) return tl::unexpected(other.error());
    const std::string name = "run " + std::to_string(id) + " of session " + file_;
    if (other->status == RunStatus::Finished)
        return fail(name + " is finished: there is nothing to go on with");
    if (other->status == RunStatus::Running)
        return fail(name + " is being played by another window or program: wait for it");
    return fail(name + " has gone on elsewhere, to round " + std::to_string(other->rounds) +
                ": open it again");
}

}  // namespace splitee
