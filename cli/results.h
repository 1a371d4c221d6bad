// SPDX-License-Identifier: GPL-3.0-or-later
// Results of an experiment as JSON or printed tables: means over seeds with their bands per policy,
// and paired comparisons.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "engine/run/statistics.h"
#include "engine/run/summary.h"

namespace splitee {

/// All summaries of one policy, seed by seed.
struct PolicyResult {
    std::string policy;
    std::vector<RunSummary> runs;
};

/// Sets the accuracy change against the final exit of live runs, seed by seed, from runs of the
/// policy final on the same samples.
void completeAgainstFinal(std::vector<PolicyResult>& results);

/// {POLICY: {"accuracy": a figure as figureJson() makes it, .., "pareto": on the front of mean cost
/// and mean accuracy, or not}}: null for what is unknown.
[[nodiscard]] nlohmann::json resultsJson(const std::vector<PolicyResult>& results);

/// Two policy keys, the first compared with the second.
using Pair = std::pair<std::string, std::string>;

/// The pairs to compare: `asked` ("A,B", keys in `playing`) or, where it is "", each further policy
/// with the first.
[[nodiscard]] Result<std::vector<Pair>> pairsOf(const std::vector<std::string>& playing,
                                                const std::string& asked);

/// [{"policy": A, "against": B, "seeds": n, "cost_mean": A - B as above, "accuracy": ..,
/// "reward_mean": .., "regret": .., "sentence": ..}]
[[nodiscard]] nlohmann::json comparisonsJson(const std::vector<PolicyResult>& results,
                                             const std::vector<Pair>& pairs);

/// What the regrets of these results are against.
[[nodiscard]] std::string regretReferenceOf(const std::vector<PolicyResult>& results);

/// Printed tables on stdout; `band`: the meaning of ±.
void printResults(const std::vector<PolicyResult>& results, Band band);
void printComparisons(const std::vector<PolicyResult>& results, const std::vector<Pair>& pairs);

}  // namespace splitee
