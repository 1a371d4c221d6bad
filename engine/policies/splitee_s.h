// SPDX-License-Identifier: GPL-3.0-or-later
// SplitEE-S is SplitEE with side observations (arXiv 2309.09195), in three modes.
#pragma once

#include <vector>

#include "engine/policies/splitee.h"

namespace splitee {

/// The modes `released` (as in the published code) and `observed`. After a round with split s every
/// layer j < s is credited with the reward it would have had. `released` does so even where C_L was
/// never computed on a device, so C_L must be revealed. `observed` does so only where C_j >= alpha
/// or C_L was computed.
class SplitEeSidePolicy : public SplitEePolicy {
public:
    static constexpr PolicyInfo kInfo{
        "splitee-s", "SplitEE-S",
        "SplitEE that evaluates every exit up to the split and learns from all of them",
        ExitsEvaluated::UpToSplit, Feedback::UpToSplit};
    enum class Side { Released, Observed };
    SplitEeSidePolicy(const PolicySetup& setup, const NoParameters&);
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng& rng);

private:
    Side side_;
};

/// The mode `corrected`, this project's own: unbiased estimates of each part of the reward. For
/// layer j it keeps p_j and a_j over the n_j rounds with j <= s, and b_j over the m_j rounds with s
/// = j or s = L (docs/policies.md, SplitEE-S). The radius is beta * (p_j sqrt(ln t / n_j) + (1 -
/// p_j) sqrt(ln t / m_j)).
class SplitEeCorrectedPolicy {
public:
    static constexpr PolicyInfo kInfo = SplitEeSidePolicy::kInfo;
    using Parameters = NoParameters;
    SplitEeCorrectedPolicy(const PolicySetup& setup, const NoParameters&)
        : SplitEeCorrectedPolicy(setup.exits, setup.beta) {}
    SplitEeCorrectedPolicy(int exits, double beta)
        : arms_(static_cast<std::size_t>(exits)), beta_(beta) {}
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng& rng);

    /// Q_j and radius_j before round t, for layer j with n_j, m_j > 0.
    [[nodiscard]] double mean(int layer, const CostTable& costs) const;
    [[nodiscard]] double radius(int layer, std::int64_t t) const {
        return radiusAt(layer, std::log(static_cast<double>(t)));
    }
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const;

private:
    struct Arm {
        std::int64_t seen = 0;           // n_j
        std::int64_t confident = 0;      // of them with C_j >= alpha
        double confidentSum = 0;         // sum of C_j * 1{C_j >= alpha} over n_j
        std::int64_t finalSeen = 0;      // m_j
        double unconfidentFinalSum = 0;  // sum of C_L * 1{C_j < alpha} over m_j
    };
    [[nodiscard]] double radiusAt(int layer, double logT) const;
    [[nodiscard]] ArmView view(int layer, const CostTable& costs,
                               double logT) const;  // of a layer with n_j, m_j > 0

    std::vector<Arm> arms_;
    double beta_;
};

}  // namespace splitee
