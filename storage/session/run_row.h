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

/// The rounds that a finished run has by its own account; 0 where it does not say. A run that kept
/// none of them (a sweep's) is complete with its figures alone.
[[nodiscard]] std::int64_t roundsBySelf(const StoredRun& run);
/// Is it finished, and keeps some of its rounds but not all?
[[nodiscard]] bool lacksRounds(const StoredRun& run);

inline constexpr const char* kInterruptedMessage = "the program ended before the run did";

/// What runFrom() reads, in its order; the experiment's columns and the marks come after
/// (laterSelection()).
inline constexpr const char* kRunColumns =
    "id, run_policy, run_seed, source, distortion, status, message, started_at, "
    "ifnull(finished_at, ''), program, cpu, threads, "
    "libraries, model_hash, data_hash, writer, summary, (SELECT ifnull(max(round), 0) FROM round "
    "WHERE run_id = run.id)";

/// A run that says it is running but whose writer is gone comes back as interrupted; so does one
/// that says it is finished but has lost its last rounds (lacksRounds()).
[[nodiscard]] StoredRun runFrom(SQLite::Statement& row);

/// Binds any field of a declaration; unsigned numbers keep their bits.
template <class Value>
void bindField(SQLite::Statement& statement, int index, const Value& value) {
    if constexpr (std::is_unsigned_v<Value>)
        statement.bind(index, std::bit_cast<std::int64_t>(std::uint64_t{value}));
    else
        statement.bind(index, value);
}

/// Inserts a run that is queued, or that begins now; bindNewRun() binds its values.
[[nodiscard]] std::string insertNewRun();
void bindNewRun(SQLite::Statement& insert, const Experiment& experiment, const RunSpec& run,
                const RunProvenance& provenance, RunStatus status);

/// Inserts a run that was played elsewhere; bindWholeRun() binds its values.
[[nodiscard]] std::string insertWholeRun();
void bindWholeRun(SQLite::Statement& insert, const StoredRun& run);

}  // namespace splitee
