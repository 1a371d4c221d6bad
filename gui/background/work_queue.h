// SPDX-License-Identifier: GPL-3.0-or-later
// A thread that does one piece of work after the other, in the order in which they were added.
#pragma once

#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "gui/background/background_work.h"

namespace splitee {

/// Declare as the last member: members die in reverse order, so the thread is joined first.
class WorkQueue : public QObject {
    Q_OBJECT
public:
    WorkQueue();
    /// Does all that waits first, but what was told to stop: marks are not lost when the window
    /// closes. The answers are dropped.
    ~WorkQueue() override;

    /// `work` and `then` as in BackgroundWork.
    template <class Work, class Then>
    void add(Work work, Then then) {
        addWork({std::stop_token(), {std::move(work), std::move(then)}});
    }
    /// The same for work that may be given up: once `stop` is set it is not begun any more, and no
    /// answer to it comes.
    template <class Work, class Then>
    void add(std::stop_token stop, Work work, Then then,
             BackgroundWork::Progressed progressed = {}) {
        addWork({std::move(stop), {std::move(work), std::move(then), std::move(progressed)}});
    }

private:
    struct Item {
        std::stop_token stop;
        BackgroundWork work;
    };
    void addWork(Item item);
    void run(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any added_;
    std::deque<Item> waiting_;
    std::jthread thread_;
};

}  // namespace splitee
