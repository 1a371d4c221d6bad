// SPDX-License-Identifier: GPL-3.0-or-later
// Advice in words and tables: printed, as Markdown, and as JSON.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "engine/analysis/advice.h"

namespace splitee {

/// What advice was asked on.
struct AdviceRequest {
    std::string table;  ///< as the user named it
    Experiment experiment;
    AdviceGoal goal;
    AdviceThresholds thresholds;
    std::optional<double> lambdaMilliseconds;  ///< one lambda, where costs are times
    std::int64_t samples = 0;
    int exits = 0;
};

/// The advice, a sentence each: what to take, what it saves and loses, how it compares, how soon it
/// has learned.
[[nodiscard]] std::vector<std::string> adviceSentences(const AdviceRequest& request,
                                                       const Advice& advice);

void printAdvice(const AdviceRequest& request, const Advice& advice);
[[nodiscard]] std::string adviceMarkdown(const AdviceRequest& request, const Advice& advice);
[[nodiscard]] nlohmann::json adviceJson(const AdviceRequest& request, const Advice& advice);

}  // namespace splitee
