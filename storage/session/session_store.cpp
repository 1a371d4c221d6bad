// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_store.h"

#include <sqlite3.h>

#include <chrono>
#include <limits>
#include <thread>

#include "storage/session/run_row.h"
#include "storage/session/session_guard.h"
#include "storage/session/session_schema.h"
#include "storage/session/writer_mark.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr std::int64_t kMostRounds = 1'000'000'000'000;  // of a run, as Experiment::rounds has it

constexpr int kBusyMilliseconds = 5000;
constexpr const char* kRunningWriters =
    "SELECT id, writer FROM run WHERE status = 'running' ORDER BY id";
constexpr const char* kInterrupt =
    "UPDATE run SET status = 'interrupted', message = ? WHERE id = ? AND status = 'running'";
constexpr const char* kSelectRounds =
    "SELECT round, source_row, sample, split_layer, exited, prediction, correct, reward, "
    "compute_cost, offload_cost FROM round "
    "WHERE run_id = ? AND round >= ? ORDER BY round LIMIT ?";
constexpr std::size_t kMaxRuns = 1'000'000;
constexpr const char* kInsertRunColumns =
    "run_policy, run_seed, source, distortion, status, message, started_at, program, cpu, threads, "
    "libraries, model_hash, "
    "data_hash, writer, summary";
constexpr const char* kInsertRunValues =
    "?, ?, ?, ?, 'running', '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?, ?, ?, ?, ?, ?, ''";
constexpr const char* kFinishRun =
    "UPDATE run SET status = ?, message = ?, summary = ?, finished_at = "
    "strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE id = ? AND writer = ?";
constexpr const char* kRunNumbers =
    "SELECT count(*), ifnull(min(id), 0), ifnull(max(id), 0) FROM run";
constexpr const char* kStoreTable =
    "INSERT INTO exit_table (name, hash, created_at, content) VALUES (?, ?, "
    "strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?) "
    "ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at, "
    "content = excluded.content";
constexpr const char* kLoadTable = "SELECT content FROM exit_table WHERE name = ?";
constexpr const char* kTableNames = "SELECT name FROM exit_table ORDER BY name";

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

// In a folder that may not be written SQLite cannot make the files beside a WAL database. Where
// there is no WAL, nobody has written since the last close, and the file may be read as one that
// never changes.
std::unique_ptr<SQLite::Database> connectToRead(const std::string& file) {
    auto database = connect(file, SQLite::OPEN_READONLY);
    const int read = database->tryExec("SELECT count(*) FROM sqlite_master");
    std::error_code error;
    const bool wal = std::filesystem::exists(file + "-wal", error) &&
                     std::filesystem::file_size(file + "-wal", error) > 0;
    const bool denied = (read & 0xff) == SQLITE_CANTOPEN || (read & 0xff) == SQLITE_READONLY;
    if (!denied || wal) return database;
    return connect("file:" + uriPath(file) + "?immutable=1",
                   SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

}  // namespace

SessionStore::SessionStore(std::string file, std::unique_ptr<SQLite::Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}
SessionStore::SessionStore(SessionStore&&) noexcept = default;
SessionStore& SessionStore::operator=(SessionStore&&) noexcept = default;
SessionStore::~SessionStore() = default;

Result<SessionStore> SessionStore::open(const std::filesystem::path& path, Access access) {
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
    return guarded("open", path.string(), [&]() -> Result<SessionStore> {
        auto database = write ? connectToWrite(file) : connectToRead(file);
        if (write && sqlite3_db_readonly(database->getHandle(), "main") ==
                         1)  // SQLite falls back without a word
            return fail("cannot open session " + path.string() +
                        ": it may not be written; change its permissions or choose another file");
        auto valid =
            write ? prepareSchema(*database, path.string()) : checkSchema(*database, path.string());
        if (!valid) return tl::unexpected(valid.error());
        if (write) {
            useWriteAheadLog(*database);
            database->exec("PRAGMA synchronous = NORMAL");
            database->exec("PRAGMA foreign_keys = ON");
            interruptAbandonedRuns(*database);
        }
        return SessionStore(path.string(), std::move(database));
    });
}

Result<std::int64_t> SessionStore::beginRun(const Experiment& experiment, const RunSpec& run,
                                            const RunProvenance& provenance) {
    return guarded("write to", file_, [&]() -> Result<std::int64_t> {
        std::string columns;
        std::string marks;
        for (const std::string& column : experimentColumns()) {
            columns += column + ", ";
            marks += "?, ";
        }
        SQLite::Statement insert(*database_, "INSERT INTO run (" + columns + kInsertRunColumns +
                                                 ") VALUES (" + marks + kInsertRunValues + ")");
        int at = 1;
        Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo&) {
            bindField(insert, at++, value);
        });
        insert.bind(at++, run.policy);
        bindField(insert, at++, run.seed);
        insert.bind(at++, provenance.source);
        insert.bind(at++, provenance.distortion);
        insert.bind(at++, provenance.program);
        insert.bind(at++, provenance.cpu);
        insert.bind(at++, provenance.threads);
        insert.bind(at++, provenance.libraries);
        insert.bind(at++, provenance.modelHash);
        insert.bind(at++, provenance.dataHash);
        insert.bind(at++, ownWriterMark());
        insert.exec();
        return database_->getLastInsertRowid();
    });
}

