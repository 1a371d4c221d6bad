// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_check.h"

#include <sqlite3.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "storage/session/session.h"
#include "storage/session/session_guard.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr const char* kPages = "PRAGMA integrity_check(20)";
constexpr const char* kOrphans =
    "SELECT count(*) FROM round WHERE run_id NOT IN (SELECT id FROM run)";
constexpr const char* kRoundNumbers =
    "SELECT count(*), ifnull(min(round), 1), ifnull(max(round), 0) FROM round WHERE run_id = ?";
constexpr const char* kIsFinished = "SELECT status = 'finished' FROM run WHERE id = ";
constexpr const char* kTables = "SELECT name, hash, content FROM exit_table ORDER BY name";
constexpr int kStepsBetweenLooks = 100'000;  // of SQLite's machine: some milliseconds

// While it lives, a stop ends the statement that is under way.
class Interruptible {
public:
    Interruptible(SQLite::Database& database, const std::stop_token& stop) : database_(database) {
        sqlite3_progress_handler(
            database.getHandle(), kStepsBetweenLooks,
            [](void* token) {
                return static_cast<const std::stop_token*>(token)->stop_requested() ? 1 : 0;
            },
            const_cast<std::stop_token*>(&stop));
    }
    ~Interruptible() { sqlite3_progress_handler(database_.getHandle(), 0, nullptr, nullptr); }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;

private:
    SQLite::Database& database_;
};

class Checker {
public:
    Checker(Session& session, const ProgressSink& progress, const std::stop_token& stop)
        : session_(session), progress_(progress), stop_(stop) {}

    Result<SessionCheck> check() {
        const Interruptible interruptible(session_.database(), stop_);
        step("pages", [&] { checkPages(); });
        step("runs", [&] { checkRuns(); });
        step("exit tables", [&] { checkTables(); });
        if (stop_.stop_requested())
            return fail("cancelled: " + session_.file() + " was not checked to its end");
        return found_;
    }

private:
    void fault(const std::string& sentence) {
        if (found_.faults.size() < SessionCheck::kMostFaults) found_.faults.push_back(sentence);
    }

    // What cannot even be read is one fault more.
    template <class Work>
    void step(const std::string& what, Work&& work) {
        if (stop_.stop_requested()) return;
        auto done = guarded("read the " + what + " of", session_.file(), [&]() -> Result<void> {
            work();
            return {};
        });
        if (!done) fault(done.error().message);
    }

    void checkPages() {
        SQLite::Statement query(session_.database(), kPages);
        while (query.executeStep()) {
            std::string says = shownText(query.getColumn(0).getString(), 200);
            std::ranges::replace(says, '\n', ' ');
            if (says != "ok") fault("its pages are damaged: " + says);
        }
        const std::int64_t orphans = session_.database().execAndGet(kOrphans).getInt64();
        if (orphans > 0) fault(std::to_string(orphans) + " rounds belong to no run");
    }

    void checkRuns() {
        const auto runs = session_.runs().all();
        if (!runs) return fault(runs.error().message);
        found_.runs = static_cast<std::int64_t>(runs->size());
        std::int64_t seen = 0;
        for (const StoredRun& run : *runs) {
            if (stop_.stop_requested()) return;
            if (progress_) progress_({"checking", ++seen, found_.runs, "runs", ""});
            checkRun(run);
        }
    }

    void checkRun(const StoredRun& run) {
        const std::string name = "run " + std::to_string(run.id);
        SQLite::Statement query(session_.database(), kRoundNumbers);
        query.bind(1, run.id);
        query.executeStep();
        const std::int64_t count = query.getColumn(0).getInt64();
        found_.rounds += count;
        if (session_.database().execAndGet(kIsFinished + std::to_string(run.id)).getInt() != 0 &&
            run.status != RunStatus::Finished)
            fault(name + " is finished, but " + run.message);
        if (query.getColumn(1).getInt64() != 1 || query.getColumn(2).getInt64() != count)
            fault(name + ": its rounds are not numbered from 1 without gaps");
        if (auto valid = checkFields(run.experiment); !valid)
            fault(name + ": " + valid.error().message);
        if (!run.summary.empty() && !nlohmann::json::accept(run.summary))
            fault(name + ": its figures cannot be read");
    }

    void checkTables() {
        SQLite::Statement query(session_.database(), kTables);
        while (query.executeStep() && !stop_.stop_requested()) {
            ++found_.tables;
            const std::string name = query.getColumn(0).getString();
            const SQLite::Column content = query.getColumn(2);
            const auto table = decodeTable({static_cast<const char*>(content.getBlob()),
                                            static_cast<std::size_t>(content.getBytes())},
                                           name);
            if (!table)
                fault("exit table " + name + ": " + table.error().message);
            else if (tableHash(*table) != query.getColumn(1).getString())
                fault("exit table " + name + " is not the one that was kept: its hash is another");
        }
    }

    Session& session_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    SessionCheck found_;
};

}  // namespace

Result<SessionCheck> checkSession(const std::filesystem::path& file, const ProgressSink& progress,
                                  const std::stop_token& stop) {
    auto session = Session::openReadOnly(file);
    if (session) return Checker(*session, progress, stop).check();
    auto damaged = Session::open(file, Session::Access::Damaged);
    if (!damaged) return tl::unexpected(session.error());
    auto found = Checker(*damaged, progress, stop).check();
    if (found) found->faults.insert(found->faults.begin(), session.error().message);
    return found;
}

}  // namespace splitee
