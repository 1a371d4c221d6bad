#include "engine/run.h"

#include <algorithm>
#include <numeric>

#include "engine/schedule.h"


namespace splitee {
namespace {

// The round loop. A template over the policy and the world, so that a replay has no virtual call in it.
template <class AnyWorld, class AnyPolicy>
Result<RunStatus> playRounds(const Experiment& experiment, const RunSpec& run, AnyWorld& world, AnyPolicy policy,
                             CostTable costs, std::span<RoundSink* const> sinks, const ProgressSink& progress,
                             const std::stop_token& stop, int batch) {
    Rng rng(run.seed, "policy");
    SampleOrder order(experiment, run.seed, world.samples());
    const Look look = lookOf(experiment, run.policy);
    const std::int64_t rounds = roundsOf(experiment, world);
    const auto schedule = Schedule::of(experiment, rounds);
    if (!schedule) return tl::unexpected(schedule.error());
    Conditions now = schedule->at(1);
    std::int64_t nextChange = 1;
    std::vector<RoundRecord> records;
    records.reserve(static_cast<std::size_t>(batch));
    const auto handOver = [&]() -> Result<void> {
        for (RoundSink* sink : sinks)
            if (auto taken = sink->consume(records); !taken) return taken;
        records.clear();
        return {};
    };
    // The world failed: the rounds before are kept.
    const auto stoppedBy = [&](const Error& error) -> Result<RunStatus> {
        if (auto kept = handOver(); !kept) return tl::unexpected(kept.error());
        return tl::unexpected(error);
    };
    for (std::int64_t t = 1; t <= rounds; ++t) {
        if (t >= nextChange) {
            now = schedule->at(t);
            nextChange = schedule->nextChange(t);
            costs = makeCostTable(now.weights, world.depth(), exitsEvaluated(run.policy));
            if constexpr (requires { policy.costsChanged(costs); }) policy.costsChanged(costs);
        }
        if (!schedule->empty()) world.show(now.sourceOf(run.seed, t));
        Round round{t, now.alpha, costs, {}, order.next()};
        if constexpr (requires { AnyPolicy::kUsesContext; }) {
            const auto context = world.context(round.row);
            if (!context) return stoppedBy(context.error());
            round.context = *context;
        }
        const Choice choice = policy.choose(round, rng);
        const auto seen = world.observe({round.row, choice.split, choice.threshold, look, choice.leave, choice.patience});
        if (!seen) return stoppedBy(seen.error());
        const Outcome outcome = play(*seen, costs);
        policy.observe(round, choice, outcome, *seen, rng);
        const std::int32_t label = world.label(round.row);
        const int correct = label < 0 ? -1 : outcome.prediction == label ? 1 : 0;
        records.push_back({t, round.row, world.sampleNumber(round.row), seen->stop().layer, outcome.exited, outcome.prediction, correct,
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

SampleOrder::SampleOrder(const Experiment& experiment, std::uint64_t seed, std::int64_t samples, std::uint64_t pass)
    : shuffled_(experiment.order == "shuffle"), seed_(seed), position_(static_cast<std::size_t>(samples)), pass_(pass), rows_(position_) {
    std::iota(rows_.begin(), rows_.end(), 0U);
}

void SampleOrder::beginPass() {
    position_ = 0;
    if (!shuffled_) return;
    std::iota(rows_.begin(), rows_.end(), 0U);
    Rng rng(seed_, "order", pass_++);
    shuffle(rows_, rng);
}

void SampleOrder::fill(std::span<std::uint32_t> rows) {
    while (!rows.empty()) {
        if (position_ == rows_.size()) beginPass();
        const std::size_t part = std::min(rows.size(), rows_.size() - position_);
        std::copy_n(rows_.begin() + static_cast<std::ptrdiff_t>(position_), part, rows.begin());
        position_ += part;
        rows = rows.subspan(part);
    }
}

std::int64_t roundsOf(const Experiment& experiment, const World& world) {
    return experiment.rounds > 0 ? experiment.rounds : world.samples();
}

Result<RunStatus> runOnce(const Experiment& experiment, const RunSpec& run, World& world, std::span<RoundSink* const> sinks,
                          const ProgressSink& progress, std::stop_token stop, int batch) {
    const CostTable costs = makeCostTable(experiment.costWeights(), world.depth(), exitsEvaluated(run.policy));
    Result<RunStatus> status = fail("there is no policy '" + run.policy + "'");
    withPolicyType(run.policy, experiment.side, [&]<class P>(std::type_identity<P>) {
        P policy(setupOf(experiment, world, costs), std::get<typename P::Parameters>(experiment.policyParameters));
        if (auto* replay = dynamic_cast<ReplayWorld*>(&world))
            status = playRounds(experiment, run, *replay, std::move(policy), costs, sinks, progress, stop, batch);
        else
            status = playRounds(experiment, run, world, std::move(policy), costs, sinks, progress, stop, batch);
    });
    return status;
}

}  // namespace splitee
