// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/advice.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "engine/device/policy_file.h"
#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/run/sweep_axis.h"
#include "engine/world/layer_costs.h"

namespace splitee {
namespace {

constexpr double kShareRounding = 1e-12;  // of a mean of shares
constexpr std::int64_t kSettlingWindow = 200;
constexpr int kHalvings = 6;
constexpr double kStepsInOne = 1e4;  // of thresholds between those that were asked for

std::optional<Estimate> over(const std::vector<RunSummary>& runs,
                             const std::function<std::optional<double>(const RunSummary&)>& of) {
    std::vector<double> values;
    for (const RunSummary& run : runs) {
        const auto value = of(run);
        if (!value) return std::nullopt;
        values.push_back(*value);
    }
    return estimate(values);
}

double lowEnd(const Estimate& e) { return e.mean - e.halfWidth.value_or(0); }
double highEnd(const Estimate& e) { return e.mean + e.halfWidth.value_or(0); }

bool meetsGoal(const AdviceCandidate& one, const AdviceGoal& goal) {
    if (goal.accuracyFloor) return lowEnd(*one.accuracy) >= *goal.accuracyFloor - kShareRounding;
    if (goal.costCeiling) return highEnd(one.cost) <= *goal.costCeiling + kShareRounding;
    return true;
}

// The larger is the better: what the goal asks for among those that meet it, else how near they
// come.
double firstFigure(const AdviceCandidate& one, const AdviceGoal& goal) {
    if (!goal.accuracyFloor && !goal.costCeiling) return one.reward.mean;
    return goal.accuracyFloor.has_value() == one.meets ? -one.cost.mean : one.accuracy->mean;
}
double secondFigure(const AdviceCandidate& one, const AdviceGoal& goal) {
    if (!goal.accuracyFloor && !goal.costCeiling) return -one.cost.mean;
    return goal.accuracyFloor.has_value() == one.meets ? one.accuracy->mean : -one.cost.mean;
}

// Of the candidates that `belongs`; none where there is none.
std::optional<std::size_t> bestOf(const std::vector<AdviceCandidate>& all, const AdviceGoal& goal,
                                  const std::function<bool(const AdviceCandidate&)>& belongs) {
    std::optional<std::size_t> best;
    for (std::size_t k = 0; k < all.size(); ++k)
        if (belongs(all[k]) && (!best || adviceBetter(all[k], all[*best], goal))) best = k;
    return best;
}

// Whether the difference "other minus fixed" is surely in favour of the other: in what the goal
// makes as good as it can be where both meet it, else in how near they come.
bool surelyBetter(const Comparison& difference, const AdviceGoal& goal, bool meet) {
    const auto surely = [](const Estimate& e, double sign) {
        return e.halfWidth && sign * e.mean - *e.halfWidth > 0;
    };
    if (!goal.accuracyFloor && !goal.costCeiling) return surely(difference.reward, 1);
    return goal.accuracyFloor.has_value() == meet
               ? surely(difference.cost, -1)
               : difference.accuracy && surely(*difference.accuracy, 1);
}

class Adviser {
public:
    Adviser(const std::vector<const ExitTable*>& tables, const Experiment& experiment,
            const AdviceGoal& goal, std::stop_token stop, const ReplayOptions& options,
            const ProgressSink& progress)
        : tables_(tables),
          experiment_(experiment),
          goal_(goal),
          stop_(std::move(stop)),
          options_(options),
          progress_(progress) {
        options_.points = 1;
    }

