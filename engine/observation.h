// What one round revealed, and what it earned.
#pragma once

#include <cassert>
#include <cstdint>

#include "engine/costs.h"

namespace splitee {

/// The exits' answers that this round really revealed. Asking for another one is a programming error.
/// Points into the world's memory: valid until the world observes again.
class Observation {
public:
    Observation(const double* confidence, const std::int16_t* prediction, int exits, std::uint64_t revealed)
        : confidence_(confidence), prediction_(prediction), exits_(exits), revealed_(revealed) {}

    [[nodiscard]] int exits() const { return exits_; }
    [[nodiscard]] bool reveals(int layer) const { return ((revealed_ >> (layer - 1)) & 1U) != 0; }
    [[nodiscard]] bool revealsFinal() const { return reveals(exits_); }
    /// Largest softmax value at the exit of `layer` (1..L).
    [[nodiscard]] double confidence(int layer) const {
        assert(reveals(layer));
        return confidence_[layer - 1];
    }
    [[nodiscard]] int prediction(int layer) const {
        assert(reveals(layer));
        return prediction_[layer - 1];
    }

private:
    const double* confidence_;
    const std::int16_t* prediction_;
    int exits_;
    std::uint64_t revealed_;   // bit layer - 1
};

/// What became of a sample and what it earned (PAPERS 1).
struct Outcome {
    bool exited = false;        ///< left on the device (C_i >= alpha, or i = L); else offloaded
    int prediction = 0;         ///< the answer given: exit i's, or exit L's after an offload
    double reward = 0;          ///< r(i)
    double computeCost = 0;     ///< gamma_i
    double offloadCost = 0;     ///< o, or 0
    [[nodiscard]] double cost() const { return computeCost + offloadCost; }
};

/// r(i) of PAPERS 1 from the confidences that decide it; `final` matters only when the sample is offloaded.
[[nodiscard]] inline double rewardAt(int layer, double confidence, double final, double threshold, const CostTable& costs) {
    if (confidence >= threshold || layer == costs.exits()) return confidence - costs.mu * costs.gamma(layer);
    return final - costs.mu * (costs.gamma(layer) + costs.offload);
}

/// One sample at split layer `split`: does it leave or is it offloaded, and what does that earn? Pure.
[[nodiscard]] inline Outcome play(const Observation& seen, int split, double threshold, const CostTable& costs) {
    const double confidence = seen.confidence(split);
    const bool exited = confidence >= threshold || split == seen.exits();
    const int answering = exited ? split : seen.exits();
    return {exited, seen.prediction(answering), rewardAt(split, confidence, exited ? 0 : seen.confidence(answering), threshold, costs),
            costs.gamma(split), exited ? 0 : costs.offload};
}

}  // namespace splitee
