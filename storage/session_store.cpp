#include "storage/session_store.h"

#include <bit>
#include <limits>

#include "storage/session_guard.h"
#include "storage/session_schema.h"
#include "storage/table_file.h"
#include "storage/writer_mark.h"

namespace splitee {
namespace {

constexpr int kBusyMilliseconds = 5000;
constexpr const char* kNow = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
constexpr const char* kRunningWriters = "SELECT id, writer FROM run WHERE status = 'running' ORDER BY id";
constexpr const char* kInterrupt =
    "UPDATE run SET status = 'interrupted', message = 'the program ended before the run did' WHERE id = ?";
constexpr const char* kSelectRounds =
    "SELECT round, source_row, sample, split_layer, exited, prediction, correct, reward, compute_cost, offload_cost FROM round "
    "WHERE run_id = ? AND round >= ? ORDER BY round LIMIT ?";
constexpr const char* kRunColumns =
    "id, run_policy, run_seed, source, distortion, status, message, started_at, ifnull(finished_at, ''), program, cpu, threads, "
    "libraries, model_hash, data_hash, writer, summary, (SELECT count(*) FROM round WHERE run_id = run.id)";
constexpr int kFixedColumns = 18;

void interruptAbandonedRuns(SQLite::Database& database) {
    SQLite::Statement running(database, kRunningWriters);
    std::vector<std::int64_t> abandoned;
    while (running.executeStep())
        if (!writerAlive(running.getColumn(1).getString())) abandoned.push_back(running.getColumn(0).getInt64());
    running.reset();
    for (const std::int64_t id : abandoned) {
        SQLite::Statement interrupt(database, kInterrupt);
        interrupt.bind(1, id);
        interrupt.exec();
    }
}

template <class Value>
void bindField(SQLite::Statement& statement, int index, const Value& value) {
    if constexpr (std::is_unsigned_v<Value>) statement.bind(index, std::bit_cast<std::int64_t>(std::uint64_t{value}));
    else statement.bind(index, value);
}

template <class Value>
void readField(const SQLite::Column& column, Value& value) {
    if constexpr (std::is_same_v<Value, std::string>) value = column.getString();
    else if constexpr (std::is_floating_point_v<Value>) value = column.getDouble();
    else value = static_cast<Value>(column.getInt64());
}

RunStatus statusFrom(const std::string& text) {
    for (const RunStatus status : {RunStatus::Running, RunStatus::Finished, RunStatus::Stopped, RunStatus::Failed})
        if (text == toText(status)) return status;
    return RunStatus::Interrupted;
}

StoredRun runFrom(SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    StoredRun run;
    run.id = row.getColumn(0).getInt64();
    run.spec = {text(1), static_cast<std::uint64_t>(row.getColumn(2).getInt64())};
    run.status = statusFrom(text(5));
    run.message = text(6);
    run.startedAt = text(7);
    run.finishedAt = text(8);
    run.provenance = {text(3), text(4), text(9), text(10), row.getColumn(11).getInt64(), text(12), text(13), text(14)};
    if (run.status == RunStatus::Running && !writerAlive(text(15))) {
        run.status = RunStatus::Interrupted;
        run.message = "the program ended before the run did";
    }
    run.summary = text(16);
    run.rounds = row.getColumn(17).getInt64();
    int column = kFixedColumns;
    Experiment::visitFields(run.experiment, [&](auto& value, const FieldInfo&) { readField(row.getColumn(column++), value); });
    return run;
}

}  // namespace

SessionStore::SessionStore(std::string file, std::unique_ptr<SQLite::Database> database)
    : file_(std::move(file)), database_(std::move(database)) {}
SessionStore::SessionStore(SessionStore&&) noexcept = default;
SessionStore& SessionStore::operator=(SessionStore&&) noexcept = default;
SessionStore::~SessionStore() = default;

std::string sqliteVersion() { return SQLite::getLibVersion(); }

Result<SessionStore> SessionStore::open(const std::filesystem::path& path, Access access) {
    const std::string file = path.string();
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return fail("cannot open session " + file + ": it is a folder; name a file");
    const bool write = access == Access::Write;
    if (!write && !std::filesystem::exists(path, error)) return fail("cannot open session " + file + ": there is no such file");
    return guarded("open", file, [&]() -> Result<SessionStore> {
        const int flags = write ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE : SQLite::OPEN_READONLY;
        auto database = std::make_unique<SQLite::Database>(file, flags, kBusyMilliseconds);
        // A hostile file cannot run triggers or views of its own making with side effects.
        database->exec("PRAGMA trusted_schema = OFF");
        auto valid = write ? prepareSchema(*database, file) : checkSchema(*database, file);
        if (!valid) return tl::unexpected(valid.error());
        if (write) {
            database->exec("PRAGMA journal_mode = WAL");
            database->exec("PRAGMA synchronous = NORMAL");
            database->exec("PRAGMA foreign_keys = ON");
            interruptAbandonedRuns(*database);
        }
        return SessionStore(file, std::move(database));
    });
}

Result<std::int64_t> SessionStore::beginRun(const Experiment& experiment, const RunSpec& run, const RunProvenance& provenance) {
    return guarded("write to", file_, [&]() -> Result<std::int64_t> {
        std::string marks;
        int fields = 0;
        Experiment::visitFields(experiment, [&](const auto&, const FieldInfo&) {
            marks += "?, ";
            ++fields;
        });
        SQLite::Statement insert(*database_, "INSERT INTO run (" + experimentColumns() +
                                                 ", run_policy, run_seed, source, distortion, status, message, started_at, program, "
                                                 "cpu, threads, libraries, model_hash, data_hash, writer, summary) VALUES (" +
                                                 marks + "?, ?, ?, ?, 'running', '', " + kNow + ", ?, ?, ?, ?, ?, ?, ?, '')");
        int at = 1;
        Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo&) { bindField(insert, at++, value); });
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

Result<void> SessionStore::finishRun(std::int64_t id, RunStatus status, const std::string& message, const std::string& summary) {
    return guarded("write to", file_, [&]() -> Result<void> {
        SQLite::Statement update(*database_, std::string("UPDATE run SET status = ?, message = ?, summary = ?, finished_at = ") +
                                                 kNow + " WHERE id = ?");
        update.bind(1, std::string(toText(status)));
        update.bind(2, message);
        update.bind(3, summary);
        update.bind(4, id);
        update.exec();
        return {};
    });
}

Result<std::vector<StoredRun>> SessionStore::select(const std::string& where, std::int64_t id) {
    return guarded("read", file_, [&]() -> Result<std::vector<StoredRun>> {
        SQLite::Statement query(*database_, std::string("SELECT ") + kRunColumns + ", " + experimentColumns() + " FROM run " + where + " ORDER BY id");
        if (!where.empty()) query.bind(1, id);
        std::vector<StoredRun> found;
        while (query.executeStep()) found.push_back(runFrom(query));
        return found;
    });
}

Result<std::vector<StoredRun>> SessionStore::runs() { return select("", 0); }

Result<StoredRun> SessionStore::run(std::int64_t id) {
    auto found = select("WHERE id = ?", id);
    if (!found) return tl::unexpected(found.error());
    if (!found->empty()) return found->front();
    const auto all = runs();
    if (!all) return tl::unexpected(all.error());
    return fail("session " + file_ + " has no run " + std::to_string(id) + ": it holds " +
                (all->empty() ? "no runs" : "runs " + std::to_string(all->front().id) + " to " + std::to_string(all->back().id)));
}

Result<std::vector<RoundRecord>> SessionStore::rounds(std::int64_t id, std::int64_t first, std::int64_t limit) {
    return guarded("read", file_, [&]() -> Result<std::vector<RoundRecord>> {
        SQLite::Statement query(*database_, kSelectRounds);
        query.bind(1, id);
        query.bind(2, first);
        query.bind(3, limit);
        std::vector<RoundRecord> found;
        while (query.executeStep()) {
            const SQLite::Column correct = query.getColumn(6);
            found.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getInt64(),
                             query.getColumn(3).getInt(), query.getColumn(4).getInt() != 0, query.getColumn(5).getInt(),
                             correct.isNull() ? -1 : correct.getInt(), query.getColumn(7).getDouble(),
                             query.getColumn(8).getDouble(), query.getColumn(9).getDouble()});
        }
        return found;
    });
}