    Result<void> playAll(const AdviceThresholds& thresholds, const std::vector<std::string>& keys,
                         Advice& advice) {
        const auto& alphas = thresholds.values;
        const int exits = tables_.front()->exits;
        const auto each = advice.rounds * experiment_.seeds;
        const auto rows = static_cast<std::size_t>(exits - 1) + keys.size();
        const auto times = alphas.size() + static_cast<std::size_t>(thresholds.halvings);
        total_ = each * static_cast<std::int64_t>(times * rows + 1);
        for (const double alpha : alphas) {
            // At the last layer every sample leaves, whatever the threshold.
            const int last = alpha == alphas.front() ? exits : exits - 1;
            for (int layer = 1; layer <= last; ++layer) {
                if (layer == exits) advice.final = advice.candidates.size();
                if (auto played = play("fixed", layer, alpha, advice); !played) return played;
            }
            for (const std::string& key : keys)
                if (auto played = play(key, 0, alpha, advice); !played) return played;
        }
        return halve(thresholds, exits, advice);
    }

private:
    // Between the best threshold of a split or policy and the next one, towards a better figure,
    // that misses the goal. Accuracy and cost rise with the threshold, but for wiggles.
    Result<void> halve(const AdviceThresholds& thresholds, int exits, Advice& advice) {
        if (!goal_.accuracyFloor && !goal_.costCeiling) return {};
        const std::size_t played = advice.candidates.size();
        for (std::size_t first = 0; first < played; ++first) {
            const std::string key = advice.candidates[first].policy;
            const int layer = advice.candidates[first].layer;
            const auto ofRow = [&](const AdviceCandidate& one) {
                return one.policy == key && one.layer == layer;
            };
            const auto& all = advice.candidates;
            const auto best = bestOf(all, goal_, ofRow);
            if (layer == exits || !all[*best].meets ||
                std::ranges::find_if(all, ofRow) !=
                    all.begin() + static_cast<std::ptrdiff_t>(first))
                continue;
            double meets = all[*best].alpha;
            auto misses = nextThreshold(thresholds.values, meets);
            for (int k = 0; k < thresholds.halvings && misses; ++k) {
                const double middle = std::round((meets + *misses) / 2 * kStepsInOne) / kStepsInOne;
                if (middle == meets || middle == *misses) break;
                if (auto done = play(key, layer, middle, advice); !done) return done;
                (advice.candidates.back().meets ? meets : *misses) = middle;
            }
        }
        return {};
    }
    // Lower for a floor, where a lower threshold costs less, higher for a ceiling.
    [[nodiscard]] std::optional<double> nextThreshold(const std::vector<double>& alphas,
                                                      double from) const {
        std::optional<double> next;
        for (const double alpha : alphas) {
            if (goal_.accuracyFloor && alpha < from) next = alpha;
            if (goal_.costCeiling && alpha > from && !next) next = alpha;
        }
        return next;
    }

    Result<void> play(const std::string& key, int layer, double alpha, Advice& advice) {
        Experiment one = experiment_;
        one.policies = key;
        one.alpha = alpha;
        if (layer > 0) one.fixedLayer = layer;
        const auto overall = [&](const Progress& now) {
            if (progress_) progress_({"replaying", done_ + now.done, total_, "rounds", key});
        };
        const auto runs = replay(tables_, one, stop_, options_, overall);
        if (!runs) return tl::unexpected(runs.error());
        done_ += advice.rounds * experiment_.seeds;
        AdviceCandidate candidate{key, layer, alpha, {}, {}, {}, {}};
        for (const ReplayRun& run : *runs) candidate.runs.push_back(run.summary);
        const auto& played = candidate.runs;
        candidate.cost = *over(played, [](const RunSummary& s) { return s.costMean; });
        candidate.reward = *over(played, [](const RunSummary& s) { return s.rewardMean; });
        candidate.accuracy = over(played, [](const RunSummary& s) { return s.accuracy; });
        candidate.offloadRate =
            over(played, [](const RunSummary& s) { return s.offloadRate; })->mean;
        if (!candidate.accuracy && (goal_.accuracyFloor || goal_.costCeiling))
            return fail(tables_.front()->name +
                        " has no labels, so accuracy is unknown: ask without a floor and a "
                        "ceiling, and the reward decides");
        candidate.meets = meetsGoal(candidate, goal_);
        advice.candidates.push_back(std::move(candidate));
        return {};
    }

