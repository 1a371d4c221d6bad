// SPDX-License-Identifier: GPL-3.0-or-later
// RowCopy: copies rows of one SQL table from a damaged session to a new one.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

#include "storage/session/session.h"

namespace SQLite {
class Statement;
}

namespace splitee {

class RowCopy {
public:
    /// Copies the columns that both sessions have; both must outlive it. Throws SQLite::Exception
    /// where the list of columns cannot be read.
    RowCopy(Session& from, Session& to, const std::string& table);

    /// All rows that `where` (with its numbers bound) names or, on an error, none; how many.
    [[nodiscard]] Result<std::int64_t> copy(const std::string& where,
                                            std::initializer_list<std::int64_t> numbers);
    /// Why the new session could not be written: nothing more can be saved then. Empty while only
    /// rows of the damaged one could not be read.
    [[nodiscard]] const std::optional<Error>& brokenTarget() const { return brokenTarget_; }

private:
    [[nodiscard]] Result<std::int64_t> copyRows(const std::string& where,
                                                std::initializer_list<std::int64_t> numbers);
    [[nodiscard]] Result<void> insertRow(SQLite::Statement& row, SQLite::Statement& insert);

    Session &from_, &to_;
    std::string table_, columns_, marks_;
    int count_ = 0;
    bool unreadable_ = false;  // why the last copy failed
    std::optional<Error> brokenTarget_;
};

}  // namespace splitee
