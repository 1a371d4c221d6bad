// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/replay.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "engine/exception_barrier.h"
#include "engine/policies/policy_info.h"
#include "engine/replay/curve_sink.h"
#include "engine/replay/drift_sink.h"
#include "engine/replay/kernel.h"
#include "engine/run/regret.h"

namespace splitee {
namespace {

using Seconds = std::chrono::duration<double>;

// The slowest policies take 0.2 ms a round with 64 exits: this many rounds between two checks of
// the stop token.
constexpr int kLoopBatch = 32;

class Replay {
public:
    Replay(const std::vector<const ExitTable*>& tables, const Experiment& experiment,
           const Schedule& schedule, const std::vector<RunSpec>& runs, const ReplayOptions& options,
           const ProgressSink& progress, std::stop_token stop)
        : tables_(tables),
          experiment_(experiment),
          schedule_(schedule),
          options_(options),
          progress_(progress),
          stop_(std::move(stop)),
          runs_(runs),
          rounds_(roundsOf(experiment, ReplayWorld(*tables.front()))),
          points_(curvePoints(rounds_, options)),
          results_(runs.size()) {
        if (!schedule.empty()) return;
        const ExitTable& table = *tables.front();
        for (const RunSpec& run : runs)
            if (const auto evaluated = exitsEvaluated(run.policy); !rewards_.contains(evaluated))
                rewards_.emplace(
                    std::piecewise_construct, std::tuple(evaluated),
                    std::tuple<const ExitTable&, CostTable, double, CostTable>(
                        table, makeCostTable(experiment.costWeights(), table.depth, evaluated),
                        experiment.alpha,
                        makeCostTable(
                            experiment.costWeights(), table.depth,
                            referenceExits(regretAgainst(experiment, run.policy), run.policy))));
    }

    Result<std::vector<ReplayRun>> play() {
        {
            std::vector<std::jthread> workers;
            const auto threads =
                std::min(static_cast<std::size_t>(std::max(1, options_.threads)), runs_.size());
            for (std::size_t k = 1; k < threads; ++k) workers.emplace_back([this] { work(); });
            work();
        }
        if (failure_) return tl::unexpected(*failure_);
        if (stop_.stop_requested() && done_ < static_cast<std::int64_t>(runs_.size()) * rounds_)
            return fail("cancelled");
        return std::move(results_);
    }

private:
    void work() {
        for (std::size_t k = next_++; k < runs_.size() && !stop_.stop_requested(); k = next_++) {
            auto played = guarded([&] { return playRun(runs_[k]); });
            if (played) {
                results_[k] = std::move(*played);
                continue;
            }
            const std::scoped_lock lock(mutex_);
            failure_ = played.error();
            next_ = runs_.size();
        }
    }

    Result<ReplayRun> playRun(const RunSpec& run) {
        const auto start = std::chrono::steady_clock::now();
        if (!schedule_.empty()) {
            ReplayWorld metricsWorld(tables_);
            DriftSink sink(experiment_, run, metricsWorld, schedule_, points_);
            if (auto played = playLoop(run, sink); !played) return tl::unexpected(played.error());
            return ReplayRun{
                run, sink.summary(Seconds(std::chrono::steady_clock::now() - start).count()),
                sink.curves()};
        }
        const RewardTable& rewards = rewards_.at(exitsEvaluated(run.policy));
        CurveSink sink(rewards, experiment_, run.policy, points_);
        const auto kernel =
            options_.kernels ? kernelFor(experiment_, run, rewards, rounds_) : nullptr;
        if (kernel) {
            playKernel(run, *kernel, sink);
        } else {
            if (auto played = playLoop(run, sink); !played) return tl::unexpected(played.error());
        }
        const double seconds = Seconds(std::chrono::steady_clock::now() - start).count();
        return ReplayRun{run, sink.summary(seconds), sink.takeCurves()};
    }

