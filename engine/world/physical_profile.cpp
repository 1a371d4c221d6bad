// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/physical_profile.h"

#include <cmath>

namespace splitee {
namespace {

constexpr double kBitsPerByte = 8;
constexpr double kMegabitsPerSecondToBitsPerMillisecond = 1000;

double depthOf(std::span<const double> depth, int layer) {
    return layer == 0 ? 0 : depth[static_cast<std::size_t>(layer - 1)];
}

double sumOf(const std::vector<double>& stages, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += stages[i];
    return sum;
}

// Of layers `layer` + 1 .. L, by one λ's time.
double cloudMillisecondsAfter(const PhysicalProfile& profile, std::span<const double> depth,
                              int layer) {
    const auto first = static_cast<std::size_t>(layer);
    if (profile.cloudMilliseconds.size() == depth.size())
        return sumOf(profile.cloudMilliseconds, first, depth.size());
    if (profile.stageMilliseconds.size() == depth.size())
        return sumOf(profile.stageMilliseconds, first, depth.size()) / profile.cloudSpeed;
    return (depth.back() - depthOf(depth, layer)) * profile.layerMilliseconds / profile.cloudSpeed;
}

// What one offload takes, in what one λ stands for.
double offloadOf(const PhysicalProfile& profile, std::span<const double> depth, int layer) {
    if (profile.unit == CostUnit::Time)
        return offloadMilliseconds(profile, depth, layer) / profile.layerMilliseconds;
    return profile.cutBytes[static_cast<std::size_t>(layer)] * profile.energyPerByte /
           (profile.energyPerMillisecond * profile.layerMilliseconds);
}

}  // namespace

double deviceMilliseconds(const PhysicalProfile& profile, std::span<const double> depth,
                          int layer) {
    if (profile.stageMilliseconds.size() == depth.size())
        return sumOf(profile.stageMilliseconds, 0, static_cast<std::size_t>(layer));
    return depthOf(depth, layer) * profile.layerMilliseconds;
}

double offloadMilliseconds(const PhysicalProfile& profile, std::span<const double> depth,
                           int layer) {
    const double bytes = profile.cutBytes[static_cast<std::size_t>(layer)];
    const double sending =
        bytes * kBitsPerByte / (profile.megabitsPerSecond * kMegabitsPerSecondToBitsPerMillisecond);
    return sending + profile.roundTripMilliseconds + cloudMillisecondsAfter(profile, depth, layer);
}

double latencyMilliseconds(const PhysicalProfile& profile, std::span<const double> depth, int layer,
                           bool exited, ExitsEvaluated evaluated) {
    const int looks = evaluated == ExitsEvaluated::UpToSplit || layer == 0 ? layer : 1;
    const double device =
        deviceMilliseconds(profile, depth, layer) + looks * profile.exitMilliseconds;
    return exited ? device : device + offloadMilliseconds(profile, depth, layer);
}

CostWeights costWeightsOf(const PhysicalProfile& profile, std::span<const double> depth,
                          double mu) {
    const int exits = static_cast<int>(depth.size());
    CostWeights weights{mu, 1, profile.exitMilliseconds / profile.layerMilliseconds, 0};
    double sum = 0;
    for (int layer = 1; layer < exits; ++layer) {
        weights.layerOffloads.layers.push_back(offloadOf(profile, depth, layer));
        sum += weights.layerOffloads.layers.back();
    }
    weights.layerOffloads.layers.push_back(0);
    weights.offload = exits > 1 ? sum / (exits - 1) : 0;
    if (!std::isnan(profile.cutBytes.front()))
        weights.layerOffloads.input = offloadOf(profile, depth, 0);
    if (profile.stageMilliseconds.size() == depth.size())
        for (int layer = 1; layer <= exits; ++layer)
            weights.layerComputing.push_back(deviceMilliseconds(profile, depth, layer) /
                                             profile.layerMilliseconds);
    return weights;
}

}  // namespace splitee
