// SPDX-License-Identifier: GPL-3.0-or-later
// ShownRound is the round that the window shows: the newest one, or one that was chosen, with what
// the runs were after it. The runs play on meanwhile.
#pragma once

#include <QObject>

#include <cstdint>
#include <memory>

#include "gui/background/latest_work.h"
#include "gui/run/past_rounds.h"

namespace splitee {

class ShownRound : public QObject {
    Q_OBJECT
public:
    /// `controller` must outlive it.
    explicit ShownRound(RunController& controller, QObject* parent = nullptr);

    /// Whether the newest round is shown.
    [[nodiscard]] bool isLive() const { return chosen_ == 0; }
    /// The one that was chosen, or the newest; 0: none has been played.
    [[nodiscard]] std::int64_t round() const { return isLive() ? controller_.round() : chosen_; }
    /// The runs after it, or after the one that was chosen before while that is still read; null
    /// where the newest is shown.
    [[nodiscard]] const PastRound* past() const { return past_.get(); }
    /// Whether past() is still to become that of round().
    [[nodiscard]] bool reading() const { return !isLive() && (!past_ || past_->round != chosen_); }

    /// One of the rounds played so far; none has been: nothing happens. Never waits.
    void choose(std::int64_t round);
    void goLive();

signals:
    void moved();        ///< another round, or the newest again
    void pastChanged();  ///< past() is another, or null again
    void failed(const QString& sentence);

private:
    /// False where the round cannot be shown.
    [[nodiscard]] bool ask(std::int64_t round);
    void onAnswer(const Result<std::shared_ptr<const PastRound>>& past);

    RunController& controller_;
    std::int64_t chosen_ = 0;
    std::shared_ptr<const PastRound> past_;
    std::shared_ptr<PastRounds> rounds_;  // of the worker's thread
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
