// Replay: rounds a second on one core, per policy, over a made table of 10,000 samples and 7 exits.
#include <benchmark/benchmark.h>

#include "../engine/made_tables.h"

namespace {

struct Nothing final : splitee::RoundSink {
    splitee::Result<void> consume(std::span<const splitee::RoundRecord>) override { return {}; }
};

void replay(benchmark::State& state, const char* policy, const char* side) {
    const auto table = splitee::test::madeTable(10'000, 7, 1);
    splitee::ReplayWorld world(table);
    splitee::Experiment experiment;
    experiment.policies = policy;
    experiment.side = side;
    Nothing nothing;
    splitee::RoundSink* const sinks[] = {&nothing};
    for (auto _ : state) benchmark::DoNotOptimize(splitee::runOnce(experiment, {policy, 1}, world, sinks, {}, {}, 4096));
    state.SetItemsProcessed(state.iterations() * 10'000);   // items = rounds
}

}  // namespace

BENCHMARK_CAPTURE(replay, splitee, "splitee", "corrected");
BENCHMARK_CAPTURE(replay, splitee_s_released, "splitee-s", "released");
BENCHMARK_CAPTURE(replay, splitee_s_observed, "splitee-s", "observed");
BENCHMARK_CAPTURE(replay, splitee_s_corrected, "splitee-s", "corrected");
BENCHMARK_CAPTURE(replay, final_exit, "final", "corrected");
BENCHMARK_CAPTURE(replay, random, "random", "corrected");
BENCHMARK_MAIN();
