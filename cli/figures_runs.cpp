// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figures_runs.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "engine/exception_barrier.h"
#include "engine/replay/replay_figures.h"

namespace splitee {
namespace {

// Workers take the next run; results are put in order at the end.
class FiguresRunner {
public:
    FiguresRunner(const Experiment& experiment, const std::vector<RunSpec>& runs,
                  const std::vector<const ExitTable*>& tables, const ProgressSink& progress,
                  std::stop_token stop)
        : experiment_(experiment),
          runs_(runs),
          figures_(tables),
          progress_(progress),
          stop_(std::move(stop)),
          played_(runs.size()) {}

    /// The runs that were finished, in their order.
    Result<ExperimentResults> play() {
        {
            const std::size_t threads = std::clamp<std::size_t>(
                std::thread::hardware_concurrency(), 1, std::max<std::size_t>(runs_.size(), 1));
            std::vector<std::jthread> workers;
            for (std::size_t k = 1; k < threads; ++k) workers.emplace_back([this] { work(); });
            work();
        }
        if (problem_) return tl::unexpected(*problem_);
        ExperimentResults all;
        for (std::size_t k = 0; k < runs_.size(); ++k) {
            if (!played_[k]) {
                all.cancelled = true;
                continue;
            }
            if (all.results.empty() || all.results.back().policy != runs_[k].policy)
                all.results.push_back({runs_[k].policy, {}});
            all.results.back().runs.push_back(*played_[k]);
        }
        return all;
    }

private:
    void work() {
        for (std::size_t k = next_++; k < runs_.size() && !stop_.stop_requested(); k = next_++) {
            std::int64_t counted = 0;
            const auto count = [&](const Progress& p) {
                report(p.done - std::exchange(counted, p.done), p.total, p.activity);
            };
            const auto played =
                guarded([&] { return figures_.play(experiment_, runs_[k], stop_, count); });
            if (!played) {
                const std::scoped_lock lock(mutex_);
                if (!problem_) problem_ = played.error();
                next_ = runs_.size();
            } else if (played->status == RunStatus::Finished) {
                played_[k] = played->summary;
            }
        }
    }

    void report(std::int64_t rounds, std::int64_t each, const std::string& activity) {
        const std::scoped_lock lock(mutex_);
        done_ += rounds;
        if (progress_)
            progress_({"running", done_, static_cast<std::int64_t>(runs_.size()) * each, "rounds",
                       activity});
    }

    const Experiment& experiment_;
    const std::vector<RunSpec>& runs_;
    ReplayFigures figures_;
    const ProgressSink& progress_;
    std::stop_token stop_;
    std::vector<std::optional<RunSummary>> played_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;  // of the two below
    std::int64_t done_ = 0;
    std::optional<Error> problem_;
};

}  // namespace

Result<ExperimentResults> playForFigures(const Experiment& experiment,
                                         const std::vector<const ExitTable*>& tables,
                                         const ProgressSink& progress, std::stop_token stop) {
    const auto runs = runsOf(experiment);
    if (!runs) return tl::unexpected(runs.error());
    auto all = FiguresRunner(experiment, *runs, tables, progress, std::move(stop)).play();
    if (all) completeAgainstFinal(all->results);
    return all;
}

}  // namespace splitee
