// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/policy_rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"

namespace splitee {
namespace {

struct Rule {
    std::string_view policy;
    const char* formula;
    const char* words;
};

constexpr const char* kUcbWords =
    QT_TRANSLATE_NOOP("PolicyRules",
                      "Q is the mean reward of a layer so far, N the number of its rewards, t the "
                      "round. Rounds 1 to L play each "
                      "layer once; then the largest index is chosen, ties go to the lowest layer.");
constexpr const char* kUnitWords =
    QT_TRANSLATE_NOOP("PolicyRules",
                      "Q is the mean reward of a layer so far, mapped to 0..1, N the number of its "
                      "rewards, t the round. Each layer "
                      "is played once first; ties go to the lowest layer.");
constexpr const char* kCorrectedWords =
    QT_TRANSLATE_NOOP("PolicyRules",
                      "Q adds up what is known of each part of the reward. n, here N, counts the "
                      "observations of a layer, p is the share of them at or above α, m counts the "
                      "rounds that showed the final exit of every sample below α there.");
constexpr const char* kSideWords =
    QT_TRANSLATE_NOOP("PolicyRules",
                      "Every exit up to the split is evaluated, and earlier layers are credited "
                      "with the reward that they would have "
                      "had; so N may be larger than the rounds in which a layer was chosen.");

constexpr std::array kRuleOf{
    Rule{"splitee", "index = Q + β √(ln t / N)", kUcbWords},
    Rule{"i-splitee", "index = Q + β √(ln t / N)", kUcbWords},
    Rule{"splitee-s", "index = Q + β √(ln t / N)", kSideWords},
    Rule{"ucb1", "index = Q + β √(2 ln t / N)", kUnitWords},
    Rule{"ucb-v", "index = Q + √(2 V ln t / N) + 3 ln t / N", kUnitWords},
    Rule{"ucb-tuned", "index = Q + √(ln t / N · min(¼, V + √(2 ln t / N)))", kUnitWords},
    Rule{"kl-ucb", "index = max q with kl(Q, q) ≤ c ln t / N", kUnitWords},
    Rule{"moss", "index = Q + √(max(0, ln(t / (L N))) / N)", kUnitWords},
    Rule{"bayes-ucb", "index = quantile 1 − 1/(1 + t) of Beta(1 + S, 1 + N − S)",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "S is the sum of a layer's rewards, mapped to 0..1, N their number, t "
                           "the round. No layer has to be played "
                           "first.")},
    Rule{"sw-ucb", "index = Q + √(a ln min(t, τ) / N)",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "Q and N look at the last τ rounds only, with rewards mapped to 0..1; a "
                           "layer without a reward among them goes "
                           "first.")},
    Rule{"d-ucb", "index = Q + 2 √(a ln n / N)",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "Older rewards count less: sums and counts shrink with every round; n "
                           "is the sum of all N. Rewards are mapped "
                           "to 0..1.")},
    Rule{"cusum-ucb", "index = Q + √(2 ln n / N)",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "A layer whose rewards change is forgotten and begins anew. A small "
                           "share of the rounds explores at random. "
                           "Rewards are mapped to 0..1.")},
    Rule{"m-ucb", "index = Q + √(2 ln(t − τ) / N)",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "All layers begin anew at round τ, when rewards change. Some rounds "
                           "explore the layers in turn. Rewards are "
                           "mapped to 0..1.")},
    Rule{"thompson", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It keeps no index: for each layer it draws a value from Beta(1 + S, 1 "
                           "+ F), what its rewards so far make "
                           "likely, and the largest draw is chosen.")},
    Rule{"exp3-s", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It keeps no index: each layer has a weight that grows with its "
                           "rewards, and the layer is drawn with these "
                           "weights; a share of the draws is even over all layers.")},
    Rule{"adaee", "",
         QT_TRANSLATE_NOOP(
             "PolicyRules",
             "Its layer is fixed; what it chooses is the threshold, by an index over thresholds.")},
    Rule{
        "adaee-released", "",
        QT_TRANSLATE_NOOP("PolicyRules",
                          "Its layer is fixed; what it chooses is the threshold, from 0, where "
                          "every sample leaves, to 1, by an index over thresholds. Of an offloaded "
                          "sample the more confident exit answers.")},
    Rule{"joint-leave", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It chooses a pair of layer and threshold by SplitEE's index over all "
                           "pairs, so there is no index of a layer "
                           "alone.")},
    Rule{"joint", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It chooses a pair of layer and threshold by SplitEE's index over all "
                           "pairs, so there is no index of a layer "
                           "alone.")},
    Rule{"linucb", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It fits the reward of each layer to what is known before the split "
                           "(the link's cost and image statistics), so "
                           "its index is another one for every sample; every so often the final "
                           "layer is left out, so that it learns what the others do.")},
    Rule{"final", "",
         QT_TRANSLATE_NOOP(
             "PolicyRules",
             "It does not choose: the whole network is computed on the device, always.")},
    Rule{"fixed", "",
         QT_TRANSLATE_NOOP("PolicyRules", "It does not choose: the split layer is fixed.")},
    Rule{"best", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It knows the whole table: always the split layer with the largest mean "
                           "reward in hindsight. No learner can "
                           "know that.")},
    Rule{"oracle", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It knows the sample's answers beforehand and takes the layer with the "
                           "largest reward for it. A bound, not a "
                           "competitor.")},
    Rule{
        "random", "",
        QT_TRANSLATE_NOOP("PolicyRules", "It draws a layer each round; every layer is as likely.")},
    Rule{"cloud-only", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It does not choose: every sample is offloaded at once, and the device "
                           "computes nothing.")},
    Rule{"device-only", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It does not choose: every sample leaves at the fixed layer, whatever "
                           "the confidence.")},
    Rule{"confidence-cascade", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It looks at exit after exit; the sample leaves at the first one whose "
                           "confidence reaches α.")},
    Rule{"confidence-cascade-offload", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It looks at exit after exit up to the fixed layer; the sample leaves "
                           "at the first one whose confidence reaches"
                           " α, else it is offloaded.")},
    Rule{"entropy-cascade", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It looks at exit after exit; the sample leaves at the first one whose "
                           "entropy is small enough.")},
    Rule{"entropy-cascade-offload", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It looks at exit after exit up to the fixed layer; the sample leaves "
                           "at the first one whose entropy is small "
                           "enough, else it is offloaded.")},
    Rule{"patience-cascade", "",
         QT_TRANSLATE_NOOP(
             "PolicyRules",
             "It looks at exit after exit; the sample leaves once enough exits in a row agree.")},
    Rule{"patience-cascade-offload", "",
         QT_TRANSLATE_NOOP("PolicyRules",
                           "It looks at exit after exit up to the fixed layer; the sample leaves "
                           "once enough exits in a row agree, else it"
                           " is offloaded.")},
};

QString ruleText(const char* text) { return QCoreApplication::translate("PolicyRules", text); }

}  // namespace

PolicyRule ruleOf(const std::string& entry, const Experiment& experiment) {
    const std::string_view policy = policyKind(entry);
    if (policy == "splitee-s" && settingsOf(experiment, entry).side == "corrected")
        return {QStringLiteral("index = Q + β (p √(ln t / n) + (1 − p) √(ln t / m))"),
                ruleText(kCorrectedWords)};
    const auto rule = std::ranges::find(kRuleOf, policy, &Rule::policy);
    if (rule == kRuleOf.end()) return {};
    return {QString::fromUtf8(rule->formula), ruleText(rule->words)};
}

bool usesAlpha(const std::string& entry) {
    const std::string_view policy = policyKind(entry);
    const PolicyInfo* info = findPolicy(policy);
    return (info != nullptr && info->splitsOnly) || policy == "oracle" ||
           policy.starts_with("confidence-cascade");
}

}  // namespace splitee