Result<void> SessionStore::changeExperiment(std::int64_t id, const Experiment& experiment,
                                            const std::string& dataHash) {
    const auto changed = guarded("write to", file_, [&]() -> Result<int> {
        std::string columns;
        for (const std::string& column : experimentColumns()) columns += column + " = ?, ";
        SQLite::Statement update(
            *database_,
            "UPDATE run SET " + columns + "data_hash = ? WHERE id = ? AND status = 'running'");
        int at = 1;
        Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo&) {
            bindField(update, at++, value);
        });
        update.bind(at++, dataHash);
        update.bind(at++, id);
        return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    if (*changed > 0) return {};
    const auto ended = run(id);
    if (!ended) return tl::unexpected(ended.error());
    return fail("run " + std::to_string(id) + " of session " + file_ + " is " +
                std::string(toText(ended->status)) + ": its experiment stays as it was played");
}

Result<void> SessionStore::finishRun(std::int64_t id, RunStatus status, const std::string& message,
                                     const std::string& summary) {
    const auto changed = guarded("write to", file_, [&]() -> Result<int> {
        SQLite::Statement update(*database_, kFinishRun);
        update.bind(1, std::string(toText(status)));
        update.bind(2, message);
        update.bind(3, summary);
        update.bind(4, id);
        update.bind(5, ownWriterMark());
        return update.exec();
    });
    if (!changed) return tl::unexpected(changed.error());
    if (*changed > 0) return {};
    if (auto there = run(id); !there) return tl::unexpected(there.error());
    return fail("run " + std::to_string(id) + " of session " + file_ +
                " is written by another program: it stays as it is");
}

Result<std::vector<StoredRun>> SessionStore::select(const std::string& where, std::int64_t id) {
    return guarded("read", file_, [&]() -> Result<std::vector<StoredRun>> {
        SQLite::Statement query(*database_, std::string("SELECT ") + kRunColumns + ", " +
                                                laterSelection(*database_) + " FROM run " + where +
                                                " ORDER BY id");
        if (!where.empty()) query.bind(1, id);
        std::vector<StoredRun> found;
        while (query.executeStep()) {
            if (found.size() == kMaxRuns)
                return fail("cannot read session " + file_ + ": it holds more than 1,000,000 runs");
            found.push_back(runFrom(query));
        }
        return found;
    });
}

Result<std::vector<StoredRun>> SessionStore::runs() { return select("", 0); }

Result<StoredRun> SessionStore::run(std::int64_t id) {
    auto found = select("WHERE id = ?", id);
    if (!found) return tl::unexpected(found.error());
    if (found->empty()) return tl::unexpected(noSuchRun(id));
    return std::move(found->front());
}

