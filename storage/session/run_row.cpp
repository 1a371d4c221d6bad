// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_row.h"

#include "storage/session/writer_mark.h"

namespace splitee {
namespace {

constexpr int kFixedColumns = 18;  // in kRunColumns

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
    for (const RunStatus status :
         {RunStatus::Running, RunStatus::Finished, RunStatus::Stopped, RunStatus::Failed})
        if (text == toText(status)) return status;
    return RunStatus::Interrupted;
}

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
    Experiment::visitFields(run.experiment, [&](auto& value, const FieldInfo&) {
        const SQLite::Column stored = row.getColumn(column++);
        if (!stored.isNull())
            readField(stored,
                      value);  // NULL: the file is older than the field, which keeps its default
    });
    RunMarks& marks = run.marks;
    marks.name = text(column++);  // NULL: "" and 0
    marks.starred = row.getColumn(column++).getInt() != 0;
    marks.tags = text(column++);
    marks.note = text(column++);
    marks.trashed = row.getColumn(column++).getInt() != 0;
    return run;
}

}  // namespace splitee