    const std::vector<const ExitTable*>& tables_;
    const Experiment& experiment_;
    const AdviceGoal& goal_;
    std::stop_token stop_;
    ReplayOptions options_;
    const ProgressSink& progress_;
    std::int64_t done_ = 0, total_ = 0;
};

Result<void> checkGoal(const AdviceGoal& goal, const AdviceThresholds& thresholds) {
    if (goal.accuracyFloor && goal.costCeiling)
        return fail(
            "a floor for accuracy and a ceiling for cost are both given: give one, the "
            "other figure is made as good as it can be");
    if (goal.accuracyFloor && !(*goal.accuracyFloor >= 0 && *goal.accuracyFloor <= 1))
        return fail("the floor for accuracy is " + shortNumber(100 * *goal.accuracyFloor) +
                    " %, but must be between 0 and 100");
    if (goal.costCeiling && !(*goal.costCeiling >= 0))
        return fail("the ceiling for cost is " + shortNumber(*goal.costCeiling) +
                    ", but must be at least 0");
    if (thresholds.values.empty()) return fail("no threshold is given");
    return {};
}

Result<std::vector<std::string>> adviceKeys(const Experiment& experiment, const ExitTable& table) {
    if (experiment.policies.empty()) return std::vector<std::string>();
    auto keys = policiesOf(experiment);
    if (!keys) return keys;
    for (const std::string& key : *keys) {
        const AdviceCandidate candidate{key, 0, experiment.alpha, {}, {}, {}, {}};
        if (auto plays = checkDevicePolicy(policyOf(candidate, experiment, table)); !plays)
            return tl::unexpected(plays.error());
    }
    // Every layer of it is played anyway.
    std::erase_if(*keys, [](const std::string& key) { return policyKind(key) == "fixed"; });
    return keys;
}

}  // namespace

Result<AdviceThresholds> adviceThresholds(const std::string& text) {
    const auto axis = parseAxis("alpha=" + text);
    if (!axis) return tl::unexpected(axis.error());
    const auto written = completed(*axis);
    if (!written) return tl::unexpected(written.error());
    if (written->values.empty())
        return fail("alpha is a range without steps: write how many, as in 0.5..0.95/10");
    AdviceThresholds thresholds;
    for (const AxisValue& value : written->values)
        thresholds.values.push_back(std::get<double>(value));
    std::ranges::sort(thresholds.values);
    if (text.find("..") != std::string::npos) thresholds.halvings = kHalvings;
    return thresholds;
}

Result<DevicePolicies> devicePolicies(const Experiment& experiment, const ExitTable& table,
                                      World& world) {
    const auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    DevicePolicies sorted;
    for (const std::string& key : *keys) {
        Experiment one = experiment;
        one.policies = key;
        auto plays = validate(one, world);
        const AdviceCandidate candidate{key, 0, experiment.alpha, {}, {}, {}, {}};
        if (plays) plays = checkDevicePolicy(policyOf(candidate, experiment, table));
        if (!plays)
            sorted.left.emplace_back(key, plays.error());
        else
            sorted.kept += (sorted.kept.empty() ? "" : ",") + key;
    }
    return sorted;
}

bool adviceBetter(const AdviceCandidate& a, const AdviceCandidate& b, const AdviceGoal& goal) {
    if (a.meets != b.meets) return a.meets;
    const double first = firstFigure(a, goal) - firstFigure(b, goal);
    if (first != 0) return first > 0;
    const double second = secondFigure(a, goal) - secondFigure(b, goal);
    if (second != 0) return second > 0;
    if (a.layer != b.layer) return a.layer < b.layer;
    return a.alpha < b.alpha;
}

Experiment policyOf(const AdviceCandidate& candidate, const Experiment& experiment,
                    const ExitTable& table) {
    Experiment policy = settingsOf(experiment, candidate.policy);
    policy.policies = policyKind(candidate.policy);
    policy.alpha = candidate.alpha;
    if (candidate.layer > 0) policy.fixedLayer = candidate.layer;
    if (policy.computePerLayer.empty()) policy.computePerLayer = layerNumbersText(table.depth);
    const Experiment defaults;  // of what belongs to a run
    policy.schedule.clear();
    policy.rounds = defaults.rounds;
    return policy;
}

Result<Advice> advise(const std::vector<const ExitTable*>& tables, const Experiment& experiment,
                      const AdviceGoal& goal, const AdviceThresholds& thresholds,
                      std::stop_token stop, const ReplayOptions& options,
                      const ProgressSink& progress) {
    if (auto valid = checkGoal(goal, thresholds); !valid) return tl::unexpected(valid.error());
    ReplayWorld world(tables);
    Experiment final = experiment;
    final.policies = "final";
    if (auto valid = validate(final, world); !valid) return tl::unexpected(valid.error());
    const auto keys = adviceKeys(experiment, *tables.front());
    if (!keys) return tl::unexpected(keys.error());

    Advice advice;
    advice.rounds = roundsOf(experiment, world);
    Adviser adviser(tables, experiment, goal, stop, options, progress);
    if (auto played = adviser.playAll(thresholds, *keys, advice); !played)
        return tl::unexpected(played.error());
    const auto& all = advice.candidates;
    advice.fixed = *bestOf(all, goal, [](const AdviceCandidate& c) { return c.layer > 0; });
    advice.other = bestOf(all, goal, [](const AdviceCandidate& c) { return c.layer == 0; });
    advice.advised = advice.fixed;
    if (advice.other) {
        const AdviceCandidate& other = all[*advice.other];
        advice.otherAgainstFixed = compare(other.runs, all[advice.fixed].runs);
        const AdviceCandidate& fixedOne = all[advice.fixed];
        const bool takesOther = other.meets == fixedOne.meets
                                    ? surelyBetter(*advice.otherAgainstFixed, goal, other.meets)
                                    : other.meets;
        if (takesOther) advice.advised = *advice.other;
        if (findPolicy(other.policy)->splitsOnly) {
            Experiment one = experiment;
            one.policies = other.policy;
            one.alpha = other.alpha;
            AdaptationSettings settings;
            settings.window = std::min(kSettlingWindow, advice.rounds);
            settings.fromStart = true;
            auto settling = adaptations(tables, one, settings, stop, options, progress);
            if (!settling) return tl::unexpected(settling.error());
            advice.settling = std::move(*settling);
        }
    }
    advice.againstFinal = *compare(all[advice.advised].runs, all[advice.final].runs);
    return advice;
}

}  // namespace splitee
