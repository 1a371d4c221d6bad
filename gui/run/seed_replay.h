// SPDX-License-Identifier: GPL-3.0-or-later
// Replay of an experiment's policies over many seeds: means and 95 % bands of what the charts show
// of one run.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/replay/mean_curves.h"
#include "engine/run/experiment.h"
#include "storage/tables/table_source.h"

namespace splitee {

/// Of everything that is drawn over seeds, where the user has not chosen another number.
inline constexpr std::int64_t kBandSeeds = 20;
inline constexpr std::int64_t kFewestBandSeeds = 2, kMostBandSeeds = 200;

/// One policy over its seeds; curves are [K], and empty where the policy has none or nothing is
/// known.
struct SeedPolicy {
    std::string policy;
    MeanCurve accuracy;  ///< of the rounds so far, in %
    MeanCurve cost;      ///< of the rounds so far, in lambda a sample
    MeanCurve pseudoRegret, realisedRegret;
    MeanCurve costChange;  ///< against the final exit on the same seed's samples, of the rounds so
                           ///< far, in %
    MeanCurve accuracyChange;           ///< likewise, in points
    MeanCurve offloaded;                ///< of the rounds so far, in %
    std::vector<RunSummary> summaries;  ///< [seeds]
};

struct SeedReplay {
    Experiment experiment;      ///< what was played
    std::int64_t rounds = 0;    ///< of each run
    std::int64_t seeds = 0;     ///< of each policy
    std::vector<double> round;  ///< [K]
    std::vector<SeedPolicy> policies;
    SeedPolicy final;  ///< what they are measured against

    /// Whether every policy here has a pseudo-regret; else their realised regrets are compared.
    [[nodiscard]] bool allPseudo() const;
    [[nodiscard]] const MeanCurve& regret(const SeedPolicy& policy) const {
        return allPseudo() ? policy.pseudoRegret : policy.realisedRegret;
    }
};

struct SeedReplayOptions {
    std::int64_t seeds = kBandSeeds;  ///< kFewestBandSeeds..kMostBandSeeds
    std::int64_t mostRounds = 10'000;
    bool logSpaced = false;
    int points = 150;
    int threads = 2;
};

/// What a curve over seeds says at a round: its mean and half of its band's width.
struct Spread {
    double mean = 0, half = 0;
};
/// Between the curve's points in a straight line; none before the first of them, after the last, or
/// where nothing is known.
[[nodiscard]] std::optional<Spread> spreadAt(const MeanCurve& curve, std::span<const double> rounds,
                                             double round);

/// `seeds` seeds of all policies of `experiment` with its schedule, over all its rounds but at
/// most `mostRounds`; with a schedule that reaches further over all of them, if they are no more
/// than 200,000. A stop is an error, "cancelled". Blocks.
[[nodiscard]] Result<SeedReplay> replaySeeds(const TableSource& tables, Experiment experiment,
                                             const std::stop_token& stop,
                                             const SeedReplayOptions& options = {});

}  // namespace splitee
