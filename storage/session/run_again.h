// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a stored run once more: to verify that it comes out the same, or to resume it where it
// ended.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "engine/run/summary.h"
#include "engine/world/recalled_world.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"

namespace splitee {

/// Where a run first comes out otherwise than it was kept.
struct RunDifference {
    std::int64_t round = 0;
    std::string what;  ///< "split layer 3 then, 1 now"
};

struct RunAgain {
    std::int64_t rounds = 0;                  ///< compared
    std::optional<RunDifference> difference;  ///< none: identical, bit for bit
};

/// Plays the kept rounds of a run again in `world`, which must be what the run was played in. Stops
/// at the first difference. Blocks as long as the rounds take.
[[nodiscard]] Result<RunAgain> playAgain(Session& session, const StoredRun& run, World& world,
                                         const ProgressSink& progress, std::stop_token stop);

/// Checks that the rounds which are kept of a run come out the same, and writes those that follow:
/// from the first of them on this process is the run's writer.
class RunContinuation final : public RoundSink {
public:
    /// `session`, and `live` where it is given (see RunWriter), must outlive it; `run` as the
    /// session has it.
    RunContinuation(Session& session, StoredRun run, RecalledWorld* live);
    ~RunContinuation() override;
    [[nodiscard]] Result<void> consume(std::span<const RoundRecord> rounds) override;
    /// Makes this process the run's writer, as the first further round does: before its schedule
    /// changes.
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] bool begun() const { return begun_; }

private:
    struct Kept;
    Session& session_;
    StoredRun run_;
    RecalledWorld* live_;
    std::unique_ptr<Kept> kept_;
    RunWriter writer_;
    std::int64_t checked_ = 0;
    bool begun_ = false;
};

/// What may have made the difference: every part of the provenance that is another one now, in
/// words; "" for none.
[[nodiscard]] std::string likelyCause(const RunProvenance& then, const RunProvenance& now);

/// Plays what is kept of an interrupted, stopped or failed run, checks that it comes out the same,
/// and goes on to its last round or a stop: further rounds and figures go to the same run, as if it
/// had never ended. A live run plays in a RecalledWorld over recallOf(), so that the network
/// computes only what is new. Blocks.
[[nodiscard]] Result<RunStatus> resumeRun(Session& session, const StoredRun& run, World& world,
                                          RecalledWorld* live, const ProgressSink& progress,
                                          std::stop_token stop);

/// What the session keeps of a live run, page by page; the session must outlive it.
[[nodiscard]] RecalledWorld::Recall recallOf(Session& session, std::int64_t run);

}  // namespace splitee
