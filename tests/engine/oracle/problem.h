// SPDX-License-Identifier: GPL-3.0-or-later
// The setting of docs/policies.md once more: what a policy is given, what a round came to, gamma,
// r(i) and x. The oracle is slow on purpose and shares no code with the engine's policies; it uses
// the engine's types for tables and random streams.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/rng.h"
#include "engine/world/exit_table.h"

namespace splitee::oracle {

/// Parameters of docs/policies.md with their defaults.
inline std::map<std::string, double> defaultParameters() {
    return {{"beta", 1},
            {"fixed_layer", 1},
            {"entropy_threshold", 0.5},
            {"patience", 2},
            {"kl_ucb_c", 1},
            {"window", 2000},
            {"radius_scale", 0.01},
            {"discount", 0.9999},
            {"explore", 0.05},
            {"cusum_samples", 200},
            {"cusum_epsilon", 0.02},
            {"cusum_threshold", 10},
            {"detection_window", 800},
            {"detection_threshold", 12},
            {"exp3_gamma", 0.1},
            {"exp3_share", 1e-5},
            {"threshold_arms", 5},
            {"forced_every", 50}};
}

/// What is played: a table and the weights of the setting, as they are in the present round.
struct Problem {
    const ExitTable* table = nullptr;
    double mu = 0.1, lambda1 = 1, lambda2 = 0, offload = 5, alpha = 0.7;
    std::vector<double> offloads = {};   ///< o_1 .. o_L; empty: o of every layer is `offload`
    double inputOffload = 0;             ///< o_0 where layers have their own
    std::vector<double> computing = {};  ///< c_1 .. c_L in place of the table's depths
    double factor = 1;                   ///< on every o
    std::string side = "corrected";
    std::map<std::string, double> parameters = defaultParameters();

    double operator[](const std::string& key) const { return parameters.at(key); }
    int whole(const std::string& key) const { return static_cast<int>(parameters.at(key)); }
    int exits() const { return table->exits; }
    std::size_t at(std::int64_t row, int layer) const {
        return static_cast<std::size_t>(row * exits() + layer - 1);
    }
    double confidence(std::int64_t row, int layer) const {
        return table->confidence[at(row, layer)];
    }
    int prediction(std::int64_t row, int layer) const { return table->prediction[at(row, layer)]; }

    /// o_i; layer 0 is the input.
    double o(int layer) const {
        if (offloads.empty()) return factor * offload;
        return factor * (layer == 0 ? inputOffload : offloads[at(0, layer)]);
    }
    double c(int layer) const {
        return computing.empty() ? table->depth[at(0, layer)] : computing[at(0, layer)];
    }
    /// gamma_i where one exit is evaluated, and where every exit up to i is.
    double gammaOne(int layer) const { return lambda1 * c(layer) + lambda2; }
    double gammaEvery(int layer) const { return lambda1 * c(layer) + lambda2 * layer; }
    double gamma(int layer, bool every) const {
        return every ? gammaEvery(layer) : gammaOne(layer);
    }

    /// r(i) of a sample under a threshold.
    double reward(std::int64_t row, int layer, double threshold, bool every) const {
        const double sure = confidence(row, layer);
        if (sure >= threshold || layer == exits()) return sure - mu * gamma(layer, every);
        return confidence(row, exits()) - mu * (gamma(layer, every) + o(layer));
    }

