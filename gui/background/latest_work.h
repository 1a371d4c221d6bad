// SPDX-License-Identifier: GPL-3.0-or-later
// A thread on which only the newest request counts: for what a moving slider asks for.
#pragma once

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

#include "gui/background/background_work.h"

namespace splitee {

/// Declare as the last member: members die in reverse order, so the thread is joined first.
class LatestWork : public QObject {
    Q_OBJECT
public:
    LatestWork();
    /// Cancels, and waits for the running work.
    ~LatestWork() override;

    /// Takes the place of a request that waits. The running work may finish if that takes a moment
    /// only, else its stop token is set: so quick work shows while the slider moves, and slow work
    /// does not hold up the newest. `work` and `then` as in BackgroundWork; answers come in the
    /// order of the requests. An error of work that was stopped is dropped.
    template <class Work, class Then>
    void start(Work work, Then then, BackgroundWork::Progressed progressed = {}) {
        startWork({std::move(work), std::move(then), std::move(progressed)});
    }
    /// Drops the request that waits and stops the running one. No answer to an earlier start()
    /// comes any more.
    void cancel();

private:
    struct Request {
        std::uint64_t number;
        BackgroundWork work;
    };
    void startWork(BackgroundWork work);
    void run(const std::stop_token& stop);
    void deliver(std::uint64_t number, const BackgroundWork::Answer& answer) const;

    std::uint64_t last_ = 0, cancelled_ = 0;  // GUI thread: numbers of requests, from 1
    std::mutex mutex_;
    std::condition_variable_any wanted_;
    std::optional<Request> waiting_;
    std::stop_source current_;
    QTimer patience_;
    std::jthread thread_;
};

}  // namespace splitee
