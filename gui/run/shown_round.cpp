// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/shown_round.h"

#include <algorithm>
#include <utility>

namespace splitee {

ShownRound::ShownRound(RunController& controller, QObject* parent)
    : QObject(parent), controller_(controller) {
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        goLive();
        rounds_.reset();  // and the tables with it, once its thread has let go
    });
    connect(&controller_, &RunController::measured, this, [this] {
        if (!isLive()) (void)ask(chosen_);  // it tells more now, or less
    });
}

void ShownRound::choose(std::int64_t round) {
    if (controller_.round() < 1) return;
    round = std::clamp<std::int64_t>(round, 1, controller_.round());
    if (round == chosen_ || !ask(round)) return;
    chosen_ = round;
    emit moved();
}

bool ShownRound::ask(std::int64_t round) {
    const auto question = pastQuestion(controller_, round);
    if (!question) return false;
    if (!rounds_) rounds_ = std::make_shared<PastRounds>();
    work_.start(
        [question = *question, rounds = rounds_](
            const std::stop_token& stop) -> Result<std::shared_ptr<const PastRound>> {
            auto past = rounds->at(question, stop);
            if (!past) {
                *rounds = {};
                return tl::unexpected(past.error());
            }
            if (!*past) return fail("cancelled");
            return std::make_shared<const PastRound>(std::move(**past));
        },
        [this](const Result<std::shared_ptr<const PastRound>>& past) { onAnswer(past); });
    return true;
}

// What was chosen meanwhile is under way: what came before it shows while one drags.
void ShownRound::onAnswer(const Result<std::shared_ptr<const PastRound>>& past) {
    if (isLive()) return;
    if (!past) return emit failed(QString::fromStdString(past.error().message));
    past_ = *past;
    emit pastChanged();
}

void ShownRound::goLive() {
    if (isLive()) return;
    chosen_ = 0;
    work_.cancel();
    past_.reset();
    emit moved();
    emit pastChanged();
}

}  // namespace splitee
