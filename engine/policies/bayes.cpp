// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/bayes.h"

#include <boost/math/special_functions/beta.hpp>

namespace splitee {
namespace {

// Marsaglia and Tsang 2000; shape >= 1.
double drawGamma(double shape, Rng& rng) {
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double z = rng.normal();
        const double root = 1 + c * z;
        const double v = root * root * root;
        if (v <= 0) continue;
        if (std::log(rng.uniform()) < z * z / 2 + d - d * v + d * std::log(v)) return d * v;
    }
}

}  // namespace

double betaQuantile(double a, double b, double tail) {
    using namespace boost::math::policies;
    const auto quick = make_policy(promote_double<false>(), overflow_error<ignore_error>(),
                                   evaluation_error<ignore_error>());
    return boost::math::ibetac_inv(a, b, tail, quick);
}

Choice ThompsonPolicy::choose(const Round& round, Rng& rng) const {
    const int arm = largestArm(static_cast<int>(arms_.size()), [&](int i) {
        const Posterior& posterior = arms_[static_cast<std::size_t>(i)];
        const double success = drawGamma(1 + posterior.successes, rng);
        const double failure = drawGamma(1 + posterior.failures, rng);
        return success / (success + failure);
    });
    return {arm + 1, round.alpha};
}

void ThompsonPolicy::observe(const Round&, const Choice& choice, const Outcome& outcome,
                             const Observation&, Rng& rng) {
    Posterior& posterior = arms_[static_cast<std::size_t>(choice.split - 1)];
    if (rng.uniform() < scale_.toUnit(outcome.reward))
        ++posterior.successes;
    else
        ++posterior.failures;
    ++posterior.pulls;
    posterior.earned += outcome.reward;
}

void ThompsonPolicy::costsChanged(const CostTable& costs) {
    const RewardScale next(costs);
    if (next == scale_) return;
    scale_ = next;
    if (!remaps_) return;
    for (Posterior& arm : arms_) {
        const double mapped = (arm.earned - scale_.low() * arm.pulls) / scale_.width();
        arm.successes = std::clamp(mapped, 0.0, arm.pulls);
        arm.failures = arm.pulls - arm.successes;
    }
}

}  // namespace splitee
