// SPDX-License-Identifier: GPL-3.0-or-later
// LinUCB is a contextual bandit on what is known of a sample before the split (docs/policies.md).
#pragma once

#include <vector>

#include "engine/policies/policy.h"

namespace splitee {

/// One ridge regression per layer on z = (1, mu o_i, context of the sample): z' A^-1 b + beta
/// sqrt(z' A^-1 z), A = I + sum z z' (Li et al. 2010). A forced round leaves the pure-device arm,
/// the final layer, out (Zhang et al. 2021, arXiv 2102.02638); by rules 1 it plays the layers in
/// turn.
class LinUcbPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "linucb", "LinUCB",
        "linear rewards in link state and image statistics, forced sampling (Li et al. 2010)"};
    using Parameters = LinUcbParameters;
    static constexpr bool kUsesContext = true;
    LinUcbPolicy(const PolicySetup& setup, const LinUcbParameters& own);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng);
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation& seen, Rng&);

private:
    struct Arm {
        std::vector<double> inverse;   // [F * F] A^-1
        std::vector<double> b, theta;  // [F]; theta = A^-1 b
    };
    void readContext(const Round& round);
    void readArm(const Round& round, int layer);
    void multiply(const std::vector<double>& matrix, const std::vector<double>& vector,
                  std::vector<double>& product) const;

    std::int64_t forcedEvery_;
    bool forcesInTurn_;
    double beta_;
    std::vector<Arm> arms_;
    std::vector<double> z_, product_;  // [F] of this round
};

}  // namespace splitee
