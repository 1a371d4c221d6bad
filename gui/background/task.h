// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of work on a thread of its own, with progress, a stop token and an answer. A newer
// start() takes the place of an earlier one, whose answer is dropped by its request number.
#pragma once

#include <QObject>

#include <cstdint>
#include <list>
#include <thread>
#include <utility>

#include "gui/background/background_work.h"

namespace splitee {

/// Declare as the last member: members die in reverse order, so the thread is joined first.
class Task : public QObject {
    Q_OBJECT
public:
    explicit Task(QObject* parent = nullptr) : QObject(parent) {}
    /// Sets the stop tokens, and waits.
    ~Task() override;

    /// `work` and `then` as in BackgroundWork. Never waits: work that was abandoned ends beside it.
    template <class Work, class Then>
    void start(Work work, Then then, BackgroundWork::Progressed progressed = {}) {
        startWork({std::move(work), std::move(then), std::move(progressed)});
    }
    /// Sets the stop token; the answer still comes.
    void requestStop();
    /// Sets the stop token; the answer is dropped.
    void abandon();

    /// Whether an answer is awaited.
    [[nodiscard]] bool busy() const { return wanted_ != 0; }
    /// Whether a thread runs, be it for work that was abandoned.
    [[nodiscard]] bool threadRuns() const { return !threads_.empty(); }

signals:
    void busyChanged();
    /// Before the answer is delivered, or where it is dropped.
    void threadEnded();

private:
    struct Thread {
        std::uint64_t number;
        std::jthread thread;
    };
    void startWork(BackgroundWork work);
    void want(std::uint64_t number);
    void finish(std::uint64_t number, const BackgroundWork::Answer& answer);

    std::uint64_t last_ = 0, wanted_ = 0;  // requests are numbered from 1; 0: none is awaited
    std::list<Thread> threads_;
};

}  // namespace splitee
