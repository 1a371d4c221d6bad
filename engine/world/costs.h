// SPDX-License-Identifier: GPL-3.0-or-later
// CostTable holds the costs of a split layer (SplitEE, arXiv 2309.09195).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/world/exit_table.h"

namespace splitee {

/// How many exits a policy evaluates on the device: only the one at the split (SplitEE), or every
/// one up to it (SplitEE-S). It decides gamma and what the policy may learn from a round.
enum class ExitsEvaluated { AtSplit, UpToSplit };

/// What an offload costs at each cut of a network: the paper's one number o, layer by layer.
struct LayerOffloads {
    std::vector<double> layers;   ///< [L] o_i, in lambda; empty: one number for all layers
    std::optional<double> input;  ///< o_0, sending the input itself; none where it is not known

    friend bool operator==(const LayerOffloads&, const LayerOffloads&) = default;
};

/// In multiples of lambda; mu turns cost into reward.
struct CostWeights {
    double mu = 0.1;
    double lambda1 = 1;        ///< a layer computed
    double lambda2 = 0;        ///< an exit evaluated
    double offload = 5;        ///< o, sending a sample on, where no layer has its own
    double offloadFactor = 1;  ///< on every o
    LayerOffloads layerOffloads = {};
    std::vector<double> layerComputing = {};  ///< [L] in place of the depths d_i; empty: those

    friend bool operator==(const CostWeights&, const CostWeights&) = default;
};

/// Costs per split layer, and the reward they enter.
struct CostTable {
    double mu = 0;
    std::vector<double> compute;  ///< [L] gamma_i
    std::vector<double> offload;  ///< [L] o_i; nothing is sent on after layer L
    std::optional<double> input;  ///< o_0; none: no policy may send the input
    [[nodiscard]] double gamma(int layer) const {
        return compute[static_cast<std::size_t>(layer - 1)];
    }
    /// What sending a sample on after `layer` costs; 0: the input, which must be known.
    [[nodiscard]] double offloadAt(int layer) const {
        return layer == 0 ? *input : offload[static_cast<std::size_t>(layer - 1)];
    }
    [[nodiscard]] int exits() const { return static_cast<int>(compute.size()); }

    friend bool operator==(const CostTable&, const CostTable&) = default;
};

/// gamma_i = lambda1 * c_i + lambda2 (AtSplit) or lambda1 * c_i + lambda2 * i (UpToSplit), with c =
/// computingOf(); o_i = offloadFactor * the layer's own o, or the one number. `depth`: [L]. Values
/// of layers that are not as many as `depth` count as not given (validate() refuses them).
[[nodiscard]] CostTable makeCostTable(const CostWeights& weights, std::span<const double> depth,
                                      ExitsEvaluated evaluated);

/// [L] what lambda1 multiplies: the weights' own, or `depth`.
[[nodiscard]] std::span<const double> computingOf(const CostWeights& weights,
                                                  std::span<const double> depth);

}  // namespace splitee
