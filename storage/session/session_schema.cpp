// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_schema.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <type_traits>

#include "engine/run/experiment.h"

namespace splitee {
namespace {

constexpr const char* kCountTables = "SELECT count(*) FROM sqlite_master";
// Only plain tables and indexes: a view or trigger would run what the file says.
constexpr const char* kCountForeignObjects =
    "SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index') OR ifnull(rootpage, "
    "0) = 0";
constexpr const char* kCountOurTables =
    "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('run', 'round', "
    "'exit_table')";
constexpr const char* kCountGeneratedColumns =
    "SELECT (SELECT count(*) FROM pragma_table_xinfo('run') WHERE hidden <> 0) + "
    "(SELECT count(*) FROM pragma_table_xinfo('round') WHERE hidden <> 0) + "
    "(SELECT count(*) FROM pragma_table_xinfo('exit_table') WHERE hidden <> 0) + "
    "(SELECT count(*) FROM pragma_table_xinfo('saved_view') WHERE hidden <> 0)";
constexpr const char* kRunColumnNames =
    "SELECT name FROM pragma_table_info('run') ORDER BY cid LIMIT 1000";

constexpr const char* kCreateRound =
    "CREATE TABLE round (run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE CASCADE, round "
    "INTEGER NOT NULL, "
    "source_row INTEGER NOT NULL, sample INTEGER NOT NULL, split_layer INTEGER NOT NULL, exited "
    "INTEGER NOT NULL, "
    "prediction INTEGER NOT NULL, correct INTEGER, reward REAL NOT NULL, compute_cost REAL NOT "
    "NULL, "
    "offload_cost REAL NOT NULL, PRIMARY KEY (run_id, round)) STRICT, WITHOUT ROWID";
constexpr const char* kCreateExitTable =
    "CREATE TABLE exit_table (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash TEXT NOT "
    "NULL, "
    "created_at TEXT NOT NULL, content BLOB NOT NULL) STRICT";

std::string quoted(std::string_view key) { return "\"" + std::string(key) + "\""; }

// The default stands in for runs made before the field was there, and for those that an older
// program adds.
template <class Value>
std::string columnDefinition(const Value& value, const FieldInfo& info) {
    if constexpr (std::is_same_v<Value, std::string>)
        return quoted(info.key) + " TEXT NOT NULL DEFAULT '" + value + "'";
    else if constexpr (std::is_floating_point_v<Value>)
        return quoted(info.key) + " REAL NOT NULL DEFAULT " + shortNumber(value);
    else
        return quoted(info.key) + " INTEGER NOT NULL DEFAULT " + std::to_string(value);
}

void createVersion1(SQLite::Database& database) {
    std::string fields;
    Experiment::visitFields(firstDefaults(), [&](const auto& value, const FieldInfo& info) {
        fields += columnDefinition(value, info) + ", ";
    });
    database.exec("CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, " + fields +
                  "run_policy TEXT NOT NULL, run_seed INTEGER NOT NULL, source TEXT NOT NULL, "
                  "distortion TEXT NOT NULL, "
                  "status TEXT NOT NULL, message TEXT NOT NULL, started_at TEXT NOT NULL, "
                  "finished_at TEXT, program TEXT NOT NULL, "
                  "cpu TEXT NOT NULL, threads INTEGER NOT NULL, libraries TEXT NOT NULL, "
                  "model_hash TEXT NOT NULL, "
                  "data_hash TEXT NOT NULL, writer TEXT NOT NULL, summary TEXT NOT NULL) STRICT");
    database.exec(kCreateRound);
    database.exec(kCreateExitTable);
}

// What live rounds revealed, see storage/seen_exits.h; NULL for replays, whose table tells it.
void addSeen(SQLite::Database& database) {
    database.exec("ALTER TABLE round ADD COLUMN seen BLOB");
}

// What people say of a run (run_marks.h), and views of the run table.
void addMarks(SQLite::Database& database) {
    for (const char* column :
         {"run_name TEXT NOT NULL DEFAULT ''", "starred INTEGER NOT NULL DEFAULT 0",
          "tags TEXT NOT NULL DEFAULT ''", "note TEXT NOT NULL DEFAULT ''",
          "trashed INTEGER NOT NULL DEFAULT 0"})
        database.exec(std::string("ALTER TABLE run ADD COLUMN ") + column);
    database.exec(
        "CREATE TABLE saved_view (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT "
        "ROWID");
}

// Entry v brings a file from version v to v + 1. Entries are only ever added.
using Migration = void (*)(SQLite::Database&);
constexpr std::array<Migration, kSessionVersion> kMigrations{createVersion1, addSeen, addMarks};

int pragma(SQLite::Database& database, const char* name) {
    return database.execAndGet("PRAGMA " + std::string(name)).getInt();
}

std::vector<std::string> runColumnNames(SQLite::Database& database) {
    SQLite::Statement query(database, kRunColumnNames);
    std::vector<std::string> names;
    while (query.executeStep()) names.push_back(query.getColumn(0).getString());
    return names;
}

void addMissingColumns(SQLite::Database& database) {
    const auto present = runColumnNames(database);
    Experiment::visitFields(firstDefaults(), [&](const auto& value, const FieldInfo& info) {
        if (std::ranges::find(present, info.key) == present.end())
            database.exec("ALTER TABLE run ADD COLUMN " + columnDefinition(value, info));
    });
}

bool isUpToDate(SQLite::Database& database) {
    if (pragma(database, "user_version") != kSessionVersion) return false;
    const auto present = runColumnNames(database);
    bool complete = true;
    Experiment::visitFields(firstDefaults(), [&](const auto&, const FieldInfo& info) {
        complete = complete && std::ranges::find(present, info.key) != present.end();
    });
    return complete;
}

// Whose file it is, and whether this program may read it.
Result<void> checkOwner(SQLite::Database& database, const std::string& file) {
    const bool empty = database.execAndGet(kCountTables).getInt() == 0;
    if (pragma(database, "application_id") != kSessionApplicationId)
        return fail((empty ? "session " + file + " is empty"
                           : file + " is a database, but not a session of this program") +
                    ": choose another file");
    const int version = pragma(database, "user_version");
    if (version > kSessionVersion)
        return fail("session " + file + " was made by a newer program (version " +
                    std::to_string(version) + ", this one knows " +
                    std::to_string(kSessionVersion) + "): open it with that one");
    if (version < 1)
        return fail("session " + file + " is damaged: it has no version; restore it from a copy");
    return {};
}

}  // namespace

std::vector<std::string> experimentColumns() {
    std::vector<std::string> columns;
    Experiment::visitFields(firstDefaults(), [&](const auto&, const FieldInfo& info) {
        columns.push_back(quoted(info.key));
    });
    return columns;
}

const std::vector<std::string>& markColumns() {
    static const std::vector<std::string> columns{"run_name", "starred", "tags", "note", "trashed"};
    return columns;
}

std::string laterSelection(SQLite::Database& database) {
    const auto present = runColumnNames(database);
    std::string text;
    const auto add = [&](std::string_view key) {
        const bool known = std::ranges::find(present, key) != present.end();
        text += (text.empty() ? "" : ", ") + (known ? "run." + quoted(key) : "NULL");
    };
    Experiment::visitFields(firstDefaults(),
                            [&](const auto&, const FieldInfo& info) { add(info.key); });
    for (const std::string& column : markColumns()) add(column);
    return text;
}

Result<void> checkSchema(SQLite::Database& database, const std::string& file) {
    if (auto owner = checkOwner(database, file); !owner) return owner;
    const bool ours = database.execAndGet(kCountOurTables).getInt() == 3 &&
                      database.execAndGet(kCountForeignObjects).getInt() == 0 &&
                      database.execAndGet(kCountGeneratedColumns).getInt() == 0;
    if (!ours)
        return fail("session " + file +
                    " is damaged: its tables are not those of a session; restore it from a copy");
    return {};
}

Result<void> prepareSchema(SQLite::Database& database, const std::string& file) {
    const bool fresh =
        database.execAndGet(kCountTables).getInt() == 0 && pragma(database, "application_id") == 0;
    if (!fresh)
        if (auto valid = checkSchema(database, file); !valid) return valid;
    if (fresh || !isUpToDate(database)) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const int version =
            pragma(database, "user_version");  // again: another program may have been faster
        for (int from = version; from < kSessionVersion; ++from)
            kMigrations[static_cast<std::size_t>(from)](database);
        addMissingColumns(database);
        database.exec("PRAGMA application_id = " + std::to_string(kSessionApplicationId));
        database.exec("PRAGMA user_version = " +
                      std::to_string(std::max(version, kSessionVersion)));
        transaction.commit();
    }
    return checkSchema(database, file);
}

}  // namespace splitee