    /// The least and the most that an arm that sees `split` may earn.
    double lowest() const {
        double lo = -mu * gammaOne(exits());
        for (int i = 1; i < exits(); ++i) lo = std::min(lo, -mu * (gammaOne(i) + o(i)));
        return lo;
    }
    double highest() const {
        double hi = 1 - mu * gammaOne(1);
        for (int i = 1; i <= exits(); ++i) hi = std::max(hi, 1 - mu * gammaOne(i));
        return hi;
    }
    double width() const { return highest() - lowest(); }
    /// A reward of an arm that sees `split`, mapped to [0, 1]; and back.
    double mapped(double reward) const { return (reward - lowest()) / width(); }
    double unmapped(double x) const { return lowest() + x * width(); }
};

/// How a sample is dealt with; layer 0 is the cloud at once.
struct Fate {
    int layer = 1;
    bool exited = false;
};

/// One round as played: its record, then what a learner keeps of it.
struct Round {
    std::int64_t t = 0, row = 0;
    Fate fate;
    int prediction = 0;
    double reward = 0, cost = 0;
    int arm = 0;       ///< from 1; 0 where the policy has no arms
    double value = 0;  ///< what the arm is credited with: r, x or a reward of its own
    double raw = 0;    ///< that before it is mapped
};
using Past = std::vector<Round>;

/// What a policy settles before the sample is seen: an arm, and where that arm lets a sample stop.
struct Plan {
    int arm = 0;
    Fate fate;           ///< of this very sample: the oracle may look into the table for it
    bool surer = false;  ///< of an offloaded sample the more confident exit answers
};

/// A policy of the oracle. `past` holds all rounds before this one.
class Policy {
public:
    explicit Policy(const Problem& problem) : p(problem) {}
    virtual ~Policy() = default;
    Policy(const Policy&) = delete;
    Policy& operator=(const Policy&) = delete;

    virtual bool seesEvery() const { return false; }
    virtual Plan plan(std::int64_t row, const Past& past, Rng& rng) = 0;
    /// What the arm is credited with as it was earned, and as the present costs map it.
    virtual double rawOf(const Round& round) const { return round.reward; }
    virtual double mappedOf(double raw) const { return raw; }
    /// The costs are others than in `before`, and `past` is mapped by them: what else the policy
    /// keeps of mapped values it maps anew.
    virtual void costsChanged(const Problem& /*before*/, const Past& /*past*/) {}
    virtual void learn(const Round& /*round*/, Rng& /*rng*/) {}

protected:
    /// The fate of a sample that is split at `layer` under `threshold`.
    Fate splitAt(std::int64_t row, int layer, double threshold) const {
        return {layer, p.confidence(row, layer) >= threshold || layer == p.exits()};
    }
    Plan splitPlan(std::int64_t row, int layer) const {
        return {layer, splitAt(row, layer, p.alpha)};
    }
    const Problem& p;  // NOLINT(readability-identifier-naming): as the formulas name it
};

/// The first arm (from 1) with the largest index; `index(arm)` is asked once for each.
template <class Index>
int firstLargest(int arms, Index&& index) {
    int best = 1;
    double largest = index(1);
    for (int arm = 2; arm <= arms; ++arm) {
        const double here = index(arm);
        if (here > largest) {
            largest = here;
            best = arm;
        }
    }
    return best;
}

/// Pulls, sum and sum of squares of the values of one arm.
struct Tally {
    double n = 0, sum = 0, squares = 0;
    double mean() const { return sum / n; }
    double variance() const { return std::max(0.0, squares / n - mean() * mean()); }
};

/// Summed anew over past[from ..]; entry arm - 1.
inline std::vector<Tally> tallied(const Past& past, int arms, std::size_t from = 0) {
    std::vector<Tally> tallies(static_cast<std::size_t>(arms));
    for (std::size_t k = from; k < past.size(); ++k) {
        Tally& tally = tallies[static_cast<std::size_t>(past[k].arm - 1)];
        tally.n += 1;
        tally.sum += past[k].value;
        tally.squares += past[k].value * past[k].value;
    }
    return tallies;
}

/// The lowest arm that was not played, or 0.
inline int firstUnplayed(const std::vector<Tally>& tallies) {
    for (std::size_t i = 0; i < tallies.size(); ++i)
        if (tallies[i].n == 0) return static_cast<int>(i) + 1;
    return 0;
}

}  // namespace splitee::oracle
