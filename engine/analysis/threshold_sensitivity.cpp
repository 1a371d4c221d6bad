// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/threshold_sensitivity.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

constexpr std::int64_t kRowsBetweenStops = 8192;

// The highest threshold of the grid at which a sample of this confidence still leaves.
int highestStep(double confidence) {
    constexpr int kSteps = ThresholdSensitivity::kSteps;
    int step = std::clamp(static_cast<int>(confidence * kSteps), 0, kSteps);
    while (step < kSteps && ThresholdSensitivity::alphaAt(step + 1) <= confidence) ++step;
    while (step > 0 && ThresholdSensitivity::alphaAt(step) > confidence) --step;
    return step;
}

}  // namespace

int ThresholdSensitivity::stepOf(double alpha) {
    return std::clamp(static_cast<int>(std::lround(alpha * kSteps)), 0, kSteps);
}

Result<ThresholdSensitivity> ThresholdSensitivity::of(const ExitTable& table,
                                                      std::stop_token stop) {
    ThresholdSensitivity made;
    made.exits_ = table.exits;
    made.samples_ = table.samples();
    const auto layers = static_cast<std::size_t>(table.exits - 1);
    made.leaving_.resize(layers * (kSteps + 1));
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        if (row % kRowsBetweenStops == 0 && stop.stop_requested()) return fail("cancelled");
        const auto confidence = table.confidencesOf(row);
        const auto prediction = table.predictionsOf(row);
        const std::int32_t label = table.label[static_cast<std::size_t>(row)];
        const int finalRight = label >= 0 && prediction.back() == label ? 1 : 0;
        made.labelled_ += label >= 0 ? 1 : 0;
        made.finalRight_ += finalRight;
        made.finalConfidence_ += confidence.back();
        for (std::size_t i = 0; i < layers; ++i) {
            Leaving& at = made.leaving_[i * (kSteps + 1) +
                                        static_cast<std::size_t>(highestStep(confidence[i]))];
            ++at.samples;
            at.confidence += confidence[i] - confidence.back();
            if (label >= 0) at.right += (prediction[i] == label ? 1 : 0) - finalRight;
        }
    }
    for (std::size_t i = 0; i < layers; ++i)  // who leaves at a threshold leaves at all below it
        for (int step = kSteps; step > 0; --step) {
            const Leaving& above = made.leaving_[i * (kSteps + 1) + static_cast<std::size_t>(step)];
            Leaving& at = made.leaving_[i * (kSteps + 1) + static_cast<std::size_t>(step - 1)];
            at.samples += above.samples;
            at.confidence += above.confidence;
            at.right += above.right;
        }
    return made;
}

ThresholdFigures ThresholdSensitivity::at(int layer, int step, const CostTable& costs) const {
    const auto n = static_cast<double>(std::max<std::int64_t>(1, samples_));
    const Leaving all{samples_, 0, 0};
    const Leaving& leaves = layer == exits_ ? all : leaving(layer, step);
    ThresholdFigures figures;
    figures.offloaded = 1 - static_cast<double>(leaves.samples) / n;
    figures.cost = costs.gamma(layer) + costs.offloadAt(layer) * figures.offloaded;
    figures.reward = (finalConfidence_ + leaves.confidence) / n - costs.mu * figures.cost;
    if (labelled_ > 0)
        figures.accuracy =
            static_cast<double>(finalRight_ + leaves.right) / static_cast<double>(labelled_);
    return figures;
}

int ThresholdSensitivity::bestLayer(int step, const CostTable& costs) const {
    int best = 1;
    double most = at(1, step, costs).reward;
    for (int layer = 2; layer <= exits_; ++layer)
        if (const double reward = at(layer, step, costs).reward; reward > most) {
            most = reward;
            best = layer;
        }
    return best;
}

}  // namespace splitee
