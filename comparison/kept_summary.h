// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that a session keeps of a run, read back: all that is known of a run whose rounds
// were not kept.
#pragma once

#include <optional>

#include "engine/run/summary.h"
#include "storage/session/stored_run.h"

namespace splitee {

/// What the run was told when it ended; nothing where it has no figures or they cannot be read.
/// What they do not say is empty, or 0 where a RunSummary has no empty value.
[[nodiscard]] std::optional<RunSummary> keptSummary(const StoredRun& run);

/// Rounds that the run played: those that are kept, or else what its figures say.
[[nodiscard]] std::int64_t playedRounds(const StoredRun& run);

}  // namespace splitee
