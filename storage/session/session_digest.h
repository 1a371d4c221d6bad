// SPDX-License-Identifier: GPL-3.0-or-later
// Digests of rounds and of whole sessions, to compare sessions.
#pragma once

#include <stop_token>
#include <string>

#include "engine/progress.h"
#include "storage/session/run_identity.h"
#include "storage/session/session.h"

namespace splitee {

/// Digest of a run's rounds, all of their facts; the same value for every run without rounds.
/// Blocks.
[[nodiscard]] Result<DigestValue> roundsDigest(Session& session, std::int64_t run,
                                               const std::stop_token& stop);

/// 32 hex digits over the sorted runs: identity, status, figures without wall time, rounds. A run
/// that is there twice counts once; numbers, times, machines and tables do not count. Blocks.
[[nodiscard]] Result<std::string> sessionDigest(Session& session, const ProgressSink& progress,
                                                std::stop_token stop);

}  // namespace splitee
