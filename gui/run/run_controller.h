// SPDX-License-Identifier: GPL-3.0-or-later
// Controller of the experiment thread: gives it orders, and appends the rounds that it plays to
// histories, tick by tick.
#pragma once

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <list>
#include <memory>
#include <thread>

#include "gui/background/task.h"
#include "gui/run/core_need.h"
#include "gui/run/exit_observer.h"
#include "gui/run/lock_step.h"
#include "gui/run/measured_histories.h"
#include "gui/run/run_history.h"
#include "gui/run/run_waypoints.h"
#include "gui/run/seed_replay.h"

namespace splitee {

/// A run in a session.
struct KeptRun {
    std::filesystem::path session;
    std::int64_t number = 0;
};

class RunController : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Opening, Ready, Running, Paused, Finished, Stopped, Failed };

    explicit RunController(QObject* parent = nullptr);
    /// Interrupts what plays: its rounds so far are in the session, and it can go on. Waits some
    /// milliseconds for that.
    ~RunController() override;

    /// Where the next runs are kept.
    void setSession(std::filesystem::path file) { session_ = std::move(file); }
    [[nodiscard]] const std::filesystem::path& session() const { return session_; }

    /// What was read of the source that is to be opened: the next open() does not read it again.
    void setOpenedFiles(OpenedFiles opened) { openedFiles_ = std::move(opened); }
    /// Opens the source on the experiment thread; what played before is stopped. Then opened() or
    /// failed().
    void open(const ExperimentFile& file, bool playAtOnce = false) { open(file, playAtOnce, {}); }
    /// Nothing is open any more; what played is stopped.
    void close();
    /// Takes up runs of the session that were cut short, one for each policy of `file`: plays what
    /// is kept of them again, as fast as that goes, and pauses there.
    void goOn(const ExperimentFile& file, std::vector<std::int64_t> runs) {
        open(file, false, std::move(runs));
    }
    void play() { runTo(rounds_); }
    /// Plays up to round N, then pauses. While it is still opening, as soon as that is done.
    void runTo(std::int64_t round);
    void pause();
    void step();
    void stop();
    void setSpeed(double roundsPerSecond);
    /// Of everything that is drawn over seeds: kFewestBandSeeds..kMostBandSeeds.
    void setBandSeeds(std::int64_t seeds);
    [[nodiscard]] std::int64_t bandSeeds() const { return bandSeeds_; }
    /// mu, lambda1, lambda2, offload or alpha from the next round on.
    void change(const std::string& key, double value);
    /// What is done to a live run's images from the next round on, as parseDistortion() reads it.
    void distort(const std::string& distortion);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] bool busy() const { return state_ == State::Running || state_ == State::Paused; }
    /// Is a thread of this window still writing runs, also of an experiment that was left?
    [[nodiscard]] bool writes() const { return worker_ != nullptr || !retired_.empty(); }
    [[nodiscard]] std::int64_t round() const { return round_; }
    [[nodiscard]] std::int64_t rounds() const { return rounds_; }
    [[nodiscard]] double roundsPerSecond() const { return rate_; }
    /// Pieces of texts that the network reads a second; 0 of images, and before it is known.
    [[nodiscard]] double piecesPerSecond() const { return pieceRate_; }
    [[nodiscard]] const OpenedExperiment& opened() const { return opened_; }
    /// Reads the exits of live sources; off until it is switched on.
    [[nodiscard]] ExitObserver& observer() { return observer_; }
    [[nodiscard]] const ExitObserver& observer() const { return observer_; }
    /// Of a replay what it plays, of a live run what is known of it by now; null: nothing.
    [[nodiscard]] std::shared_ptr<const TableSource> tables() const {
        return opened_.tables ? opened_.tables : observer_.tables();
    }
    /// By which the histories are measured: tables(), a moment later in a live run; may be null.
    [[nodiscard]] const std::shared_ptr<const TableSource>& measuredBy() const {
        return measuredBy_;
    }
    /// Whether no tables are being read, and no rounds measured against them.
    [[nodiscard]] bool allIsMeasured() const {
        return !observer_.isReading() && !measuring_.busy();
    }
    /// As it was opened, with the changes made since: playing it again repeats the runs.
    [[nodiscard]] const ExperimentFile& played() const { return played_; }
    [[nodiscard]] const std::vector<SettingChange>& changes() const { return changes_; }
    [[nodiscard]] std::vector<RunHistory>& histories() { return histories_; }
    [[nodiscard]] const std::vector<RunHistory>& histories() const { return histories_; }
    /// From which the past rounds of one history are soon shown again.
    [[nodiscard]] const RunWaypoints& waypoints(std::size_t history) const {
        return waypoints_[history];
    }
    /// Where the rounds of one history are kept; number 0 before the first.
    [[nodiscard]] KeptRun kept(std::size_t history) const {
        return {playedInto_, history < kept_.size() ? kept_[history] : 0};
    }
    /// Of one policy, in force in its next round.
    [[nodiscard]] double alpha() const { return alpha_; }
    /// The last sample of a live run.
    [[nodiscard]] const std::optional<SampleView>& sample() const { return sample_; }

