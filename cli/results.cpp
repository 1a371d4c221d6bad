// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/results.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "engine/analysis/comparison.h"
#include "engine/plain_text.h"
#include "engine/run/policy_entry.h"
#include "storage/session/run_figures.h"

namespace splitee {
namespace {

using nlohmann::json;

std::optional<Estimate> over(const std::vector<RunSummary>& runs,
                             const std::function<std::optional<double>(const RunSummary&)>& of,
                             const BootstrapResamples* resamples) {
    std::vector<double> values;
    for (const RunSummary& run : runs)
        if (const auto value = of(run)) values.push_back(*value);
    return values.size() == runs.size() ? estimate(values, resamples) : std::nullopt;
}

// A figure whose every part is a list: {"mean": [L], "se": [L], .., "unit": "rounds"}.
json pullsJson(const std::vector<RunSummary>& runs, const BootstrapResamples& resamples) {
    json out = json::object();
    for (std::size_t layer = 0; layer < runs.front().pulls.size(); ++layer) {
        const auto pulls = [&](const RunSummary& s) {
            return std::optional(static_cast<double>(s.pulls[layer]));
        };
        json estimated = figureJson(over(runs, pulls, &resamples), "");
        estimated.erase("unit");
        for (const auto& [key, value] : estimated.items()) out[key].push_back(value);
    }
    out["unit"] = unitOf("pulls");
    return out;
}

// [n] on the Pareto front of mean cost and mean accuracy; empty where an accuracy is unknown. The
// per-sample oracle is a bound, not a policy that can be used: it is on no front and dominates
// no policy.
std::vector<bool> frontOf(const std::vector<PolicyResult>& results) {
    std::vector<OperatingPoint> points;
    for (const PolicyResult& result : results) {
        const auto accuracy = over(
            result.runs, [](const RunSummary& s) { return s.accuracy; }, nullptr);
        if (!accuracy) return {};
        if (result.policy == "oracle") {
            points.push_back({std::numeric_limits<double>::quiet_NaN(), accuracy->mean});
            continue;
        }
        points.push_back(
            {over(
                 result.runs, [](const RunSummary& s) { return std::optional(s.costMean); },
                 nullptr)
                 ->mean,
             accuracy->mean});
    }
    return paretoFront(points);
}

const std::vector<RunSummary>* runsOf(const std::vector<PolicyResult>& results,
                                      const std::string& policy) {
    const auto found = std::ranges::find(results, policy, &PolicyResult::policy);
    return found == results.end() ? nullptr : &found->runs;
}

std::string cell(const std::optional<Estimate>& e, Band band, double scale, int decimals) {
    if (!e) return "-";
    char text[48];
    const double mean = e->mean == 0 ? 0 : scale * e->mean;  // never -0.0
    const auto half = halfBand(*e, band);
    if (half)
        std::snprintf(text, sizeof text, "%.*f ±%.*f", decimals, mean, decimals,
                      std::abs(scale * *half));
    else
        std::snprintf(text, sizeof text, "%.*f", decimals, mean);
    return text;
}

int mostChosen(const std::vector<RunSummary>& runs) {
    std::vector<std::int64_t> pulls(runs.front().pulls.size(), 0);
    for (const RunSummary& run : runs)
        for (std::size_t i = 0; i < pulls.size(); ++i) pulls[i] += run.pulls[i];
    std::size_t most = 0;
    for (std::size_t i = 1; i < pulls.size(); ++i)
        if (pulls[i] > pulls[most]) most = i;
    return pulls[most] == 0
               ? 0
               : static_cast<int>(most) + 1;  // 0: cloud-only computes nothing on the device
}

// What the regrets are against.
std::string_view referenceOf(const std::vector<PolicyResult>& results) {
    const bool same = std::ranges::all_of(results, [](const PolicyResult& result) {
        return result.runs.front().regretAgainst == RegretAgainst::OneExit;
    });
    return same ? describe(RegretAgainst::OneExit)
                : "the best fixed split that evaluates what the policy does, so not comparable";
}

// Pads by characters, not bytes: ± takes two bytes but one column.
void printCell(const std::string& text, int width) {
    const auto seen = std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    std::printf("  %*s%s", std::max(0, width - static_cast<int>(seen)), "", text.c_str());
}

}  // namespace

void completeAgainstFinal(std::vector<PolicyResult>& results) {
    const auto final = std::ranges::find(results, "final", &PolicyResult::policy);
    if (final == results.end()) return;
    const auto reference = final->runs;
    for (PolicyResult& result : results)
        for (std::size_t k = 0; k < result.runs.size() && k < reference.size(); ++k) {
            RunSummary& run = result.runs[k];
            if (run.accuracyChangeVsFinal || !run.accuracy || !reference[k].accuracy ||
                run.rounds != reference[k].rounds)
                continue;
            run.accuracyChangeVsFinal = 100 * (*run.accuracy - *reference[k].accuracy);
        }
}

json resultsJson(const std::vector<PolicyResult>& results) {
    json out = json::object();
    const auto front = frontOf(results);
    for (std::size_t k = 0; k < results.size(); ++k) {
        const auto& runs = results[k].runs;
        const BootstrapResamples resamples(runs.size());
        json policy{{"seeds", runs.size()}, {"rounds", runs.front().rounds}};
        for (const RunFigure& figure : runFigures())
            policy[figure.key] = figureJson(over(runs, figure.of, &resamples), unitOf(figure.key));
        policy["pulls"] = pullsJson(runs, resamples);
        policy["pareto"] = front.empty() ? json(nullptr) : json(static_cast<bool>(front[k]));
        out[results[k].policy] = policy;
    }
    return out;
}

Result<std::vector<Pair>> pairsOf(const std::vector<std::string>& playing,
                                  const std::string& asked) {
    std::vector<Pair> pairs;
    if (asked.empty()) {
        for (std::size_t k = 1; k < playing.size(); ++k)
            pairs.emplace_back(playing[k], playing.front());
        return pairs;
    }
    const std::size_t comma = asked.find(',');
    if (comma == std::string::npos || asked.find(',', comma + 1) != std::string::npos)
        return fail("compare is '" + shownText(asked, 100) +
                    "', but must name two policies, as in splitee-s,splitee");
    const auto spelled = [](const std::string& entry) { return readEntry(entry).value_or(entry); };
    const Pair pair{spelled(asked.substr(0, comma)), spelled(asked.substr(comma + 1))};
    const std::vector<std::string_view> keys(playing.begin(), playing.end());
    for (const std::string& key : {pair.first, pair.second})
        if (std::ranges::find(playing, key) == playing.end())
            return fail("compare names '" + shownText(key, 100) +
                        "', which does not play: playing " + (keys.size() == 1 ? "is " : "are ") +
                        listed(keys));
    if (pair.first == pair.second)
        return fail("compare names '" + pair.first + "' twice: name two different policies");
    pairs.push_back(pair);
    return pairs;
}

json comparisonsJson(const std::vector<PolicyResult>& results, const std::vector<Pair>& pairs) {
    json out = json::array();
    for (const auto& [first, second] : pairs) {
        const auto* a = runsOf(results, first);
        const auto* b = runsOf(results, second);
        if (a == nullptr || b == nullptr) continue;  // cancelled before
        const BootstrapResamples resamples(std::min(a->size(), b->size()));
        const auto c = compare(*a, *b, &resamples);
        if (!c) continue;
        out.push_back({{"policy", first},
                       {"against", second},
                       {"seeds", c->seeds},
                       {"cost_mean", figureJson(c->cost, unitOf("cost_mean"))},
                       {"accuracy_points", figureJson(c->accuracy, "points")},
                       {"reward_mean", figureJson(c->reward, unitOf("reward_mean"))},
                       {"regret", figureJson(c->regret, unitOf("regret"))},
                       {"regret_refused", c->sameReference ? json(nullptr) : json(kRegretRefused)},
                       {"sentence", sentence(*c, entryLabel(first), entryLabel(second))}});
    }
    return out;
}

std::string regretReferenceOf(const std::vector<PolicyResult>& results) {
    return std::string(referenceOf(results));
}

void printResults(const std::vector<PolicyResult>& results, Band band) {
    const bool several =
        std::ranges::any_of(results, [](const PolicyResult& r) { return r.runs.size() > 1; });
    const auto front = frontOf(results);
    std::size_t width = 18;
    for (const PolicyResult& result : results)
        width = std::max(width, entryLabel(result.policy).size() + 2);
    const auto printName = [&](const std::string& name) {
        std::printf("%-*s", static_cast<int>(width), name.c_str());
    };
    printName("policy");
    for (const auto& [title, columns] :
         std::vector<std::pair<const char*, int>>{{"accuracy %", 14},
                                                  {"cost, lambda", 14},
                                                  {"cost vs final %", 15},
                                                  {"accuracy vs final", 17},
                                                  {"offloaded %", 12},
                                                  {"regret", 14},
                                                  {"split layer", 11}})
        printCell(title, columns);
    std::printf("\n");
    for (std::size_t k = 0; k < results.size(); ++k) {
        const auto& runs = results[k].runs;
        const bool onFront = !front.empty() && front[k];
        printName(entryLabel(results[k].policy) + (onFront ? " *" : ""));
        const BootstrapResamples resamples(band == Band::Bootstrap ? runs.size() : 1);
        const auto show = [&](std::size_t figure, double scale, int decimals, int columns) {
            printCell(cell(over(runs, runFigures()[figure].of,
                                band == Band::Bootstrap ? &resamples : nullptr),
                           band, scale, decimals),
                      columns);
        };
        show(0, 100, 2, 14);
        show(1, 1, 3, 14);
        show(2, -1, 1, 15);
        show(3, 1, 2, 17);
        show(4, 100, 1, 12);
        show(6, 1, 1, 14);
        printCell(std::to_string(mostChosen(runs)), 11);
        std::printf("\n");
    }
    std::printf(
        "\naccuracy vs final in points; regret is the pseudo-regret of a whole run, in reward,\n"
        "against %s; split layer: the most chosen one",
        std::string(referenceOf(results)).c_str());
    if (several) std::printf(";\n± is %s", std::string(describe(band)).c_str());
    if (!front.empty() && results.size() > 1)
        std::printf(
            ";\n* on the Pareto front: no other policy here is as cheap and as accurate, and "
            "better in one");
    std::printf("\n");
}

void printComparisons(const std::vector<PolicyResult>& results, const std::vector<Pair>& pairs) {
    constexpr std::size_t kMostSentences = 8;
    if (pairs.size() > kMostSentences) {
        std::printf(
            "\n%zu further policies compared with %s: see --json, or choose pairs with --compare "
            "A,B\n",
            pairs.size(), entryLabel(pairs.front().second).c_str());
        return;
    }
    bool any = false;
    for (const auto& [first, second] : pairs) {
        const auto* a = runsOf(results, first);
        const auto* b = runsOf(results, second);
        const auto c = a == nullptr || b == nullptr ? std::nullopt : compare(*a, *b);
        if (!c) continue;
        std::printf("%s%s\n", any ? "" : "\n",
                    sentence(*c, entryLabel(first), entryLabel(second)).c_str());
        any = true;
    }
    if (any)
        std::printf("(paired by seed: the same samples in the same order; 95 %% by Student's t)\n");
}

}  // namespace splitee
