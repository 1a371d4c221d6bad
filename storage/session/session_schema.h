// SPDX-License-Identifier: GPL-3.0-or-later
// The SQL tables of a session file and their versions.
#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/result.h"

namespace splitee {

inline constexpr int kSessionApplicationId = 0x53706c45;  ///< "SplE": the file says what it is
inline constexpr int kSessionVersion = 3;

/// Creates the tables of a new file or brings an older one up to date: the migrations from its
/// version on, and a column for each field of Experiment that it lacks. Refuses other programs'
/// files, newer versions, and tables that run code of the file's own (views, triggers). Throws
/// SQLite::Exception on database errors.
[[nodiscard]] Result<void> prepareSchema(SQLite::Database& database, const std::string& file);

/// The same checks without writing.
[[nodiscard]] Result<void> checkSchema(SQLite::Database& database, const std::string& file);

/// The experiment's columns in the run table, quoted, from its one declaration and in its order
/// ("order" is a word of SQL).
[[nodiscard]] std::vector<std::string> experimentColumns();

/// What a run is marked with, likewise: run_name, starred, tags, note, trashed.
[[nodiscard]] const std::vector<std::string>& markColumns();

/// Both to select from this file: NULL for a column that it does not have yet.
[[nodiscard]] std::string laterSelection(SQLite::Database& database);

}  // namespace splitee
