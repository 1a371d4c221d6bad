// SPDX-License-Identifier: GPL-3.0-or-later
// Regret theory of an exit table: the Lai-Robbins constant C of the reference curve C ln t, and the
// slope of a measured pseudo-regret against ln t to compare with it.
//
// A consistent learner that sees only the reward of the arm it plays cannot do better than R(T) ~ C
// ln T with
//     C = sum over i with Delta_i > 0 of Delta_i / KL_inf(nu_i, x*)
// (Lai and Robbins 1985; for bounded rewards Burnetas and Katehakis 1996). nu_i is the distribution
// of arm i's rewards and x* the best arm's mean, both mapped to [0, 1] by what the cost table
// leaves arm i: at most 1 - mu gamma_i. An arm that may never earn x* adds nothing. Delta_i is the
// gap in rewards as they are. A learner with side observations sees more and may stay below C ln T.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/world/costs.h"

namespace splitee {

/// KL_inf(nu, mean) = inf { KL(nu, nu') : nu' on [0, 1] with a mean above `mean` }, in nats, for
/// the empirical distribution of `values` (in [0, 1], not empty). By its dual, a concave problem in
/// one number (Honda and Takemura, COLT 2010):
///     max over 0 <= a <= 1 / (1 - mean) of E ln(1 - a (X - mean)).
/// 0 where the values' own mean reaches `mean`, infinite for mean >= 1. At least
/// bernoulliKl(E X, mean) of policies/kl_ucb.h.
[[nodiscard]] double klInf(std::span<const double> values, double mean);

/// One split layer as an arm.
struct ArmGap {
    double reward = 0;  ///< E r(i)
    double gap = 0;     ///< Delta_i = E r(i*) - E r(i); below 1e-7 it counts as none
    double klInf = 0;   ///< KL_inf(nu_i, x*), nats; 0 for an optimal arm, infinite where the cap of
                        ///< arm i does not exceed x*
    double bernoulliKl = 0;  ///< kl(x_i, x*), nats, of means mapped by the range of all arms, as
                             ///< the learners map; 0 for an optimal arm
};

struct LaiRobbins {
    std::vector<ArmGap> arms;  ///< [L]
    int best = 1;              ///< i*, lowest of the optimal layers
    double low = 0, high = 1;  ///< rewards that the cost table makes possible; mapped to 0 and 1
    double constant = 0;       ///< C, reward per unit of ln t
    double bernoulliConstant = 0;  ///< the same with kl of Bernoullis: what a learner that only
                                   ///< uses means can be held to; >= C
};

/// For always splitting at layer i = 1..L under threshold `alpha`. O(samples * L).
[[nodiscard]] LaiRobbins laiRobbins(const ExitTable& table, double alpha, const CostTable& costs);

/// A straight line through (ln t, R(t)).
struct LogSlope {
    double slope = 0;  ///< of the mean curve = mean of the seeds' slopes; reward per unit of ln t
    std::optional<double> standardError;  ///< over seeds; none from a single one
    std::int64_t fromRound = 0;           ///< first checkpoint used
    int points = 0;                       ///< checkpoints used
};

/// Least squares of each seed's curve against ln t over the checkpoints in [T / 10^decades, T].
/// `round`: [K] rising from >= 1; `curves`: a seed each, [K]. Empty with fewer than 3 checkpoints
/// there, without seeds, or where a curve is empty (a policy without pseudo-regret).
[[nodiscard]] std::optional<LogSlope> logSlope(std::span<const std::int64_t> round,
                                               std::span<const std::vector<double>> curves,
                                               double decades);

}  // namespace splitee
