// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/lin_ucb.h"

#include <cmath>
#include <numeric>

namespace splitee {
namespace {

constexpr std::size_t kOwnContext = 2;  // 1 and mu o_i, of the arm

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

LinUcbPolicy::LinUcbPolicy(const PolicySetup& setup, const LinUcbParameters& own)
    : forcedEvery_(own.forcedEvery),
      forcesInTurn_(setup.rules < 2),
      beta_(setup.beta),
      arms_(static_cast<std::size_t>(setup.exits)),
      z_(kOwnContext + setup.world.contextNames().size()),
      product_(z_.size()) {
    const std::size_t size = z_.size();
    for (Arm& arm : arms_) {
        arm.inverse.assign(size * size, 0);
        for (std::size_t i = 0; i < size; ++i) arm.inverse[i * size + i] = 1;
        arm.b.assign(size, 0);
        arm.theta.assign(size, 0);
    }
}

void LinUcbPolicy::readContext(const Round& round) {
    z_[0] = 1;
    std::ranges::copy(round.context, z_.begin() + kOwnContext);
}

void LinUcbPolicy::readArm(const Round& round, int layer) {
    z_[1] = round.costs.mu * round.costs.offloadAt(layer);
}

void LinUcbPolicy::multiply(const std::vector<double>& matrix, const std::vector<double>& vector,
                            std::vector<double>& product) const {
    const std::size_t size = z_.size();
    for (std::size_t i = 0; i < size; ++i)
        product[i] =
            std::inner_product(vector.begin(), vector.end(),
                               matrix.begin() + static_cast<std::ptrdiff_t>(i * size), 0.0);
}

Choice LinUcbPolicy::choose(const Round& round, Rng&) {
    readContext(round);
    const auto arms = static_cast<std::int64_t>(arms_.size());
    const bool forced = forcedEvery_ > 0 && round.t % forcedEvery_ == 0;
    if (forced && forcesInTurn_)
        return {1 + static_cast<int>((round.t / forcedEvery_ - 1) % arms), round.alpha};
    const std::int64_t among = forced && arms > 1 ? arms - 1 : arms;
    const int best = largestArm(static_cast<int>(among), [&](int i) {
        const Arm& arm = arms_[static_cast<std::size_t>(i)];
        readArm(round, i + 1);
        multiply(arm.inverse, z_, product_);
        return dot(z_, arm.theta) + beta_ * std::sqrt(std::max(0.0, dot(z_, product_)));
    });
    return {best + 1, round.alpha};
}

// Sherman and Morrison's formula keeps the inverse: A^-1 - (A^-1 z)(A^-1 z)' / (1 + z' A^-1 z).
void LinUcbPolicy::observe(const Round& round, const Choice& choice, const Outcome& outcome,
                           const Observation&, Rng&) {
    Arm& arm = arms_[static_cast<std::size_t>(choice.split - 1)];
    readArm(round, choice.split);
    const std::size_t size = z_.size();
    multiply(arm.inverse, z_, product_);
    const double scale = 1 / (1 + dot(z_, product_));
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j)
            arm.inverse[i * size + j] -= scale * product_[i] * product_[j];
    for (std::size_t i = 0; i < size; ++i) arm.b[i] += outcome.reward * z_[i];
    multiply(arm.inverse, arm.b, arm.theta);
}

}  // namespace splitee
