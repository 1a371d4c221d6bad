// SPDX-License-Identifier: GPL-3.0-or-later
// Choice, Observation and Outcome: what a policy decides before a sample is seen, what the round
// then reveals, and what it earns (SplitEE, arXiv 2309.09195).
#pragma once

#include <cassert>
#include <cstdint>

#include "engine/world/costs.h"

namespace splitee {

/// When a sample leaves on the device.
enum class Leave {
    AtSplit,         ///< at the split if C >= threshold: the only exit that decides
    FirstConfident,  ///< at the first exit with C >= threshold
    FirstCertain,    ///< at the first exit with entropy < threshold, in nats
    FirstAgreeing,   ///< at the first exit that agrees with the `patience` exits before it
};

/// Which exit answers an offloaded sample.
enum class AnsweringExit {
    Final,          ///< exit L
    MoreConfident,  ///< exit L where it is more confident than the one on the device
};

/// What a policy chooses for a round, before it sees the sample.
struct Choice {
    int split = 1;  ///< the last layer the device may compute, 1..L; 0: offload the input at once
    double threshold = 0;  ///< alpha, or nats for FirstCertain
    Leave leave = Leave::AtSplit;
    int patience = 0;  ///< P, for FirstAgreeing: P + 1 exits must agree
    AnsweringExit answer = AnsweringExit::Final;

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Which exits a policy is shown besides the one at its split.
enum class Feedback {
    AtSplit,            ///< only that exit (a cascade: every exit it evaluated)
    UpToSplit,          ///< every exit up to the split
    UpToSplitAndFinal,  ///< also exit L, even where a device never computes it: only for replays of
                        ///< published runs
};

/// Where device work ended. Not exited: the sample was offloaded from there.
struct Stop {
    int layer = 1;  ///< 1..L; 0: nothing was computed on the device
    bool exited = false;

    friend bool operator==(const Stop&, const Stop&) = default;
};

/// One exit's answer, as the rules of Leave read it.
struct ExitView {
    double confidence = 0;
    double entropy = 0;  ///< nats; NaN where it is unknown
    int prediction = 0;
};

/// Where a sample stops. `at(layer)` evaluates an exit and gives its ExitView: it is called for the
/// exits that the device looks at, in order, and for no other. The final exit always leaves.
template <class Evaluate>
[[nodiscard]] Stop stopOf(const Choice& choice, int exits, Evaluate&& at) {
    if (choice.split == 0) return {0, false};
    if (choice.leave == Leave::AtSplit) {
        const bool confident = at(choice.split).confidence >= choice.threshold;
        return {choice.split, confident || choice.split == exits};
    }
    int agreeing = 0;
    int last = -1;
    for (int layer = 1; layer <= choice.split; ++layer) {
        const ExitView exit = at(layer);
        agreeing = exit.prediction == last ? agreeing + 1 : 1;
        last = exit.prediction;
        const bool leaves = choice.leave == Leave::FirstConfident
                                ? exit.confidence >= choice.threshold
                            : choice.leave == Leave::FirstCertain ? exit.entropy < choice.threshold
                                                                  : agreeing > choice.patience;
        if (leaves) return {layer, true};
    }
    return {choice.split, choice.split == exits};
}

/// The exits' answers that this round really revealed. Asking for another one is a programming
/// error. Points into the world's memory: valid until the world observes again.
class Observation {
public:
    Observation(const double* confidence, const std::int16_t* prediction, int exits,
                std::uint64_t revealed, Stop stop)
        : confidence_(confidence),
          prediction_(prediction),
          exits_(exits),
          revealed_(revealed),
          stop_(stop) {}

    [[nodiscard]] int exits() const { return exits_; }
    [[nodiscard]] Stop stop() const { return stop_; }
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
    std::uint64_t revealed_;  // bit layer - 1
    Stop stop_;
};

/// What became of a sample and what it earned.
struct Outcome {
    bool exited = false;  ///< left on the device; else offloaded
    int prediction = 0;   ///< the answer given: that of the exit it left at, or after an offload as
                          ///< AnsweringExit says
    double reward = 0;    ///< r
    double computeCost = 0;  ///< gamma of the layer where device work stopped
    double offloadCost = 0;  ///< o, or 0
    [[nodiscard]] double cost() const { return computeCost + offloadCost; }
};

/// r(i) from the confidences that decide it; `final` matters only when the sample is
/// offloaded.
[[nodiscard]] inline double rewardAt(int layer, double confidence, double final, double threshold,
                                     const CostTable& costs) {
    if (confidence >= threshold || layer == costs.exits())
        return confidence - costs.mu * costs.gamma(layer);
    return final - costs.mu * (costs.gamma(layer) + costs.offloadAt(layer));
}

/// What a sample earned that stopped as `seen` says. Pure.
[[nodiscard]] inline Outcome play(const Observation& seen, const CostTable& costs,
                                  AnsweringExit answer = AnsweringExit::Final) {
    const auto [layer, exited] = seen.stop();
    const bool atDevice = exited || (answer == AnsweringExit::MoreConfident && layer > 0 &&
                                     seen.confidence(layer) >= seen.confidence(seen.exits()));
    const int answering = atDevice ? layer : seen.exits();
    const double gamma = layer == 0 ? 0 : costs.gamma(layer);
    const double offload = exited ? 0 : costs.offloadAt(layer);
    const double spent = exited ? gamma : gamma + offload;
    return {exited, seen.prediction(answering), seen.confidence(answering) - costs.mu * spent,
            gamma, offload};
}

}  // namespace splitee
