// SPDX-License-Identifier: GPL-3.0-or-later
// Copies what can be read of a damaged session, row by row.
#include <algorithm>
#include <optional>

#include "storage/session/row_copy.h"
#include "storage/session/run_row.h"
#include "storage/session/session.h"
#include "storage/session/session_check.h"
#include "storage/session/session_guard.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr std::int64_t kRecoveredPage = 4096;
constexpr std::int64_t kMostProbed = 1'000'000;  // numbers that a damaged list may hide

constexpr const char* kFirstRoundFrom =
    "SELECT ifnull(min(round), 0) FROM round WHERE run_id = ? AND round >= ?";
constexpr const char* kNextRunWithRounds =
    "SELECT ifnull(min(run_id), 0) FROM round WHERE run_id > ?";
constexpr const char* kCountRounds =
    "SELECT count(*), ifnull(max(round), 0) FROM round WHERE run_id = ?";
constexpr const char* kRoundsInOrder = "SELECT round FROM round WHERE run_id = ? ORDER BY round";
constexpr const char* kRoundsBehind = "DELETE FROM round WHERE run_id = ? AND round > ?";
constexpr const char* kEnd = "SELECT status, message, finished_at, summary FROM run WHERE id = ?";
constexpr const char* kSetEnd =
    "UPDATE run SET status = ?, message = ?, finished_at = ?, summary = ? WHERE id = ?";
constexpr const char* kTableOf = "SELECT name, content FROM exit_table WHERE id = ?";

// How a run ended, as its row says.
struct RunEnd {
    std::string status, message;
    std::optional<std::string> finishedAt;
    std::string summary;
};

class Recovery {
public:
    Recovery(Session& from, Session& to, const ProgressSink& progress, const std::stop_token& stop)
        : from_(from), to_(to), progress_(progress), stop_(stop) {}

    Result<SessionRecovery> recover() {
        auto done = guarded("recover from", from_.file(), [&]() -> Result<void> {
            if (auto runs = saveRuns(); !runs) return runs;
            if (auto tables = saveTables(); !tables) return tables;
            return saveViews();
        });
        if (stop_.stop_requested())
            return fail("cancelled: " + to_.file() + " holds what was saved so far");
        if (!done) return tl::unexpected(done.error());
        return saved_;
    }

private:
    void lost(const std::string& sentence) {
        if (saved_.lost.size() < SessionCheck::kMostFaults) saved_.lost.push_back(sentence);
    }

