// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/experiment.h"

#include <algorithm>

#include "engine/policies/policy_info.h"
#include "engine/run/policy_entry.h"
#include "engine/run/policy_setup.h"
#include "engine/run/schedule.h"
#include "engine/world/layer_costs.h"
#include "engine/world/temperature.h"

namespace splitee {

const Experiment& firstDefaults() {
    static const Experiment first = [] {
        Experiment e;
        e.rules = 1;
        auto& nonstationary = std::get<NonstationaryParameters>(e.policyParameters);
        nonstationary.window = 1000;
        nonstationary.radiusScale = 0.6;
        nonstationary.discount = 0.999;
        nonstationary.cusumSamples = 50;
        nonstationary.cusumEpsilon = 0.05;
        nonstationary.cusumThreshold = 5;
        nonstationary.detectionWindow = 100;
        nonstationary.detectionThreshold = 8;
        std::get<Exp3Parameters>(e.policyParameters) = {0.05, 0.001};
        return e;
    }();
    return first;
}

CostWeights Experiment::costWeights() const {
    CostWeights weights{mu, lambda1, lambda2, offload, offloadFactor};
    if (!offloadPerLayer.empty())
        weights.layerOffloads = parseLayerOffloads(offloadPerLayer).value_or(LayerOffloads());
    if (!computePerLayer.empty())
        weights.layerComputing =
            parseLayerComputing(computePerLayer).value_or(std::vector<double>());
    return weights;
}

void Experiment::takeCosts(const CostWeights& weights) {
    LayerOffloads offloads = weights.layerOffloads;
    std::vector<double> computing = weights.layerComputing;
    for (double& value : offloads.layers) value = writtenCost(value);
    for (double& value : computing) value = writtenCost(value);
    if (offloads.input) offloads.input = writtenCost(*offloads.input);
    lambda1 = weights.lambda1;
    lambda2 = writtenCost(weights.lambda2);
    offload = writtenCost(weights.offload);
    offloadPerLayer = layerOffloadsText(offloads);
    computePerLayer = layerNumbersText(computing);
}

Result<std::vector<std::string>> policiesOf(const Experiment& experiment) {
    auto entries = entriesIn(experiment);
    if (!entries || std::ranges::none_of(*entries, hasOwnParameters)) return entries;
    if (auto different = checkDifferent(experiment, *entries); !different)
        return tl::unexpected(different.error());
    return entries;
}

Result<void> validate(const Experiment& experiment, World& world) {
    if (auto ranges = checkFields(experiment); !ranges) return ranges;
    constexpr std::uint64_t kLastSeed = 9'007'000'000'000'000;
    if (experiment.seed + static_cast<std::uint64_t>(experiment.seeds - 1) > kLastSeed)
        return fail("seed is " + std::to_string(experiment.seed) + ", but the last of " +
                    std::to_string(experiment.seeds) + " seeds must be at most " +
                    std::to_string(kLastSeed));
    const auto keys = policiesOf(experiment);
    if (!keys) return tl::unexpected(keys.error());
    if (auto fits =
            checkLayerCosts(experiment.offloadPerLayer, experiment.computePerLayer, world.exits());
        !fits)
        return fits;
    const auto schedule =
        Schedule::of(experiment, experiment.rounds > 0 ? experiment.rounds : world.samples());
    if (!schedule) return tl::unexpected(schedule.error());
    if (schedule->sources().size() > world.sources())
        return fail("schedule changes the source to '" + schedule->sources()[1] +
                    "', which has not been opened: name a table of the same samples or, live, a "
                    "distortion");
    if (auto tempered = parseTemperatures(experiment.temperature, world.exits()); !tempered)
        return tl::unexpected(tempered.error());
    if (!world.allows(Feedback::UpToSplitAndFinal) && experiment.temperature != "1")
        return fail(
            "temperature corrects the confidences of a recorded table, so a live run refuses it: "
            "leave it at 1, or replay a table");
    for (const std::string& key : *keys) {
        if (!world.allows(feedbackOf(experiment, key)))
            return fail(
                "side 'released' uses the final exit's confidence where a device never computed "
                "it, so a live run "
                "refuses it: choose observed or corrected, or replay a table");
        if (auto allowed = checkPolicy(experiment, key, world); !allowed) return allowed;
    }
    return {};
}

ExitsEvaluated exitsEvaluated(std::string_view policy) {
    const PolicyInfo* info = findPolicy(policy);
    return info == nullptr ? ExitsEvaluated::AtSplit : info->evaluated;
}

Feedback feedbackOf(const Experiment& experiment, std::string_view policy) {
    const PolicyInfo* info = findPolicy(policy);
    if (info == nullptr) return Feedback::AtSplit;
    const bool released = hasOwnParameters(policy)
                              ? settingsOf(experiment, policy).side == "released"
                              : experiment.side == "released";
    return info->feedback == Feedback::UpToSplit && released ? Feedback::UpToSplitAndFinal
                                                             : info->feedback;
}

}  // namespace splitee
