// SPDX-License-Identifier: GPL-3.0-or-later
// RunStore: the runs of a session.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "storage/session/session_connection.h"
#include "storage/session/stored_run.h"

namespace SQLite {
class Statement;
}

namespace splitee {

/// A run is begun, gets rounds (RunWriter), and is finished; only the process that writes it may
/// finish it.
class RunStore {
public:
    /// `connection` must outlive it.
    explicit RunStore(SessionConnection& connection);
    ~RunStore();
    RunStore(const RunStore&) = delete;
    RunStore& operator=(const RunStore&) = delete;

    /// A new run with status running, written by this process; its number.
    [[nodiscard]] Result<std::int64_t> begin(const Experiment& experiment, const RunSpec& run,
                                             const RunProvenance& provenance);
    /// New runs with status queued, in this order, that this process will play: reopen() begins
    /// each. Where the process ends before, they stay queued, so that what was asked for is known.
    [[nodiscard]] Result<std::vector<std::int64_t>> queue(const Experiment& experiment,
                                                          const std::vector<RunSpec>& runs,
                                                          const RunProvenance& provenance);
    /// Replaces the experiment of a running run whose schedule grew (RunPlayer::changeSchedule).
    /// Call it before rounds under the new one are written, so that the stored run repeats at any
    /// time. `dataHash`: of all sources that the experiment now names. An error for a run that has
    /// ended.
    [[nodiscard]] Result<void> changeExperiment(std::int64_t id, const Experiment& experiment,
                                                const std::string& dataHash);
    /// Ends a run that this process writes: its last status, why, and its figures as JSON (""
    /// without). Committed rounds stay.
    [[nodiscard]] Result<void> finish(std::int64_t id, RunStatus status, const std::string& message,
                                      const std::string& summary);
    /// Makes a queued, interrupted, stopped or failed run a running one that this process writes.
    /// Its last round must be number `rounds`: else another process has resumed it. A queued run of
    /// a live process is that process's.
    [[nodiscard]] Result<void> reopen(std::int64_t id, std::int64_t rounds);

    /// Inserts a run that was played elsewhere with its status, times, figures and marks, but
    /// without rounds; its new number.
    [[nodiscard]] Result<std::int64_t> add(const StoredRun& run);
    [[nodiscard]] Result<void> remove(std::int64_t id);  ///< with its rounds

    [[nodiscard]] Result<std::int64_t> count();
    /// The error says which numbers there are.
    [[nodiscard]] Result<StoredRun> find(std::int64_t id);
    /// Runs that were asked for and are not played to their end: queued, interrupted and stopped
    /// ones that no live process writes and that are not in the trash. Their numbers, in order.
    [[nodiscard]] Result<std::vector<std::int64_t>> unfinished();
    /// In order of their numbers; a session with more than 1,000,000 runs is an error.
    [[nodiscard]] Result<std::vector<StoredRun>> all();
    /// Calls `visit` with each run in order of their numbers until it fails; it must not change
    /// runs.
    [[nodiscard]] Result<void> forEach(const std::function<Result<void>(const StoredRun&)>& visit);

private:
    [[nodiscard]] Result<std::int64_t> insert(const Experiment& experiment, const RunSpec& run,
                                              const RunProvenance& provenance, RunStatus status);
    [[nodiscard]] Result<void> mayReopen(std::int64_t id, std::int64_t rounds);
    [[nodiscard]] Result<std::vector<StoredRun>> select(const std::string& where, std::int64_t id);

    SessionConnection& connection_;
    std::unique_ptr<SQLite::Statement> add_;  // prepared once: a sweep adds many
};

/// "session FILE has no run 7: it holds 2 runs, numbers 1 to 2".
[[nodiscard]] Error noSuchRun(SessionConnection& connection, std::int64_t id);

}  // namespace splitee
