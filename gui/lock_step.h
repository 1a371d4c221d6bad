// All policies of an experiment, played side by side on one stream of samples: what the experiment thread does.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run_player.h"
#include "gui/live_feed.h"
#include "gui/run_orders.h"
#include "storage/experiment_file.h"
#include "storage/run_writer.h"
#include "storage/table_source.h"

namespace splitee {

/// What turns out once the source is open.
struct OpenedExperiment {
    std::vector<std::string> policies;               ///< in the order of all updates
    std::vector<double> depth;                       ///< [L]
    std::int64_t rounds = 0;                         ///< of each run
    std::shared_ptr<const TableSource> tables;       ///< of a replay; never changed any more
};

/// Rounds go to the session first, one run for each policy, then to the feed. The calls block: they are for the experiment thread.
class LockStep {
public:
    /// `session`: the file that keeps the runs. `feed`, `orders` must outlive it.
    LockStep(ExperimentFile file, std::filesystem::path session, RunOrders& orders, LiveFeed& feed);
    ~LockStep();

    /// Opens the source and checks that the experiment can play on it.
    [[nodiscard]] Result<OpenedExperiment> open();
    /// Plays as ordered until the last round or a stop. `refused` hears of a setting that cannot change, and why.
    [[nodiscard]] Result<RunStatus> play(const std::stop_token& stop, const std::function<void(const Error&)>& refused);

private:
    struct Runner {
        RunSpec spec;
        std::unique_ptr<World> world;                // each its own, for a schedule shows sources round by round
        std::unique_ptr<RunPlayer> player;
        std::int64_t id = 0;                         // of the run in the session
        std::unique_ptr<RunWriter> writer;
    };
    [[nodiscard]] Result<RunStatus> playRounds(const std::stop_token& stop, const std::function<void(const Error&)>& refused);
    [[nodiscard]] Result<void> beginRuns();
    [[nodiscard]] Result<void> advance(std::int64_t count, FeedUpdate& update);
    [[nodiscard]] Result<void> change(const std::string& key, double value, FeedUpdate& update);
    [[nodiscard]] Result<void> putSchedule(const std::string& schedule);
    [[nodiscard]] Result<void> finishRuns(const Result<RunStatus>& status, double seconds);
    [[nodiscard]] Result<std::string> figuresOf(const Runner& runner, double seconds);
    [[nodiscard]] std::int64_t round() const { return runners_.front().player->round(); }
    [[nodiscard]] std::int64_t rounds() const { return runners_.front().player->rounds(); }

    ExperimentFile file_;
    std::filesystem::path sessionFile_;
    RunOrders& orders_;
    LiveFeed& feed_;
    std::shared_ptr<TableSource> tables_;
    std::optional<SessionStore> session_;
    std::vector<Runner> runners_;
};

}  // namespace splitee
