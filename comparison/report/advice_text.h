// SPDX-License-Identifier: GPL-3.0-or-later
// Advice in sentences and as Markdown: the same words and figures in every front end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/advice.h"
#include "engine/language.h"

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

/// "at least 85 % accuracy" and the like: what is asked for.
[[nodiscard]] std::string goalWords(const AdviceRequest& request, const Language& language = {});

/// "10000 samples, 7 layers; 20 seeds of 10000 rounds; mu 0.1, 14 thresholds from 0.3 to 0.95"
[[nodiscard]] std::string playedWords(const AdviceRequest& request, const Advice& advice,
                                      const Language& language = {});

/// The advice, a sentence each: what to take, what it saves and loses, how it compares, how soon it
/// has learned.
[[nodiscard]] std::vector<std::string> adviceSentences(const AdviceRequest& request,
                                                       const Advice& advice,
                                                       const Language& language = {});

/// One line of the table: a fixed split or a policy with the threshold that suits the goal best.
struct AdviceRow {
    const AdviceCandidate* candidate = nullptr;
    std::string name, threshold, accuracy, cost, offload;  ///< "86.10 ± 0.04"
};

/// The fixed splits in their order, then the policies. Valid while `advice` is.
[[nodiscard]] std::vector<AdviceRow> adviceRows(const AdviceRequest& request, const Advice& advice,
                                                const Language& language = {});

/// What the ± of the table is.
[[nodiscard]] std::string adviceMeaning(const Language& language = {});

[[nodiscard]] std::string adviceMarkdown(const AdviceRequest& request, const Advice& advice);

/// Of the advised policy, with the sentences as its description: what --out-policy writes.
/// `table`: the first that was played.
[[nodiscard]] std::string advicePolicyFile(const AdviceRequest& request, const Advice& advice,
                                           const ExitTable& table);

}  // namespace splitee
