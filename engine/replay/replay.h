// SPDX-License-Identifier: GPL-3.0-or-later
// replay() plays many policies and seeds on one exit table at memory speed. It gives curves and
// summaries, but no records of single rounds.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/progress.h"
#include "engine/run/summary.h"

namespace splitee {

/// Cumulative figures of one run at K rounds, decimated as they are made: 10^8 rounds need no more
/// memory than 10^4.
struct ReplayCurves {
    std::vector<std::int64_t> round;  ///< [K] the last round counted, rising
    std::vector<double>
        pseudoRegret;  ///< [K] from means over the whole table; empty for policies without one
    std::vector<double> realisedRegret;  ///< [K] reward of the best fixed split on the same
                                         ///< samples, less the policy's
    std::vector<double> reward;          ///< [K]
    std::vector<double> computeCost, exitCost, offloadCost;  ///< [K] in lambda
    std::vector<std::int64_t> correct, labelled, offloaded;  ///< [K] rounds
    std::vector<std::int64_t> pulls;  ///< [K * L] rounds that stopped at a layer
};

struct ReplayRun {
    RunSpec spec;
    RunSummary summary;
    ReplayCurves curves;
};

struct ReplayOptions {
    int threads = 2;         ///< runs are shared among them; results do not depend on it
    int points = 200;        ///< K at most
    bool logSpaced = false;  ///< points evenly spaced in ln t instead of t
    bool kernels =
        true;  ///< false: the round loop alone, for tests and benchmarks; the choices are the same
};

/// The rounds after which curves are read: at most `points`, rising, the last is `rounds`.
[[nodiscard]] std::vector<std::int64_t> curvePoints(std::int64_t rounds,
                                                    const ReplayOptions& options);

/// All runs of the experiment (runsOf) on `table`, in their order. Makes the choices that runOnce()
/// makes, to the last tie. Exact double arithmetic; runs on AVX2 where the processor has it. A stop
/// is seen within 10 ms and is an error, "cancelled". Blocks; `progress` counts rounds of all runs.
[[nodiscard]] Result<std::vector<ReplayRun>> replay(const ExitTable& table,
                                                    const Experiment& experiment,
                                                    std::stop_token stop = {},
                                                    const ReplayOptions& options = {},
                                                    const ProgressSink& progress = {});

/// The same under experiment.schedule: `tables` are its sources 0, 1, .. (Schedule::sources), all
/// of the same samples.
[[nodiscard]] Result<std::vector<ReplayRun>> replay(const std::vector<const ExitTable*>& tables,
                                                    const Experiment& experiment,
                                                    std::stop_token stop = {},
                                                    const ReplayOptions& options = {},
                                                    const ProgressSink& progress = {});

/// Whether this processor runs the vectorised kernels.
[[nodiscard]] bool hasVectorKernels();

}  // namespace splitee
