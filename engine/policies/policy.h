// SPDX-License-Identifier: GPL-3.0-or-later
// What a policy is: a small value type with a description, a constructor and two functions. No
// virtual calls; the round loop is a template over it. To add one: a file here and a line in
// policy_list.h.
//
//   static constexpr PolicyInfo kInfo;                         key, label, help, what it evaluates
//   using Parameters = NoParameters;                           or a struct with visitFields: flags,
//   JSON, columns follow Policy(const PolicySetup&, const Parameters&); static Result<void>
//   check(const PolicySetup&, const Parameters&);      optional: may it play here at all? Choice
//   choose(const Round&, Rng&);                         before the sample is seen void
//   observe(const Round&, const Choice&, const Outcome&, const Observation&, Rng&); static
//   constexpr bool kUsesContext = true;                 optional: reads Round::context void
//   costsChanged(const CostTable&);                       optional: a schedule changed them
//   std::vector<ArmView> arms(const Round&) const;             optional: what choose() would weigh
//   in that round static constexpr std::array kReads{..};                    optional: keys of the
//   parameters it reads, of a struct that others share static constexpr bool kPlansAhead = true;
//   optional: reads the schedule beforehand, so it cannot grow
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "engine/fields.h"
#include "engine/rng.h"
#include "engine/world/world.h"

namespace splitee {

struct PolicyInfo {
    std::string_view key;    ///< "splitee-s", as flags and files say it
    std::string_view label;  ///< "SplitEE-S", as people read it
    std::string_view help;   ///< rule and source in one line
    ExitsEvaluated evaluated = ExitsEvaluated::AtSplit;
    Look look = Look::AtSplit;
    bool splitsOnly = true;  ///< chooses split layers under alpha before it sees the sample: only
                             ///< then E r(i) and its pseudo-regret apply
};

struct Experiment;

struct NoParameters {
    friend bool operator==(const NoParameters&, const NoParameters&) = default;
    template <class Self, class Visit>
    static void visitFields(Self&, Visit&&) {}
};

/// What is known before round 1.
struct PolicySetup {
    int exits = 0;  ///< L
    double alpha = 0;
    double beta = 0;
    int fixedLayer = 1;
    std::string_view side;  ///< of SplitEE-S
    World& world;           ///< for bounds that need the whole table; a learner never asks it
    const Experiment& experiment;  ///< likewise
    const CostTable& costs;
};

/// What is known before the sample of a round is seen.
struct Round {
    std::int64_t t = 1;  ///< from 1
    double alpha = 0;
    const CostTable& costs;
    std::span<const double> context;  ///< [F] of the sample, or empty
    std::int64_t row = 0;             ///< for the per-sample bound alone
};

/// What a policy believes of one arm before a round. `mean` and `radius` are in the policy's own
/// scale: rewards, or rewards mapped to [0, 1].
struct ArmView {
    double mean = 0;
    double radius = 0;
    double index = 0;        ///< mean + radius; the largest is chosen, ties to the lowest layer
    std::int64_t pulls = 0;  ///< rewards the mean rests on

    /// An arm not played yet: it goes before all that have been.
    [[nodiscard]] static ArmView untried() {
        constexpr double kFirst = std::numeric_limits<double>::infinity();
        return {0, kFirst, kFirst, 0};
    }
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
