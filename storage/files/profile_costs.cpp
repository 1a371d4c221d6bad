// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/files/profile_costs.h"

#include <nlohmann/json.hpp>

#include "storage/files/cost_profile.h"

namespace splitee {

Result<void> takeProfile(const PhysicalProfile& profile, Experiment& experiment) {
    const auto costs = costsOf(profile);
    if (!costs) return tl::unexpected(costs.error());
    experiment.takeCosts(*costs);
    return {};
}

Result<void> takeProfile(const nlohmann::json& part, Experiment& experiment) {
    if (experiment.offloadsPerLayer() || !experiment.computePerLayer.empty())
        return fail(
            "costs and offload_per_layer or compute_per_layer exclude each other: a profile says "
            "both");
    if (part.is_string()) {
        const auto profile = readCostProfile(part.get<std::string>());
        if (!profile) return tl::unexpected(profile.error());
        return takeProfile(*profile, experiment);
    }
    if (!part.is_object())
        return fail("costs must be the name of a profile's file in quotes, or what it holds");
    const auto profile = costProfileFrom(part);
    if (!profile) return fail("costs: " + profile.error().message);
    if (auto taken = takeProfile(*profile, experiment); !taken)
        return fail("costs: " + taken.error().message);
    return {};
}

}  // namespace splitee
