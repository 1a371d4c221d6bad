// SPDX-License-Identifier: GPL-3.0-or-later
// Nonstationary learners of docs/policies.md: windows, discounts, change detection, EXP3.S;
// values are mapped rewards.
#pragma once

#include "stationary.h"

namespace splitee::oracle {

class SlidingWindowUcb final : public UnitPolicy {
public:
    using UnitPolicy::UnitPolicy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const auto window = static_cast<std::size_t>(p["window"]);
        const auto tallies =
            tallied(past, p.exits(), past.size() > window ? past.size() - window : 0);
        if (const int unplayed = firstUnplayed(tallies)) return splitPlan(row, unplayed);
        const double lnT = std::log(static_cast<double>(std::min(past.size() + 1, window)));
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const Tally& a = tallies[static_cast<std::size_t>(arm - 1)];
                             return a.mean() + std::sqrt(p["radius_scale"] * lnT / a.n);
                         }));
    }
};

class DiscountedUcb final : public UnitPolicy {
public:
    explicit DiscountedUcb(const Problem& problem)
        : UnitPolicy(problem), tallies_(static_cast<std::size_t>(problem.exits())) {}
    Plan plan(std::int64_t row, const Past&, Rng&) override {
        if (const int unplayed = firstUnplayed(tallies_)) return splitPlan(row, unplayed);
        double n = 0;
        for (const Tally& a : tallies_) n += a.n;
        const double lnN = std::max(0.0, std::log(n));
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const Tally& a = tallies_[static_cast<std::size_t>(arm - 1)];
                             return a.mean() + 2 * std::sqrt(p["radius_scale"] * lnN / a.n);
                         }));
    }
    void learn(const Round& round, Rng&) override {
        for (Tally& a : tallies_) {
            a.n *= p["discount"];
            a.sum *= p["discount"];
        }
        Tally& played = tallies_[static_cast<std::size_t>(round.arm - 1)];
        played.n += 1;
        played.sum += round.value;
    }
    void costsChanged(const Problem&, const Past& past) override {
        tallies_.assign(tallies_.size(), {});
        Rng none(0, "none");
        for (const Round& round : past) learn(round, none);
    }

private:
    std::vector<Tally> tallies_;
};

class CusumUcb final : public UnitPolicy {
public:
    explicit CusumUcb(const Problem& problem)
        : UnitPolicy(problem), since_(static_cast<std::size_t>(problem.exits())) {}
    Plan plan(std::int64_t row, const Past&, Rng& rng) override {
        std::vector<Tally> tallies;
        double n = 0;
        for (const auto& values : since_) {
            Tally a;
            for (const auto& [x, tolerated] : values) {
                a.n += 1;
                a.sum += x;
            }
            n += a.n;
            tallies.push_back(a);
        }
        if (const int unplayed = firstUnplayed(tallies)) return splitPlan(row, unplayed);
        if (rng.uniform() < p["explore"])
            return splitPlan(
                row, 1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(p.exits()))));
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const Tally& a = tallies[static_cast<std::size_t>(arm - 1)];
                             return a.mean() + std::sqrt(2 * std::log(n) / a.n);
                         }));
    }
    void learn(const Round& round, Rng&) override {
        auto& values = since_[static_cast<std::size_t>(round.arm - 1)];
        values.push_back({round.value, p["cusum_epsilon"]});
        if (changed(values)) values.clear();
    }
    /// What a round tolerated was a difference of rewards: it is mapped like one.
    void costsChanged(const Problem& before, const Past&) override {
        for (auto& values : since_)
            for (auto& [x, tolerated] : values) {
                x = p.mapped(before.unmapped(x));
                tolerated *= before.width() / p.width();
            }
    }

