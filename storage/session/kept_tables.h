// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the exit tables of a replay by name, and those that a stored run was played on.
#pragma once

#include <string>

#include "storage/session/session.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// Opens what the run names as its source if its content is still the same, else the tables that
/// the session keeps; at the experiment's temperatures. The error says what is missing. Blocks.
[[nodiscard]] Result<TableSource> tablesOf(Session& session, const StoredRun& run);

/// Those that the session keeps, as they were read; `why` the run's own source does not do is said
/// in the error. Blocks.
[[nodiscard]] Result<TableSource> keptTables(Session& session, const StoredRun& run,
                                             const std::string& why);

/// "FILE.splitee#3", the tables that were kept of run 3 there: a name that openTables() takes like
/// any other.
[[nodiscard]] std::string keptTablesName(const std::string& session, std::int64_t run);

/// Opens the exit tables of a replay by any name: a file or builtin:NAME (see openTableFiles()), or
/// FILE.splitee#3, for an experiment whose schedule may switch between the tables that run 3
/// switched between. Blocks.
[[nodiscard]] Result<TableSource> openTables(const std::string& name, const Experiment& experiment);

}  // namespace splitee
