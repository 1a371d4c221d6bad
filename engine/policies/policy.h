// SPDX-License-Identifier: GPL-3.0-or-later
// A policy is a small value type with a description, a constructor and two functions. It has no
// virtual calls: the round loop is a template over it. To add one: a file here and a line in
// policy_list.h.
//
//   static constexpr PolicyInfo kInfo;
//   using Parameters = NoParameters;           or a struct of parameters.h
//   Policy(const PolicySetup&, const Parameters&);
//   Choice choose(const Round&, Rng&);         before the sample is seen
//   void observe(const Round&, const Choice&, const Outcome&, const Observation&, Rng&);
//
// Optional:
//   static Result<void> check(const PolicySetup&, const Parameters&);   may it play here?
//   static constexpr bool kUsesContext = true;        reads Round::context
//   static constexpr bool kReadsWholeSchedule = true; so the schedule of its run cannot change
//   static constexpr std::array kReads{..};           keys it reads of a struct that others share
//   void costsChanged(const CostTable&);              a schedule changed the costs
//   std::vector<ArmView> arms(const Round&) const;    what choose() would weigh in that round
//   void playIn(World&);                              goes on in another world
//   std::size_t bytes() const;                        of what it keeps beside itself, if much
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/policies/arm_view.h"
#include "engine/policies/parameters.h"
#include "engine/policies/policy_info.h"
#include "engine/rng.h"
#include "engine/world/world.h"

namespace splitee {

/// What is known before round 1.
struct PolicySetup {
    int exits = 0;  ///< L
    double beta = 0;
    int fixedLayer = 1;
    std::string_view side;  ///< of SplitEE-S
    World& world;           ///< for bounds that need the whole table; a learner never asks it
    const CostTable& costs;
    /// The fixed split with the largest mean reward over the whole run, under the costs of the
    /// policy `key`. Scans the exit table: for bounds, never for a learner.
    std::function<int(std::string_view key)> bestSplit;
    std::int64_t rules = kRules;  ///< Experiment::rules

    /// Whether what was learned follows a change of costs: rewards so far count as the new costs
    /// map them.
    [[nodiscard]] bool remapsRewards() const { return rules >= 2; }
};

/// What is known before the sample of a round is seen.
struct Round {
    std::int64_t t = 1;  ///< from 1
    double alpha = 0;
    const CostTable& costs;
    std::span<const double> context;  ///< [F] of the sample, or empty
    std::int64_t row = 0;             ///< of the sample; only the per-sample bound reads it
};

/// view(0), view(1), .. of all arms; an arm that `tried` does not know is untried.
template <class Tried, class View>
[[nodiscard]] std::vector<ArmView> viewsOf(int arms, Tried&& tried, View&& view) {
    std::vector<ArmView> views;
    for (int arm = 0; arm < arms; ++arm)
        views.push_back(tried(arm) ? view(arm) : ArmView::untried());
    return views;
}

/// 0-based arm with the largest index, ties to the lowest.
template <class Index>
[[nodiscard]] int largestArm(int arms, Index&& index) {
    int best = 0;
    double bestIndex = index(0);
    for (int arm = 1; arm < arms; ++arm) {
        const double value = index(arm);
        if (value > bestIndex) {
            bestIndex = value;
            best = arm;
        }
    }
    return best;
}

}  // namespace splitee
