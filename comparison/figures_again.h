// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a run whose rounds were not kept once more, and holds its figures against those that were.
#pragma once

#include <span>
#include <stop_token>
#include <string>

#include "engine/progress.h"
#include "engine/run/run.h"
#include "storage/session/stored_run.h"

namespace splitee {

struct FiguresAgain {
    std::int64_t rounds = 0;  ///< played
    std::string difference;   ///< "cost per sample 7.21 then, 7.3 now"; "": the same, bit for bit
};

/// `world` must be what the run was played in. Its rounds go to `also`, too. A stop is an error,
/// "cancelled". Blocks as long as the rounds take.
[[nodiscard]] Result<FiguresAgain> playFiguresAgain(const StoredRun& run, World& world,
                                                    std::span<RoundSink* const> also,
                                                    const ProgressSink& progress,
                                                    const std::stop_token& stop);

}  // namespace splitee