Result<void> SessionStore::storeTable(const ExitTable& table) {
    return guarded("write to", file_, [&]() -> Result<void> {
        const std::string content = encodeTable(table);
        if (content.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2)
            return fail("exit table " + table.name + " is too large for a session: keep it as a file");
        SQLite::Statement insert(*database_, "INSERT OR REPLACE INTO exit_table (name, hash, content) VALUES (?, ?, ?)");
        insert.bind(1, table.name);
        insert.bind(2, tableHash(table));
        insert.bind(3, content.data(), static_cast<int>(content.size()));
        insert.exec();
        return {};
    });
}

Result<ExitTable> SessionStore::loadTable(const std::string& name) {
    return guarded("read", file_, [&]() -> Result<ExitTable> {
        SQLite::Statement query(*database_, "SELECT content FROM exit_table WHERE name = ?");
        query.bind(1, name);
        if (!query.executeStep()) return fail("session " + file_ + " has no exit table '" + name + "'");
        const SQLite::Column content = query.getColumn(0);
        return decodeTable({static_cast<const char*>(content.getBlob()), static_cast<std::size_t>(content.getBytes())}, name);
    });
}

Result<std::vector<std::string>> SessionStore::tableNames() {
    return guarded("read", file_, [&]() -> Result<std::vector<std::string>> {
        SQLite::Statement query(*database_, "SELECT name FROM exit_table ORDER BY name");
        std::vector<std::string> names;
        while (query.executeStep()) names.push_back(query.getColumn(0).getString());
        return names;
    });
}

}  // namespace splitee
