// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/costs.h"

namespace splitee {

std::span<const double> computingOf(const CostWeights& weights, std::span<const double> depth) {
    return weights.layerComputing.size() == depth.size() ? std::span(weights.layerComputing)
                                                         : depth;
}

CostTable makeCostTable(const CostWeights& weights, std::span<const double> depth,
                        ExitsEvaluated evaluated) {
    const auto computing = computingOf(weights, depth);
    const LayerOffloads& own = weights.layerOffloads;
    const bool perLayer = !own.layers.empty() && own.layers.size() == depth.size();
    CostTable table{weights.mu, {}, {}, {}};
    for (std::size_t i = 0; i < depth.size(); ++i) {
        const double evaluations =
            evaluated == ExitsEvaluated::UpToSplit ? static_cast<double>(i + 1) : 1.0;
        table.compute.push_back(weights.lambda1 * computing[i] + weights.lambda2 * evaluations);
        table.offload.push_back(weights.offloadFactor *
                                (perLayer ? own.layers[i] : weights.offload));
    }
    if (!perLayer)
        table.input = weights.offloadFactor * weights.offload;
    else if (own.input)
        table.input = weights.offloadFactor * *own.input;
    return table;
}

}  // namespace splitee