    Result<void> playLoop(const RunSpec& run, RoundSink& sink) {
        ReplayWorld world(tables_);
        RoundSink* const sinks[] = {&sink};
        std::int64_t counted = 0;
        const auto count = [&](const Progress& p) {
            report(p.done - std::exchange(counted, p.done));
        };
        if (const auto status = runOnce(experiment_, run, world, sinks, count, stop_, kLoopBatch);
            !status)
            return tl::unexpected(status.error());
        return {};
    }

    void playKernel(const RunSpec& run, SplitKernel& kernel, CurveSink& sink) {
        SampleOrder order(experiment_, run.seed, tables_.front()->samples());
        std::array<std::uint32_t, kBlock> rows;
        std::array<std::uint8_t, kBlock> layers;
        for (std::int64_t first = 1; first <= rounds_ && !stop_.stop_requested(); first += kBlock) {
            const auto block = std::span(rows).first(
                static_cast<std::size_t>(std::min(kBlock, rounds_ - first + 1)));
            order.fill(block);
            kernel.play(first, block, layers.data());
            sink.consume(block, layers.data());
            report(static_cast<std::int64_t>(block.size()));
        }
    }

    void report(std::int64_t rounds) {
        const std::int64_t done = done_ += rounds;
        if (!progress_) return;
        const std::scoped_lock lock(mutex_);
        progress_(
            {"replaying", done, static_cast<std::int64_t>(runs_.size()) * rounds_, "rounds", ""});
    }

    const std::vector<const ExitTable*>& tables_;
    const Experiment& experiment_;
    const Schedule& schedule_;
    ReplayOptions options_;
    const ProgressSink& progress_;
    std::stop_token stop_;
    const std::vector<RunSpec>& runs_;
    std::int64_t rounds_;
    std::vector<std::int64_t> points_;
    std::map<ExitsEvaluated, RewardTable> rewards_;
    std::vector<ReplayRun> results_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::int64_t> done_ = 0;
    std::mutex mutex_;
    std::optional<Error> failure_;
};

}  // namespace

std::vector<std::int64_t> curvePoints(std::int64_t rounds, const ReplayOptions& options) {
    const auto count = static_cast<std::int64_t>(std::max(1, options.points));
    std::vector<std::int64_t> points;
    for (std::int64_t k = 1; k <= count; ++k) {
        const double share = static_cast<double>(k) / static_cast<double>(count);
        const double at = options.logSpaced ? std::pow(static_cast<double>(rounds), share)
                                            : share * static_cast<double>(rounds);
        const auto round =
            k == count ? rounds : std::clamp<std::int64_t>(std::llround(at), 1, rounds);
        if (points.empty() || round > points.back()) points.push_back(round);
    }
    return points;
}

Result<std::vector<ReplayRun>> replay(const std::vector<const ExitTable*>& tables,
                                      const Experiment& experiment, std::stop_token stop,
                                      const ReplayOptions& options, const ProgressSink& progress) {
    for (const ExitTable* table : tables) {
        if (auto valid = validate(*table); !valid) return tl::unexpected(valid.error());
        if (auto same = checkSameSamples(*tables.front(), *table); !same)
            return tl::unexpected(same.error());
    }
    ReplayWorld world(tables);
    if (auto valid = validate(experiment, world); !valid) return tl::unexpected(valid.error());
    if (world.samples() > std::int64_t{0xffffffff})
        return fail("exit table " + tables.front()->name +
                    " has more samples than a replay can number");
    const auto runs = runsOf(experiment);
    if (!runs) return tl::unexpected(runs.error());
    const auto schedule = Schedule::of(experiment, roundsOf(experiment, world));
    if (!schedule) return tl::unexpected(schedule.error());
    return Replay(tables, experiment, *schedule, *runs, options, progress, std::move(stop)).play();
}

Result<std::vector<ReplayRun>> replay(const ExitTable& table, const Experiment& experiment,
                                      std::stop_token stop, const ReplayOptions& options,
                                      const ProgressSink& progress) {
    return replay(std::vector{&table}, experiment, std::move(stop), options, progress);
}

}  // namespace splitee
