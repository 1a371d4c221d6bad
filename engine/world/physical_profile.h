// SPDX-License-Identifier: GPL-3.0-or-later
// PhysicalProfile gives the times and the energy of computing and sending, from which λ and o
// follow.
#pragma once

#include <span>
#include <vector>

#include "engine/world/costs.h"

namespace splitee {

/// What costs stand for.
enum class CostUnit {
    Time,    ///< until the answer is there
    Energy,  ///< of the device: computing and sending; waiting counts nothing
};

/// A device, a cloud and the link between them. One λ is what one unit of depth takes on the
/// device.
struct PhysicalProfile {
    double layerMilliseconds = 5;       ///< one unit of depth on the device, > 0
    double exitMilliseconds = 0.5;      ///< evaluating one exit on the device, >= 0
    double cloudSpeed = 10;             ///< the cloud computes so many times as fast, > 0
    double megabitsPerSecond = 10;      ///< of the link, > 0
    double roundTripMilliseconds = 20;  ///< >= 0
    std::vector<double> cutBytes;       ///< [L + 1] what is sent after layer i; 0: the input
                                        ///< itself, NaN where that is not known
    std::vector<double> stageMilliseconds = {};  ///< [L] layer i alone on the device; empty: by the
                                                 ///< depths
    std::vector<double> cloudMilliseconds =
        {};  ///< [L] likewise on the cloud; empty: by cloudSpeed
    CostUnit unit = CostUnit::Time;
    double energyPerMillisecond = 0;  ///< of the device while it computes, in any unit; > 0 for
                                      ///< Energy
    double energyPerByte = 0;         ///< sent, in that unit

    friend bool operator==(const PhysicalProfile&, const PhysicalProfile&) = default;
};

/// Computing layers 1..`layer` on the device, without exits. `depth`: [L].
[[nodiscard]] double deviceMilliseconds(const PhysicalProfile& profile,
                                        std::span<const double> depth, int layer);

/// Sending on after `layer` (0..L), until the answer is back: link, round trip and the cloud's
/// computing. `depth`: [L].
[[nodiscard]] double offloadMilliseconds(const PhysicalProfile& profile,
                                         std::span<const double> depth, int layer);

/// A sample that was split at `layer` (0: nothing was computed on the device) and left there or was
/// sent on.
[[nodiscard]] double latencyMilliseconds(const PhysicalProfile& profile,
                                         std::span<const double> depth, int layer, bool exited,
                                         ExitsEvaluated evaluated);

/// λ1 = 1, λ2 and o of every layer in that unit: offloadMilliseconds() or the energy of sending,
/// over what one λ takes; of layer L, after which nothing is sent, 0. `offload`, the one number, is
/// their mean over the cuts 1..L-1. Computing follows the stages where they are known. mu is `mu`.
[[nodiscard]] CostWeights costWeightsOf(const PhysicalProfile& profile,
                                        std::span<const double> depth, double mu);

}  // namespace splitee
