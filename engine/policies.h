// The policies that choose a split layer each round (PAPERS 2, 3, 6). Small value types, no virtual calls:
//   int  choose(std::int64_t t, Rng& rng)     round t = 1, 2, ..; returns a layer 1..L
//   void observe(int split, const Outcome&, const Observation&)
#pragma once

#include <cmath>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/rng.h"
#include "engine/world.h"

namespace splitee {

/// Always the same layer: final exit (i = L), a fixed split, or the best one in hindsight.
class FixedPolicy {
public:
    explicit FixedPolicy(int layer) : layer_(layer) {}
    [[nodiscard]] int choose(std::int64_t /*t*/, Rng& /*rng*/) const { return layer_; }
    void observe(int /*split*/, const Outcome& /*outcome*/, const Observation& /*seen*/) {}

private:
    int layer_;
};

/// A layer drawn uniformly each round.
class RandomPolicy {
public:
    explicit RandomPolicy(int exits) : exits_(exits) {}
    [[nodiscard]] int choose(std::int64_t /*t*/, Rng& rng) const {
        return 1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(exits_)));
    }
    void observe(int /*split*/, const Outcome& /*outcome*/, const Observation& /*seen*/) {}

private:
    int exits_;
};

/// SplitEE (PAPERS 2): rounds 1..L play layer t; then argmax_i Q_i + beta * sqrt(ln t / N_i), ties to the lowest layer.
/// I-SplitEE (PAPERS 4) is this decision on a network whose depths are its backbone blocks.
class SplitEePolicy {
public:
    SplitEePolicy(int exits, double beta);
    [[nodiscard]] int choose(std::int64_t t, Rng& rng) const;
    void observe(int split, const Outcome& outcome, const Observation& seen);

    /// Rewards of `layer` counted so far, and their mean.
    [[nodiscard]] std::int64_t pulls(int layer) const { return arms_[static_cast<std::size_t>(layer - 1)].pulls; }
    [[nodiscard]] double mean(int layer) const { return arms_[static_cast<std::size_t>(layer - 1)].mean(); }

protected:
    void credit(int layer, double reward);

private:
    struct Arm {
        double sum = 0;
        std::int64_t pulls = 0;
        [[nodiscard]] double mean() const { return sum / static_cast<double>(pulls); }
    };
    std::vector<Arm> arms_;
    double beta_;
};

/// SplitEE-S with side observations as published or as observed (PAPERS 3): after a round with split s every layer j < s
/// is credited with the reward it would have had; `released` also where C_L was never computed (it must be revealed),
/// `observed` only where C_j >= alpha or C_L was computed.
class SplitEeSidePolicy : public SplitEePolicy {
public:
    enum class Side { Released, Observed };
    SplitEeSidePolicy(int exits, double beta, double threshold, CostTable costs, Side side);
    void observe(int split, const Outcome& outcome, const Observation& seen);

private:
    double threshold_;
    CostTable costs_;
    Side side_;
};

/// SplitEE-S, `corrected` (PAPERS 3): unbiased estimates of each part of the reward. For layer j, over the n_j rounds
/// with j <= s: p_j, a_j; over the m_j rounds with s = j or s = L: b_j. The radius beta * (p_j sqrt(ln t / n_j) +
/// (1 - p_j) sqrt(ln t / m_j)) is this project's own choice.
class SplitEeCorrectedPolicy {
public:
    SplitEeCorrectedPolicy(int exits, double beta, double threshold, CostTable costs);
    [[nodiscard]] int choose(std::int64_t t, Rng& rng) const;
    void observe(int split, const Outcome& outcome, const Observation& seen);

    /// Q_j and radius_j before round t, for layer j with n_j, m_j > 0.
    [[nodiscard]] double mean(int layer) const;
    [[nodiscard]] double radius(int layer, std::int64_t t) const;

private:
    struct Arm {
        std::int64_t seen = 0;             // n_j
        std::int64_t confident = 0;        // of them with C_j >= alpha
        double confidentSum = 0;           // sum of C_j * 1{C_j >= alpha} over n_j
        std::int64_t finalSeen = 0;        // m_j
        double unconfidentFinalSum = 0;    // sum of C_L * 1{C_j < alpha} over m_j
    };
    std::vector<Arm> arms_;
    double beta_, threshold_;
    CostTable costs_;
};

using Policy = std::variant<FixedPolicy, RandomPolicy, SplitEePolicy, SplitEeSidePolicy, SplitEeCorrectedPolicy>;

}  // namespace splitee
