// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/fixed_rules.h"

#include "engine/run/regret.h"
#include "engine/run/schedule.h"

namespace splitee {
namespace {

Result<void> needTable(const PolicySetup& setup, std::string_view key) {
    if (setup.world.allows(Look::UpToSplitAndFinal)) return {};
    return fail("policy '" + std::string(key) +
                "' needs the rewards of all exits beforehand, so it plays on tables only");
}

}  // namespace

Result<void> FixedPolicy::check(const PolicySetup& setup, const NoParameters&) {
    if (setup.fixedLayer <= setup.exits) return {};
    return fail("fixed_layer is " + std::to_string(setup.fixedLayer) + ", but the source has " +
                std::to_string(setup.exits) + " exits");
}

BestPolicy::BestPolicy(const PolicySetup& setup, const NoParameters&)
    : FixedPolicy(bestLayerOverRun(setup.experiment, kInfo.key, setup.world)) {}

Result<void> BestPolicy::check(const PolicySetup& setup, const NoParameters&) {
    if (auto table = needTable(setup, kInfo.key); !table) return table;
    constexpr int kMostSteps = 1'000'000;
    const std::int64_t rounds = roundsOf(setup.experiment, setup.world);
    const auto schedule = Schedule::of(setup.experiment, rounds);
    if (!schedule) return tl::unexpected(schedule.error());
    int steps = 0;
    for (std::int64_t t = 1; t <= rounds; t = schedule->nextChange(t))
        if (++steps > kMostSteps)
            return fail(
                "policy 'best' adds up every round of a ramp beforehand, but the schedule's ramps "
                "have more than 1,000,000: shorten them");
    return {};
}

Result<void> OraclePolicy::check(const PolicySetup& setup, const NoParameters&) {
    return needTable(setup, kInfo.key);
}

Choice OraclePolicy::choose(const Round& round, Rng&) const {
    const auto all = world_->observe({round.row, exits_, 0, Look::UpToSplitAndFinal});
    if (!all) return {exits_, round.alpha};
    const double final = all->confidence(exits_);
    const int arm = largestArm(exits_, [&](int i) {
        return rewardAt(i + 1, all->confidence(i + 1), final, round.alpha, round.costs);
    });
    return {arm + 1, round.alpha};
}

}  // namespace splitee
