// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/policy_setup.h"

#include "engine/policies/policy_list.h"
#include "engine/run/policy_entry.h"
#include "engine/run/regret.h"
#include "engine/run/schedule.h"

namespace splitee {
namespace {

Result<void> checkScheduleLength(const Experiment& experiment, std::string_view key,
                                 const World& world) {
    constexpr int kMostSteps = 1'000'000;
    const std::int64_t rounds = roundsOf(experiment, world);
    const auto schedule = Schedule::of(experiment, rounds);
    if (!schedule) return tl::unexpected(schedule.error());
    int steps = 0;
    for (std::int64_t t = 1; t <= rounds; t = schedule->nextChange(t))
        if (++steps > kMostSteps)
            return fail("policy '" + std::string(key) +
                        "' adds up every round of a ramp beforehand, but the schedule's ramps "
                        "have more than 1,000,000: shorten them");
    return {};
}

}  // namespace

PolicySetup setupOf(const Experiment& experiment, World& world, const CostTable& costs) {
    return {world.exits(),
            experiment.beta,
            static_cast<int>(experiment.fixedLayer),
            experiment.side,
            world,
            costs,
            [&](std::string_view key) { return bestLayerOverRun(experiment, key, world); },
            experiment.rules};
}

Result<void> checkPolicy(const Experiment& experiment, std::string_view key, World& world) {
    const Experiment own = settingsOf(experiment, key);
    const CostTable costs = makeCostTable(own.costWeights(), world.depth(), exitsEvaluated(key));
    Result<void> allowed;
    withPolicyType(key, own.side, [&]<class P>(std::type_identity<P>) {
        if constexpr (requires { &P::check; })
            allowed = P::check(setupOf(own, world, costs),
                               std::get<typename P::Parameters>(own.policyParameters));
        if constexpr (requires { P::kReadsWholeSchedule; })
            if (allowed) allowed = checkScheduleLength(own, key, world);
    });
    return allowed;
}

}  // namespace splitee
