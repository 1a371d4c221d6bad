// SPDX-License-Identifier: GPL-3.0-or-later
// SplitEE and SplitEE-S of docs/policies.md: all sums from the
// whole history, each round.
#pragma once

#include "problem.h"

namespace splitee::oracle {

class SplitEe final : public Policy {
public:
    using Policy::Policy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const int t = static_cast<int>(past.size()) + 1;
        if (t <= p.exits()) return splitPlan(row, t);
        const auto tallies = tallied(past, p.exits());
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const Tally& tally = tallies[static_cast<std::size_t>(arm - 1)];
                             return tally.mean() + p["beta"] * std::sqrt(std::log(t) / tally.n);
                         }));
    }
};

class SplitEeS final : public Policy {
public:
    using Policy::Policy;
    bool seesEvery() const override { return true; }
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const int t = static_cast<int>(past.size()) + 1;
        if (t <= p.exits()) return splitPlan(row, t);
        const double beta = p["beta"];
        if (p.side == "corrected")
            return splitPlan(row, firstLargest(p.exits(), [&](int j) {
                                 return corrected(past, j, std::log(t), beta);
                             }));
        return splitPlan(row, firstLargest(p.exits(), [&](int j) {
                             double n = 0;
                             double sum = 0;
                             for (const Round& round : past) {
                                 if (!credits(round, j)) continue;
                                 n += 1;
                                 sum += p.reward(round.row, j, p.alpha, true);
                             }
                             return sum / n + beta * std::sqrt(std::log(t) / n);
                         }));
    }

private:
    /// Whether the modes `released` and `observed` credit arm j with this round.
    bool credits(const Round& round, int j) const {
        const int s = round.fate.layer;
        if (j == s) return true;
        if (j > s) return false;
        const bool reachedFinal = !round.fate.exited || s == p.exits();
        return p.side == "released" || p.confidence(round.row, j) >= p.alpha || reachedFinal;
    }

    double corrected(const Past& past, int j, double lnT, double beta) const {
        const int last = p.exits();
        double n = 0, m = 0, sure = 0, sumSure = 0, sumUnsure = 0;
        for (const Round& round : past) {
            const int s = round.fate.layer;
            const bool isSure =
                j == last || p.confidence(round.row, j) >= p.alpha;  // p_L = 1, b_L = 0
            if (j <= s) {
                n += 1;
                if (isSure) sure += 1;
                if (isSure) sumSure += p.confidence(round.row, j);
            }
            if (s == j || s == last) {
                m += 1;
                if (!isSure) sumUnsure += p.confidence(round.row, last);
            }
        }
        const double share = sure / n;
        const double q =
            sumSure / n + sumUnsure / m - p.mu * (p.gammaEvery(j) + (1 - share) * p.o(j));
        return q + beta * (share * std::sqrt(lnT / n) + (1 - share) * std::sqrt(lnT / m));
    }
};

}  // namespace splitee::oracle
