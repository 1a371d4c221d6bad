// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_row.h"

#include <nlohmann/json.hpp>

#include "storage/session/session_schema.h"
#include "storage/session/writer_mark.h"

namespace splitee {
namespace {

constexpr int kFixedColumns = 18;  // in kRunColumns
constexpr const char* kNewRunColumns =
    "run_policy, run_seed, source, distortion, status, message, started_at, program, cpu, threads, "
    "libraries, model_hash, "
    "data_hash, writer, summary";
constexpr const char* kNewRunValues =
    "?, ?, ?, ?, ?, '', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?, ?, ?, ?, ?, ?, ?, ''";
constexpr const char* kWholeRunColumns =
    "run_policy, run_seed, source, distortion, status, message, started_at, finished_at, program, "
    "cpu, threads, libraries, "
    "model_hash, data_hash, writer, summary";
constexpr const char* kWholeRunValues =
    "?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?";

template <class Value>
void readField(const SQLite::Column& column, Value& value) {
    if constexpr (std::is_same_v<Value, std::string>)
        value = column.getString();
    else if constexpr (std::is_floating_point_v<Value>)
        value = column.getDouble();
    else
        value = static_cast<Value>(column.getInt64());
}

RunStatus statusFrom(const std::string& text) {
    for (const RunStatus status : {RunStatus::Running, RunStatus::Finished, RunStatus::Stopped,
                                   RunStatus::Failed, RunStatus::Queued})
        if (text == toText(status)) return status;
    return RunStatus::Interrupted;  // also a word of a later program
}

// Names with a comma after each, and as many placeholders.
struct Columns {
    std::string names, values;
    void add(const std::vector<std::string>& columns) {
        for (const std::string& column : columns) {
            names += column + ", ";
            values += "?, ";
        }
    }
};

}  // namespace

StoredRun runFrom(SQLite::Statement& row) {
    const auto text = [&](int column) { return row.getColumn(column).getString(); };
    StoredRun run;
    run.id = row.getColumn(0).getInt64();
    run.spec = {text(1), static_cast<std::uint64_t>(row.getColumn(2).getInt64())};
    run.status = statusFrom(text(5));
    run.message = text(6);
    run.startedAt = text(7);
    run.finishedAt = text(8);
    run.provenance = {text(3),  text(4),  text(9), text(10), row.getColumn(11).getInt64(),
                      text(12), text(13), text(14)};
    if (run.status == RunStatus::Running && !writerAlive(text(15))) {
        run.status = RunStatus::Interrupted;
        run.message = kInterruptedMessage;
    }
    run.summary = text(16);
    run.rounds = row.getColumn(17).getInt64();
    int column = kFixedColumns;
    run.experiment = firstDefaults();
    Experiment::visitFields(run.experiment, [&](auto& value, const FieldInfo&) {
        const SQLite::Column stored = row.getColumn(column++);
        if (!stored.isNull()) readField(stored,
                                        value);  // NULL: the file is older than the field
    });
    RunMarks& marks = run.marks;
    marks.name = text(column++);  // NULL: "" and 0
    marks.starred = row.getColumn(column++).getInt() != 0;
    marks.tags = text(column++);
    marks.note = text(column++);
    marks.trashed = row.getColumn(column++).getInt() != 0;
    if (lacksRounds(run)) {
        run.status = RunStatus::Interrupted;
        run.message = "its last rounds are lost: " + std::to_string(run.rounds) + " of " +
                      std::to_string(roundsBySelf(run)) + " are kept";
    }
    return run;
}

std::int64_t roundsBySelf(const StoredRun& run) {
    if (run.experiment.rounds > 0) return run.experiment.rounds;
    const auto figures = nlohmann::json::parse(run.summary, nullptr, false);
    if (!figures.is_object()) return 0;
    const auto rounds = figures.find("rounds");
    return rounds != figures.end() && rounds->is_number_integer() ? rounds->get<std::int64_t>() : 0;
}

bool lacksRounds(const StoredRun& run) {
    return run.status == RunStatus::Finished && run.rounds > 0 && run.rounds < roundsBySelf(run);
}

std::string insertNewRun() {
    Columns columns;
    columns.add(experimentColumns());
    return "INSERT INTO run (" + columns.names + kNewRunColumns + ") VALUES (" + columns.values +
           kNewRunValues + ")";
}

void bindNewRun(SQLite::Statement& insert, const Experiment& experiment, const RunSpec& run,
                const RunProvenance& provenance, RunStatus status) {
    int at = 1;
    Experiment::visitFields(
        experiment, [&](const auto& value, const FieldInfo&) { bindField(insert, at++, value); });
    insert.bind(at++, run.policy);
    bindField(insert, at++, run.seed);
    insert.bind(at++, provenance.source);
    insert.bind(at++, provenance.distortion);
    insert.bind(at++, std::string(toText(status)));
    insert.bind(at++, provenance.program);
    insert.bind(at++, provenance.cpu);
    insert.bind(at++, provenance.threads);
    insert.bind(at++, provenance.libraries);
    insert.bind(at++, provenance.modelHash);
    insert.bind(at++, provenance.dataHash);
    insert.bind(at++, ownWriterMark());
}

std::string insertWholeRun() {
    Columns columns;
    columns.add(experimentColumns());
    columns.add(markColumns());
    return "INSERT INTO run (" + columns.names + kWholeRunColumns + ") VALUES (" + columns.values +
           kWholeRunValues + ")";
}

void bindWholeRun(SQLite::Statement& insert, const StoredRun& run) {
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
    for (const std::string& text : {p.source, p.distortion, std::string(toText(run.status)),
                                    run.message, run.startedAt, run.finishedAt, p.program, p.cpu})
        insert.bind(at++, text);
    insert.bind(at++, p.threads);
    for (const std::string& text :
         {p.libraries, p.modelHash, p.dataHash, ownWriterMark(), run.summary})
        insert.bind(at++, text);
}

}  // namespace splitee
