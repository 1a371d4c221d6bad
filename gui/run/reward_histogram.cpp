// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/reward_histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace splitee {
namespace {

// Towards minus infinity, for bins below 0.
std::int64_t halfOf(std::int64_t bin) { return bin >= 0 ? bin / 2 : -((1 - bin) / 2); }

}  // namespace

RewardHistogram::RewardHistogram(int exits)
    : counts_((static_cast<std::size_t>(exits) + 1) * kBins), sums_(counts_.size() / kBins) {}

// Two bins become one; those of an even number begin where one twice as wide does.
void RewardHistogram::widen() {
    const std::int64_t first = halfOf(first_);
    std::vector<std::uint32_t> wide(counts_.size());
    for (std::size_t k = 0; k < counts_.size(); ++k) {
        const auto layer = k / kBins, bin = k % kBins;
        const std::int64_t at = halfOf(first_ + static_cast<std::int64_t>(bin)) - first;
        wide[layer * kBins + static_cast<std::size_t>(at)] += counts_[k];
    }
    counts_ = std::move(wide);
    first_ = first;
    width_ *= 2;
}

// The bins move along where what they hold still fits beside the reward; else they get wider.
void RewardHistogram::makeRoom(double reward) {
    const auto binOf = [this](double value) {
        return static_cast<std::int64_t>(std::floor(value / width_));
    };
    if (empty_) {
        while (std::abs(reward / width_) > 0x1p52) width_ *= 2;
        first_ = binOf(reward) - kBins / 2;
        empty_ = false;
        return;
    }
    for (;;) {
        const std::int64_t at = binOf(reward);
        if (at >= first_ && at < first_ + kBins) return;
        int lowest = kBins, highest = -1;
        for (std::size_t k = 0; k < counts_.size(); ++k)
            if (counts_[k] > 0) {
                lowest = std::min(lowest, static_cast<int>(k % kBins));
                highest = std::max(highest, static_cast<int>(k % kBins));
            }
        const std::int64_t from = std::min(at, first_ + lowest),
                           to = std::max(at, first_ + highest);
        if (to - from >= kBins) {
            widen();
            continue;
        }
        std::vector<std::uint32_t> moved(counts_.size());
        for (std::size_t k = 0; k < counts_.size(); ++k)
            if (counts_[k] > 0)
                moved[k / kBins * kBins +
                      static_cast<std::size_t>(first_ + static_cast<std::int64_t>(k % kBins) -
                                               from)] = counts_[k];
        counts_ = std::move(moved);
        first_ = from;
        return;
    }
}

void RewardHistogram::add(int layer, double reward) {
    if (!std::isfinite(reward)) return;
    if (empty_ || reward < low() || reward >= low() + kBins * width_) makeRoom(reward);
    const auto bin = std::clamp<std::int64_t>(
        static_cast<std::int64_t>(std::floor(reward / width_)) - first_, 0, kBins - 1);
    ++counts_[static_cast<std::size_t>(layer) * kBins + static_cast<std::size_t>(bin)];
    sums_[static_cast<std::size_t>(layer)] += reward;
}

std::int64_t RewardHistogram::rounds(int layer) const {
    const auto of = counts(layer);
    return std::accumulate(of.begin(), of.end(), std::int64_t{0});
}

double RewardHistogram::mean(int layer) const {
    const std::int64_t of = rounds(layer);
    return of > 0 ? sums_[static_cast<std::size_t>(layer)] / static_cast<double>(of)
                  : std::numeric_limits<double>::quiet_NaN();
}

double RewardHistogram::quantile(int layer, double share) const {
    const auto wanted = share * static_cast<double>(rounds(layer));
    double before = 0;
    const auto of = counts(layer);
    for (int bin = 0; bin < kBins; ++bin) {
        const double here = of[static_cast<std::size_t>(bin)];
        if (here > 0 && before + here >= wanted)
            return low() + width_ * (bin + std::max(0.0, wanted - before) / here);
        before += here;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

}  // namespace splitee
