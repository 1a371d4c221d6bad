// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/advice_text.h"

#include <algorithm>

#include "engine/device/policy_file.h"
#include "engine/plain_text.h"
#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "plot/number_text.h"

namespace splitee {
namespace {

std::string labelOfPolicy(const std::string& entry, const Language& in) {
    return in.policy ? in.policy(entry) : entryLabel(entry);
}

std::string wholeNumber(std::int64_t number, const Language& in) {
    return in.digits(std::to_string(number));
}

// "86.10 ± 0.04"; one seed has no ±.
std::string spread(const Estimate& e, double factor, int decimals, const Language& in) {
    const std::string mean = in.digits(fixedDigits(factor * e.mean, decimals));
    return e.halfWidth ? mean + " ± " + in.digits(fixedDigits(factor * *e.halfWidth, decimals))
                       : mean;
}

std::string costWords(const AdviceRequest& request, const Estimate& cost, const Language& in) {
    const std::string text = spread(cost, 1, 3, in);
    return request.lambdaMilliseconds
               ? in.say("%1 lambda a sample (%2 ms)",
                        {text, in.digits(fixedDigits(*request.lambdaMilliseconds * cost.mean, 1))})
               : in.say("%1 lambda a sample", {text});
}

std::string thresholdOf(const AdviceCandidate& one, const Language& in) {
    return in.digits(shortNumber(one.alpha));
}

// "the split at layer 3 with threshold 0.8", "SplitEE with threshold 0.8"
std::string nameOf(const AdviceCandidate& one, int exits, const Language& in) {
    if (one.layer == exits) return in.say("the whole network on the device");
    return one.layer > 0 ? in.say("the split at layer %1 with threshold %2",
                                  {wholeNumber(one.layer, in), thresholdOf(one, in)})
                         : in.say("%1 with threshold %2",
                                  {labelOfPolicy(one.policy, in), thresholdOf(one, in)});
}

std::string whatToTake(const AdviceRequest& request, const AdviceCandidate& one,
                       const Language& in) {
    if (one.layer == request.exits) return in.say("Compute the whole network on the device.");
    if (one.layer > 0)
        return in.say("Split at layer %1 with threshold %2.",
                      {wholeNumber(one.layer, in), thresholdOf(one, in)});
    return findPolicy(one.policy)->splitsOnly
               ? in.say("Let %1 choose the layer, with threshold %2.",
                        {labelOfPolicy(one.policy, in), thresholdOf(one, in)})
               : in.say("Take the policy %1, with threshold %2.",
                        {labelOfPolicy(one.policy, in), thresholdOf(one, in)});
}

std::string verdict(const AdviceRequest& request, const Advice& advice, const Language& in) {
    if (!advice.other) return "";
    const AdviceCandidate& fixed = advice.candidates[advice.fixed];
    const AdviceCandidate& other = advice.candidates[*advice.other];
    const std::string label = labelOfPolicy(other.policy, in);
    const std::string difference =
        sentence(*advice.otherAgainstFixed, nameOf(other, request.exits, in),
                 nameOf(fixed, request.exits, in), in);
    std::string meaning;
    if (advice.fixedDoes())
        meaning =
            other.meets || !fixed.meets
                ? in.say("So a fixed split does as well as %1, the best of the policies.", {label})
                : in.say("Only the fixed split reaches the goal.");
    else
        meaning = fixed.meets ? in.say("So %1 does better than any fixed split.", {label})
                              : in.say("No fixed split reaches the goal.");
    return in.say("%1. %2", {difference, meaning});
}

std::vector<std::string> settlingWords(const Advice& advice, const Language& in) {
    std::vector<std::string> lines;
    for (const Adaptation& one : advice.settling) {
        const std::string since =
            one.round == 1 ? ""
                           : in.say(" from the change in round %1", {wholeNumber(one.round, in)});
        const std::string label = labelOfPolicy(one.policy, in),
                          best = wholeNumber(one.bestLayer, in);
        lines.push_back(
            one.rounds
                ? in.say("%1 comes within 5 % of the best split's expected reward after %2 "
                         "rounds%3 (the best split is layer %4).",
                         {label, wholeNumber(*one.rounds, in), since, best})
                : in.say("%1 does not come within 5 % of the best split's expected reward in %2 "
                         "rounds%3 (the best split is layer %4).",
                         {label, wholeNumber(one.segment, in), since, best}));
    }
    return lines;
}

// Of every fixed split and every policy the best threshold, in their order.
std::vector<const AdviceCandidate*> bestCandidates(const AdviceRequest& request,
                                                   const Advice& advice) {
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

std::string accuracyWords(const AdviceCandidate& one, const Language& in) {
    return one.accuracy ? spread(*one.accuracy, 100, 2, in) : "-";
}

}  // namespace

std::string goalWords(const AdviceRequest& request, const Language& in) {
    const AdviceGoal& goal = request.goal;
    if (goal.accuracyFloor)
        return in.say("an accuracy of at least %1 %",
                      {in.digits(shortNumber(100 * *goal.accuracyFloor))});
    if (!goal.costCeiling) return in.say("the largest mean reward");
    const std::string cost = in.digits(significantDigits(*goal.costCeiling, 6));
    if (!request.lambdaMilliseconds) return in.say("a cost of at most %1 lambda a sample", {cost});
    return in.say(
        "a cost of at most %1 lambda a sample, %2 ms",
        {cost, in.digits(significantDigits(*goal.costCeiling * *request.lambdaMilliseconds, 6))});
}

std::string playedWords(const AdviceRequest& request, const Advice& advice, const Language& in) {
    const Experiment& e = request.experiment;
    const auto thresholds = request.thresholds.values.size();
    const auto counted = [&](std::int64_t number, const char* one, const char* many) {
        return number == 1 ? in.say(one) : in.say(many, {wholeNumber(number, in)});
    };
    return in.say("%1, %2 layers; %3 of %4 rounds; mu %5, %6 from %7 to %8",
                  {counted(request.samples, "1 sample", "%1 samples"),
                   wholeNumber(request.exits, in), counted(e.seeds, "1 seed", "%1 seeds"),
                   wholeNumber(advice.rounds, in), in.digits(shortNumber(e.mu)),
                   counted(static_cast<std::int64_t>(thresholds), "1 threshold", "%1 thresholds"),
                   in.digits(shortNumber(request.thresholds.values.front())),
                   in.digits(shortNumber(request.thresholds.values.back()))});
}

std::vector<std::string> adviceSentences(const AdviceRequest& request, const Advice& advice,
                                         const Language& in) {
    const AdviceCandidate& one = advice.advisedOne();
    std::vector<std::string> lines;
    if (!one.meets)
        lines.push_back(in.say("Nothing that was played reaches %1; this comes nearest:",
                               {goalWords(request, in)}));
    lines.push_back(whatToTake(request, one, in));
    const std::string cost = costWords(request, one.cost, in),
                      sent = in.digits(fixedDigits(100 * one.offloadRate, 1));
    lines.push_back(one.accuracy
                        ? in.say("It costs %1 and offloads %2 % of the samples; %3 % of its "
                                 "answers are right.",
                                 {cost, sent, accuracyWords(one, in)})
                        : in.say("It costs %1 and offloads %2 % of the samples.", {cost, sent}));
    if (advice.advised != advice.final)
        lines.push_back(in.say("%1.", {sentence(advice.againstFinal, in.say("It"),
                                                in.say("the whole network on the device"), in)}));
    if (std::string words = verdict(request, advice, in); !words.empty()) {
        if (words.front() >= 'a' && words.front() <= 'z')
            words.front() = static_cast<char>(words.front() - 'a' + 'A');
        lines.push_back(std::move(words));
    }
    for (std::string& line : settlingWords(advice, in)) lines.push_back(std::move(line));
    return lines;
}

std::vector<AdviceRow> adviceRows(const AdviceRequest& request, const Advice& advice,
                                  const Language& in) {
    std::vector<AdviceRow> rows;
    for (const AdviceCandidate* one : bestCandidates(request, advice))
        rows.push_back({one,
                        one->layer > 0 ? in.say("split at layer %1", {wholeNumber(one->layer, in)})
                                       : labelOfPolicy(one->policy, in),
                        thresholdOf(*one, in), accuracyWords(*one, in), spread(one->cost, 1, 3, in),
                        in.digits(fixedDigits(100 * one->offloadRate, 1))});
    return rows;
}

std::string adviceMeaning(const Language& in) {
    return in.say(
        "Each with the threshold that suits the goal best. ± is the half width of the 95 % "
        "interval over seeds (Student's t), that is over orders of the same samples; other samples "
        "may come out otherwise.");
}

std::string adviceMarkdown(const AdviceRequest& request, const Advice& advice) {
    std::string text = "# Advice for " + cleanText(request.table) + "\n\n" +
                       playedWords(request, advice) + ". Goal: " + goalWords(request) + ".\n\n";
    for (const std::string& line : adviceSentences(request, advice)) text += line + "\n\n";
    text +=
        "|  | threshold | accuracy % | cost, lambda | offload % | reaches the goal |\n"
        "|---|--:|--:|--:|--:|---|\n";
    for (const AdviceRow& row : adviceRows(request, advice))
        text += "| " + row.name + " | " + row.threshold + " | " + row.accuracy + " | " + row.cost +
                " | " + row.offload + " | " + (row.candidate->meets ? "yes" : "no") + " |\n";
    return text + "\n" + adviceMeaning() + "\n";
}

std::string advicePolicyFile(const AdviceRequest& request, const Advice& advice,
                             const ExitTable& table) {
    std::string description;
    for (const std::string& line : adviceSentences(request, advice))
        description += (description.empty() ? "" : " ") + line;
    return policyText(policyOf(advice.advisedOne(), request.experiment, table), description);
}

}  // namespace splitee
