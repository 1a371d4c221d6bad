// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of many runs: listing, filtering, sorting and grouping 10,000 of them.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

#include "comparison/run_filter.h"
#include "comparison/run_table.h"
#include "storage/session/run_figures.h"
#include "storage/session/run_writer.h"
#include "storage/session/session.h"

namespace {

using namespace splitee;

constexpr std::int64_t kRuns = 10'000;

StoredRun runOf(std::int64_t number) {
    constexpr const char* kPolicies[] = {"splitee", "splitee-s", "final"};
    StoredRun run;
    run.id = number;
    run.spec = {kPolicies[number % 3], static_cast<std::uint64_t>(number / 12)};
    run.experiment.offload = number % 2 == 0 ? 5 : 8;
    run.experiment.alpha = 0.5 + static_cast<double>(number % 50) / 100;
    run.provenance.source = "builtin:cifar10-clean";
    run.provenance.dataHash = "feed";
    run.status = RunStatus::Finished;
    run.startedAt = run.finishedAt = "2026-11-21T10:00:00.000Z";
    RunSummary summary;
    summary.rounds = 2000;
    summary.costMean = 7 + static_cast<double>(number % 7) / 10;
    summary.accuracy = 0.9 - run.experiment.offload / 100;
    summary.offloadRate = 0.2;
    summary.pulls = {10, 20, 1970, 0};
    run.summary = summaryJson(summary);
    return run;
}

std::vector<RunRow> manyRows() {
    std::vector<RunRow> rows;
    for (std::int64_t i = 1; i <= kRuns; ++i) rows.push_back(rowOf(runOf(i)));
    return rows;
}

std::size_t key(const char* name) { return *findRunKey(name); }

void filtering(benchmark::State& state, const char* text) {
    const auto rows = manyRows();
    const auto filter = RunFilter::parse(text);
    if (!filter) return state.SkipWithError(filter.error().message.c_str());
    for (auto _ : state)
        for (const RunRow& row : rows) benchmark::DoNotOptimize(filter->matches(row));
}

void arranging(benchmark::State& state, const RunTableLook& look) {
    RunTable table;
    table.setRows(manyRows());
    for (auto _ : state) {
        table.arrange(look);
        for (std::size_t at = 0; at < table.size() && table.grouped(); ++at)
            for (const char* one : {"accuracy", "cost_mean", "offload_rate", "split", "offload"})
                benchmark::DoNotOptimize(table.cell(at, key(one)));
    }
}
void sortingByTwo(benchmark::State& state) {
    arranging(state, {{}, {}, {{key("policy"), false}, {key("cost_mean"), true}}});
}
void groupingByThree(benchmark::State& state) {
    arranging(state,
              {{}, {key("policy"), key("offload"), key("alpha")}, {{key("cost_mean"), false}}});
}

// Every tenth run has 200 rounds.
Result<void> fill(Session& session) {
    const auto added = session.inTransaction([&]() -> Result<void> {
        for (std::int64_t i = 1; i <= kRuns; ++i)
            if (auto id = session.runs().add(runOf(i)); !id) return tl::unexpected(id.error());
        return {};
    });
    if (!added) return added;
    std::vector<RoundRecord> rounds(200);
    for (std::size_t t = 0; t < rounds.size(); ++t)
        rounds[t].round = static_cast<std::int64_t>(t) + 1;
    for (std::int64_t run = 1; run <= kRuns; run += 10)
        if (auto written = RunWriter(session, run).consume(rounds); !written) return written;
    return {};
}
void listing(benchmark::State& state) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("bench_runs." + std::to_string(getpid()) + ".splitee");
    {
        auto session = Session::open(path);
        if (!session) return state.SkipWithError(session.error().message.c_str());
        if (auto filled = fill(*session); !filled)
            return state.SkipWithError(filled.error().message.c_str());
        for (auto _ : state) benchmark::DoNotOptimize(session->runs().all());
    }
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + ending);
}

}  // namespace

BENCHMARK(listing)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filtering, by_numbers,
                  "policy in (splitee, splitee-s) and offload >= 5 and accuracy > 90%")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filtering, by_text, "nowhere to be found")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filtering, by_schedule, "schedule ~ offload")->Unit(benchmark::kMillisecond);
BENCHMARK(sortingByTwo)->Unit(benchmark::kMillisecond);
BENCHMARK(groupingByThree)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
