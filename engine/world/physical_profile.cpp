// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/physical_profile.h"

namespace splitee {
namespace {

constexpr double kBitsPerByte = 8;
constexpr double kMegabitsPerSecondToBitsPerMillisecond = 1000;

double depthOf(std::span<const double> depth, int layer) {
    return layer == 0 ? 0 : depth[static_cast<std::size_t>(layer - 1)];
}

}  // namespace

double offloadMilliseconds(const PhysicalProfile& profile, std::span<const double> depth,
                           int layer) {
    const double bytes = profile.cutBytes[static_cast<std::size_t>(layer)];
    const double sending =
        bytes * kBitsPerByte / (profile.megabitsPerSecond * kMegabitsPerSecondToBitsPerMillisecond);
    const double computing =
        (depth.back() - depthOf(depth, layer)) * profile.layerMilliseconds / profile.cloudSpeed;
    return sending + profile.roundTripMilliseconds + computing;
}

double latencyMilliseconds(const PhysicalProfile& profile, std::span<const double> depth, int layer,
                           bool exited, ExitsEvaluated evaluated) {
    const int looks = evaluated == ExitsEvaluated::UpToSplit || layer == 0 ? layer : 1;
    const double device =
        depthOf(depth, layer) * profile.layerMilliseconds + looks * profile.exitMilliseconds;
    return exited ? device : device + offloadMilliseconds(profile, depth, layer);
}

CostWeights costWeightsOf(const PhysicalProfile& profile, std::span<const double> depth,
                          double mu) {
    const int cuts = static_cast<int>(depth.size()) - 1;
    double sum = 0;
    for (int layer = 1; layer <= cuts; ++layer) sum += offloadMilliseconds(profile, depth, layer);
    const double offload = cuts > 0 ? sum / cuts : 0;
    return {mu, 1, profile.exitMilliseconds / profile.layerMilliseconds,
            offload / profile.layerMilliseconds};
}

}  // namespace splitee
