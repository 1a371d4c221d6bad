// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/kl_ucb.h"

namespace splitee {
namespace {

double plogp(double p, double q) { return p <= 0 ? 0 : p * std::log(p / q); }

}  // namespace

double bernoulliKl(double p, double q) { return plogp(p, q) + plogp(1 - p, 1 - q); }

// Newton's method from the right: kl(mean, .) is convex there, so the steps fall towards the root
// and never pass it.
double klUpperBound(double mean, double budget) {
    const double p = std::clamp(mean, 0.0, 1.0);
    if (p >= 1 || budget <= 0) return p;
    const double entropy = -(plogp(p, 1) + plogp(1 - p, 1));
    // Two bounds from above: kl >= 2 (q - p)^2, and kl >= -entropy - (1 - p) ln(1 - q).
    double q = std::min(p + std::sqrt(budget / 2), 1 - std::exp(-(budget + entropy) / (1 - p)));
    if (p <= 0 || q >= 1) return q;
    for (int step = 0; step < 100; ++step) {
        const double next = q - (bernoulliKl(p, q) - budget) * q * (1 - q) / (q - p);
        if (!(next > p) || q - next < 1e-15) return q;
        q = next;
    }
    return q;
}

}  // namespace splitee
