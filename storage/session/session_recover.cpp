// SPDX-License-Identifier: GPL-3.0-or-later
// Copies what can be read of a damaged session, row by row.
#include <algorithm>

#include "storage/session/session.h"
#include "storage/session/session_check.h"
#include "storage/session/session_guard.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr std::int64_t kRecoveredPage = 4096;

std::vector<std::string> columnsOf(SQLite::Database& database, const std::string& table) {
    SQLite::Statement query(
        database, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid LIMIT 1000");
    std::vector<std::string> names;
    while (query.executeStep()) names.push_back(query.getColumn(0).getString());
    return names;
}

void bindColumn(SQLite::Statement& insert, int at, const SQLite::Column& value) {
    if (value.isInteger())
        insert.bind(at, value.getInt64());
    else if (value.isFloat())
        insert.bind(at, value.getDouble());
    else if (value.isText())
        insert.bind(at, value.getString());
    else if (value.isBlob())
        insert.bind(at, value.getBlob(), value.getBytes());
    else
        insert.bind(at);
}

// Rows of one table from one session to the other, with the columns that both have.
class RowCopy {
public:
    RowCopy(Session& from, Session& to, const std::string& table)
        : from_(from), to_(to), table_(table) {
        const auto there = columnsOf(from.database(), table);
        for (const std::string& column : columnsOf(to.database(), table)) {
            if (std::ranges::find(there, column) == there.end()) continue;
            columns_ += (columns_.empty() ? "\"" : ", \"") + column + "\"";
            marks_ += marks_.empty() ? "?" : ", ?";
            ++count_;
        }
    }

    /// All rows that `where` (with its numbers bound) names or, on an error, none.
    Result<std::int64_t> copy(const std::string& where,
                              std::initializer_list<std::int64_t> numbers) {
        return guarded("recover from", from_.file(), [&]() -> Result<std::int64_t> {
            SQLite::Statement query(from_.database(),
                                    "SELECT " + columns_ + " FROM " + table_ + " WHERE " + where);
            int at = 0;
            for (const std::int64_t number : numbers) query.bind(++at, number);
            SQLite::Transaction transaction(to_.database());
            SQLite::Statement insert(to_.database(), "INSERT INTO " + table_ + " (" + columns_ +
                                                         ") VALUES (" + marks_ + ")");
            std::int64_t rows = 0;
            for (; query.executeStep(); ++rows) {
                insert.reset();
                for (int column = 0; column < count_; ++column)
                    bindColumn(insert, column + 1, query.getColumn(column));
                insert.exec();
            }
            transaction.commit();
            return rows;
        });
    }

private:
    Session &from_, &to_;
    std::string table_, columns_, marks_;
    int count_ = 0;
};

class Recovery {
public:
    Recovery(Session& from, Session& to, const ProgressSink& progress, const std::stop_token& stop)
        : from_(from), to_(to), progress_(progress), stop_(stop) {}

    Result<SessionRecovery> recover() {
        auto done = guarded("recover from", from_.file(), [&]() -> Result<void> {
            saveRuns();
            saveTables();
            saveViews();
            return {};
        });
        if (!done) return tl::unexpected(done.error());
        if (stop_.stop_requested())
            return fail("cancelled: " + to_.file() + " holds what was saved so far");
        return saved_;
    }

private:
    void lost(const std::string& sentence) {
        if (saved_.lost.size() < SessionCheck::kMostFaults) saved_.lost.push_back(sentence);
    }

    // From both ends, so that one broken page hides no more than what lies on it.
    std::vector<std::int64_t> ids(const std::string& table) {
        std::vector<std::int64_t> found;
        for (const char* order : {"", " DESC"}) {
            const auto read = guarded("read", from_.file(), [&]() -> Result<void> {
                SQLite::Statement query(from_.database(),
                                        "SELECT id FROM " + table + " ORDER BY id" + order);
                while (query.executeStep()) found.push_back(query.getColumn(0).getInt64());
                return {};
            });
            if (read) break;
            if (*order == '\0')
                lost("the list of its " + std::string(table == "run" ? "runs" : "exit tables") +
                     " is damaged: some may be missing");
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    void saveRuns() {
        RowCopy runs(from_, to_, "run"), rounds(from_, to_, "round");
        const auto all = ids("run");
        for (const std::int64_t id : all) {
            if (stop_.stop_requested()) return;
            if (progress_)
                progress_(
                    {"recovering", saved_.runs, static_cast<std::int64_t>(all.size()), "runs", ""});
            const auto copied = runs.copy("id = ?", {id});
            if (!copied) {
                lost("run " + std::to_string(id) + " cannot be read");
                continue;
            }
            ++saved_.runs;
            saveRounds(rounds, id);
        }
    }

    // Page by page; in the page that fails, piece by piece down to the round that cannot be read.
    void saveRounds(RowCopy& rounds, std::int64_t id) {
        std::int64_t next = 1;
        bool broken = false;
        for (std::int64_t size = kRecoveredPage; !stop_.stop_requested();) {
            const auto copied =
                rounds.copy("run_id = ? AND round >= ? AND round < ?", {id, next, next + size});
            if (!copied) {
                size /= 2;
                broken = size == 0;
                if (broken) break;
                continue;
            }
            next += size;
            if (*copied == size) continue;
            const auto further = firstFrom(id, next);  // the end, or a gap
            broken = !further;
            if (broken || *further == 0) break;
            next = *further;
        }
        cutAtGap(id, broken);
    }

    // The number of the first round that the damaged session has from `next` on; 0: none.
    Result<std::int64_t> firstFrom(std::int64_t id, std::int64_t next) {
        return guarded("read", from_.file(), [&]() -> Result<std::int64_t> {
            SQLite::Statement query(
                from_.database(),
                "SELECT ifnull(min(round), 0) FROM round WHERE run_id = ? AND round >= ?");
            query.bind(1, id);
            query.bind(2, next);
            query.executeStep();
            return query.getColumn(0).getInt64();
        });
    }

    // Rounds behind a gap belong to no run that could be played: what is kept is a beginning, and
    // says so.
    void cutAtGap(std::int64_t id, bool broken) {
        SQLite::Statement whole(
            to_.database(), "SELECT count(*), ifnull(max(round), 0) FROM round WHERE run_id = ?");
        whole.bind(1, id);
        whole.executeStep();
        const std::int64_t count = whole.getColumn(0).getInt64(),
                           last = whole.getColumn(1).getInt64();
        whole.reset();
        std::int64_t kept = count;
        if (count != last) {
            SQLite::Statement gap(to_.database(),
                                  "SELECT round FROM round WHERE run_id = ? ORDER BY round");
            gap.bind(1, id);
            for (kept = 0; gap.executeStep() && gap.getColumn(0).getInt64() == kept + 1;) ++kept;
            gap.reset();
            SQLite::Statement behind(to_.database(),
                                     "DELETE FROM round WHERE run_id = ? AND round > ?");
            behind.bind(1, id);
            behind.bind(2, kept);
            behind.exec();
        }
        saved_.rounds += kept;
        if (!broken && kept == count) return;
        lost("run " + std::to_string(id) + ": its rounds break off after " + std::to_string(kept) +
             (kept < count ? ", and " + std::to_string(count - kept) + " behind a gap were left out"
                           : ""));
        SQLite::Statement cut(to_.database(),
                              "UPDATE run SET status = 'interrupted', message = ?, summary = '', "
                              "finished_at = NULL WHERE id = ?");
        cut.bind(1, "recovered from a damaged session up to round " + std::to_string(kept));
        cut.bind(2, id);
        cut.exec();
    }

    void saveTables() {
        for (const std::int64_t id : ids("exit_table")) {
            if (stop_.stop_requested()) return;
            const auto table = guarded("read", from_.file(), [&]() -> Result<ExitTable> {
                SQLite::Statement query(from_.database(),
                                        "SELECT name, content FROM exit_table WHERE id = ?");
                query.bind(1, id);
                if (!query.executeStep()) return fail("it is gone");
                const SQLite::Column content = query.getColumn(1);
                return decodeTable({static_cast<const char*>(content.getBlob()),
                                    static_cast<std::size_t>(content.getBytes())},
                                   query.getColumn(0).getString());
            });
            const auto kept = table ? to_.tables().keep(*table) : tl::unexpected(table.error());
            if (kept)
                ++saved_.tables;
            else
                lost("exit table " + std::to_string(id) + " cannot be read");
        }
    }

    void saveViews() {
        const auto views = from_.marks().views();
        if (!views) return lost("its saved views cannot be read");
        for (const SavedView& view : *views)
            if (!to_.marks().keepView(view)) lost("a saved view cannot be read");
    }

    Session &from_, &to_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    SessionRecovery saved_;
};

}  // namespace

Result<SessionRecovery> recoverSession(const std::filesystem::path& file,
                                       const std::filesystem::path& out,
                                       const ProgressSink& progress, const std::stop_token& stop) {
    std::error_code error;
    if (std::filesystem::exists(out, error))
        return fail("cannot recover to " + out.string() + ": it exists; name a new file");
    auto from = Session::openReadOnly(file);
    if (!from) return tl::unexpected(from.error());
    auto to = Session::open(out);
    if (!to) return tl::unexpected(to.error());
    return Recovery(*from, *to, progress, stop).recover();
}

}  // namespace splitee
