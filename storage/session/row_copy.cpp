// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/row_copy.h"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

#include "storage/session/session_guard.h"

namespace splitee {
namespace {

std::vector<std::string> tableColumns(SQLite::Database& database, const std::string& table) {
    SQLite::Statement query(
        database, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid LIMIT 1000");
    std::vector<std::string> names;
    while (query.executeStep()) names.push_back(query.getColumn(0).getString());
    return names;
}

void bindColumn(SQLite::Statement& insert, int at, const SQLite::Column& value) {
    if (value.isInteger())
        insert.bind(at, value.getInt64());
    else if (value.isFloat())
        insert.bind(at, value.getDouble());
    else if (value.isText())
        insert.bind(at, value.getString());
    else if (value.isBlob())
        insert.bind(at, value.getBlob(), value.getBytes());
    else
        insert.bind(at);
}

// A row that no table of ours can hold is damage of the old session, not a fault of the new one.
bool rowIsBad(const SQLite::Exception& problem) {
    const int code = problem.getErrorCode() & 0xff;
    return code == SQLITE_CONSTRAINT || code == SQLITE_MISMATCH || code == SQLITE_TOOBIG;
}

}  // namespace

RowCopy::RowCopy(Session& from, Session& to, const std::string& table)
    : from_(from), to_(to), table_(table) {
    const auto there = tableColumns(from.database(), table);
    for (const std::string& column : tableColumns(to.database(), table)) {
        if (std::ranges::find(there, column) == there.end()) continue;
        columns_ += (columns_.empty() ? "\"" : ", \"") + column + "\"";
        marks_ += marks_.empty() ? "?" : ", ?";
        ++count_;
    }
}

Result<std::int64_t> RowCopy::copy(const std::string& where,
                                   std::initializer_list<std::int64_t> numbers) {
    std::int64_t rows = 0;
    unreadable_ = false;
    auto written = to_.inTransaction([&]() -> Result<void> {
        const auto copied = copyRows(where, numbers);
        if (!copied) return tl::unexpected(copied.error());
        rows = *copied;
        return {};
    });
    if (written) return rows;
    if (!unreadable_) brokenTarget_ = written.error();
    return tl::unexpected(written.error());
}

Result<std::int64_t> RowCopy::copyRows(const std::string& where,
                                       std::initializer_list<std::int64_t> numbers) {
    SQLite::Statement insert(
        to_.database(), "INSERT INTO " + table_ + " (" + columns_ + ") VALUES (" + marks_ + ")");
    unreadable_ = true;
    return guarded("recover from", from_.file(), [&]() -> Result<std::int64_t> {
        SQLite::Statement query(from_.database(),
                                "SELECT " + columns_ + " FROM " + table_ + " WHERE " + where);
        int at = 0;
        for (const std::int64_t number : numbers) query.bind(++at, number);
        std::int64_t rows = 0;
        for (; query.executeStep(); ++rows)
            if (auto kept = insertRow(query, insert); !kept) return tl::unexpected(kept.error());
        unreadable_ = false;
        return rows;
    });
}

Result<void> RowCopy::insertRow(SQLite::Statement& row, SQLite::Statement& insert) {
    return guarded("write to", to_.file(), [&]() -> Result<void> {
        try {
            insert.reset();
            for (int column = 0; column < count_; ++column)
                bindColumn(insert, column + 1, row.getColumn(column));
            insert.exec();
            return {};
        } catch (const SQLite::Exception& problem) {
            unreadable_ = rowIsBad(problem);
            throw;
        }
    });
}

}  // namespace splitee
