// SPDX-License-Identifier: GPL-3.0-or-later
// CostTable holds the costs of a split layer (SplitEE, arXiv 2309.09195).
#pragma once

#include <span>
#include <vector>

#include "engine/world/exit_table.h"

namespace splitee {

/// How many exits a policy evaluates on the device: only the one at the split (SplitEE), or every
/// one up to it (SplitEE-S). It decides gamma and what the policy may learn from a round.
enum class ExitsEvaluated { AtSplit, UpToSplit };

/// In multiples of lambda; mu turns cost into reward.
struct CostWeights {
    double mu = 0.1;
    double lambda1 = 1;  ///< a layer computed
    double lambda2 = 0;  ///< an exit evaluated
    double offload = 5;  ///< o, sending a sample on
};

/// Costs per split layer, and the reward they enter.
struct CostTable {
    double mu = 0;
    double offload = 0;           ///< o
    std::vector<double> compute;  ///< [L] gamma_i
    [[nodiscard]] double gamma(int layer) const {
        return compute[static_cast<std::size_t>(layer - 1)];
    }
    [[nodiscard]] int exits() const { return static_cast<int>(compute.size()); }
};

/// gamma_i = lambda1 * d_i + lambda2 (AtSplit) or lambda1 * d_i + lambda2 * i (UpToSplit); `depth`:
/// [L].
[[nodiscard]] CostTable makeCostTable(const CostWeights& weights, std::span<const double> depth,
                                      ExitsEvaluated evaluated);

}  // namespace splitee
