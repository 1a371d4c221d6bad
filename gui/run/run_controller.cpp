// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/run_controller.h"

#include <algorithm>
#include <utility>

#include "engine/current_stop.h"
#include "engine/exception_barrier.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"

namespace splitee {
namespace {

constexpr int kTickMilliseconds = 14;  // every other tick draws a chart
constexpr int kIdleTicks = 70;         // a second
constexpr double kRateSeconds = 0.5;

}  // namespace

RunController::RunController(QObject* parent)
    : QObject(parent), need_(std::thread::hardware_concurrency()) {
    timer_.setInterval(kTickMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &RunController::tick);
    connect(&observer_, &ExitObserver::tablesKnown, this, &RunController::onTablesKnown);
    connect(&observer_, &ExitObserver::notKept, this, &RunController::refused);
}

RunController::~RunController() {
    if (worker_ && !worker_->thread.get_stop_token().stop_requested()) worker_->orders.interrupt();
    retire();
    for (const auto& worker : retired_) worker->orders.hurry();
    retired_.clear();  // joins
}

void RunController::open(const ExperimentFile& file, bool playAtOnce,
                         std::vector<std::int64_t> goOn) {
    clear();
    played_ = file;
    playedInto_ = session_;
    playWhenOpen_ = playAtOnce;
    worker_ = std::make_shared<Worker>();
    worker_->orders.setSpeed(speed_);
    setState(State::Opening);
    // The worker outlives its thread: it is destroyed, and so joined, in this thread only.
    worker_->thread = std::jthread(
        [this, own = worker_.get(), file, session = session_, goOn = std::move(goOn),
         files = std::exchange(openedFiles_, {})](const std::stop_token& stop) mutable {
            const auto status = guarded([&]() -> Result<RunStatus> {
                const CurrentStop current(stop);  // for the readers of the source
                LockStep runs(file, session, own->orders, own->feed, goOn, std::move(files));
                const auto opened = runs.open(stop);
                if (!opened) return tl::unexpected(opened.error());
                QMetaObject::invokeMethod(this,
                                          [this, own, opened] { onSourceOpened(own, *opened); });
                return runs.play(stop, [this, own](const Error& error) {
                    QMetaObject::invokeMethod(this, [this, own, error] {
                        if (worker_.get() == own)
                            emit refused(QString::fromStdString(error.message));
                    });
                });
            });
            (void)guarded([&] {
                QMetaObject::invokeMethod(this, [this, own, status] { onEnded(own, status); });
            });
        });
}

void RunController::close() {
    if (state_ == State::Empty) return;
    clear();
    openedFiles_ = {};
    played_ = {};
    setState(State::Empty);
}

void RunController::clear() {
    emit aboutToOpen();
    retire();
    measuring_.abandon();
    kept_.clear();
    opened_ = {};
    histories_.clear();
    waypoints_.clear();
    worlds_.clear();
    measuredBy_.reset();
    observer_.stop();
    changes_.clear();
    sample_.reset();
    round_ = rounds_ = until_ = rateFrom_ = piecesSince_ = 0;
    rate_ = pieceRate_ = 0;
}

void RunController::onSourceOpened(const Worker* worker, const OpenedExperiment& opened) {
    if (worker_.get() != worker) return;
    opened_ = opened;
    rounds_ = opened.rounds;
    histories_ = freshHistories();
    waypoints_.resize(histories_.size());
    if (opened.tables)
        measureAgainst(opened.tables);
    else
        measure();
    alpha_ = played_.experiment.alpha;
    setState(State::Ready);
    observeExits();
    emit sourceOpened();
    if (!opened.sinceThen.empty())
        emit refused(tr("Since this run began, %1").arg(QString::fromStdString(opened.sinceThen)));
    if (opened.kept > 0)
        runTo(opened.kept);
    else if (playWhenOpen_)
        runTo(until_ > 0 ? until_ : rounds_);
}

// Without rounds.
std::vector<RunHistory> RunController::freshHistories() const {
    const double finalCost =
        makeCostTable(played_.experiment.costWeights(), opened_.depth, ExitsEvaluated::AtSplit)
            .gamma(static_cast<int>(opened_.depth.size()));
    const std::vector<int> colors = policyColors(opened_.policies);
    std::vector<RunHistory> fresh;
    for (std::size_t k = 0; k < opened_.policies.size(); ++k)
        fresh.emplace_back(opened_.policies[k], policyName(opened_.policies[k]), colors[k],
                           static_cast<int>(opened_.depth.size()), finalCost);
    return fresh;
}

void RunController::measure() {
    for (std::size_t k = 0; k < histories_.size(); ++k) {
        if (worlds_.empty())
            histories_[k].followCosts(played_.experiment, rounds_,
                                      opened_.depth);  // live: no table to measure against
        else
            histories_[k].measureAgainst(played_.experiment, played_.experiment.seed, *worlds_[k]);
    }
}

void RunController::runTo(std::int64_t round) {
    if (state_ == State::Opening) {
        playWhenOpen_ = true;
        until_ = round;
        return;
    }
    if ((state_ != State::Ready && !busy()) || round <= round_) return;
    until_ = std::min(round, rounds_);
    rateSince_ = std::chrono::steady_clock::now();
    rateFrom_ = round_;
    piecesSince_ = 0;
    worker_->orders.playUntil(until_);
    timer_.start();
    setState(State::Running);
    giveWay(0);
}

void RunController::pause() {
    if (state_ == State::Opening) playWhenOpen_ = false;
    if (state_ != State::Running) return;
    worker_->orders.pause();
    until_ = 0;
    tick();
    setState(State::Paused);
}

void RunController::step() {
    if (state_ == State::Running) pause();
    if (state_ == State::Ready || state_ == State::Paused) runTo(round_ + 1);
}

void RunController::stop() {
    if (!busy()) return;
    worker_->thread.request_stop();  // ended() follows
}

void RunController::setBandSeeds(std::int64_t seeds) {
    seeds = std::clamp(seeds, kFewestBandSeeds, kMostBandSeeds);
    if (seeds == bandSeeds_) return;
    bandSeeds_ = seeds;
    emit bandSeedsChanged();
}

void RunController::setSpeed(double roundsPerSecond) {
    speed_ = roundsPerSecond;
    rateSince_ = std::chrono::steady_clock::now();
    rateFrom_ = round_;
    piecesSince_ = 0;
    if (worker_) worker_->orders.setSpeed(roundsPerSecond);
    giveWay(0);
}

void RunController::change(const std::string& key, double value) {
    if (worker_ && (state_ == State::Ready || busy())) worker_->orders.change(key, value);
}

void RunController::distort(const std::string& distortion) {
    if (worker_ && (state_ == State::Ready || busy())) worker_->orders.distort(distortion);
}

void RunController::onEnded(const Worker* worker, const Result<RunStatus>& status) {
    std::erase_if(retired_, [&](const auto& one) { return one.get() == worker; });
    if (worker_.get() != worker) return;
    timer_.stop();
    appendRounds(worker_->feed.drain());
    worker_.reset();  // the thread has nothing left to do but to end
    if (!status) {
        setState(State::Failed);
        emit failed(QString::fromStdString(status.error().message));
        return;
    }
    setState(*status == RunStatus::Finished ? State::Finished : State::Stopped);
}

void RunController::retire() {
    timer_.stop();
    if (!worker_) return;
    worker_->thread.request_stop();
    retired_.push_back(std::move(worker_));
    worker_.reset();
}

void RunController::tick() {
    if (!worker_) return;
    const FeedUpdate update = worker_->feed.drain();
    idleTicks_ = update.empty() ? idleTicks_ + 1 : 0;
    appendRounds(update);
    if (state_ == State::Paused && idleTicks_ > kIdleTicks)
        timer_.stop();  // what was under way has arrived
    if (state_ == State::Running && round_ >= until_ && round_ < rounds_) {
        setState(State::Paused);
    }
}

// The rounds before a change are measured under what held then.
void RunController::appendRounds(const FeedUpdate& update) {
    if (update.empty()) return;
    if (update.sample) sample_ = update.sample;
    piecesSince_ += update.pieces;
    std::vector<std::span<const RoundRecord>> left(histories_.size());
    for (std::size_t k = 0; k < histories_.size(); ++k)
        if (k < update.policies.size()) left[k] = update.policies[k].records;
    const auto appendBefore = [&](std::int64_t round) {
        for (std::size_t k = 0; k < histories_.size(); ++k) {
            const auto end = std::ranges::lower_bound(left[k], round, {}, &RoundRecord::round);
            const auto count = static_cast<std::size_t>(end - left[k].begin());
            histories_[k].append(left[k].first(count));
            left[k] = left[k].subspan(count);
        }
    };
    kept_.resize(std::max(kept_.size(), update.policies.size()));
    for (std::size_t k = 0; k < update.policies.size(); ++k) kept_[k] = update.policies[k].run;
    std::size_t passed = 0;
    const auto appendPassing = [&](std::int64_t round) {  // and their waypoints
        const auto count = update.policies.empty() ? 0 : update.policies.front().waypoints.size();
        for (; passed < count; ++passed) {
            const std::int64_t at = update.policies.front().waypoints[passed]->round();
            if (at >= round) break;
            if (at % update.waypointDistance != 0) continue;  // a later one made it needless
            appendBefore(at + 1);
            for (std::size_t k = 0; k < histories_.size(); ++k)
                waypoints_[k].add({update.policies[k].waypoints[passed], histories_[k].sums()},
                                  update.waypointDistance);
        }
        appendBefore(round);
    };
    for (const SettingChange& change : update.changes) {
        appendPassing(change.round);
        played_.experiment.schedule = change.schedule;
        changes_.push_back(change);
        if (change.samples) {
            opened_.sources.push_back(change.samples);
            stopMeasuring();
            observeExits();
        }
        measure();
        emit settingChanged(change);
    }
    appendPassing(std::numeric_limits<std::int64_t>::max());
    for (std::size_t k = 0; k < histories_.size() && k < update.policies.size(); ++k) {
        if (update.policies[k].records.empty()) continue;
        histories_[k].last = update.policies[k].records.back();
        histories_[k].arms = update.policies[k].arms;
        histories_[k].seen = update.policies[k].seen;
        alpha_ = update.policies[k].alpha;
    }
    if (!histories_.empty()) round_ = std::max(round_, histories_.front().rounds());
    const auto now = std::chrono::steady_clock::now();
    const double seconds = std::chrono::duration<double>(now - rateSince_).count();
    if (seconds >= kRateSeconds) {
        rate_ = static_cast<double>(round_ - rateFrom_) / seconds;
        pieceRate_ = static_cast<double>(piecesSince_) / seconds;
        piecesSince_ = 0;
        rateSince_ = now;
        rateFrom_ = round_;
        giveWay(rate_);
    }
    if (!update.changes.empty() && measuring_.busy()) measureRounds();  // by the longer schedule
    emit advanced();
}

void RunController::setState(State state) {
    if (state_ == state) return;
    state_ = state;
    giveWay(0);
    emit stateChanged();
}

}  // namespace splitee
