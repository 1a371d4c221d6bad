// SPDX-License-Identifier: GPL-3.0-or-later
// What replay() must give, added up from the rounds of runOnce(): the long way round, for tests.
#pragma once

#include <cmath>
#include <string>

#include "engine/policies/policy_info.h"
#include "engine/replay/replay.h"
#include "made_tables.h"

namespace splitee::test {

/// Exit tables that make a choice hard.
enum class Kind { Made, Equal, Quarters, Ulps, UlpColumns };

inline ExitTable tableOfKind(Kind kind, std::int64_t samples, int exits, std::uint64_t seed) {
    ExitTable table = madeTable(samples, exits, seed);
    Rng rng(seed, "kind");
    const auto ulp = [&](double value) {
        return std::nextafter(value, rng.below(2) == 0 ? 0.0 : 1.0);
    };
    std::vector<double> column;
    for (int i = 0; i < exits; ++i) column.push_back(rng.below(3) == 0 ? 0.7 : ulp(0.7));
    for (std::size_t k = 0; k < table.confidence.size(); ++k) {
        double& c = table.confidence[k];
        if (kind == Kind::Equal) c = 0.9;
        if (kind == Kind::Quarters) c = std::ceil(c * 4) / 4;
        if (kind == Kind::Ulps) c = rng.below(2) == 0 ? 0.7 : ulp(0.7);
        if (kind == Kind::UlpColumns) c = column[k % static_cast<std::size_t>(exits)];
        table.entropy.push_back(c < 1 ? -c * std::log(c) : 0);
    }
    table.label[0] = kUnknownLabel;
    return table;
}

/// E r(i) of a fixed split, over the table in file order.
inline std::vector<double> meanRewards(const ExitTable& table, const Experiment& e,
                                       const CostTable& costs) {
    std::vector<double> means(static_cast<std::size_t>(table.exits), 0);
    for (std::int64_t row = 0; row < table.samples(); ++row)
        for (int layer = 1; layer <= table.exits; ++layer)
            means[static_cast<std::size_t>(layer - 1)] +=
                rewardAt(layer, table.confidencesOf(row)[static_cast<std::size_t>(layer - 1)],
                         table.confidencesOf(row).back(), e.alpha, costs);
    for (double& mean : means) mean /= static_cast<double>(table.samples());
    return means;
}

/// "1,2.5,4" as numbers.
inline std::vector<double> numbersOf(const std::string& text) {
    std::vector<double> numbers;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        numbers.push_back(std::stod(text.substr(from, comma - from)));
        from = comma + 1;
    }
    return numbers;
}

/// Sums of a run's rounds up to a point of its curves.
struct Sums {
    std::vector<std::int64_t> pulls;
    std::int64_t correct = 0, labelled = 0, offloaded = 0;
    double reward = 0, best = 0, lost = 0, gained = 0, compute = 0, exit = 0, offload = 0;
};

/// Where a replayed run differs from the sums over its rounds; empty where it does not. Counts
/// exactly, sums to 1e-9.
/// `means`: E r(i) of the run's costs, by meanRewards(); `reference`: of policies that evaluate one
/// exit.
inline std::string differenceOf(const ReplayRun& run, const std::vector<RoundRecord>& rounds,
                                const ExitTable& table, const Experiment& e,
                                const std::vector<double>& means,
                                const std::vector<double>& reference) {
    const PolicyInfo& info = *findPolicy(run.spec.policy);
    const bool every = info.evaluated == ExitsEvaluated::UpToSplit;
    const CostTable costs = makeCostTable(e.costWeights(), table.depth, ExitsEvaluated::AtSplit);
    const auto bestMean = std::ranges::max_element(reference);
    const int best = static_cast<int>(bestMean - reference.begin()) + 1;
    const auto& c = run.curves;
    const std::vector<double> computing =
        e.computePerLayer.empty() ? table.depth : numbersOf(e.computePerLayer);
    Sums s;
    s.pulls.assign(means.size(), 0);
    double size = 1;  // the largest sum of magnitudes: what a sum's rounding is measured against
    std::size_t point = 0;
    for (const RoundRecord& r : rounds) {
        const auto row = table.confidencesOf(r.row);
        const double bestReward =
            rewardAt(best, row[static_cast<std::size_t>(best - 1)], row.back(), e.alpha, costs);
        s.reward += r.reward;
        s.best += bestReward;
        size += std::abs(r.reward) + std::abs(bestReward);
        s.correct += r.correct == 1 ? 1 : 0;
        s.labelled += r.correct >= 0 ? 1 : 0;
        s.offloaded += r.exited ? 0 : 1;
        s.offload += r.offloadCost;
        if (r.split > 0) {
            const auto i = static_cast<std::size_t>(r.split - 1);
            ++s.pulls[i];
            s.lost += *bestMean - means[i];
            s.compute += e.lambda1 * computing[i];
            s.exit += e.lambda2 * (every ? r.split : 1);
        }
        if (point == c.round.size() || c.round[point] != r.round) continue;
        const auto near = [&](double a, double b) {
            return std::abs(a - b) <= 1e-9 * std::max(size, std::abs(b));
        };
        const auto at = [&](const char* what) {
            return std::string(what) + " after round " + std::to_string(r.round);
        };
        const auto first = c.pulls.begin() + static_cast<std::ptrdiff_t>(point * means.size());
        if (!std::equal(s.pulls.begin(), s.pulls.end(), first)) return at("pulls");
        if (c.correct[point] != s.correct || c.labelled[point] != s.labelled)
            return at("right answers");
        if (c.offloaded[point] != s.offloaded) return at("offloads");
        if (!near(c.reward[point], s.reward)) return at("reward");
        if (!near(c.realisedRegret[point], s.best - s.reward)) return at("realised regret");
        if (info.splitsOnly && !near(c.pseudoRegret[point], s.lost)) return at("pseudo-regret");
        if (!near(c.computeCost[point], s.compute) || !near(c.exitCost[point], s.exit) ||
            !near(c.offloadCost[point], s.offload))
            return at("costs");
        ++point;
    }
    if (point != c.round.size() || c.round.empty() ||
        c.round.back() != static_cast<std::int64_t>(rounds.size()))
        return "points of the curves";
    if (info.splitsOnly != !c.pseudoRegret.empty())
        return "a pseudo-regret that does not apply, or none that does";

    const RunSummary& sum = run.summary;
    const auto n = static_cast<double>(rounds.size());
    const auto near = [&](double a, double b) {
        return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
    };
    if (sum.pulls != s.pulls || sum.rounds != static_cast<std::int64_t>(rounds.size()))
        return "pulls of the summary";
    if (!near(sum.costMean, (s.compute + s.exit + s.offload) / n) ||
        !near(sum.offloadRate, static_cast<double>(s.offloaded) / n))
        return "costs of the summary";
    if (!near(sum.rewardMean * n / size, s.reward / size)) return "reward of the summary";
    if (sum.accuracy.has_value() != (s.labelled > 0))
        return "accuracy where nothing is known, or none";
    if (s.labelled > 0 &&
        !near(*sum.accuracy, static_cast<double>(s.correct) / static_cast<double>(s.labelled)))
        return "accuracy of the summary";
    return "";
}

/// meanRewards() for a policy that evaluates these exits.
inline std::vector<double> meanRewardsOf(const ExitTable& table, const Experiment& e,
                                         ExitsEvaluated evaluated) {
    return meanRewards(table, e, makeCostTable(e.costWeights(), table.depth, evaluated));
}

}  // namespace splitee::test
