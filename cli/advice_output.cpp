// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/advice_output.h"

#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/terminal.h"

namespace splitee {
namespace {

using nlohmann::json;

json candidateJson(const AdviceCandidate& one) {
    return {{"policy", one.policy},
            {"layer", one.layer > 0 ? json(one.layer) : json(nullptr)},
            {"alpha", one.alpha},
            {"meets_goal", one.meets},
            {"accuracy", figureJson(one.accuracy, "share")},
            {"cost_mean", figureJson(one.cost, "lambda a sample")},
            {"reward_mean", figureJson(one.reward, "reward a round")},
            {"offload_rate", one.offloadRate}};
}

json pairedJson(const Comparison& difference) {
    return {{"cost_mean", figureJson(difference.cost, "lambda a sample")},
            {"accuracy", figureJson(difference.accuracy, "points")},
            {"reward_mean", figureJson(difference.reward, "reward a round")}};
}

}  // namespace

void printAdvice(const AdviceRequest& request, const Advice& advice) {
    std::printf("%s: %s\ngoal: %s\n\n", printable(request.table).c_str(),
                playedWords(request, advice).c_str(), goalWords(request).c_str());
    for (const std::string& line : adviceSentences(request, advice))
        std::printf("%s\n", line.c_str());
    std::printf("\n%-30s  %9s  %14s  %16s  %9s  %s\n", "", "threshold", "accuracy %",
                "cost, lambda", "offload %", "goal");
    // ± is two bytes and one column.
    for (const AdviceRow& row : adviceRows(request, advice)) {
        const auto wide = [](const std::string& text, int columns) {
            return columns + (text.find("±") == std::string::npos ? 0 : 1);
        };
        std::printf("%-30s  %9s  %*s  %*s  %9s  %s\n", row.name.c_str(), row.threshold.c_str(),
                    wide(row.accuracy, 14), row.accuracy.c_str(), wide(row.cost, 16),
                    row.cost.c_str(), row.offload.c_str(), row.candidate->meets ? "yes" : "no");
    }
    std::printf("\n%s\n", adviceMeaning().c_str());
}

json adviceJson(const AdviceRequest& request, const Advice& advice) {
    json candidates = json::array(), settling = json::array();
    for (const AdviceCandidate& one : advice.candidates) candidates.push_back(candidateJson(one));
    for (const Adaptation& one : advice.settling)
        settling.push_back({{"policy", one.policy},
                            {"from_round", one.round},
                            {"segment_rounds", one.segment},
                            {"best_layer", one.bestLayer},
                            {"rounds", one.rounds ? json(*one.rounds) : json(nullptr)}});
    const auto orNull = [](const std::optional<double>& value) {
        return value ? json(*value) : json(nullptr);
    };
    return {{"table", request.table},
            {"source", tableSourceJson(request.table)},
            {"experiment", experimentJson(request.experiment)},
            {"goal",
             {{"accuracy_floor", orNull(request.goal.accuracyFloor)},
              {"cost_ceiling", orNull(request.goal.costCeiling)}}},
            {"lambda_ms", orNull(request.lambdaMilliseconds)},
            {"advised", candidateJson(advice.advisedOne())},
            {"fixed_does", advice.fixedDoes()},
            {"best_fixed", candidateJson(advice.candidates[advice.fixed])},
            {"best_other",
             advice.other ? candidateJson(advice.candidates[*advice.other]) : json(nullptr)},
            {"against_final", pairedJson(advice.againstFinal)},
            {"other_against_fixed",
             advice.otherAgainstFixed ? pairedJson(*advice.otherAgainstFixed) : json(nullptr)},
            {"settling", settling},
            {"sentences", adviceSentences(request, advice)},
            {"candidates", candidates},
            {"units",
             {{"offload_rate", "share"},
              {"accuracy_floor", "share"},
              {"cost_ceiling", "lambda a sample"},
              {"lambda_ms", "ms"},
              {"rounds", "rounds"}}}};
}

}  // namespace splitee
