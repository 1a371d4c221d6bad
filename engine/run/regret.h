// SPDX-License-Identifier: GPL-3.0-or-later
// RegretReferences give the best fixed split under the conditions of each round: the reference that
// regret is measured against, which is the same for all policies.
#pragma once

#include <optional>
#include <vector>

#include "engine/run/run.h"
#include "engine/run/schedule.h"
#include "engine/world/threshold_means.h"

namespace splitee {

/// Which fixed split a regret is measured against: that of all policies, which evaluates one exit,
/// or, by rules 1, one that evaluates what the policy itself evaluates. Regrets of different kinds
/// must not be compared.
enum class RegretAgainst { OneExit, OwnExits };
/// What the run of `policy` is measured against. OneExit where that makes no difference.
[[nodiscard]] RegretAgainst regretAgainst(const Experiment& experiment, std::string_view policy);
/// Whether a run of `policy` may come out otherwise by another version of the rules: then they are
/// part of what it is.
[[nodiscard]] bool rulesMatter(const Experiment& experiment, std::string_view policy);
/// "the best fixed split, which evaluates one exit": what follows "regret against".
[[nodiscard]] std::string_view describe(RegretAgainst against);
/// The exits that the reference of `policy` evaluates.
[[nodiscard]] ExitsEvaluated referenceExits(RegretAgainst against, std::string_view policy);

/// E r(i) and i* under the conditions of a round. In a ramp of the source E r(i) is that of the
/// mixture.
struct RegretReference {
    std::vector<double> expected;  ///< [L] of the reference
    std::vector<double> own;       ///< [L] of a policy that evaluates what this one does
    int best = 1;                  ///< i* of the reference, ties to the lowest
    CostTable costs;               ///< of the reference
    double alpha = 0;
    /// E r(i*) - E r(i) of a round that the policy split at `layer`.
    [[nodiscard]] double gap(int layer) const {
        return expected[static_cast<std::size_t>(best - 1)] -
               own[static_cast<std::size_t>(layer - 1)];
    }
};

/// The references of a whole source, round by round; `world` must show every exit (a replay).
class RegretReferences {
public:
    RegretReferences(const Experiment& experiment, std::string_view policy, World& world)
        : RegretReferences(experiment, policy, world, regretAgainst(experiment, policy)) {}
    RegretReferences(const Experiment& experiment, std::string_view policy, World& world,
                     RegretAgainst against);
    /// Valid until the next call. Fastest where rounds are asked for in rising order.
    [[nodiscard]] const RegretReference& at(std::int64_t t);
    [[nodiscard]] const Conditions& conditions() const { return conditions_; }

private:
    struct Means {
        double alpha = -1;
        LayerMeans of;  // under alpha
        int scans = 0;
        std::optional<ThresholdMeans> sorted;
    };
    [[nodiscard]] const LayerMeans& meansOf(std::size_t source, double alpha);
    [[nodiscard]] std::vector<double> expectedBy(const CostTable& costs);
    void refresh(std::int64_t t);

    Schedule schedule_;
    World& world_;
    ExitsEvaluated reference_, own_;
    Conditions conditions_;
    std::vector<Means> means_;  // the last used of each source
    RegretReference now_;
    std::int64_t from_ = 1, until_ = 0;  // now_ holds from, and before, these rounds
};

/// Adds up both kinds of regret of one run. Pseudo-regret: sum of E r(i*) - E r(i_t), only for
/// policies whose choice is a split; realised: reward of the best split on the same samples, less
/// the policy's.
class RegretMeter {
public:
    RegretMeter(const Experiment& experiment, const RunSpec& run, World& world)
        : RegretMeter(experiment, run, world, regretAgainst(experiment, run.policy)) {}
    RegretMeter(const Experiment& experiment, const RunSpec& run, World& world,
                RegretAgainst against);
    void add(const RoundRecord& round);
    [[nodiscard]] std::optional<double> pseudo() const {
        return measures_ && splitsOnly_ ? std::optional(pseudo_) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> realised() const {
        return measures_ ? std::optional(realised_) : std::nullopt;
    }
    [[nodiscard]] RegretAgainst against() const { return against_; }

private:
    World& world_;
    RegretAgainst against_;
    std::uint64_t seed_;
    bool measures_, splitsOnly_;
    std::optional<RegretReferences> references_;
    double pseudo_ = 0, realised_ = 0;
};

/// The fixed split with the largest mean reward over a whole run.
[[nodiscard]] int bestLayerOverRun(const Experiment& experiment, std::string_view policy,
                                   World& world);

}  // namespace splitee
