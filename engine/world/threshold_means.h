// SPDX-License-Identifier: GPL-3.0-or-later
// ThresholdMeans gives the mean reward of each fixed split under any threshold from one reading of
// the source. Ramps of alpha need it: reading every sample again each round would take longer than
// the run.
#pragma once

#include <vector>

#include "engine/world/world.h"

namespace splitee {

/// Means over a source under one threshold, from which E r(i) follows for any costs.
struct LayerMeans {
    std::vector<double> confidence;  ///< [L] of the exit that answers
    std::vector<double> exited;      ///< [L] share
};

/// Reads every sample of the source shown; the world must show every exit (a replay). O(samples *
/// L).
[[nodiscard]] LayerMeans layerMeans(World& world, double alpha);

/// The same for many thresholds: O(samples * L log samples) once, then O(L log samples) each. 16
/// bytes a sample and layer.
class ThresholdMeans {
public:
    explicit ThresholdMeans(World& world);
    [[nodiscard]] LayerMeans at(double alpha) const;

private:
    struct Layer {
        std::vector<double> confidence;  // falling
        std::vector<double> gain;        // [k] sum over the k most confident samples of C_i - C_L
    };
    std::vector<Layer> layers_;  // [L - 1]
    double finalSum_ = 0;
    double samples_;
};

}  // namespace splitee
