// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of work at a time on a thread of its own, and of those that wait only the newest: for
// what a moving slider asks for.
#pragma once

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace splitee {

/// A member of the widget that shows the results, and its last one: the thread has ended before the
/// widget goes.
class LatestWork : public QObject {
    Q_OBJECT
public:
    /// Sees the stop token soon. It hands its result over by QMetaObject::invokeMethod.
    using Work = std::function<void(const std::stop_token&)>;

    LatestWork();
    /// Cancels, and waits for what is under way.
    ~LatestWork() override;

    /// Takes the place of what waits. What is under way may finish if that takes a moment only,
    /// else it is cancelled: so quick work shows while the slider moves, and slow work does not
    /// hold up the newest.
    void start(Work work);
    /// Forgets what waits and stops what is under way.
    void cancel();

private:
    void run(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any wanted_;
    std::optional<Work> waiting_;
    std::stop_source current_;
    QTimer patience_;
    std::jthread thread_;
};

}  // namespace splitee
