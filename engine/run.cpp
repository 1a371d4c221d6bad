#include "engine/run.h"

#include <numeric>

#include "engine/expected_reward.h"

namespace splitee {
namespace {

Policy makePolicy(const Experiment& experiment, std::string_view key, World& world, const CostTable& costs) {
    const int exits = world.exits();
    if (key == "final") return FixedPolicy(exits);
    if (key == "fixed") return FixedPolicy(static_cast<int>(experiment.fixedLayer));
    if (key == "random") return RandomPolicy(exits);
    if (key == "best") return FixedPolicy(bestLayer(expectedRewards(world, experiment.alpha, costs)));
    if (key != "splitee-s") return SplitEePolicy(exits, experiment.beta);
    if (experiment.side == "corrected") return SplitEeCorrectedPolicy(exits, experiment.beta, experiment.alpha, costs);
    using Side = SplitEeSidePolicy::Side;
    return SplitEeSidePolicy(exits, experiment.beta, experiment.alpha, costs,
                             experiment.side == "released" ? Side::Released : Side::Observed);
}

// The round loop. A template over the policy and the world, so that a replay has no virtual call in it.
template <class AnyWorld, class AnyPolicy>
Result<RunStatus> playRounds(const Experiment& experiment, const RunSpec& run, AnyWorld& world, AnyPolicy policy,
                             const CostTable& costs, std::span<RoundSink* const> sinks, const ProgressSink& progress,
                             const std::stop_token& stop, int batch) {
    Rng rng(run.seed, "policy");
    SampleOrder order(experiment, run.seed, world.samples());
    const Look look = lookOf(experiment, run.policy);
    const std::int64_t rounds = roundsOf(experiment, world);
    std::vector<RoundRecord> records;
    records.reserve(static_cast<std::size_t>(batch));
    const auto handOver = [&]() -> Result<void> {
        for (RoundSink* sink : sinks)
            if (auto taken = sink->consume(records); !taken) return taken;
        records.clear();
        return {};
    };
    for (std::int64_t t = 1; t <= rounds; ++t) {
        const std::int64_t row = order.next();
        const int split = policy.choose(t, rng);
        const auto seen = world.observe({row, split, experiment.alpha, look});
        if (!seen) {
            if (auto kept = handOver(); !kept) return tl::unexpected(kept.error());
            return tl::unexpected(seen.error());
        }
        const Outcome outcome = play(*seen, split, experiment.alpha, costs);
        policy.observe(split, outcome, *seen);
        const std::int32_t label = world.label(row);
        const int correct = label < 0 ? -1 : outcome.prediction == label ? 1 : 0;
        records.push_back({t, row, world.sampleNumber(row), split, outcome.exited, outcome.prediction, correct,
                           outcome.reward, outcome.computeCost, outcome.offloadCost});
        if (static_cast<int>(records.size()) < batch && t < rounds) continue;
        if (auto kept = handOver(); !kept) return tl::unexpected(kept.error());
        if (progress) progress({run.policy + ", seed " + std::to_string(run.seed), t, rounds, "rounds", ""});
        if (stop.stop_requested() && t < rounds) return RunStatus::Stopped;
    }
    return RunStatus::Finished;
}

}  // namespace

std::string_view toText(RunStatus status) {
    switch (status) {
        case RunStatus::Running: return "running";
        case RunStatus::Finished: return "finished";
        case RunStatus::Stopped: return "stopped";
        case RunStatus::Failed: return "failed";
        case RunStatus::Interrupted: return "interrupted";
    }
    return "";
}

Result<std::vector<RunSpec>> runsOf(const Experiment& experiment) {
    auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    std::vector<RunSpec> runs;
    for (const std::string& key : *keys)
        for (std::int64_t k = 0; k < experiment.seeds; ++k) runs.push_back({key, experiment.seed + static_cast<std::uint64_t>(k)});
    return runs;
}

SampleOrder::SampleOrder(const Experiment& experiment, std::uint64_t seed, std::int64_t samples)
    : shuffled_(experiment.order == "shuffle"), seed_(seed), rows_(static_cast<std::size_t>(samples)) {
    std::iota(rows_.begin(), rows_.end(), 0);
}

std::int64_t SampleOrder::next() {
    if (position_ == static_cast<std::int64_t>(rows_.size())) position_ = 0;
    if (position_ == 0 && shuffled_) {
        std::iota(rows_.begin(), rows_.end(), 0);
        Rng rng(seed_, "order", static_cast<std::uint64_t>(pass_++));
        shuffle(rows_, rng);
    }
    return rows_[static_cast<std::size_t>(position_++)];
}

std::int64_t roundsOf(const Experiment& experiment, const World& world) {
    return experiment.rounds > 0 ? experiment.rounds : world.samples();
}

Result<RunStatus> runOnce(const Experiment& experiment, const RunSpec& run, World& world, std::span<RoundSink* const> sinks,
                          const ProgressSink& progress, std::stop_token stop, int batch) {
    const CostTable costs = makeCostTable(experiment.costWeights(), world.depth(), exitsEvaluated(run.policy));
    const Policy policy = makePolicy(experiment, run.policy, world, costs);
    return std::visit(
        [&](const auto& chosen) {
            if (auto* replay = dynamic_cast<ReplayWorld*>(&world))
                return playRounds(experiment, run, *replay, chosen, costs, sinks, progress, stop, batch);
            return playRounds(experiment, run, world, chosen, costs, sinks, progress, stop, batch);
        },
        policy);
}

}  // namespace splitee
