// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions about rounds on a thread of its own. A newer question cancels the one before;
// the answers come to the GUI thread.
#pragma once

#include <QObject>

#include <atomic>
#include <optional>

#include "gui/background/latest_work.h"
#include "gui/why/round_replay.h"

namespace splitee {

class RoundInquiry : public QObject {
    Q_OBJECT
public:
    /// Its end waits for at most one piece of a replay, some milliseconds.
    explicit RoundInquiry(QObject* parent = nullptr) : QObject(parent) {}

    /// Never waits; an earlier question that is not answered yet is dropped.
    void requestAccount(RoundQuestion question);
    /// Drops the question, and lets go of its tables.
    void cancel();
    [[nodiscard]] bool pending() const { return pending_; }

signals:
    void answered(const RoundAccount& account);
    void failed(const QString& sentence);

private:
    [[nodiscard]] Result<RoundAccount> account(const RoundQuestion& question,
                                               const std::stop_token& stop);
    void onAnswer(const Result<RoundAccount>& account);

    bool pending_ = false;              // GUI thread
    std::atomic<bool> forget_ = false;  // the next work begins with an empty replay
    // Of the worker's thread.
    std::optional<RoundReplay> replay_{std::in_place};
    bool broken_ = false;  // an exception has left the replay in the middle
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    LatestWork work_;
};

}  // namespace splitee
