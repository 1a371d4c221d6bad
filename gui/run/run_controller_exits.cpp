// SPDX-License-Identifier: GPL-3.0-or-later
// What the run controller does with the exits that are read beside a live run.
#include <utility>

#include "gui/run/run_controller.h"

namespace splitee {

// The samples of the run as it was opened, and those that its schedule switches to.
void RunController::observeExits() {
    if (!opened_.live) return;
    std::vector<std::string> names = sampleNames(played_);
    if (names.size() == opened_.sources.size())
        observer_.observe({opened_.live, opened_.dataHash, played_.experiment.seed,
                           std::move(names), opened_.sources});
    else
        observer_.stop();
    emit tablesChanged();
}

void RunController::onTablesKnown() {
    emit tablesChanged();
    if (histories_.front().rounds() > 0) return measureRounds();
    measureAgainst(observer_.tables());
    for (std::size_t k = 0; k < histories_.size(); ++k)
        waypoints_[k].setSums(0, histories_[k].sums());
    emit measured();
}

void RunController::measureAgainst(std::shared_ptr<const TableSource> tables) {
    worlds_.clear();
    measuredBy_ = std::move(tables);
    for (std::size_t k = 0; k < histories_.size(); ++k)
        worlds_.push_back(std::make_unique<ReplayWorld>(measuredBy_->all()));
    measure();
}

// Another distortion plays from now on, and no table of it is known.
void RunController::stopMeasuring() {
    measuring_.abandon();
    for (RunHistory& history : histories_) history.stopMeasuring();
    worlds_.clear();
    measuredBy_.reset();
    emit measured();
}

void RunController::measureRounds() {
    playRounds(std::make_shared<MeasuredHistories>(freshHistories(), observer_.tables(),
                                                   played_.experiment));
}

void RunController::playRounds(const std::shared_ptr<MeasuredHistories>& made) {
    made->keepSumsAt(waypoints_);
    measuring_.start(
        [made, round = histories_.front().rounds(), session = playedInto_, runs = kept_](
            const std::stop_token& stop) { return made->playTo(round, session, runs, stop); },
        [this, made](const Result<void>& played) { onRoundsMeasured(made, played); });
}

// The run has played on meanwhile: a few rounds are appended here, many are read like the others.
void RunController::onRoundsMeasured(const std::shared_ptr<MeasuredHistories>& made,
                                     const Result<void>& played) {
    if (!played) {
        emit refused(QString::fromStdString(played.error().message));
        return;
    }
    if (!made->replace(histories_, waypoints_)) return playRounds(made);
    worlds_ = made->takeWorlds();
    measuredBy_ = made->tables();  // which those worlds show
    emit measured();
}

void RunController::giveWay(double rate) {
    observer_.setGivesWay(
        need_.update(state_ == State::Running, speed_, rate, std::chrono::steady_clock::now()));
}

}  // namespace splitee
