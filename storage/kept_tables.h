// The exit tables that a kept run was played on.
#pragma once

#include "storage/session_store.h"
#include "storage/table_source.h"

namespace splitee {

/// Opens what the run names as its source if its content is still the same, else the tables that the session keeps; at the
/// experiment's temperatures. The error says what is missing. Blocks.
[[nodiscard]] Result<TableSource> tablesOf(SessionStore& session, const StoredRun& run);

}  // namespace splitee
