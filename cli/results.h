// The results of an experiment: per policy the mean over seeds with its 95 % interval, as JSON or as a table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/summary.h"

namespace splitee {

/// All summaries of one policy, seed by seed.
struct PolicyResult {
    std::string policy;
    std::vector<RunSummary> runs;
};

/// Fills in the change against the final exit where only a run of the policy final on the same samples can tell it (live
/// runs), seed by seed.
void completeAgainstFinal(std::vector<PolicyResult>& results);

/// {"accuracy": {"mean": .., "ci95": [low, high]}, ..}: null for what cannot be known, ci95 null from a single seed.
[[nodiscard]] nlohmann::json resultsJson(const std::vector<PolicyResult>& results);

/// For people, on stdout.
void printResults(const std::vector<PolicyResult>& results);

/// One run's figures, as a session keeps them.
[[nodiscard]] nlohmann::json summaryJson(const RunSummary& summary);

}  // namespace splitee
