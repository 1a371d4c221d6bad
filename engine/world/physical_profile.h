// SPDX-License-Identifier: GPL-3.0-or-later
// PhysicalProfile gives the times of computing and sending, in milliseconds, from which λ and o
// follow.
#pragma once

#include <span>
#include <vector>

#include "engine/world/costs.h"

namespace splitee {

/// A device, a cloud and the link between them. One λ is what one unit of depth takes on the
/// device.
struct PhysicalProfile {
    double layerMilliseconds = 5;       ///< one unit of depth on the device, > 0
    double exitMilliseconds = 0.5;      ///< evaluating one exit on the device, >= 0
    double cloudSpeed = 10;             ///< the cloud computes so many times as fast, > 0
    double megabitsPerSecond = 10;      ///< of the link, > 0
    double roundTripMilliseconds = 20;  ///< >= 0
    std::vector<double> cutBytes;       ///< [L + 1] what is sent after layer i; 0: the input itself

    friend bool operator==(const PhysicalProfile&, const PhysicalProfile&) = default;
};

/// Sending on after `layer` (0..L), until the answer is back: link, round trip and the cloud's
/// computing. `depth`: [L].
[[nodiscard]] double offloadMilliseconds(const PhysicalProfile& profile,
                                         std::span<const double> depth, int layer);

/// A sample that was split at `layer` (0: nothing was computed on the device) and left there or was
/// sent on.
[[nodiscard]] double latencyMilliseconds(const PhysicalProfile& profile,
                                         std::span<const double> depth, int layer, bool exited,
                                         ExitsEvaluated evaluated);

/// λ1 = 1, λ2 and o in that unit; o, which is one number for all layers, is the mean over the
/// cuts 1..L-1. mu is `mu`.
[[nodiscard]] CostWeights costWeightsOf(const PhysicalProfile& profile,
                                        std::span<const double> depth, double mu);

}  // namespace splitee
