// SPDX-License-Identifier: GPL-3.0-or-later
// Exit tables for tests: made from a seed, with exits that get better and surer with depth.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/rng.h"
#include "engine/run/run.h"
#include "engine/world/world.h"

namespace splitee::test {

inline ExitTable madeTable(std::int64_t samples, int exits, std::uint64_t seed) {
    ExitTable table;
    table.name = "made";
    table.exits = exits;
    Rng rng(seed, "made table");
    double depth = 0;
    for (int i = 0; i < exits; ++i)
        table.depth.push_back(depth += 1 + static_cast<double>(rng.below(3)));
    for (std::int64_t row = 0; row < samples; ++row) {
        table.sample.push_back(row);
        table.label.push_back(static_cast<std::int32_t>(rng.below(10)));
        const double ease = rng.uniform();
        for (int i = 0; i < exits; ++i) {
            const double skill =
                std::min(1.0, ease * 0.5 + (i + 1.0) / exits * 0.6 + 0.2 * rng.uniform());
            table.confidence.push_back(0.1 + 0.9 * skill * rng.uniform());
            table.prediction.push_back(static_cast<std::int16_t>(
                rng.uniform() < skill ? table.label.back() : static_cast<int>(rng.below(10))));
        }
    }
    return table;
}

/// Collects every round.
struct Collector final : RoundSink {
    std::vector<RoundRecord> rounds;
    Result<void> consume(std::span<const RoundRecord> batch) override {
        rounds.insert(rounds.end(), batch.begin(), batch.end());
        return {};
    }
};

inline std::vector<RoundRecord> roundsOfRun(const Experiment& experiment, const RunSpec& run,
                                            World& world) {
    Collector collector;
    RoundSink* const sinks[] = {&collector};
    const auto status = runOnce(experiment, run, world, sinks, {}, {});
    return status ? collector.rounds : std::vector<RoundRecord>();
}

}  // namespace splitee::test
