// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/costs.h"

namespace splitee {

CostTable makeCostTable(const CostWeights& weights, std::span<const double> depth,
                        ExitsEvaluated evaluated) {
    CostTable table{weights.mu, weights.offload, {}};
    for (std::size_t i = 0; i < depth.size(); ++i) {
        const double evaluations =
            evaluated == ExitsEvaluated::UpToSplit ? static_cast<double>(i + 1) : 1.0;
        table.compute.push_back(weights.lambda1 * depth[i] + weights.lambda2 * evaluations);
    }
    return table;
}

}  // namespace splitee