private:
    struct Value {
        double x = 0, tolerated = 0;
    };
    /// Runs the two-sided CUSUM over all x of an arm since its last restart.
    bool changed(const std::vector<Value>& values) const {
        const auto first = static_cast<std::size_t>(p["cusum_samples"]);
        if (values.size() <= first) return false;
        double sum = 0;
        for (std::size_t k = 0; k < first; ++k) sum += values[k].x;
        const double m = sum / static_cast<double>(first);
        double up = 0;
        double down = 0;
        for (std::size_t k = first; k < values.size(); ++k) {
            up = std::max(0.0, up + values[k].x - m - values[k].tolerated);
            down = std::max(0.0, down + m - values[k].x - values[k].tolerated);
        }
        return up > p["cusum_threshold"] ||
               down > p["cusum_threshold"];  // an earlier x that exceeded it had restarted the arm
    }

    std::vector<std::vector<Value>> since_;  // [L] x of each arm since its last restart
};

class MonitoredUcb final : public UnitPolicy {
public:
    using UnitPolicy::UnitPolicy;
    Plan plan(std::int64_t row, const Past& past, Rng&) override {
        const double since = static_cast<double>(past.size() + 1 - restart_);  // t - tau
        const double period = p["explore"] > 0 ? std::floor(p.exits() / p["explore"]) : INFINITY;
        const double a = std::isinf(period) ? since - 1 : std::fmod(since - 1, period);
        if (a < p.exits()) return splitPlan(row, static_cast<int>(a) + 1);
        const auto tallies = tallied(past, p.exits(), restart_);
        return splitPlan(row, firstLargest(p.exits(), [&](int arm) {
                             const Tally& tally = tallies[static_cast<std::size_t>(arm - 1)];
                             return tally.mean() + std::sqrt(2 * std::log(since) / tally.n);
                         }));
    }
    void learn(const Round& round, Rng&) override {
        values_.push_back({round.arm, round.value});
        const auto w = static_cast<std::size_t>(p["detection_window"]);
        std::vector<double> own;
        for (const auto& [arm, value] : values_)
            if (arm == round.arm) own.push_back(value);
        if (own.size() < w) return;
        double later = 0;
        double earlier = 0;
        for (std::size_t k = own.size() - w / 2; k < own.size(); ++k) later += own[k];
        for (std::size_t k = own.size() - w; k < own.size() - w / 2; ++k) earlier += own[k];
        if (!(std::abs(later - earlier) > p["detection_threshold"])) return;
        restart_ = static_cast<std::size_t>(round.t);
        values_.clear();
    }
    void costsChanged(const Problem& before, const Past&) override {
        for (auto& [arm, value] : values_) value = p.mapped(before.unmapped(value));
    }

private:
    std::size_t restart_ = 0;                     // tau
    std::vector<std::pair<int, double>> values_;  // arm and x of the rounds since tau
};

class Exp3S final : public UnitPolicy {
public:
    explicit Exp3S(const Problem& problem)
        : UnitPolicy(problem),
          weights_(static_cast<std::size_t>(problem.exits()), 1.0 / problem.exits()) {}
    Plan plan(std::int64_t row, const Past&, Rng& rng) override {
        const double u = rng.uniform();
        double cumulated = 0;
        for (int arm = 1; arm <= p.exits(); ++arm) {
            cumulated += probability(arm);
            if (cumulated > u) return splitPlan(row, arm);
        }
        return splitPlan(row, p.exits());
    }
    void learn(const Round& round, Rng&) override {
        const double arms = p.exits();
        const double growth =
            std::exp(p["exp3_gamma"] * round.value / (probability(round.arm) * arms));
        weights_[static_cast<std::size_t>(round.arm - 1)] *= growth;
        double sum = 0;
        for (double& w : weights_) sum += w += std::exp(1.0) * p["exp3_share"] / arms;
        for (double& w : weights_) w /= sum;
    }

private:
    double probability(int arm) const {
        const double g = p["exp3_gamma"];
        return (1 - g) * weights_[static_cast<std::size_t>(arm - 1)] + g / p.exits();
    }
    std::vector<double> weights_;
};

}  // namespace splitee::oracle
