// SPDX-License-Identifier: GPL-3.0-or-later
// Stationary bandits of docs/policies.md: arms are split layers, values are rewards mapped to [0,
// 1].
#pragma once

#include "beta_quantile.h"
#include "problem.h"

namespace splitee::oracle {

/// Arms are split layers, credited with x.
class UnitPolicy : public Policy {
public:
    using Policy::Policy;
    double mappedOf(double raw) const override { return p.mapped(raw); }
};

/// Each arm once, then the largest index(tally, t, L).
class IndexPolicy final : public UnitPolicy {
public:
    using Index = double (*)(const Tally&, double t, const Problem&);
    IndexPolicy(const Problem& problem, Index index) : UnitPolicy(problem), index_(index) {}
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const auto tallies = tallied(past, p.exits());
        if (const int unplayed = firstUnplayed(tallies)) return splitPlan(row, unplayed);
        const double t = static_cast<double>(past.size() + 1);
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             return index_(tallies[static_cast<std::size_t>(arm - 1)], t, p);
                         }));
    }

private:
    Index index_;
};

inline double ucb1Index(const Tally& a, double t, const Problem& p) {
    return a.mean() + p["beta"] * std::sqrt(2 * std::log(t) / a.n);
}

inline double ucbVIndex(const Tally& a, double t, const Problem&) {
    return a.mean() + std::sqrt(2 * a.variance() * std::log(t) / a.n) + 3 * std::log(t) / a.n;
}

inline double ucbTunedIndex(const Tally& a, double t, const Problem&) {
    return a.mean() + std::sqrt((std::log(t) / a.n) *
                                std::min(0.25, a.variance() + std::sqrt(2 * std::log(t) / a.n)));
}

inline double mossIndex(const Tally& a, double t, const Problem& p) {
    return a.mean() + std::sqrt(std::max(0.0, std::log(t / (p.exits() * a.n))) / a.n);
}

/// kl of two Bernoullis, with 0 ln 0 = 0.
inline double bernoulliKl(double from, double to) {
    const auto part = [](double x, double y) { return x <= 0 ? 0.0 : x * std::log(x / y); };
    return part(from, to) + part(1 - from, 1 - to);
}

/// Bisection for the largest q with kl(mean, q) <= bound, to the last bits of a double.
inline double klUcbIndex(const Tally& a, double t, const Problem& p) {
    const double bound = p["kl_ucb_c"] * std::log(t) / a.n;
    const double mean = std::clamp(a.mean(), 0.0, 1.0);  // rewards of other costs may lie outside
    double inside = mean;
    double outside = 1;
    for (int step = 0; step < 80 && inside < outside; ++step) {
        const double middle = inside + (outside - inside) / 2;
        (bernoulliKl(mean, middle) <= bound ? inside : outside) = middle;
    }
    return inside;
}

class BayesUcb final : public UnitPolicy {
public:
    using UnitPolicy::UnitPolicy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const auto tallies = tallied(past, p.exits());
        const double t = static_cast<double>(past.size() + 1);
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const Tally& a = tallies[static_cast<std::size_t>(arm - 1)];
                             const double sum = std::clamp(a.sum, 0.0, a.n);
                             return betaUpperQuantile(1 + sum, 1 + (a.n - sum), 1 / (1 + t));
                         }));
    }
};

/// Marsaglia and Tsang 2000, shape >= 1, scale 1.
inline double gammaDraw(double shape, Rng& rng) {
    const double d = shape - 1.0 / 3;
    const double c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double z = rng.normal();
        const double root = 1 + c * z;
        const double v = root * root * root;
        if (v <= 0) continue;
        const double u = rng.uniform();
        if (std::log(u) < z * z / 2 + d - d * v + d * std::log(v)) return d * v;
    }
}

class Thompson final : public UnitPolicy {
public:
    explicit Thompson(const Problem& problem)
        : UnitPolicy(problem), won_(static_cast<std::size_t>(problem.exits())), lost_(won_) {}
    Plan plan(std::int64_t row, const Past&, Rng& rng) override {
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const auto i = static_cast<std::size_t>(arm - 1);
                             const double g = gammaDraw(1 + won_[i], rng);
                             const double h = gammaDraw(1 + lost_[i], rng);
                             return g / (g + h);
                         }));
    }
    void learn(const Round& round, Rng& rng) override {
        auto& counts = rng.uniform() < round.value ? won_ : lost_;
        counts[static_cast<std::size_t>(round.arm - 1)] += 1;
    }
    void costsChanged(const Problem&, const Past& past) override {
        const auto tallies = tallied(past, p.exits());
        for (std::size_t i = 0; i < tallies.size(); ++i) {
            won_[i] = std::clamp(tallies[i].sum, 0.0, tallies[i].n);
            lost_[i] = tallies[i].n - won_[i];
        }
    }

private:
    std::vector<double> won_, lost_;
};

}  // namespace splitee::oracle
