// SPDX-License-Identifier: GPL-3.0-or-later
// Player of all policies of an experiment, side by side on one stream of samples: the work of the
// experiment thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/run_player.h"
#include "engine/world/recalled_world.h"
#include "gui/run/live_feed.h"
#include "gui/run/run_orders.h"
#include "gui/run/waypoint_plan.h"
#include "sources/run_source.h"
#include "storage/files/experiment_file.h"
#include "storage/session/run_again.h"

namespace splitee {

/// What turns out once the source is open.
struct OpenedExperiment {
    std::vector<std::string> policies;  ///< in the order of all updates
    std::vector<double> depth;          ///< [L]
    std::int64_t rounds = 0;            ///< of each run
    std::int64_t kept = 0;              ///< rounds that the session has already, of runs that go on
    std::string sinceThen;  ///< what has changed since those began: "the program was .. and is .."
    std::shared_ptr<const TableSource> tables;  ///< of a replay; never changed any more
    std::vector<std::string> classNames;        ///< of a live run
    std::shared_ptr<const LiveSource> live;     ///< of a live run
    std::string dataHash;                       ///< of the dataset or the exit tables
    std::vector<StageInfo> stages;              ///< [L] of a live run
    /// Of a live run: its samples under what each source of the schedule names, the first one as it
    /// began.
    std::vector<std::shared_ptr<const Dataset>> sources;

    /// Whether a network for texts is open.
    [[nodiscard]] bool takesTexts() const {
        return live != nullptr && live->model->info().takesTexts();
    }
};

/// Rounds go to the session first, one run for each policy, then to the feed. The calls block: they
/// are for the experiment thread.
class LockStep {
public:
    /// `session`: the file that keeps the runs. `feed`, `orders` must outlive it.
    /// `goOn`: numbers of the session's runs that were cut short, one for each policy of `file`;
    /// they are taken up where they ended.
    /// `opened`: what was read of the source before; it is not read again.
    LockStep(ExperimentFile file, std::filesystem::path session, RunOrders& orders, LiveFeed& feed,
             std::vector<std::int64_t> goOn = {}, OpenedFiles opened = {});
    ~LockStep();

    /// Opens the source and checks that the experiment can play on it.
    [[nodiscard]] Result<OpenedExperiment> open(const std::stop_token& stop);
    /// Plays as ordered until the last round or a stop. `refused` hears of a setting that cannot
    /// change, and why.
    [[nodiscard]] Result<RunStatus> play(const std::stop_token& stop,
                                         const std::function<void(const Error&)>& refused);

private:
    struct Runner {
        RunSpec spec;
        World* world;
        std::unique_ptr<RecalledWorld>
            seen;  // of a live run: the world it plays in, which keeps what rounds reveal
        std::unique_ptr<RunPlayer> player;
        std::int64_t id = 0;  // of the run in the session
        std::unique_ptr<RoundSink> writer;
        RunContinuation* goesOn = nullptr;  // the writer of a run that was cut short
    };
    [[nodiscard]] Result<RunStatus> playRounds(const std::stop_token& stop,
                                               const std::function<void(const Error&)>& refused);
    [[nodiscard]] Result<void> beginRuns();
    [[nodiscard]] Result<void> takeUpRuns();
    [[nodiscard]] Result<RunSource> openSource();
    [[nodiscard]] Result<void> makeRunners();
    [[nodiscard]] Result<void> advance(std::int64_t count, FeedUpdate& update,
                                       const std::stop_token& stop);
    [[nodiscard]] Result<void> playPiece(std::int64_t count, FeedUpdate& update,
                                         const std::stop_token& stop);
    void leaveWaypoints(FeedUpdate& update);
    void carryOut(const RunOrders::Orders& orders, FeedUpdate& update,
                  const std::function<void(const Error&)>& refused);
    [[nodiscard]] Result<void> change(const std::string& key, double value, FeedUpdate& update);
    [[nodiscard]] Result<void> distort(const std::string& distortion, FeedUpdate& update);
    [[nodiscard]] Result<void> replaceSchedule(const std::string& schedule);
    [[nodiscard]] Result<void> finishRuns(const Result<RunStatus>& status, double seconds);
    [[nodiscard]] Result<std::string> figuresOf(const Runner& runner, double seconds);
    [[nodiscard]] std::int64_t round() const { return runners_.front().player->round(); }
    [[nodiscard]] std::int64_t rounds() const { return runners_.front().player->rounds(); }

    ExperimentFile file_;
    std::filesystem::path sessionFile_;
    RunOrders& orders_;
    LiveFeed& feed_;
    std::vector<std::int64_t> goOn_;
    OpenedFiles openedFiles_;
    std::int64_t kept_ = 0;  // rounds that are played again, unseen by the session
    std::string sinceThen_;
    RunSource source_;
    // Of a replay one for each policy, for a schedule shows sources round by round; of a live run
    // one for all, which computes what they have in common once.
    std::vector<std::unique_ptr<World>> worlds_;
    LiveNetwork* network_ = nullptr;  // of a live run: the one world
    std::optional<Session> session_;
    std::vector<Runner> runners_;
    WaypointPlan waypoints_;
    std::optional<Error> broken_;  // why these runs cannot go on
};

}  // namespace splitee
