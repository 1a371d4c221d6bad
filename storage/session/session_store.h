// SPDX-License-Identifier: GPL-3.0-or-later
// A session: one SQLite file with runs, their rounds, and exit tables.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/run.h"
#include "engine/world/recalled_world.h"
#include "storage/files/provenance.h"
#include "storage/session/run_marks.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace splitee {

struct StoredRun {
    std::int64_t id = 0;
    Experiment experiment;
    RunSpec spec;
    RunProvenance provenance;
    RunStatus status = RunStatus::Running;
    std::string message;      ///< why it failed or stopped
    std::string startedAt;    ///< ISO 8601, UTC
    std::string finishedAt;   ///< "" while it is not finished
    std::int64_t rounds = 0;  ///< committed, as rounds are numbered from 1 without gaps
    std::string summary;      ///< JSON of the run's figures, "" without
    RunMarks marks;
};

/// How a table of runs is shown, under a name; what it says is JSON that only front ends read.
struct SavedView {
    std::string name, content;
};

/// One connection; use it from one thread at a time. Calls block on the disk. WAL, one writer, a
/// busy timeout of 5 s.
class SessionStore {
public:
    enum class Access { Write, ReadOnly };

    /// Write creates the file where there is none and marks runs as interrupted whose writer is
    /// gone; it refuses a file or folder that may not be written. ReadOnly needs an existing file,
    /// changes nothing, and shows such runs as interrupted all the same. Two programs may have one
    /// session open at once.
    [[nodiscard]] static Result<SessionStore> open(const std::filesystem::path& path,
                                                   Access access = Access::Write);
    [[nodiscard]] static Result<SessionStore> openReadOnly(const std::filesystem::path& path) {
        return open(path, Access::ReadOnly);
    }

    SessionStore(SessionStore&&) noexcept;
    SessionStore& operator=(SessionStore&&) noexcept;
    ~SessionStore();

    /// A new run with status running; its number.
    [[nodiscard]] Result<std::int64_t> beginRun(const Experiment& experiment, const RunSpec& run,
                                                const RunProvenance& provenance);
    /// Replaces the experiment of a run that still plays, as its schedule grew
    /// (RunPlayer::changeSchedule): call it before rounds under the new one are written, so that
    /// the stored run repeats at any time. `dataHash`: of all sources that it now names. A run that
    /// has ended stays as it was played.
    [[nodiscard]] Result<void> changeExperiment(std::int64_t id, const Experiment& experiment,
                                                const std::string& dataHash);
    /// Ends a run that this process writes: its last status, why, and its figures as JSON (""
    /// without). Committed rounds stay.
    [[nodiscard]] Result<void> finishRun(std::int64_t id, RunStatus status,
                                         const std::string& message, const std::string& summary);

    /// Replaces what people say of a run; texts have limits that the error names. Use tidyTags() on
    /// what they type.
    [[nodiscard]] Result<void> setMarks(std::int64_t id, const RunMarks& marks);
    /// Removes the runs in the trash for good, with their rounds, but for those that still play;
    /// how many.
    [[nodiscard]] Result<std::int64_t> emptyTrash();
    [[nodiscard]] Result<std::vector<SavedView>> views();  ///< by name
    [[nodiscard]] Result<void> keepView(
        const SavedView& view);  ///< one of the same name is replaced
    [[nodiscard]] Result<void> removeView(const std::string& name);

    /// A run that was played elsewhere, as it is given: status, times, figures and marks too, but
    /// not its rounds. Its new number.
    [[nodiscard]] Result<std::int64_t> addRun(const StoredRun& run);
    [[nodiscard]] Result<void> removeRun(std::int64_t id);  ///< and its rounds
    /// Runs `work` as one transaction: all of its changes stay or, where it fails, none.
    [[nodiscard]] Result<void> together(const std::function<Result<void>()>& work);

    [[nodiscard]] Result<std::int64_t> runCount();
    /// Shows the runs one by one in order of their numbers, until `show` fails; it must not change
    /// runs.
    [[nodiscard]] Result<void> eachRun(const std::function<Result<void>(const StoredRun&)>& show);
    /// In order of their numbers; a session with more than 1,000,000 runs is an error.
    [[nodiscard]] Result<std::vector<StoredRun>> runs();
    [[nodiscard]] Result<StoredRun> run(
        std::int64_t id);  ///< the error says which numbers there are
    /// Rounds first.. of a run in order, at most `limit` (about 80 bytes each in memory); none
    /// where the run has none there.
    [[nodiscard]] Result<std::vector<RoundRecord>> rounds(std::int64_t id, std::int64_t first,
                                                          std::int64_t limit);

    /// The same rounds of a live run as RecalledWorld plays them again, up to the first of which
    /// nothing is kept.
    [[nodiscard]] Result<std::vector<RecalledRound>> recalled(std::int64_t id, std::int64_t first,
                                                              std::int64_t limit);
    /// Makes an interrupted, stopped or failed run one that this process writes: rounds may follow
    /// its last one, which must be round number `rounds`, or somebody else has gone on with it.
    [[nodiscard]] Result<void> goOn(std::int64_t id, std::int64_t rounds);

    /// Keeps a table under its name; a table of the same name is replaced.
    [[nodiscard]] Result<void> storeTable(const ExitTable& table);
    /// Keeps a table unless its content is there already. Where another content has its name, it
    /// becomes "NAME #HASH": runs name their table by its hash, so neither may replace the other.
    /// The name that it has in the session.
    [[nodiscard]] Result<std::string> keepTable(const ExitTable& table);
    [[nodiscard]] Result<ExitTable> loadTable(
        const std::string& name);  ///< the error lists the names there are
    [[nodiscard]] Result<std::optional<ExitTable>> tableOfHash(
        const std::string& hash);                                 ///< by content; empty: not kept
    [[nodiscard]] Result<std::vector<std::string>> tableNames();  ///< in order

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] SQLite::Database& database() { return *database_; }

private:
    SessionStore(std::string file, std::unique_ptr<SQLite::Database> database);
    [[nodiscard]] Result<std::vector<StoredRun>> select(const std::string& where, std::int64_t id);
    [[nodiscard]] Error noSuchRun(std::int64_t id);
    [[nodiscard]] Error noSuchTable(const std::string& name);

    std::string file_;
    std::unique_ptr<SQLite::Database> database_;
    std::unique_ptr<SQLite::Statement> addRun_;  // prepared once: a sweep adds many
};

/// ISO 8601 with milliseconds, as a session keeps times.
[[nodiscard]] std::string utcText(std::chrono::system_clock::time_point time);

}  // namespace splitee
