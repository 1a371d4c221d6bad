// SPDX-License-Identifier: GPL-3.0-or-later
// The results of an experiment: per policy means over seeds with their bands, and paired
// comparisons, as JSON or for people.
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

/// Fills in the change against the final exit where only a run of the policy final on the same
/// samples can tell it (live runs), seed by seed.
void completeAgainstFinal(std::vector<PolicyResult>& results);

/// {"accuracy": {"mean": .., "se": .., "sd": .., "ci95_t": [low, high], "ci95_bootstrap": [low,
/// high], "ci95": as ci95_t}, .., "pareto": on the front of mean cost and mean accuracy, or not}:
/// null for what cannot be known; no spread from a single seed.
[[nodiscard]] nlohmann::json resultsJson(const std::vector<PolicyResult>& results);

/// Two policy keys, the first compared with the second.
using Pair = std::pair<std::string, std::string>;

/// What is compared: `asked` ("A,B", keys that play) or, where it is "", each further policy with
/// the first.
[[nodiscard]] Result<std::vector<Pair>> pairsOf(const std::vector<std::string>& playing,
                                                const std::string& asked);

/// [{"policy": A, "against": B, "seeds": n, "cost_mean": A - B as above, "accuracy": ..,
/// "reward_mean": .., "regret": .., "sentence": ..}]
[[nodiscard]] nlohmann::json comparisonsJson(const std::vector<PolicyResult>& results,
                                             const std::vector<Pair>& pairs);

/// For people, on stdout; `band` is what the ± shows.
void printResults(const std::vector<PolicyResult>& results, Band band);
void printComparisons(const std::vector<PolicyResult>& results, const std::vector<Pair>& pairs);

}  // namespace splitee
