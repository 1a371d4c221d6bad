// SPDX-License-Identifier: GPL-3.0-or-later
// A piece of work for a thread beside the window, and the function that gets its answer in the
// window's thread. What LatestWork, WorkQueue and Task carry out.
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

#include "engine/exception_barrier.h"
#include "engine/progress.h"

namespace splitee {

class BackgroundWork {
public:
    /// Gets progress in the owner's thread; may be empty.
    using Progressed = std::function<void(const Progress&)>;
    /// What has come of the work.
    struct Answer {
        std::function<void()> deliver;  ///< calls the function that gets the answer; once
        bool failed = false;            ///< it is an error
        bool stopped = false;           ///< the work was told to stop before it ended
    };

    /// `run(stop, progress)`, `run(stop)` or `run()` is called on the thread and returns a
    /// Result<T>, a T or nothing. `then(Result<T>)` is called in the owner's thread, with an error
    /// where `run` threw. Both must be copyable.
    template <class Run, class Then>
    BackgroundWork(Run run, Then then, Progressed progressed = {})
        : run_([run = std::move(run), then = std::move(then)](
                   const std::stop_token& stop, const ProgressSink& progress) mutable -> Answer {
              auto result = guarded([&] { return call(run, stop, progress); });
              const bool failed = !result.has_value();
              auto kept = std::make_shared<decltype(result)>(std::move(result));
              return {[then, kept] { then(std::move(*kept)); }, failed, stop.stop_requested()};
          }),
          progressed_(std::move(progressed)) {}

    /// Does the work on the calling thread; no exception leaves it. Then `finished` is called in
    /// the thread of `owner`. Progress goes the same way, at each percent and some times a second,
    /// while `wanted` is true there.
    void carryOut(QObject& owner, const std::stop_token& stop, const std::function<bool()>& wanted,
                  const std::function<void(const Answer&)>& finished);

private:
    template <class Run>
    static decltype(auto) call(Run& run, const std::stop_token& stop,
                               const ProgressSink& progress) {
        if constexpr (std::is_invocable_v<Run&, const std::stop_token&, const ProgressSink&>)
            return run(stop, progress);
        else if constexpr (std::is_invocable_v<Run&, const std::stop_token&>)
            return run(stop);
        else
            return run();
    }
    [[nodiscard]] ProgressSink sinkTo(QObject& owner, const std::function<bool()>& wanted) const;

    std::function<Answer(const std::stop_token&, const ProgressSink&)> run_;
    Progressed progressed_;
};

}  // namespace splitee
