// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the runs of a sweep, or of one shard of it, into a session.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/sweep.h"

namespace splitee {

struct SweepOutputs {
    std::string session;
    Shard shard;
    int threads = 2;  ///< runs played at once
    bool keepRounds = false;
    bool removeNothing = false;  ///< what others left unfinished stays, and what they play now is
                                 ///< played beside it: in a window both may go on
};

struct SweepReport {
    std::int64_t runs = 0;     ///< of this shard
    std::int64_t before = 0;   ///< finished by earlier calls, not played again
    std::int64_t removed = 0;  ///< unfinished remains of earlier calls, removed
    std::int64_t played = 0;
    double seconds = 0;
    bool cancelled = false;
    std::vector<std::int64_t> ids;  ///< of the shard's finished runs in the session, rising
};

/// Plays what the session lacks; finished runs are told by their identity (storage/run_identity.h).
/// A run is written within a tenth of a second of its end, so a kill loses the runs under way and
/// little else. What the session holds in the end depends neither on shards nor threads. Opens all
/// tables first and checks every point against each. Blocks.
[[nodiscard]] Result<SweepReport> runSweep(const Sweep& sweep, const SweepPlan& plan,
                                           const SweepOutputs& outputs,
                                           const ProgressSink& progress, std::stop_token stop);

}  // namespace splitee
