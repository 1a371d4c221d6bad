#include "engine/policies.h"

#include <utility>

namespace splitee {
namespace {

// The layer with the largest index, ties to the lowest. Rounds 1..L play each layer once.
template <class Index>
int largestIndex(std::size_t exits, std::int64_t t, Index index) {
    if (t <= static_cast<std::int64_t>(exits)) return static_cast<int>(t);
    int best = 1;
    double bestIndex = index(1);
    for (int layer = 2; layer <= static_cast<int>(exits); ++layer) {
        const double value = index(layer);
        if (value > bestIndex) {
            bestIndex = value;
            best = layer;
        }
    }
    return best;
}

}  // namespace

SplitEePolicy::SplitEePolicy(int exits, double beta) : arms_(static_cast<std::size_t>(exits)), beta_(beta) {}

int SplitEePolicy::choose(std::int64_t t, Rng& /*rng*/) const {
    const double logT = std::log(static_cast<double>(t));
    return largestIndex(arms_.size(), t, [&](int layer) {
        const Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
        return arm.mean() + beta_ * std::sqrt(logT / static_cast<double>(arm.pulls));
    });
}

void SplitEePolicy::credit(int layer, double reward) {
    Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
    arm.sum += reward;
    ++arm.pulls;
}

void SplitEePolicy::observe(int split, const Outcome& outcome, const Observation& /*seen*/) {
    credit(split, outcome.reward);
}

SplitEeSidePolicy::SplitEeSidePolicy(int exits, double beta, double threshold, CostTable costs, Side side)
    : SplitEePolicy(exits, beta), threshold_(threshold), costs_(std::move(costs)), side_(side) {}

void SplitEeSidePolicy::observe(int split, const Outcome& outcome, const Observation& seen) {
    const bool finalKnown = side_ == Side::Released || !outcome.exited || split == seen.exits();
    const double final = finalKnown ? seen.confidence(seen.exits()) : 0;
    for (int layer = 1; layer < split; ++layer) {
        const double confidence = seen.confidence(layer);
        if (confidence >= threshold_ || finalKnown)
            credit(layer, rewardAt(layer, confidence, final, threshold_, costs_));
    }
    credit(split, outcome.reward);
}

SplitEeCorrectedPolicy::SplitEeCorrectedPolicy(int exits, double beta, double threshold, CostTable costs)
    : arms_(static_cast<std::size_t>(exits)), beta_(beta), threshold_(threshold), costs_(std::move(costs)) {}

double SplitEeCorrectedPolicy::mean(int layer) const {
    const Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
    const auto n = static_cast<double>(arm.seen);
    const double a = arm.confidentSum / n;
    const double gamma = costs_.gamma(layer);
    if (layer == costs_.exits()) return a - costs_.mu * gamma;
    const double p = static_cast<double>(arm.confident) / n;
    const double b = arm.unconfidentFinalSum / static_cast<double>(arm.finalSeen);
    return a + b - costs_.mu * (gamma + (1 - p) * costs_.offload);
}

double SplitEeCorrectedPolicy::radius(int layer, std::int64_t t) const {
    const Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
    const double logT = std::log(static_cast<double>(t));
    const auto n = static_cast<double>(arm.seen);
    const double p = static_cast<double>(arm.confident) / n;
    return beta_ * (p * std::sqrt(logT / n) + (1 - p) * std::sqrt(logT / static_cast<double>(arm.finalSeen)));
}

int SplitEeCorrectedPolicy::choose(std::int64_t t, Rng& /*rng*/) const {
    return largestIndex(arms_.size(), t, [&](int layer) { return mean(layer) + radius(layer, t); });
}

void SplitEeCorrectedPolicy::observe(int split, const Outcome& /*outcome*/, const Observation& seen) {
    const int exits = seen.exits();
    for (int layer = 1; layer <= split; ++layer) {
        Arm& arm = arms_[static_cast<std::size_t>(layer - 1)];
        const double confidence = seen.confidence(layer);
        const bool confident = confidence >= threshold_ || layer == exits;   // p_L = 1
        ++arm.seen;
        if (confident) {
            ++arm.confident;
            arm.confidentSum += confidence;
        }
        if (split != layer && split != exits) continue;
        ++arm.finalSeen;
        if (!confident) arm.unconfidentFinalSum += seen.confidence(exits);
    }
}

}  // namespace splitee
