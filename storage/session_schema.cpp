#include "storage/session_schema.h"

#include <type_traits>

#include "engine/experiment.h"

namespace splitee {
namespace {

std::string columnDefinitions() {
    std::string text;
    const Experiment experiment;
    Experiment::visitFields(experiment, [&](const auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        const char* type = std::is_same_v<Value, std::string> ? "TEXT" : std::is_floating_point_v<Value> ? "REAL" : "INTEGER";
        text += "    " + std::string(info.key) + " " + type + " NOT NULL,\n";
    });
    return text;
}

std::string createRun() {
    return "CREATE TABLE run (\n    id INTEGER PRIMARY KEY,\n" + columnDefinitions() +
           "    run_policy TEXT NOT NULL,\n    run_seed INTEGER NOT NULL,\n    source TEXT NOT NULL,\n"
           "    distortion TEXT NOT NULL,\n    status TEXT NOT NULL,\n    message TEXT NOT NULL,\n"
           "    started_at TEXT NOT NULL,\n    finished_at TEXT,\n    program TEXT NOT NULL,\n    cpu TEXT NOT NULL,\n"
           "    threads INTEGER NOT NULL,\n    libraries TEXT NOT NULL,\n    model_hash TEXT NOT NULL,\n"
           "    data_hash TEXT NOT NULL,\n    writer TEXT NOT NULL,\n    summary TEXT NOT NULL\n) STRICT";
}

constexpr const char* kCreateRound =
    "CREATE TABLE round (run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, round INTEGER NOT NULL, "
    "source_row INTEGER NOT NULL, sample INTEGER NOT NULL, split_layer INTEGER NOT NULL, exited INTEGER NOT NULL, "
    "prediction INTEGER NOT NULL, correct INTEGER, reward REAL NOT NULL, compute_cost REAL NOT NULL, "
    "offload_cost REAL NOT NULL, PRIMARY KEY (run_id, round)) STRICT, WITHOUT ROWID";
constexpr const char* kCreateExitTable =
    "CREATE TABLE exit_table (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, content BLOB NOT NULL) STRICT";

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet("PRAGMA " + std::string(name)).getInt();
}

}  // namespace

std::string experimentColumns() {
    std::string text;
    const Experiment experiment;
    Experiment::visitFields(experiment, [&](const auto&, const FieldInfo& info) {
        text += (text.empty() ? "" : ", ") + std::string(info.key);
    });
    return text;
}

Result<void> checkSchema(SQLite::Database& database, const std::string& file) {
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (pragma(database, "application_id") != kSessionApplicationId)
        return fail((empty ? "session " + file + " is empty" : file + " is a database, but not a session of this program") +
                    ": choose another file");
    const int version = pragma(database, "user_version");
    if (version > kSessionVersion)
        return fail("session " + file + " was made by a newer program (version " + std::to_string(version) +
                    ", this one knows " + std::to_string(kSessionVersion) + "): open it with that");
    if (version < 1) return fail("session " + file + " is damaged: it has no version; restore it from a copy");
    return {};
}

Result<void> prepareSchema(SQLite::Database& database, const std::string& file) {
    const bool empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (empty && pragma(database, "application_id") == 0) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        if (database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0) {   // nobody was faster
            database.exec(createRun());
            database.exec(kCreateRound);
            database.exec(kCreateExitTable);
            database.exec("PRAGMA application_id = " + std::to_string(kSessionApplicationId));
            database.exec("PRAGMA user_version = " + std::to_string(kSessionVersion));
        }
        transaction.commit();
    }
    return checkSchema(database, file);
}

}  // namespace splitee
