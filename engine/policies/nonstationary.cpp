// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/nonstationary.h"

namespace splitee {

std::optional<NonstationaryPolicy::Remap> NonstationaryPolicy::remapped(const CostTable& costs) {
    const RewardScale next(costs);
    if (next == scale_) return std::nullopt;  // the sums keep their last bit
    const RewardScale before = std::exchange(scale_, next);
    if (!remaps_) return std::nullopt;
    for (Arm& arm : arms_) arm.sum = (arm.earned - scale_.low() * arm.pulls) / scale_.width();
    return Remap{before.width() / scale_.width(), (before.low() - scale_.low()) / scale_.width()};
}

auto SlidingWindowUcbPolicy::radius(const Round& round) const {
    const double logT = std::log(static_cast<double>(std::min(round.t, own_.window)));
    return
        [scale = own_.radiusScale, logT](double pulls) { return std::sqrt(scale * logT / pulls); };
}

Choice SlidingWindowUcbPolicy::choose(const Round& round, Rng&) const {
    return {1 + untriedOrLargest(radius(round)), round.alpha};
}
std::vector<ArmView> SlidingWindowUcbPolicy::arms(const Round& round) const {
    return viewsBy(radius(round));
}

void SlidingWindowUcbPolicy::observe(const Round&, const Choice& choice, const Outcome& outcome,
                                     const Observation&, Rng&) {
    const double x = unit(outcome.reward);
    const Past now{choice.split - 1, remaps() ? outcome.reward : x};
    if (static_cast<std::int64_t>(past_.size()) < own_.window) {
        past_.push_back(now);
    } else {
        const Past gone = std::exchange(past_[oldest_], now);
        oldest_ = (oldest_ + 1) % past_.size();
        Arm& forgotten = arm(gone.arm);
        forgotten.sum -= unitOf(gone);
        forgotten.earned -= gone.value;
        --forgotten.pulls;
        if (forgotten.pulls == 0) forgotten = {};
    }
    arm(now.arm).add(x, outcome.reward);
}

auto DiscountedUcbPolicy::radius() const {
    const double all = allPulls();
    const double logN = all > 1 ? std::log(all) : 0;
    return [scale = own_.radiusScale, logN](double pulls) {
        return 2 * std::sqrt(scale * logN / pulls);
    };
}

Choice DiscountedUcbPolicy::choose(const Round& round, Rng&) const {
    return {1 + untriedOrLargest(radius()), round.alpha};
}
std::vector<ArmView> DiscountedUcbPolicy::arms(const Round&) const { return viewsBy(radius()); }

void DiscountedUcbPolicy::observe(const Round&, const Choice& choice, const Outcome& outcome,
                                  const Observation&, Rng&) {
    for (int i = 0; i < armCount(); ++i) {
        arm(i).sum *= own_.discount;
        arm(i).earned *= own_.discount;
        arm(i).pulls *= own_.discount;
    }
    arm(choice.split - 1).add(unit(outcome.reward), outcome.reward);
}

auto CusumUcbPolicy::radius() const {
    return [logN = std::log(allPulls())](double pulls) { return std::sqrt(2 * logN / pulls); };
}

std::vector<ArmView> CusumUcbPolicy::arms(const Round&) const { return viewsBy(radius()); }

Choice CusumUcbPolicy::choose(const Round& round, Rng& rng) const {
    for (int i = 0; i < armCount(); ++i)
        if (arm(i).pulls == 0) return {i + 1, round.alpha};
    if (rng.uniform() < own_.explore)
        return {1 + static_cast<int>(rng.below(static_cast<std::uint64_t>(armCount()))),
                round.alpha};
    return {1 + untriedOrLargest(radius()), round.alpha};
}

void CusumUcbPolicy::observe(const Round&, const Choice& choice, const Outcome& outcome,
                             const Observation&, Rng&) {
    Arm& played = arm(choice.split - 1);
    Test& test = tests_[static_cast<std::size_t>(choice.split - 1)];
    const double x = unit(outcome.reward);
    if (played.pulls < static_cast<double>(own_.cusumSamples)) {
        test.mean = (played.sum + x) / (played.pulls + 1);
    } else {
        test.up = std::max(0.0, test.up + x - test.mean - own_.cusumEpsilon);
        test.down = std::max(0.0, test.down + test.mean - x - own_.cusumEpsilon);
        if (test.up > own_.cusumThreshold || test.down > own_.cusumThreshold) {
            played = {};
            test = {};
            return;
        }
    }
    played.add(x, outcome.reward);
}

// up and down are sums of differences of rewards, so only the width of the map concerns them.
void CusumUcbPolicy::costsChanged(const CostTable& costs) {
    const auto by = remapped(costs);
    if (!by) return;
    for (Test& test : tests_) {
        test.mean = by->a * test.mean + by->b;
        test.up *= by->a;
        test.down *= by->a;
    }
}

Result<void> MonitoredUcbPolicy::check(const PolicySetup&, const Parameters& own) {
    if (own.detectionWindow % 2 == 0) return {};
    return fail("detection_window is " + std::to_string(own.detectionWindow) +
                ", but m-ucb compares its halves: give an even number");
}

auto MonitoredUcbPolicy::radius(const Round& round) const {
    return [logT = std::log(static_cast<double>(round.t - restart_))](double pulls) {
        return std::sqrt(2 * logT / pulls);
    };
}

std::vector<ArmView> MonitoredUcbPolicy::arms(const Round& round) const {
    return viewsBy(radius(round));
}

Choice MonitoredUcbPolicy::choose(const Round& round, Rng&) const {
    const std::int64_t since = round.t - restart_;
    const double cycle = own_.explore > 0 ? std::floor(armCount() / own_.explore) : 0;
    const auto turn =
        cycle >= 1 && cycle < 9e15 ? (since - 1) % static_cast<std::int64_t>(cycle) : since - 1;
    if (turn < armCount()) return {static_cast<int>(turn) + 1, round.alpha};
    return {1 + untriedOrLargest(radius(round)), round.alpha};
}

bool MonitoredUcbPolicy::changed(const std::vector<double>& ring, double pulls) const {
    const auto size = static_cast<std::size_t>(own_.detectionWindow);
    if (ring.size() < size) return false;
    const std::size_t oldest = static_cast<std::size_t>(pulls) % size;
    double before = 0;
    double after = 0;
    for (std::size_t k = 0; k < size; ++k)
        (k < size / 2 ? before : after) += ring[(oldest + k) % size];
    return std::abs(after - before) > own_.detectionThreshold;
}

void MonitoredUcbPolicy::observe(const Round& round, const Choice& choice, const Outcome& outcome,
                                 const Observation&, Rng&) {
    Arm& played = arm(choice.split - 1);
    std::vector<double>& ring = last_[static_cast<std::size_t>(choice.split - 1)];
    const double x = unit(outcome.reward);
    const auto size = static_cast<std::size_t>(own_.detectionWindow);
    if (ring.size() < size)
        ring.push_back(x);
    else
        ring[static_cast<std::size_t>(played.pulls) % size] = x;
    played.add(x, outcome.reward);
    if (!changed(ring, played.pulls)) return;
    for (int i = 0; i < armCount(); ++i) arm(i) = {};
    for (auto& rewards : last_) rewards.clear();
    restart_ = round.t;
}

void MonitoredUcbPolicy::costsChanged(const CostTable& costs) {
    const auto by = remapped(costs);
    if (!by) return;
    for (auto& rewards : last_)
        for (double& x : rewards) x = by->a * x + by->b;
}

}  // namespace splitee