    // From both ends, and one by one between them, so that one broken page hides no more than what
    // lies on it.
    std::vector<std::int64_t> ids(const std::string& table) {
        std::vector<std::int64_t> found;
        const bool whole = list(table, "", found);
        if (whole) return found;
        lost("the list of its " + std::string(table == "run" ? "runs" : "exit tables") +
             " is damaged: some may be missing");
        const std::int64_t first = found.empty() ? 0 : found.back();
        std::vector<std::int64_t> fromEnd;
        static_cast<void>(list(table, " DESC", fromEnd));
        const std::int64_t last = fromEnd.empty() ? highest(table) + 1 : fromEnd.back();
        found.insert(found.end(), fromEnd.begin(), fromEnd.end());
        for (std::int64_t id = first + 1; id < std::min(last, first + kMostProbed); ++id)
            if (!stop_.stop_requested() && has(table, id)) found.push_back(id);
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    bool list(const std::string& table, const std::string& order,
              std::vector<std::int64_t>& found) {
        return guarded("read", from_.file(),
                       [&]() -> Result<void> {
                           SQLite::Statement query(from_.database(), "SELECT id FROM " + table +
                                                                         " ORDER BY id" + order);
                           while (query.executeStep())
                               found.push_back(query.getColumn(0).getInt64());
                           return {};
                       })
            .has_value();
    }

    bool has(const std::string& table, std::int64_t id) {
        return guarded("read", from_.file(),
                       [&]() -> Result<bool> {
                           SQLite::Statement query(from_.database(),
                                                   "SELECT 1 FROM " + table + " WHERE id = ?");
                           query.bind(1, id);
                           return query.executeStep();
                       })
            .value_or(false);
    }

    // The highest number that was ever given, where the session still knows.
    std::int64_t highest(const std::string& table) {
        return guarded("read", from_.file(),
                       [&]() -> Result<std::int64_t> {
                           SQLite::Statement query(
                               from_.database(), "SELECT seq FROM sqlite_sequence WHERE name = ?");
                           query.bind(1, table);
                           return query.executeStep() ? query.getColumn(0).getInt64() : 0;
                       })
            .value_or(0);
    }

    Result<void> saveRuns() {
        RowCopy runs(from_, to_, "run"), rounds(from_, to_, "round");
        const auto all = ids("run");
        std::int64_t seen = 0;
        for (const std::int64_t id : all) {
            if (stop_.stop_requested()) return {};
            if (progress_)
                progress_(
                    {"recovering", seen++, static_cast<std::int64_t>(all.size()), "runs", ""});
            if (auto saved = saveRun(runs, rounds, id); !saved) return saved;
        }
        tellOrphans(all);
        return {};
    }

    // Rounds without their run's parameters can be neither read nor played.
    void tellOrphans(const std::vector<std::int64_t>& known) {
        std::int64_t run = 0, missing = 0;
        const auto told = guarded("read", from_.file(), [&]() -> Result<void> {
            SQLite::Statement next(from_.database(), kNextRunWithRounds);
            for (;;) {
                next.reset();
                next.bind(1, run);
                next.executeStep();
                run = next.getColumn(0).getInt64();
                if (run <= 0) return {};
                if (!std::ranges::binary_search(known, run)) ++missing;
            }
        });
        if (missing > 0)
            lost((told ? "" : "at least ") + std::to_string(missing) +
                 " runs have rounds, but their parameters cannot be read: they are left out");
    }

    // While its rounds come it is an interrupted run, whatever ends the recovery.
    Result<void> saveRun(RowCopy& runs, RowCopy& rounds, std::int64_t id) {
        RunEnd end;
        auto copied = to_.inTransaction([&]() -> Result<void> {
            if (auto row = runs.copy("id = ?", {id}); !row) return tl::unexpected(row.error());
            end = endOf(id);
            setEnd(id, {std::string(toText(RunStatus::Interrupted)),
                        "the recovery of its session broke off", std::nullopt, ""});
            return {};
        });
        if (runs.brokenTarget()) return tl::unexpected(*runs.brokenTarget());
        if (!copied) {
            lost("run " + std::to_string(id) + " cannot be read");
            return {};
        }
        ++saved_.runs;
        const bool whole = copyRounds(rounds, id);
        if (rounds.brokenTarget()) return tl::unexpected(*rounds.brokenTarget());
        if (stop_.stop_requested()) return {};
        return guarded("write to", to_.file(), [&]() -> Result<void> {
            finishRun(id, end, whole);
            return {};
        });
    }

    RunEnd endOf(std::int64_t id) {
        SQLite::Statement query(to_.database(), kEnd);
        query.bind(1, id);
        query.executeStep();
        RunEnd end{query.getColumn(0).getString(), query.getColumn(1).getString(), std::nullopt,
                   query.getColumn(3).getString()};
        if (!query.getColumn(2).isNull()) end.finishedAt = query.getColumn(2).getString();
        return end;
    }

    void setEnd(std::int64_t id, const RunEnd& end) {
        SQLite::Statement update(to_.database(), kSetEnd);
        update.bind(1, end.status);
        update.bind(2, end.message);
        if (end.finishedAt)
            update.bind(3, *end.finishedAt);
        else
            update.bind(3);
        update.bind(4, end.summary);
        update.bind(5, id);
        update.exec();
    }

    // Page by page; in the page that fails, piece by piece down to the round that cannot be read.
    // False: rounds cannot be read.
    bool copyRounds(RowCopy& rounds, std::int64_t id) {
        std::int64_t next = 1;
        for (std::int64_t size = kRecoveredPage; !stop_.stop_requested();) {
            const auto copied =
                rounds.copy("run_id = ? AND round >= ? AND round < ?", {id, next, next + size});
            if (!copied) {
                size /= 2;
                if (size == 0 || rounds.brokenTarget()) return false;
                continue;
            }
            next += size;
            if (*copied == size) continue;
            const auto further = firstFrom(id, next);  // the end, or a gap
            if (!further) return false;
            if (*further == 0) return true;
            next = *further;
        }
        return false;
    }

    // The number of the first round that the damaged session has from `next` on; 0: none.
    Result<std::int64_t> firstFrom(std::int64_t id, std::int64_t next) {
        return guarded("read", from_.file(), [&]() -> Result<std::int64_t> {
            SQLite::Statement query(from_.database(), kFirstRoundFrom);
            query.bind(1, id);
            query.bind(2, next);
            query.executeStep();
            return query.getColumn(0).getInt64();
        });
    }

    // What is kept of a run is a beginning of it. It ends as it did only with all its rounds: a
    // page that was overwritten may have lost its last ones without an error.
    void finishRun(std::int64_t id, const RunEnd& end, bool whole) {
        const auto [count, kept] = cutAtGap(id);
        saved_.rounds += kept;
        setEnd(id, end);
        const auto run = to_.runs().find(id);
        if (whole && kept == count && run && run->rounds == kept &&
            toText(run->status) == end.status)
            return;
        if (whole && kept == count && end.status != toText(RunStatus::Finished)) return;
        lost("run " + std::to_string(id) + ": its rounds break off after " + std::to_string(kept) +
             (kept < count ? ", and " + std::to_string(count - kept) + " behind a gap were left out"
                           : ""));
        setEnd(id, {std::string(toText(RunStatus::Interrupted)),
                    "recovered from a damaged session up to round " + std::to_string(kept),
                    std::nullopt, ""});
    }

    // Rounds behind a gap belong to no run that could be played. How many there were, and are.
    std::pair<std::int64_t, std::int64_t> cutAtGap(std::int64_t id) {
        SQLite::Statement whole(to_.database(), kCountRounds);
        whole.bind(1, id);
        whole.executeStep();
        const std::int64_t count = whole.getColumn(0).getInt64(),
                           last = whole.getColumn(1).getInt64();
        whole.reset();
        if (count == last) return {count, count};
        std::int64_t kept = 0;
        SQLite::Statement gap(to_.database(), kRoundsInOrder);
        gap.bind(1, id);
        while (gap.executeStep() && gap.getColumn(0).getInt64() == kept + 1) ++kept;
        gap.reset();
        SQLite::Statement behind(to_.database(), kRoundsBehind);
        behind.bind(1, id);
        behind.bind(2, kept);
        behind.exec();
        return {count, kept};
    }

    Result<void> saveTables() {
        for (const std::int64_t id : ids("exit_table")) {
            if (stop_.stop_requested()) return {};
            const auto table = guarded("read", from_.file(), [&]() -> Result<ExitTable> {
                SQLite::Statement query(from_.database(), kTableOf);
                query.bind(1, id);
                if (!query.executeStep()) return fail("it is gone");
                const SQLite::Column content = query.getColumn(1);
                return decodeTable({static_cast<const char*>(content.getBlob()),
                                    static_cast<std::size_t>(content.getBytes())},
                                   query.getColumn(0).getString());
            });
            if (!table) {
                lost("exit table " + std::to_string(id) + " cannot be read");
                continue;
            }
            if (auto kept = to_.tables().keep(*table); !kept) return tl::unexpected(kept.error());
            ++saved_.tables;
        }
        return {};
    }

    Result<void> saveViews() {
        const auto views = from_.marks().views();
        if (!views) {
            lost("its saved views cannot be read");
            return {};
        }
        for (const SavedView& view : *views)
            if (!to_.marks().keepView(view)) lost("a saved view cannot be read");
        return {};
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
    if (!from) from = Session::open(file, Session::Access::Damaged);
    if (!from) return tl::unexpected(from.error());
    auto to = Session::open(out);
    if (!to) return tl::unexpected(to.error());
    return Recovery(*from, *to, progress, stop).recover();
}

}  // namespace splitee
