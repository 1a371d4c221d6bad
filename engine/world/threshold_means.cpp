// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/world/threshold_means.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace splitee {

LayerMeans layerMeans(World& world, double alpha) {
    const int exits = world.exits();
    LayerMeans means{std::vector<double>(static_cast<std::size_t>(exits)),
                     std::vector<double>(static_cast<std::size_t>(exits))};
    for (std::int64_t row = 0; row < world.samples(); ++row) {
        const auto seen = world.observe({row, {exits, alpha}, Feedback::UpToSplitAndFinal});
        if (!seen) return means;
        for (int layer = 1; layer <= exits; ++layer) {
            const bool exited = layer == exits || seen->confidence(layer) >= alpha;
            means.confidence[static_cast<std::size_t>(layer - 1)] +=
                seen->confidence(exited ? layer : exits);
            means.exited[static_cast<std::size_t>(layer - 1)] += exited ? 1 : 0;
        }
    }
    const auto n = static_cast<double>(world.samples());
    for (std::size_t i = 0; i < means.exited.size(); ++i) {
        means.confidence[i] /= n;
        means.exited[i] /= n;
    }
    return means;
}

ThresholdMeans::ThresholdMeans(World& world)
    : layers_(static_cast<std::size_t>(world.exits() - 1)),
      samples_(static_cast<double>(world.samples())) {
    const int exits = world.exits();
    std::vector<std::pair<double, double>> both(
        static_cast<std::size_t>(world.samples()));  // C_i, C_L
    for (int layer = 1; layer < exits; ++layer) {
        finalSum_ = 0;
        for (std::int64_t row = 0; row < world.samples(); ++row) {
            const auto seen = world.observe({row, {exits, 0}, Feedback::UpToSplitAndFinal});
            if (!seen) return;
            both[static_cast<std::size_t>(row)] = {seen->confidence(layer),
                                                   seen->confidence(exits)};
            finalSum_ += seen->confidence(exits);
        }
        std::ranges::sort(both, std::greater<>());
        Layer& sorted = layers_[static_cast<std::size_t>(layer - 1)];
        sorted.gain.push_back(0);
        for (const auto& [confidence, final] : both) {
            sorted.confidence.push_back(confidence);
            sorted.gain.push_back(sorted.gain.back() + confidence - final);
        }
    }
}

LayerMeans ThresholdMeans::at(double alpha) const {
    LayerMeans means;
    for (const Layer& layer : layers_) {
        const auto end = std::ranges::partition_point(
            layer.confidence, [&](double confidence) { return confidence >= alpha; });
        const auto leaving = static_cast<std::size_t>(end - layer.confidence.begin());
        means.confidence.push_back((finalSum_ + layer.gain[leaving]) / samples_);
        means.exited.push_back(static_cast<double>(leaving) / samples_);
    }
    means.confidence.push_back(finalSum_ / samples_);
    means.exited.push_back(1);
    return means;
}

}  // namespace splitee
