// The tables of a session file and their versions.
#pragma once

#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/result.h"

namespace splitee {

inline constexpr int kSessionApplicationId = 0x53706c45;   ///< "SplE": the file says what it is
inline constexpr int kSessionVersion = 1;

/// Creates the tables of a new file or brings an older one up to date; refuses other programs' files and newer versions.
/// Throws SQLite::Exception on database errors.
[[nodiscard]] Result<void> prepareSchema(SQLite::Database& database, const std::string& file);

/// The same checks without writing.
[[nodiscard]] Result<void> checkSchema(SQLite::Database& database, const std::string& file);

/// The experiment's columns in the run table, from its one declaration: "mu, lambda1, .." in order.
[[nodiscard]] std::string experimentColumns();

}  // namespace splitee
