// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/fixed_rules.h"

namespace splitee {
namespace {

Result<void> needTable(const PolicySetup& setup, std::string_view key) {
    if (setup.world.allows(Feedback::UpToSplitAndFinal)) return {};
    return fail("policy '" + std::string(key) +
                "' needs the rewards of all exits beforehand, so it plays on tables only");
}

}  // namespace

Result<void> needsExitBehind(const PolicySetup& setup, std::string_view key) {
    if (setup.fixedLayer < setup.exits) return {};
    return fail(std::string(key) + " needs an exit before the final one, but fixed_layer is " +
                std::to_string(setup.fixedLayer) + " and the source has " +
                std::to_string(setup.exits) + (setup.exits == 1 ? " exit" : " exits"));
}

Result<void> FixedPolicy::check(const PolicySetup& setup, const NoParameters&) {
    if (setup.fixedLayer <= setup.exits) return {};
    return fail("fixed_layer is " + std::to_string(setup.fixedLayer) + ", but the source has " +
                std::to_string(setup.exits) + " exits");
}

BestPolicy::BestPolicy(const PolicySetup& setup, const NoParameters&)
    : FixedPolicy(setup.bestSplit(kInfo.key)) {}

Result<void> BestPolicy::check(const PolicySetup& setup, const NoParameters&) {
    return needTable(setup, kInfo.key);
}

Result<void> OraclePolicy::check(const PolicySetup& setup, const NoParameters&) {
    return needTable(setup, kInfo.key);
}

Choice OraclePolicy::choose(const Round& round, Rng&) const {
    const auto all = world_->observe({round.row, {exits_, 0}, Feedback::UpToSplitAndFinal});
    if (!all) return {exits_, round.alpha};
    const double final = all->confidence(exits_);
    const int arm = largestArm(exits_, [&](int i) {
        return rewardAt(i + 1, all->confidence(i + 1), final, round.alpha, round.costs);
    });
    return {arm + 1, round.alpha};
}

Result<void> CloudOnlyPolicy::check(const PolicySetup& setup, const NoParameters&) {
    if (setup.costs.input) return {};
    return fail("policy '" + std::string(kInfo.key) +
                "' sends the input itself, and offload_per_layer does not say what that costs: put "
                "input=COST before the layers");
}

}  // namespace splitee
