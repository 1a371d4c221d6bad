// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds as arms, and LinUCB, of docs/policies.md.
#pragma once

#include "problem.h"

namespace splitee::oracle {

inline double thetaOf(const Problem& p, int k) { return 0.5 + 0.5 * k / p["threshold_arms"]; }

class AdaEe final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const int arms = p.whole("threshold_arms");
        const auto tallies = tallied(past, arms);
        int arm = firstUnplayed(tallies);
        const double lnT = std::log(static_cast<double>(past.size() + 1));
        if (arm == 0) {
            arm = firstLargest(arms, [&](int k) {
                const Tally& a = tallies[static_cast<std::size_t>(k - 1)];
                return a.mean() + p["beta"] * std::sqrt(2 * lnT / a.n);
            });
        }
        return {arm, splitAt(row, p.whole("fixed_layer"), thetaOf(p, arm))};
    }
    double rawOf(const Round& round) const override {
        const double gain =
            p.confidence(round.row, p.exits()) - p.confidence(round.row, round.fate.layer);
        return round.fate.exited ? 0 : std::max(gain, 0.0) - p.mu * p.o(p.whole("fixed_layer"));
    }
    double mappedOf(double raw) const override {
        const double sending = p.mu * p.o(p.whole("fixed_layer"));
        return (raw + sending) / std::max(1.0, sending);
    }
};

class JointArms final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const int thresholds = p.whole("threshold_arms");
        const int arms = (p.exits() - 1) * thresholds + 1;
        const auto tallies = tallied(past, arms);
        int arm = firstUnplayed(tallies);
        const double lnT = std::log(static_cast<double>(past.size() + 1));
        if (arm == 0) {
            arm = firstLargest(arms, [&](int k) {
                const Tally& a = tallies[static_cast<std::size_t>(k - 1)];
                return a.mean() + p["beta"] * std::sqrt(lnT / a.n);
            });
        }
        if (arm == arms) return {arm, splitAt(row, p.exits(), 0)};
        return {arm,
                splitAt(row, 1 + (arm - 1) / thresholds, thetaOf(p, 1 + (arm - 1) % thresholds))};
    }
};

/// AdaEE as its authors released it: arm k is the threshold (k - 1) / 10.
class AdaEeReleased final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const auto tallies = tallied(past, 11);
        int arm = firstUnplayed(tallies);
        const double lnT = std::log(static_cast<double>(past.size() + 1));
        if (arm == 0) {
            arm = firstLargest(11, [&](int k) {
                const Tally& a = tallies[static_cast<std::size_t>(k - 1)];
                return a.mean() + p["beta"] * std::sqrt(lnT / a.n);
            });
        }
        return {arm, splitAt(row, p.whole("fixed_layer"), (arm - 1) / 10.0), true};
    }
    double rawOf(const Round& round) const override {
        const double gain =
            p.confidence(round.row, p.exits()) - p.confidence(round.row, round.fate.layer);
        return round.fate.exited ? 0 : std::max(gain, 0.0) - p.mu * p.o(p.whole("fixed_layer"));
    }
};

/// Arms (1, 0), (1, 0.1), .. (1, 1), (2, 0), .. (L - 1, 1), (L).
class JointLeave final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const int arms = 11 * (p.exits() - 1) + 1;
        const auto tallies = tallied(past, arms);
        int arm = firstUnplayed(tallies);
        const double lnT = std::log(static_cast<double>(past.size() + 1));
        if (arm == 0) {
            arm = firstLargest(arms, [&](int k) {
                const Tally& a = tallies[static_cast<std::size_t>(k - 1)];
                return a.mean() + p["beta"] * std::sqrt(lnT / a.n);
            });
        }
        if (arm == arms) return {arm, splitAt(row, p.exits(), 0)};
        return {arm, splitAt(row, 1 + (arm - 1) / 11, (arm - 1) % 11 / 10.0)};
    }
};

class LinUcb final : public Policy {
public:
    explicit LinUcb(const Problem& problem)
        : Policy(problem),
          size_(2 + problem.table->contextNames.size()),
          arms_(static_cast<std::size_t>(problem.exits())) {
        for (Arm& arm : arms_) {
            arm.a.assign(size_, std::vector<double>(size_, 0));
            arm.b.assign(size_, 0);
            for (std::size_t i = 0; i < size_; ++i) arm.a[i][i] = 1;
        }
    }
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const auto t = static_cast<std::int64_t>(past.size()) + 1;
        const auto every = static_cast<std::int64_t>(p["forced_every"]);
        const bool forced = every > 0 && t % every == 0 && p.exits() > 1;
        return splitPlan(row, firstLargest(forced ? p.exits() - 1 : p.exits(), [&](int arm) {
                             const auto z = known(row, arm);
                             const Arm& own = arms_[static_cast<std::size_t>(arm - 1)];
                             return dot(z, solved(own.a, own.b)) +
                                    p["beta"] * std::sqrt(dot(z, solved(own.a, z)));
                         }));
    }
    void learn(const Round& round, Rng&) override {
        const auto z = known(round.row, round.arm);
        Arm& arm = arms_[static_cast<std::size_t>(round.arm - 1)];
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j < size_; ++j) arm.a[i][j] += z[i] * z[j];
            arm.b[i] += round.value * z[i];
        }
    }

private:
    struct Arm {
        std::vector<std::vector<double>> a;
        std::vector<double> b;
    };

    std::vector<double> known(std::int64_t row, int arm) const {
        std::vector<double> z{1, p.mu * p.o(arm)};
        const auto context = p.table->contextOf(row);
        z.insert(z.end(), context.begin(), context.end());
        return z;
    }

    static double dot(const std::vector<double>& x, const std::vector<double>& y) {
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
        return sum;
    }

    /// A^-1 y by Gauss' elimination with pivots; by value, as it works in place.
    static std::vector<double> solved(std::vector<std::vector<double>> a, std::vector<double> y) {
        const std::size_t n = y.size();
        for (std::size_t k = 0; k < n; ++k) {
            std::size_t pivot = k;
            for (std::size_t i = k + 1; i < n; ++i)
                if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
            std::swap(a[k], a[pivot]);
            std::swap(y[k], y[pivot]);
            for (std::size_t i = k + 1; i < n; ++i) {
                const double factor = a[i][k] / a[k][k];
                for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
                y[i] -= factor * y[k];
            }
        }
        for (std::size_t k = n; k-- > 0;) {
            for (std::size_t j = k + 1; j < n; ++j) y[k] -= a[k][j] * y[j];
            y[k] /= a[k][k];
        }
        return y;
    }

    std::size_t size_;
    std::vector<Arm> arms_;
};

}  // namespace splitee::oracle
