// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a session's run table: SQL and values, to and from a StoredRun.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <type_traits>

#include <SQLiteCpp/SQLiteCpp.h>

#include "storage/session/stored_run.h"

namespace splitee {

inline constexpr const char* kInterruptedMessage = "the program ended before the run did";

/// What runFrom() reads, in its order; the experiment's columns and the marks come after
/// (laterSelection()).
inline constexpr const char* kRunColumns =
    "id, run_policy, run_seed, source, distortion, status, message, started_at, "
    "ifnull(finished_at, ''), program, cpu, threads, "
    "libraries, model_hash, data_hash, writer, summary, (SELECT ifnull(max(round), 0) FROM round "
    "WHERE run_id = run.id)";

/// A run that says it is running but whose writer is gone comes back as interrupted.
[[nodiscard]] StoredRun runFrom(SQLite::Statement& row);

/// Binds any field of a declaration; unsigned numbers keep their bits.
template <class Value>
void bindField(SQLite::Statement& statement, int index, const Value& value) {
    if constexpr (std::is_unsigned_v<Value>)
        statement.bind(index, std::bit_cast<std::int64_t>(std::uint64_t{value}));
    else
        statement.bind(index, value);
}

/// Inserts a run that begins now; bindNewRun() binds its values.
[[nodiscard]] std::string insertNewRun();
void bindNewRun(SQLite::Statement& insert, const Experiment& experiment, const RunSpec& run,
                const RunProvenance& provenance);

/// Inserts a run that was played elsewhere; bindWholeRun() binds its values.
[[nodiscard]] std::string insertWholeRun();
void bindWholeRun(SQLite::Statement& insert, const StoredRun& run);

}  // namespace splitee
