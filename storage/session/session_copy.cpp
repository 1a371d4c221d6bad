// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_copy.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <chrono>
#include <thread>

#include "storage/session/session.h"
#include "storage/session/session_guard.h"

namespace splitee {
namespace {

constexpr int kPagesAtOnce =
    256;  // a megabyte: so often a stop is heard, and so often a writer may go on
constexpr std::chrono::milliseconds kLocked(20);
constexpr int kMostLocked = 1500;  // 30 seconds, as everywhere

void removeSession(const std::filesystem::path& file) {
    std::error_code error;
    for (const char* ending : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + ending, error);
}

Result<void> backUp(Session& from, const std::filesystem::path& to, const ProgressSink& progress,
                    const std::stop_token& stop) {
    return guarded("copy", from.file(), [&]() -> Result<void> {
        SQLite::Database out(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        const SQLite::Transaction moment(
            from.database());  // or every batch of a writer would start the copy anew
        from.database().execAndGet("SELECT count(*) FROM run");
        SQLite::Backup backup(out, from.database());
        for (int locked = 0; locked < kMostLocked;) {
            if (stop.stop_requested()) return fail("cancelled: nothing was saved");
            const int step = backup.executeStep(kPagesAtOnce);
            if (progress)
                progress({"saving", backup.getTotalPageCount() - backup.getRemainingPageCount(),
                          backup.getTotalPageCount(), "pages", ""});
            if (step == SQLITE_DONE) return {};
            if (step != SQLITE_BUSY && step != SQLITE_LOCKED) continue;
            ++locked;
            std::this_thread::sleep_for(kLocked);
        }
        return fail("cannot copy session " + from.file() +
                    ": another program has kept it locked for 30 seconds; try again");
    });
}

}  // namespace

Result<void> copySession(const std::filesystem::path& from, const std::filesystem::path& to,
                         const ProgressSink& progress, const std::stop_token& stop) {
    auto session = Session::openReadOnly(from);
    if (!session) return tl::unexpected(session.error());
    std::error_code error;
    // Never in place of a file: another window or program may be writing to it, and would go on
    // writing to nothing.
    if (std::filesystem::exists(to, error))
        return fail("cannot save to " + to.string() +
                    ": there is a file of that name; name a new one");
    const std::filesystem::path part = to.string() + ".part";
    removeSession(part);
    auto copied = backUp(*session, part, progress, stop);
    if (copied) {
        std::filesystem::rename(part, to, error);
        if (error) copied = fail("cannot save to " + to.string() + ": " + error.message());
    }
    if (!copied) removeSession(part);
    return copied;
}

}  // namespace splitee