Error SessionStore::noSuchRun(std::int64_t id) {
    const auto numbers = guarded("read", file_, [&]() -> Result<std::string> {
        SQLite::Statement query(*database_, kRunNumbers);
        query.executeStep();
        const std::int64_t count = query.getColumn(0).getInt64();
        if (count == 0) return std::string("no runs");
        if (count == 1) return "1 run, number " + query.getColumn(1).getString();
        return std::to_string(count) + " runs, numbers " + query.getColumn(1).getString() + " to " +
               query.getColumn(2).getString();
    });
    if (!numbers) return numbers.error();
    return {"session " + file_ + " has no run " + std::to_string(id) + ": it holds " + *numbers};
}

Result<std::vector<RoundRecord>> SessionStore::rounds(std::int64_t id, std::int64_t first,
                                                      std::int64_t limit) {
    return guarded("read", file_, [&]() -> Result<std::vector<RoundRecord>> {
        SQLite::Statement query(*database_, kSelectRounds);
        query.bind(1, id);
        query.bind(2, first);
        query.bind(3, limit);
        std::vector<RoundRecord> found;
        while (query.executeStep()) {
            // Readers go on after the last round of a page: a damaged number must not send them
            // round in circles.
            if (query.getColumn(0).getInt64() > kMostRounds)
                return fail("session " + file_ + " is damaged: run " + std::to_string(id) +
                            " has a round beyond " + std::to_string(kMostRounds));
            const SQLite::Column correct = query.getColumn(6);
            found.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                             query.getColumn(2).getInt64(), query.getColumn(3).getInt(),
                             query.getColumn(4).getInt() != 0, query.getColumn(5).getInt(),
                             correct.isNull() ? -1 : correct.getInt(),
                             query.getColumn(7).getDouble(), query.getColumn(8).getDouble(),
                             query.getColumn(9).getDouble()});
        }
        return found;
    });
}

Result<void> SessionStore::storeTable(const ExitTable& table) {
    if (auto valid = validate(table); !valid)
        return fail("cannot keep exit table " + table.name + ": " + valid.error().message);
    return guarded("write to", file_, [&]() -> Result<void> {
        const std::string content = encodeTable(table);
        if (content.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2)
            return fail("exit table " + table.name +
                        " is too large for a session: keep it as a file");
        SQLite::Statement insert(*database_, kStoreTable);
        insert.bind(1, table.name);
        insert.bind(2, tableHash(table));
        insert.bind(3, content.data(), static_cast<int>(content.size()));
        insert.exec();
        return {};
    });
}

Result<ExitTable> SessionStore::loadTable(const std::string& name) {
    return guarded("read", file_, [&]() -> Result<ExitTable> {
        SQLite::Statement query(*database_, kLoadTable);
        query.bind(1, name);
        if (!query.executeStep()) return tl::unexpected(noSuchTable(name));
        const SQLite::Column content = query.getColumn(0);
        return decodeTable({static_cast<const char*>(content.getBlob()),
                            static_cast<std::size_t>(content.getBytes())},
                           name);
    });
}

Error SessionStore::noSuchTable(const std::string& name) {
    const auto names = tableNames();
    if (!names) return names.error();
    std::string there;
    for (const std::string& one : *names)
        if (there.size() < 200) there += (there.empty() ? "" : ", ") + one.substr(0, 60);
    return {"session " + file_ + " has no exit table '" + name + "': it holds " +
            (there.empty() ? "none" : there)};
}

Result<std::vector<std::string>> SessionStore::tableNames() {
    return guarded("read", file_, [&]() -> Result<std::vector<std::string>> {
        SQLite::Statement query(*database_, kTableNames);
        std::vector<std::string> names;
        while (query.executeStep()) names.push_back(query.getColumn(0).getString());
        return names;
    });
}

}  // namespace splitee
