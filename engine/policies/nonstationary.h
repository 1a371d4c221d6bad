// SPDX-License-Identifier: GPL-3.0-or-later
// Nonstationary bandits learn rewards that drift or switch: they discount the past, or restart when
// they detect a change (docs/policies.md).
#pragma once

#include <optional>
#include <vector>

#include "engine/policies/bounded_reward.h"

namespace splitee {

/// Base of these policies: arms are layers, rewards are mapped to [0, 1].
class NonstationaryPolicy {
public:
    using Parameters = NonstationaryParameters;
    NonstationaryPolicy(const PolicySetup& setup, const Parameters& own)
        : own_(own),
          scale_(setup.costs),
          remaps_(setup.remapsRewards()),
          arms_(static_cast<std::size_t>(setup.exits)) {}
    void costsChanged(const CostTable& costs) { (void)remapped(costs); }

protected:
    struct Arm {
        double sum = 0, pulls = 0;
        double earned = 0;  // the sum of the rewards as they were earned
        void add(double x, double reward) {
            sum += x;
            earned += reward;
            ++pulls;
        }
    };
    /// A mapped reward x becomes a x + b.
    struct Remap {
        double a = 1, b = 0;
    };
    /// Maps rewards by other costs from now on, and the sums of all arms. What else a policy keeps
    /// of mapped rewards it maps itself; nothing to do: empty.
    std::optional<Remap> remapped(const CostTable& costs);
    [[nodiscard]] bool remaps() const { return remaps_; }
    [[nodiscard]] int armCount() const { return static_cast<int>(arms_.size()); }
    [[nodiscard]] Arm& arm(int i) { return arms_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] const Arm& arm(int i) const { return arms_[static_cast<std::size_t>(i)]; }
    [[nodiscard]] double allPulls() const {
        double all = 0;
        for (const Arm& one : arms_) all += one.pulls;
        return all;
    }
    /// The lowest arm without a reward, else the one with the largest mean + radius(pulls).
    template <class Radius>
    [[nodiscard]] int untriedOrLargest(Radius&& radius) const {
        for (int i = 0; i < armCount(); ++i)
            if (arm(i).pulls == 0) return i;
        return largestArm(armCount(), [&](int i) { return view(i, radius).index; });
    }
    /// Of all arms, for rules that choose by untriedOrLargest(radius).
    template <class Radius>
    [[nodiscard]] std::vector<ArmView> viewsBy(Radius&& radius) const {
        return viewsOf(
            armCount(), [&](int i) { return arm(i).pulls > 0; },
            [&](int i) { return view(i, radius); });
    }
    [[nodiscard]] double unit(double reward) const { return scale_.toUnit(reward); }

    Parameters own_;

private:
    template <class Radius>
    [[nodiscard]] ArmView view(int i, Radius& radius) const {
        const double mean = arm(i).sum / arm(i).pulls;
        const double r = radius(arm(i).pulls);
        // Discounted pulls are no whole number.
        return {mean,         r,
                mean + r,     static_cast<std::int64_t>(std::ceil(arm(i).pulls)),
                scale_.low(), scale_.width()};
    }

    RewardScale scale_;
    bool remaps_;
    std::vector<Arm> arms_;
};

/// The last tau rounds: X/N + sqrt(a ln min(t, tau) / N) (Garivier, Moulines 2011).
class SlidingWindowUcbPolicy : public NonstationaryPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "sw-ucb", "SW-UCB", "UCB over the last --window rounds (Garivier, Moulines 2011)"};
    static constexpr std::array<std::string_view, 2> kReads{"window", "radius_scale"};
    using NonstationaryPolicy::NonstationaryPolicy;
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const;
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&);
    [[nodiscard]] std::size_t bytes() const { return past_.size() * sizeof(Past); }

private:
    [[nodiscard]] auto radius(const Round& round) const;
    struct Past {
        int arm;
        double value;  // the reward as it was earned; by rules 1 as it was mapped
    };
    [[nodiscard]] double unitOf(const Past& past) const {
        return remaps() ? unit(past.value) : past.value;
    }
    std::vector<Past> past_;  // a ring of the last `window` rounds
    std::size_t oldest_ = 0;
};

/// Discounted sums: X/N + 2 sqrt(a ln n / N) (Garivier, Moulines 2011).
class DiscountedUcbPolicy : public NonstationaryPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "d-ucb", "D-UCB",
        "UCB over sums discounted by --discount each round (Garivier, Moulines 2011)"};
    static constexpr std::array<std::string_view, 2> kReads{"discount", "radius_scale"};
    using NonstationaryPolicy::NonstationaryPolicy;
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const;
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&);

private:
    [[nodiscard]] auto radius() const;
};

/// A two-sided CUSUM per arm restarts that arm (Liu, Lee, Shroff 2018).
class CusumUcbPolicy : public NonstationaryPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "cusum-ucb", "CUSUM-UCB",
        "UCB that restarts an arm when a CUSUM test finds a change (Liu et al. 2018)"};
    static constexpr std::array<std::string_view, 4> kReads{"explore", "cusum_samples",
                                                            "cusum_epsilon", "cusum_threshold"};
    CusumUcbPolicy(const PolicySetup& setup, const Parameters& own)
        : NonstationaryPolicy(setup, own), tests_(static_cast<std::size_t>(setup.exits)) {}
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const;
    void observe(const Round&, const Choice& choice, const Outcome& outcome, const Observation&,
                 Rng&);
    void costsChanged(const CostTable& costs);

private:
    [[nodiscard]] auto radius() const;
    struct Test {
        double mean = 0, up = 0, down = 0;
    };
    std::vector<Test> tests_;
};

/// Compares two halves of an arm's last rewards and restarts all (Cao, Wen, Kveton, Xie 2019).
class MonitoredUcbPolicy : public NonstationaryPolicy {
public:
    static constexpr PolicyInfo kInfo{
        "m-ucb", "M-UCB",
        "UCB that starts anew when the halves of an arm's window differ (Cao et al. 2019)"};
    static constexpr std::array<std::string_view, 3> kReads{"explore", "detection_window",
                                                            "detection_threshold"};
    MonitoredUcbPolicy(const PolicySetup& setup, const Parameters& own)
        : NonstationaryPolicy(setup, own), last_(static_cast<std::size_t>(setup.exits)) {}
    [[nodiscard]] static Result<void> check(const PolicySetup& setup, const Parameters& own);
    [[nodiscard]] Choice choose(const Round& round, Rng& rng) const;
    [[nodiscard]] std::vector<ArmView> arms(const Round& round) const;
    void observe(const Round& round, const Choice& choice, const Outcome& outcome,
                 const Observation&, Rng&);
    void costsChanged(const CostTable& costs);
    [[nodiscard]] std::size_t bytes() const {
        std::size_t rewards = 0;
        for (const std::vector<double>& ring : last_) rewards += ring.size();
        return rewards * sizeof(double);
    }

private:
    [[nodiscard]] auto radius(const Round& round) const;
    [[nodiscard]] bool changed(const std::vector<double>& ring, double pulls) const;

    std::vector<std::vector<double>> last_;  // [L] a ring of up to detection_window rewards
    std::int64_t restart_ = 0;               // round of the last restart
};

}  // namespace splitee
