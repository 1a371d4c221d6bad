// SPDX-License-Identifier: GPL-3.0-or-later
// Plays several runs side by side so that all of them have the same rounds, also where one fails.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/result.h"
#include "engine/run/run.h"

namespace splitee {

/// Appends up to `rounds` rounds of one run to `records`; an error comes after the rounds before
/// it.
using AdvanceRun =
    std::function<Result<void>(std::int64_t rounds, std::vector<RoundRecord>& records)>;

/// Appends `count` rounds of every run to `records[run]`, empty so far, `piece` at a time; between
/// two pieces a stop is heard. Where a run fails, the others play up to its last round, none keeps
/// a round beyond it, and the first error is returned.
[[nodiscard]] Result<void> playEvenly(std::span<const AdvanceRun> runs,
                                      std::span<std::vector<RoundRecord>* const> records,
                                      std::int64_t count, std::int64_t piece,
                                      const std::stop_token& stop);

}  // namespace splitee
