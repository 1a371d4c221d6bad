// SPDX-License-Identifier: GPL-3.0-or-later
// Advice says which policy, layer and threshold to take home: the cheapest that is accurate enough,
// or the most accurate that is cheap enough, and whether learning pays at all.
#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/analysis/adaptation.h"
#include "engine/analysis/comparison.h"
#include "engine/replay/replay.h"

namespace splitee {

/// What is asked for. At most one of the two is given; with neither the mean reward decides.
struct AdviceGoal {
    std::optional<double> accuracyFloor = {};  ///< share in [0, 1]: then at the least cost
    std::optional<double> costCeiling = {};    ///< lambda a sample: then at the highest accuracy
};

/// Where thresholds are looked for.
struct AdviceThresholds {
    std::vector<double> values = {};  ///< rising
    /// With a goal: how often the gap between the best of `values` and its neighbour that misses
    /// the goal is halved, for every split and policy. So no split loses by a coarse grid.
    int halvings = 0;
};

/// Where they are looked for unless something else is asked for.
inline constexpr std::string_view kAdviceThresholds = "0.3..0.95/14";
/// Reads a list, "0.6,0.7", or a range, "0.3..0.95/14", which is halved where a goal is just
/// missed.
[[nodiscard]] Result<AdviceThresholds> adviceThresholds(const std::string& text);

/// Policies that advice can compare.
struct DevicePolicies {
    std::string kept;                                 ///< keys, separated by commas; may be empty
    std::vector<std::pair<std::string, Error>> left;  ///< keys of the others, and why
};
/// Of the policies of `experiment` those that this world serves and a device can play.
[[nodiscard]] Result<DevicePolicies> devicePolicies(const Experiment& experiment,
                                                    const ExitTable& table, World& world);

/// One policy at one threshold, or one fixed split, over seeds.
struct AdviceCandidate {
    std::string policy;  ///< a key; "fixed" of a fixed split
    int layer = 0;       ///< of a fixed split; 0: the policy chooses
    double alpha = 0;
    std::vector<RunSummary> runs = {};      ///< seed by seed
    Estimate cost = {};                     ///< lambda a sample
    std::optional<Estimate> accuracy = {};  ///< share; empty without labels
    Estimate reward = {};
    double offloadRate = 0;
    bool meets = false;  ///< the goal, with the whole 95 % interval over seeds
};

struct Advice {
    std::int64_t rounds = 0;                  ///< of each run
    std::vector<AdviceCandidate> candidates;  ///< threshold by threshold, halvings at the end
    std::size_t fixed = 0;                    ///< the best fixed split
    std::optional<std::size_t> other;         ///< the best of the policies; none were given
    std::size_t final = 0;                    ///< the split at the last layer
    /// The best fixed split, unless only the other meets the goal, or it is better and the paired
    /// 95 % interval of the difference does not hold 0.
    std::size_t advised = 0;
    Comparison againstFinal;  ///< what the advised one saves and loses
    std::optional<Comparison> otherAgainstFixed;
    /// Of `other`, where it chooses splits: from round 1 and from each switch of the schedule.
    std::vector<Adaptation> settling;

    [[nodiscard]] const AdviceCandidate& advisedOne() const { return candidates[advised]; }
    /// Whether the best fixed split does as well as any of the policies.
    [[nodiscard]] bool fixedDoes() const { return advised == fixed; }
};

/// Plays, with the experiment's seeds and at every threshold, each fixed split and each
/// policy of the experiment. `tables`: the sources of its schedule. Every policy must be one that a
/// device can play (checkDevicePolicy); a goal needs labels. Ties go to the better second figure,
/// then to the lower layer and threshold. Blocks; a stop is an error, "cancelled".
[[nodiscard]] Result<Advice> advise(const std::vector<const ExitTable*>& tables,
                                    const Experiment& experiment, const AdviceGoal& goal,
                                    const AdviceThresholds& thresholds, std::stop_token stop,
                                    const ReplayOptions& options, const ProgressSink& progress);

/// Whether `a` is better advice than `b`: it alone meets the goal, or its first figure is better,
/// or its second where they are equal. Of two that do not meet it, the nearer one.
[[nodiscard]] bool adviceBetter(const AdviceCandidate& a, const AdviceCandidate& b,
                                const AdviceGoal& goal);

/// `experiment` as the candidate plays it, with what computing takes in the table: what
/// policyText() writes.
[[nodiscard]] Experiment policyOf(const AdviceCandidate& candidate, const Experiment& experiment,
                                  const ExitTable& table);

}  // namespace splitee
