// SPDX-License-Identifier: GPL-3.0-or-later
// Replay: rounds a second by policy, exits, length and threads, and against a plain Python loop.
// Tables are made ones; items are rounds. `--benchmark_filter` chooses; plain_python needs python3.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "../engine/made_tables.h"
#include "engine/replay/replay.h"

namespace {

using namespace splitee;

constexpr std::int64_t kSamples = 10'000;

// The costs of plain_loop.py.
Experiment experimentOf(const std::string& policies, const std::string& side, std::int64_t rounds) {
    Experiment e;
    e.policies = policies;
    e.side = side;
    e.mu = .03;
    e.seeds = 1;
    e.rounds = rounds;
    return e;
}

void measure(benchmark::State& state, const Experiment& experiment, int exits,
             const ReplayOptions& options) {
    const ExitTable table = test::madeTable(kSamples, exits, 1);
    std::int64_t rounds = 0;
    for (auto _ : state) {
        const auto runs = replay(table, experiment, {}, options);
        if (!runs) return state.SkipWithError(runs.error().message.c_str());
        rounds += static_cast<std::int64_t>(runs->size()) * experiment.rounds;
    }
    state.SetItemsProcessed(rounds);
}

ReplayOptions threads(int count, bool kernels = true) {
    ReplayOptions options;
    options.threads = count;
    options.kernels = kernels;
    return options;
}

// One core, 12 exits unless said otherwise.
void policy(benchmark::State& state, const char* key, const char* side) {
    measure(state, experimentOf(key, side, 1'000'000), 12, threads(1));
}
void plainLoop(benchmark::State& state, const char* key, const char* side) {
    measure(state, experimentOf(key, side, 1'000'000), 12, threads(1, false));
}
void byExits(benchmark::State& state) {
    measure(state, experimentOf("splitee", "corrected", 1'000'000),
            static_cast<int>(state.range(0)), threads(1));
}
void byRounds(benchmark::State& state) {
    measure(state, experimentOf("splitee", "corrected", state.range(0)), 12, threads(1));
}

void byThreads(benchmark::State& state) {
    Experiment e = experimentOf("splitee", "corrected", 1'000'000);
    e.seeds = 20;
    measure(state, e, 12, threads(static_cast<int>(state.range(0))));
}

// What a dragged cost slider asks for: 20 seeds x 10,000 rounds on two threads.
void whatIf(benchmark::State& state, const char* policies) {
    Experiment e = experimentOf(policies, "corrected", kSamples);
    e.seeds = 20;
    measure(state, e, 12, threads(2));
}

// Times the same rounds in Python (plain_loop.py) and here; checks that the choices are the same.
void plainPython(benchmark::State& state, const std::string& style) {
    constexpr std::int64_t kRounds = 100'000;
    constexpr int kExits = 12;
    ExitTable table = test::madeTable(kSamples, kExits, 1);
    table.depth = unitDepths(kExits);
    const std::string file = "bench_replay_table.bin";
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(table.confidence.data()),
               static_cast<std::streamsize>(table.confidence.size() * sizeof(double)));
    double pythonSeconds = 0;
    std::ostringstream pulls;
    for (auto _ : state) {
        std::FILE* script =
            popen(("/usr/bin/python3 " SPLITEE_PLAIN_LOOP " " + style + " " + file + " 12 100000")
                      .c_str(),
                  "r");
        char text[1024] = "";
        if (script == nullptr || std::fgets(text, sizeof text, script) == nullptr)
            state.SkipWithError("python3 did not run");
        if (script != nullptr) pclose(script);
        std::istringstream in(text);
        in >> pythonSeconds;
        pulls.str("");
        for (std::string pull; in >> pull;) pulls << pull << ' ';
    }
    std::remove(file.c_str());
    Experiment e = experimentOf("splitee", "corrected", kRounds);
    e.order = "file";
    std::ostringstream ours;
    double best = 1e9;
    for (int k = 0; k < 20; ++k) {
        const auto runs = replay(table, e, {}, threads(1));
        best = std::min(best, runs->front().summary.seconds);
        ours.str("");
        for (const std::int64_t pull : runs->front().summary.pulls) ours << pull << ' ';
    }
    if (ours.str() != pulls.str()) state.SkipWithError("Python and replay chose differently");
    state.counters["python_rounds/s"] = kRounds / pythonSeconds;
    state.counters["replay_rounds/s"] = kRounds / best;
    state.counters["times_faster"] = pythonSeconds / best;
}

}  // namespace

BENCHMARK_CAPTURE(policy, splitee, "splitee", "corrected");
BENCHMARK_CAPTURE(policy, splitee_s_released, "splitee-s", "released");
BENCHMARK_CAPTURE(policy, splitee_s_observed, "splitee-s", "observed");
BENCHMARK_CAPTURE(policy, splitee_s_corrected, "splitee-s", "corrected");
BENCHMARK_CAPTURE(plainLoop, splitee, "splitee", "corrected");
BENCHMARK_CAPTURE(plainLoop, splitee_s_corrected, "splitee-s", "corrected");
BENCHMARK_CAPTURE(policy, final_exit, "final", "corrected");
BENCHMARK_CAPTURE(policy, random_split, "random", "corrected");
BENCHMARK_CAPTURE(plainLoop, final_exit, "final", "corrected");
BENCHMARK_CAPTURE(policy, ucb1, "ucb1", "corrected");
BENCHMARK_CAPTURE(policy, thompson, "thompson", "corrected");
BENCHMARK(byExits)->Arg(2)->Arg(7)->Arg(12)->Arg(48);
BENCHMARK(byRounds)->RangeMultiplier(10)->Range(10'000, 100'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(byThreads)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whatIf, one_policy, "splitee")->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whatIf, six_policies, "splitee,splitee-s,ucb1,ucb-tuned,confidence-cascade,final")
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plainPython, lists_and_math, "python")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plainPython, numpy_scalars, "numpy")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
