// SPDX-License-Identifier: GPL-3.0-or-later
// Answers questions about rounds on a thread of its own: the latest question wins, the answers come
// to the GUI thread.
#pragma once

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "gui/why/round_replay.h"

namespace splitee {

class RoundInquiry : public QObject {
    Q_OBJECT
public:
    explicit RoundInquiry(QObject* parent = nullptr);
    /// Waits for at most one piece of a replay, some milliseconds.
    ~RoundInquiry() override;

    /// Never waits; an earlier question that is not answered yet is dropped.
    void ask(RoundQuestion question);
    /// Drops what was asked, and lets go of its tables.
    void cancel();
    [[nodiscard]] bool pending() const { return pending_; }

signals:
    void answered(const RoundAccount& account);
    void failed(const QString& sentence);

private:
    void work(const std::stop_token& stop);
    void report(std::uint64_t number, const Result<std::optional<RoundAccount>>& account);

    bool pending_ = false;     // GUI thread
    std::uint64_t asked_ = 0;  // GUI thread: number of the last question
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<RoundQuestion> question_;
    bool forget_ = false;
    std::uint64_t number_ = 0;
    std::jthread thread_;  // last: it must end before what it uses
};

}  // namespace splitee
