// SPDX-License-Identifier: GPL-3.0-or-later
// ChosenRows decides which rows of a text table are read, where one file holds several distortions
// or models.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// Rows with this text, or this number, in this column; `value` "*" takes every row.
struct RowChoice {
    std::string column, value;

    friend bool operator==(const RowChoice&, const RowChoice&) = default;
};

/// "COLUMN=VALUE"; the error says what is missing.
[[nodiscard]] Result<RowChoice> rowChoiceFrom(std::string_view text);

/// A table's name that holds choices: "FILE?COLUMN=VALUE&COLUMN=VALUE", where %, & and = of a
/// column or value are written %25, %26 and %3D. openTable() takes it, so runs, sessions,
/// schedules and experiment files hold choices without knowing of them.
[[nodiscard]] std::string withRowChoices(const std::string& name,
                                         const std::vector<RowChoice>& choices);

/// The inverse. A name is split at the first ? before which a file's name ends; where a file has
/// the whole name it holds no choices. The error names a choice that is no COLUMN=VALUE.
struct NamedRows {
    std::string file;
    std::vector<RowChoice> choices;
};
[[nodiscard]] Result<NamedRows> namedRows(const std::string& name);

/// A column that tells rows of different distortions or models apart, and its values.
struct GroupColumn {
    std::string name;
    std::vector<std::string> values;  ///< in the file's order
    bool endless = false;  ///< more than 64 values: a measure of each sample, not a group
};

class ChosenRows {
public:
    /// `header`: names of the columns as the file has them. The error lists them where a choice
    /// names none.
    [[nodiscard]] static Result<ChosenRows> in(const std::vector<std::string>& header,
                                               const std::vector<RowChoice>& choices,
                                               const std::string& file);

    /// Is this row read? [columns of the header] Notes what it says of the groups.
    [[nodiscard]] bool takes(const std::vector<std::string>& fields);

    /// After the last row: refuses a choice that no row fits, and rows that differ in a group's
    /// column that was not chosen from. The sentence names the column, its values and the choice
    /// to make.
    [[nodiscard]] Result<void> check() const;

    /// Columns that rows may be chosen by, with the values of the rows that were taken.
    [[nodiscard]] const std::vector<GroupColumn>& groups() const { return groups_; }

private:
    struct Choice {
        std::size_t column = 0;
        RowChoice asked;
        std::vector<std::string> seen;  // values, for the error
        bool fits = false;
    };
    std::string file_;
    std::vector<Choice> choices_;
    std::vector<GroupColumn> groups_;
    std::vector<std::size_t> groupColumns_;  // [groups_]
};

/// Does a column of this name tell distortions or models apart, as in published tables? `name`: as
/// plainName() gives it.
[[nodiscard]] bool isGroupColumn(std::string_view name);

}  // namespace splitee
