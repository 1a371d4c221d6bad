// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/replay_figures.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "engine/policies/policy_info.h"
#include "engine/replay/kernel.h"
#include "engine/replay/replay_summary.h"
#include "engine/run/regret.h"

namespace splitee {
namespace {

// A sweep plays all seeds of a setting one after the other; each table may take as much memory as
// the exit table itself.
constexpr std::size_t kMostTables = 4;
constexpr std::int64_t kMostRows = 0xffffffff;  // that a kernel can number

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

std::shared_ptr<const RewardTable> ReplayFigures::rewardsFor(const Experiment& experiment,
                                                             std::string_view policy) {
    const CostTable costs =
        makeCostTable(experiment.costWeights(), tables_.front()->depth, exitsEvaluated(policy));
    const CostTable reference =
        makeCostTable(experiment.costWeights(), tables_.front()->depth,
                      referenceExits(regretAgainst(experiment, policy), policy));
    const std::scoped_lock lock(mutex_);
    const auto found = std::ranges::find_if(kept_, [&](const auto& table) {
        return table->alpha == experiment.alpha && table->costs == costs &&
               table->referenceCosts == reference;
    });
    auto table = found != kept_.end() ? *found
                                      : std::make_shared<const RewardTable>(
                                            *tables_.front(), costs, experiment.alpha, reference);
    if (found != kept_.end()) kept_.erase(found);
    kept_.push_front(table);
    if (kept_.size() > kMostTables) kept_.pop_back();
    return table;
}

Result<PlayedFigures> ReplayFigures::play(const Experiment& experiment, const RunSpec& run,
                                          const std::stop_token& stop,
                                          const ProgressSink& progress) {
    const Stopwatch watch;
    ReplayWorld world(tables_);
    const auto byTheRoundLoop = [&](auto& summary) -> Result<PlayedFigures> {
        RoundSink* const sinks[] = {&summary};
        const auto status = runOnce(experiment, run, world, sinks, progress, stop);
        if (!status) return tl::unexpected(status.error());
        return PlayedFigures{*status, summary.summary(watch.seconds())};
    };
    const bool constant = experiment.schedule.find_first_not_of(" \t") == std::string::npos;
    if (!constant || world.samples() > kMostRows) {
        SummarySink summary(experiment, run, world);
        return byTheRoundLoop(summary);
    }
    const auto rewards = rewardsFor(experiment, run.policy);
    ReplaySummary summary(*rewards, experiment, run.policy);
    const std::int64_t rounds = roundsOf(experiment, world);
    const auto kernel = kernelFor(experiment, run, *rewards, rounds);
    if (!kernel) return byTheRoundLoop(summary);
    SampleOrder order(experiment, run.seed, world.samples());
    std::array<std::uint32_t, kBlock> rows;
    std::array<std::uint8_t, kBlock> layers;
    const std::string activity = run.policy + ", seed " + std::to_string(run.seed);
    std::int64_t first = 1;
    for (; first <= rounds && !stop.stop_requested(); first += kBlock) {
        const auto block =
            std::span(rows).first(static_cast<std::size_t>(std::min(kBlock, rounds - first + 1)));
        order.fill(block);
        kernel->play(first, block, layers.data());
        summary.consume(block, layers.data());
        if (progress)
            progress({activity, std::min(first + kBlock - 1, rounds), rounds, "rounds", ""});
    }
    return PlayedFigures{first > rounds ? RunStatus::Finished : RunStatus::Stopped,
                         summary.summary(watch.seconds())};
}

}  // namespace splitee
