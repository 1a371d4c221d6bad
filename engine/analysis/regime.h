// SPDX-License-Identifier: GPL-3.0-or-later
// A regime map shows where learning pays. Over a grid of cost weight (mu*lambda), offloading cost
// (o) and threshold (alpha) it holds the best fixed split, and what each learner gains over the
// best policy that does not learn.
//
// mu*lambda is the reward given up for one lambda of cost. Costs stay in multiples of lambda, with
// lambda = 1, so it is the experiment's mu: a layer computed lowers a reward by (mu*lambda) *
// lambda1, an exit evaluated by (mu*lambda) * lambda2, an offload by (mu*lambda) * o. The published
// runs of SplitEE (arXiv 2309.09195) use mu*lambda = 0.1.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "engine/run/experiment.h"
#include "engine/run/statistics.h"

namespace splitee {

inline constexpr std::size_t kMaxRegimeCells = 20'000;

/// The values on each axis, rising, none empty. `offload` is o, or the factor on every layer's o
/// where the experiment has one for each layer.
struct RegimeGrid {
    std::vector<double> alpha, muLambda, offload;
    [[nodiscard]] std::size_t cells() const {
        return alpha.size() * muLambda.size() * offload.size();
    }
};

/// Reads "0.7", "0.5,0.7,0.9" (rising) or "LOW..HIGH/COUNT", evenly spaced, with "/log" in equal
/// ratios. `name`: of the axis, for the sentence.
[[nodiscard]] Result<std::vector<double>> parseAxis(std::string_view name, std::string_view text);

/// A policy that does not learn. Key "fixed_3", "final" (fixed at layer L) or "offload_at_1":
/// computes layer 1 and offloads every sample whatever its confidence (threshold 1 at split 1).
struct TrivialPolicy {
    int layer = 1;          ///< of the fixed split; 1 where everything is offloaded
    bool offloads = false;  ///< every sample
    double reward = 0;      ///< expected a sample, over the whole table
    [[nodiscard]] std::string key(int exits) const;
};

/// One policy in one cell, over seeds; mean reward a sample and its 95 % interval (Student's t).
struct RegimeGain {
    Estimate reward;
    Estimate
        overTrivial;    ///< minus the best trivial policy on the very samples that each seed played
    Estimate overEnds;  ///< minus the better of the two that need no table to be found:
                        ///< offload_at_1 and final
};

struct RegimeCell {
    double alpha = 0, muLambda = 0, offload = 0;  ///< as in RegimeGrid
    TrivialPolicy bestSplit;  ///< best of fixed_1 .. final, ties to the lowest layer
    TrivialPolicy trivial;    ///< best of these and offload_at_1, ties to the fixed split
    TrivialPolicy ends;       ///< better of offload_at_1 and final, ties to final
    std::vector<std::optional<RegimeGain>> gains;  ///< [policies]; empty where a stop came first
};

struct RegimeMap {
    std::vector<std::string> policies;
    std::int64_t rounds = 0;        ///< of each run
    std::vector<RegimeCell> cells;  ///< alpha by alpha, offload by offload, muLambda fastest
    bool cancelled = false;
};

/// The parameter that RegimeGrid::offload varies: offload or offload_factor.
[[nodiscard]] std::string_view offloadAxisOf(const Experiment& experiment);

/// Plays every policy of `experiment` with its seeds in every cell; the experiment's own mu,
/// offload, offload_factor and alpha are not used. Trivial policies evaluate one exit and pay for
/// one, whatever the learner evaluates. A stop keeps the cells that are done. The table must be
/// valid and have 2 exits or more. `threads` changes the time only. Blocks.
[[nodiscard]] Result<RegimeMap> regimeMap(const ExitTable& table, const Experiment& experiment,
                                          const RegimeGrid& grid, std::stop_token stop,
                                          const ProgressSink& progress = {}, int threads = 2);

}  // namespace splitee
