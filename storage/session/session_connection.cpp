// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_connection.h"

#include <sqlite3.h>

#include <chrono>
#include <thread>
#include <vector>

#include "storage/session/run_row.h"
#include "storage/session/session_guard.h"
#include "storage/session/session_schema.h"
#include "storage/session/writer_mark.h"

namespace splitee {
namespace {

// Many writers at once on a slow machine: who waits longest may wait long.
constexpr int kBusyMilliseconds = 30'000;
constexpr const char* kRunningWriters =
    "SELECT id, writer FROM run WHERE status = 'running' ORDER BY id";
constexpr const char* kInterrupt =
    "UPDATE run SET status = 'interrupted', message = ? WHERE id = ? AND status = 'running'";

void interruptAbandonedRuns(SQLite::Database& database) {
    SQLite::Statement running(database, kRunningWriters);
    std::vector<std::int64_t> abandoned;
    while (running.executeStep())
        if (!writerAlive(running.getColumn(1).getString()))
            abandoned.push_back(running.getColumn(0).getInt64());
    running.reset();
    for (const std::int64_t id : abandoned) {
        SQLite::Statement interrupt(database, kInterrupt);
        interrupt.bind(1, kInterruptedMessage);
        interrupt.bind(2, id);
        interrupt.exec();
    }
}

// What both kinds of connection need. A hostile file cannot run functions, triggers or views from
// its schema, nor claim odd cells.
std::unique_ptr<SQLite::Database> connect(const std::string& name, int flags) {
    auto database = std::make_unique<SQLite::Database>(name, flags, kBusyMilliseconds);
    for (const auto& [option, on] :
         {std::pair(SQLITE_DBCONFIG_DEFENSIVE, 1), std::pair(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
          std::pair(SQLITE_DBCONFIG_ENABLE_VIEW, 0)})
        sqlite3_db_config(database->getHandle(), option, on, nullptr);
    database->exec("PRAGMA trusted_schema = OFF");
    database->exec("PRAGMA cell_size_check = ON");
    return database;
}

std::unique_ptr<SQLite::Database> connectToWrite(const std::string& file) {
    return connect(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
}

// The change to WAL needs the file for itself, and SQLite does not wait for that: programs that
// open a new session at the same moment would turn each other away.
void useWriteAheadLog(SQLite::Database& database) {
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyMilliseconds);
    for (;;) {
        const int code = database.tryExec("PRAGMA journal_mode = WAL");
        if (code == SQLITE_OK) return;
        if ((code & 0xff) != SQLITE_BUSY || std::chrono::steady_clock::now() > deadline)
            throw SQLite::Exception(database.getHandle(), code);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

// A path as part of a URI: everything but letters, digits and a few signs is written in hex.
std::string uriPath(const std::string& file) {
    constexpr std::string_view kPlain = "/-_.~";
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string text;
    for (const char c : file) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || kPlain.find(c) != std::string_view::npos;
        if (plain)
            text += c;
        else
            text += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    return text;
}

bool hasLog(const std::string& file) {
    std::error_code error;
    return std::filesystem::exists(file + "-wal", error) &&
           std::filesystem::file_size(file + "-wal", error) > 0;
}

bool nobodyMayWrite(const std::string& file) {
    using std::filesystem::perms;
    std::error_code error;
    const perms writable = perms::owner_write | perms::group_write | perms::others_write;
    const auto status = std::filesystem::status(file, error);
    return !error && (status.permissions() & writable) == perms::none;
}

// A connection makes the files -wal and -shm beside a WAL database even to read, and the last one
// that closes removes them, unless it was opened read-only: it cannot lock the file for that. So
// readers may write as far as SQLite knows, and query_only keeps them from it.
//
// In a folder that may not be written SQLite cannot make these files. Where there is no log, nobody
// has written since the last close, and the file may be read as one that never changes. So may one
// that nobody has leave to write.
std::unique_ptr<SQLite::Database> connectToRead(const std::string& file) {
    const bool log = hasLog(file);
    if (log || !nobodyMayWrite(file)) {
        auto database = connect(file, SQLite::OPEN_READWRITE);
        database->exec("PRAGMA query_only = ON");
        const int read = database->tryExec("SELECT count(*) FROM sqlite_master");
        const bool denied = (read & 0xff) == SQLITE_CANTOPEN || (read & 0xff) == SQLITE_READONLY;
        if (!denied || hasLog(file)) return database;
    }
    return connect("file:" + uriPath(file) + "?immutable=1",
                   SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

// SQLite refuses a file that lacks pages but for one whose schema may be written; that is what its
// own shell recovers with, too. Opened to read, nothing is written.
std::unique_ptr<SQLite::Database> connectToDamaged(const std::string& file) {
    auto database = connect(file, SQLite::OPEN_READONLY);
    sqlite3_db_config(database->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    database->exec("PRAGMA writable_schema = ON");
    return database;
}

bool anyWriterAlive(SQLite::Database& database) {
    SQLite::Statement running(database, kRunningWriters);
    while (running.executeStep())
        if (writerAlive(running.getColumn(1).getString())) return true;
    return false;
}

// The log of a killed program, or one that lies beside a file by mistake: reading leaves both as
// they are, and who opens the session to write applies the log. A log that is being written is
// different: where its writer closes first, the reader tidies up.
void leaveFoundLog(SQLite::Database& database) {
    if (!anyWriterAlive(database))
        sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

}  // namespace

SessionConnection::SessionConnection(std::string file, std::unique_ptr<SQLite::Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}
SessionConnection::~SessionConnection() = default;

Result<std::unique_ptr<SessionConnection>> SessionConnection::open(
    const std::filesystem::path& path, Access access) {
    std::error_code error;
    // Absolute, so that no name means something else to SQLite (":memory:", "").
    const std::string file = std::filesystem::absolute(path, error).string();
    if (path.empty()) return fail("cannot open a session without a name: name a file");
    if (std::filesystem::is_directory(path, error))
        return fail("cannot open session " + path.string() + ": it is a folder; name a file");
    const bool exists = std::filesystem::exists(path, error);
    if (exists && !std::filesystem::is_regular_file(path, error))
        return fail("cannot open session " + path.string() +
                    ": it is not a file but a device or pipe");
    const bool write = access == Access::Write;
    if (!write && !exists)
        return fail("cannot open session " + path.string() + ": there is no such file");
    return guarded("open", path.string(), [&]() -> Result<std::unique_ptr<SessionConnection>> {
        const bool foundLog = hasLog(file);
        auto database = write                       ? connectToWrite(file)
                        : access == Access::Damaged ? connectToDamaged(file)
                                                    : connectToRead(file);
        if (write && sqlite3_db_readonly(database->getHandle(), "main") ==
                         1)  // SQLite falls back without a word
            return fail("cannot open session " + path.string() +
                        ": it may not be written; change its permissions or choose another file");
        auto valid =
            write ? prepareSchema(*database, path.string()) : checkSchema(*database, path.string());
        if (!valid) return tl::unexpected(valid.error());
        if (!write && foundLog) leaveFoundLog(*database);
        if (write) {
            useWriteAheadLog(*database);
            database->exec("PRAGMA synchronous = NORMAL");
            database->exec("PRAGMA foreign_keys = ON");
            interruptAbandonedRuns(*database);
        }
        return std::unique_ptr<SessionConnection>(
            new SessionConnection(path.string(), std::move(database)));
    });
}

Result<void> SessionConnection::inTransaction(const std::function<Result<void>()>& work) {
    return guarded("write to", file_, [&]() -> Result<void> {
        if (sqlite3_get_autocommit(database_->getHandle()) == 0) return work();
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        if (auto done = work(); !done) return done;
        transaction.commit();
        return {};
    });
}

}  // namespace splitee
