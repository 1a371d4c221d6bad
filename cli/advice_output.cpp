// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/advice_output.h"

#include <algorithm>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/replay_source.h"
#include "cli/terminal.h"
#include "engine/policies/policy_info.h"
#include "plot/number_text.h"

namespace splitee {
namespace {

using nlohmann::json;

// "86.10 ± 0.04"; one seed has no ±.
std::string spread(const Estimate& e, double factor, int decimals) {
    const std::string mean = fixedDigits(factor * e.mean, decimals);
    return e.halfWidth ? mean + " ± " + fixedDigits(factor * *e.halfWidth, decimals) : mean;
}

std::string costWords(const AdviceRequest& request, const Estimate& cost) {
    const std::string text = spread(cost, 1, 3) + " lambda a sample";
    return request.lambdaMilliseconds
               ? text + " (" + fixedDigits(*request.lambdaMilliseconds * cost.mean, 1) + " ms)"
               : text;
}

// "the split at layer 3 with threshold 0.8", "SplitEE with threshold 0.8"
std::string nameOf(const AdviceCandidate& one, int exits) {
    if (one.layer == exits) return "the whole network on the device";
    const std::string with = " with threshold " + shortNumber(one.alpha);
    return (one.layer > 0 ? "the split at layer " + std::to_string(one.layer)
                          : policyLabel(one.policy)) +
           with;
}

std::string goalWords(const AdviceRequest& request) {
    const AdviceGoal& goal = request.goal;
    if (goal.accuracyFloor)
        return "an accuracy of at least " + shortNumber(100 * *goal.accuracyFloor) + " %";
    if (!goal.costCeiling) return "the largest mean reward";
    const std::string ms =
        request.lambdaMilliseconds
            ? ", " + significantDigits(*goal.costCeiling * *request.lambdaMilliseconds, 6) + " ms"
            : "";
    return "a cost of at most " + significantDigits(*goal.costCeiling, 6) + " lambda a sample" + ms;
}

std::string whatToTake(const AdviceRequest& request, const AdviceCandidate& one) {
    const std::string with = " with threshold " + shortNumber(one.alpha) + ".";
    if (one.layer == request.exits) return "Compute the whole network on the device.";
    if (one.layer > 0) return "Split at layer " + std::to_string(one.layer) + with;
    if (!findPolicy(one.policy)->splitsOnly)
        return "Take the policy " + policyLabel(one.policy) + "," + with;
    return "Let " + policyLabel(one.policy) + " choose the layer," + with;
}

std::string verdict(const AdviceRequest& request, const Advice& advice) {
    if (!advice.other) return "";
    const AdviceCandidate& fixed = advice.candidates[advice.fixed];
    const AdviceCandidate& other = advice.candidates[*advice.other];
    const std::string label = policyLabel(other.policy);
    std::string text = sentence(*advice.otherAgainstFixed, nameOf(other, request.exits),
                                nameOf(fixed, request.exits)) +
                       ". ";
    if (advice.fixedDoes())
        return text + (other.meets || !fixed.meets ? "So a fixed split does as well as " + label +
                                                         ", the best of the policies."
                                                   : "Only the fixed split reaches the goal.");
    return text + (fixed.meets ? "So " + label + " does better than any fixed split."
                               : "No fixed split reaches the goal.");
}

std::vector<std::string> settlingWords(const Advice& advice) {
    std::vector<std::string> lines;
    for (const Adaptation& one : advice.settling) {
        const std::string since =
            one.round == 1 ? "" : " from the change in round " + std::to_string(one.round);
        lines.push_back(policyLabel(one.policy) +
                        (one.rounds
                             ? " comes within 5 % of the best split's expected reward after " +
                                   std::to_string(*one.rounds) + " rounds" + since
                             : " does not come within 5 % of the best split's expected "
                               "reward in " +
                                   std::to_string(one.segment) + " rounds" + since) +
                        " (the best split is layer " + std::to_string(one.bestLayer) + ").");
    }
    return lines;
}

// Of every fixed split and every policy the best threshold, in their order.
std::vector<const AdviceCandidate*> bestRows(const AdviceRequest& request, const Advice& advice) {
    std::vector<const AdviceCandidate*> rows;
    for (const AdviceCandidate& one : advice.candidates) {
        const auto same = std::ranges::find_if(rows, [&](const AdviceCandidate* row) {
            return row->policy == one.policy && row->layer == one.layer;
        });
        if (same == rows.end())
            rows.push_back(&one);
        else if (adviceBetter(one, **same, request.goal))
            *same = &one;
    }
    std::ranges::stable_partition(rows, [](const AdviceCandidate* row) { return row->layer > 0; });
    return rows;
}

std::string rowName(const AdviceCandidate& one) {
    return one.layer > 0 ? "split at layer " + std::to_string(one.layer) : policyLabel(one.policy);
}

std::string accuracyWords(const AdviceCandidate& one) {
    return one.accuracy ? spread(*one.accuracy, 100, 2) : "-";
}

std::string playedWords(const AdviceRequest& request, const Advice& advice) {
    const Experiment& e = request.experiment;
    return counted(request.samples, "sample") + ", " + std::to_string(request.exits) + " layers; " +
           counted(e.seeds, "seed") + " of " + std::to_string(advice.rounds) + " rounds; mu " +
           shortNumber(e.mu) + ", " +
           counted(static_cast<std::int64_t>(request.thresholds.values.size()), "threshold") +
           " from " + shortNumber(request.thresholds.values.front()) + " to " +
           shortNumber(request.thresholds.values.back());
}

constexpr const char* kMeaning =
    "± is the half width of the 95 % interval over seeds (Student's t), that is over orders of the "
    "same samples; other samples may come out otherwise.";

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

std::vector<std::string> adviceSentences(const AdviceRequest& request, const Advice& advice) {
    const AdviceCandidate& one = advice.advisedOne();
    std::vector<std::string> lines;
    if (!one.meets)
        lines.push_back("Nothing that was played reaches " + goalWords(request) +
                        "; this comes nearest:");
    lines.push_back(whatToTake(request, one));
    lines.push_back(
        "It costs " + costWords(request, one.cost) + " and offloads " +
        fixedDigits(100 * one.offloadRate, 1) + " % of the samples" +
        (one.accuracy ? "; " + accuracyWords(one) + " % of its answers are right." : "."));
    if (advice.advised != advice.final)
        lines.push_back(sentence(advice.againstFinal, "It", "the whole network on the device") +
                        ".");
    if (std::string words = verdict(request, advice); !words.empty()) {
        if (words.front() >= 'a' && words.front() <= 'z')
            words.front() = static_cast<char>(words.front() - 'a' + 'A');
        lines.push_back(std::move(words));
    }
    for (std::string& line : settlingWords(advice)) lines.push_back(std::move(line));
    return lines;
}

void printAdvice(const AdviceRequest& request, const Advice& advice) {
    std::printf("%s: %s\ngoal: %s\n\n", printable(request.table).c_str(),
                playedWords(request, advice).c_str(), goalWords(request).c_str());
    for (const std::string& line : adviceSentences(request, advice))
        std::printf("%s\n", line.c_str());
    std::printf("\n%-30s  %9s  %14s  %16s  %9s  %s\n", "", "threshold", "accuracy %",
                "cost, lambda", "offload %", "goal");
    // ± is two bytes and one column.
    for (const AdviceCandidate* row : bestRows(request, advice)) {
        const std::string accuracy = accuracyWords(*row), cost = spread(row->cost, 1, 3);
        const auto wide = [](const std::string& text, int columns) {
            return columns + (text.find("±") == std::string::npos ? 0 : 1);
        };
        std::printf("%-30s  %9s  %*s  %*s  %9s  %s\n", (rowName(*row)).c_str(),
                    shortNumber(row->alpha).c_str(), wide(accuracy, 14), accuracy.c_str(),
                    wide(cost, 16), cost.c_str(), fixedDigits(100 * row->offloadRate, 1).c_str(),
                    row->meets ? "yes" : "no");
    }
    std::printf("\nEach with the threshold that suits the goal best. %s\n", kMeaning);
}

std::string adviceMarkdown(const AdviceRequest& request, const Advice& advice) {
    std::string text = "# Advice for " + cleanText(request.table) + "\n\n" +
                       playedWords(request, advice) + ". Goal: " + goalWords(request) + ".\n\n";
    for (const std::string& line : adviceSentences(request, advice)) text += line + "\n\n";
    text +=
        "|  | threshold | accuracy % | cost, lambda | offload % | reaches the goal |\n"
        "|---|--:|--:|--:|--:|---|\n";
    for (const AdviceCandidate* row : bestRows(request, advice))
        text += "| " + rowName(*row) + " | " + shortNumber(row->alpha) + " | " +
                accuracyWords(*row) + " | " + spread(row->cost, 1, 3) + " | " +
                fixedDigits(100 * row->offloadRate, 1) + " | " + (row->meets ? "yes" : "no") +
                " |\n";
    return text + "\nEach with the threshold that suits the goal best. " + kMeaning + "\n";
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
