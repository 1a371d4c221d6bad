// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of SessionStore that sweeps and merges make in great numbers.
#include <cstdio>
#include <ctime>

#include "storage/session/run_row.h"
#include "storage/session/session_guard.h"
#include "storage/session/session_schema.h"
#include "storage/session/session_store.h"
#include "storage/session/writer_mark.h"
#include "storage/tables/table_file.h"

namespace splitee {
namespace {

constexpr const char* kAddRunColumns =
    "run_policy, run_seed, source, distortion, status, message, started_at, finished_at, program, "
    "cpu, threads, libraries, "
    "model_hash, data_hash, writer, summary";
constexpr const char* kAddRunMarks = "?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?";
constexpr const char* kRemoveRun = "DELETE FROM run WHERE id = ?";
constexpr const char* kCountRuns = "SELECT count(*) FROM run";
constexpr const char* kNameOfContent =
    "SELECT name FROM exit_table WHERE hash = ? ORDER BY name LIMIT 1";
constexpr const char* kIsNameTaken = "SELECT count(*) FROM exit_table WHERE name = ?";

std::string addRunStatement() {
    std::string columns;
    std::string marks;
    for (const std::string& column : experimentColumns()) {
        columns += column + ", ";
        marks += "?, ";
    }
    for (const std::string& column : markColumns()) {
        columns += column + ", ";
        marks += "?, ";
    }
    return "INSERT INTO run (" + columns + kAddRunColumns + ") VALUES (" + marks + kAddRunMarks +
           ")";
}

}  // namespace

std::string utcText(std::chrono::system_clock::time_point time) {
    const auto milliseconds =
        std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    const std::time_t seconds =
        std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(time));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char day[32];
    std::strftime(day, sizeof day, "%Y-%m-%dT%H:%M:%S", &parts);
    char text[48];
    std::snprintf(text, sizeof text, "%s.%03dZ", day, static_cast<int>(milliseconds % 1000));
    return text;
}

Result<std::int64_t> SessionStore::addRun(const StoredRun& run) {
    auto added = guarded("write to", file_, [&]() -> Result<std::int64_t> {
        if (!addRun_) addRun_ = std::make_unique<SQLite::Statement>(*database_, addRunStatement());
        SQLite::Statement& insert = *addRun_;
        insert.reset();
        int at = 1;
        Experiment::visitFields(run.experiment, [&](const auto& value, const FieldInfo&) {
            bindField(insert, at++, value);
        });
        insert.bind(at++, run.marks.name);
        insert.bind(at++, run.marks.starred ? 1 : 0);
        insert.bind(at++, run.marks.tags);
        insert.bind(at++, run.marks.note);
        insert.bind(at++, run.marks.trashed ? 1 : 0);
        const RunProvenance& p = run.provenance;
        insert.bind(at++, run.spec.policy);
        bindField(insert, at++, run.spec.seed);
        for (const std::string& text :
             {p.source, p.distortion, std::string(toText(run.status)), run.message, run.startedAt,
              run.finishedAt, p.program, p.cpu})
            insert.bind(at++, text);
        insert.bind(at++, p.threads);
        for (const std::string& text :
             {p.libraries, p.modelHash, p.dataHash, ownWriterMark(), run.summary})
            insert.bind(at++, text);
        insert.exec();
        return database_->getLastInsertRowid();
    });
    if (!added) addRun_.reset();  // it remembers its failure
    return added;
}

Result<void> SessionStore::removeRun(std::int64_t id) {
    return guarded("write to", file_, [&]() -> Result<void> {
        SQLite::Statement remove(*database_,
                                 kRemoveRun);  // its rounds go with it (ON DELETE CASCADE)
        remove.bind(1, id);
        remove.exec();
        return {};
    });
}

Result<void> SessionStore::together(const std::function<Result<void>()>& work) {
    return guarded("write to", file_, [&]() -> Result<void> {
        SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
        if (auto done = work(); !done) {
            addRun_.reset();
            return done;
        }
        transaction.commit();
        return {};
    });
}

Result<std::int64_t> SessionStore::runCount() {
    return guarded("read", file_, [&]() -> Result<std::int64_t> {
        return database_->execAndGet(kCountRuns).getInt64();
    });
}

Result<void> SessionStore::eachRun(const std::function<Result<void>(const StoredRun&)>& show) {
    return guarded("read", file_, [&]() -> Result<void> {
        SQLite::Statement query(*database_, std::string("SELECT ") + kRunColumns + ", " +
                                                laterSelection(*database_) +
                                                " FROM run ORDER BY id");
        while (query.executeStep())
            if (auto shown = show(runFrom(query)); !shown) return shown;
        return {};
    });
}

Result<std::optional<ExitTable>> SessionStore::tableOfHash(const std::string& hash) {
    return guarded("read", file_, [&]() -> Result<std::optional<ExitTable>> {
        SQLite::Statement query(*database_, kNameOfContent);
        query.bind(1, hash);
        if (!query.executeStep()) return std::nullopt;
        auto table = loadTable(query.getColumn(0).getString());
        if (!table) return tl::unexpected(table.error());
        if (tableHash(*table) != hash)
            return fail("session " + file_ + " is damaged: exit table " + table->name +
                        " is not what its hash says");
        return std::move(*table);
    });
}

Result<std::string> SessionStore::keepTable(const ExitTable& table) {
    const std::string hash = tableHash(table);
    auto name = guarded("read", file_, [&]() -> Result<std::string> {
        SQLite::Statement same(*database_, kNameOfContent);
        same.bind(1, hash);
        if (same.executeStep()) return same.getColumn(0).getString();
        SQLite::Statement taken(*database_, kIsNameTaken);
        taken.bind(1, table.name);
        taken.executeStep();
        ExitTable kept = table;
        if (taken.getColumn(0).getInt() > 0) kept.name += " #" + hash;
        if (auto stored = storeTable(kept); !stored) return tl::unexpected(stored.error());
        return kept.name;
    });
    return name;
}

}  // namespace splitee