signals:
    void stateChanged();
    void aboutToOpen();  ///< the histories go
    void sourceOpened();
    void advanced();       ///< histories hold more rounds
    void tablesChanged();  ///< tables() of a live run came or went
    void bandSeedsChanged();
    void measured();  ///< histories tell of regret now, or no longer; they are where they were
    void settingChanged(const SettingChange& change);
    void failed(const QString& sentence);   ///< the run is over, or could not begin
    void refused(const QString& sentence);  ///< it plays on

private:
    // One experiment thread and what it shares with the window. A stopped one may take a moment to
    // end.
    struct Worker {
        RunOrders orders;
        LiveFeed feed;
        std::jthread thread;
    };
    void open(const ExperimentFile& file, bool playAtOnce, std::vector<std::int64_t> goOn);
    void onSourceOpened(const Worker* worker, const OpenedExperiment& opened);
    void onEnded(const Worker* worker, const Result<RunStatus>& status);
    void clear();
    void retire();
    void tick();
    void appendRounds(const FeedUpdate& update);
    void measure();
    [[nodiscard]] std::vector<RunHistory> freshHistories() const;
    void measureAgainst(std::shared_ptr<const TableSource> tables);
    void stopMeasuring();
    void observeExits();
    void onTablesKnown();
    void measureRounds();
    void playRounds(const std::shared_ptr<MeasuredHistories>& made);
    void onRoundsMeasured(const std::shared_ptr<MeasuredHistories>& made,
                          const Result<void>& played);
    void giveWay(double rate);
    void setState(State state);

    std::filesystem::path session_, playedInto_;
    OpenedFiles openedFiles_;
    std::vector<std::int64_t> kept_;  // number of each history's run in playedInto_
    std::shared_ptr<Worker> worker_;
    std::list<std::shared_ptr<Worker>> retired_;
    QTimer timer_;
    State state_ = State::Empty;
    double speed_ = kFlatOut;
    std::int64_t bandSeeds_ = kBandSeeds;
    int idleTicks_ = 0;
    std::int64_t until_ = 0, round_ = 0, rounds_ = 0;
    double rate_ = 0, pieceRate_ = 0, alpha_ = 0;
    std::chrono::steady_clock::time_point rateSince_;
    std::int64_t rateFrom_ = 0, piecesSince_ = 0;
    bool playWhenOpen_ = false;
    ExperimentFile played_;
    OpenedExperiment opened_;
    std::shared_ptr<const TableSource> measuredBy_;  // what the worlds show
    std::vector<std::unique_ptr<World>> worlds_;     // one for each history, to measure against
    std::vector<RunHistory> histories_;
    std::vector<RunWaypoints> waypoints_;  // one for each history
    std::vector<SettingChange> changes_;
    std::optional<SampleView> sample_;
    CoreNeed need_;
    ExitObserver observer_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task measuring_;
};

}  // namespace splitee
