// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/round_series.h"

#include <algorithm>

namespace splitee {
namespace {

// A logarithmic point more for each of these rounds: 660 points for ten million, one a pixel of a
// chart.
constexpr std::int64_t kShare = 50;

}  // namespace

void SeriesPoint::add(const RoundFacts& facts) {
    compute += facts.compute;
    exits += facts.exits;
    offload += facts.offload;
    finalCost += facts.finalCost;
    ++rounds;
    for (std::size_t i = 0; i < kFollowed; ++i) followed[i].add(facts.followed[i]);
}

void SeriesPoint::join(const SeriesPoint& later) {
    rounds += later.rounds;
    compute += later.compute;
    exits += later.exits;
    offload += later.offload;
    finalCost += later.finalCost;
    for (std::size_t i = 0; i < kFollowed; ++i) followed[i].join(later.followed[i]);
}

RoundSeries::RoundSeries(Spacing spacing, int exits)
    : spacing_(spacing), width_(static_cast<std::size_t>(exits) + 1) {}

void RoundSeries::add(std::int64_t round, const RoundFacts& facts) {
    if (points_.empty() || points_.back().rounds == full_) {
        if (spacing_ == Spacing::Logarithmic)
            stride_ = full_ = std::max<std::int64_t>(1, round / kShare);
        else if (points_.size() == kMostPoints)
            halve();
        points_.emplace_back().first = round;
        splits_.resize(splits_.size() + width_);
    }
    points_.back().add(facts);
    ++splits_[splits_.size() - width_ + static_cast<std::size_t>(facts.split)];
}

void RoundSeries::halve() {
    const std::size_t half = points_.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
        points_[i] = points_[2 * i];
        points_[i].join(points_[2 * i + 1]);
        for (std::size_t k = 0; k < width_; ++k)
            splits_[i * width_ + k] =
                splits_[2 * i * width_ + k] + splits_[(2 * i + 1) * width_ + k];
    }
    points_.resize(half);
    splits_.resize(half * width_);
    stride_ *= 2;
    full_ = stride_;
}

std::size_t RoundSeries::bytes() const {
    return points_.capacity() * sizeof(SeriesPoint) + splits_.capacity() * sizeof(std::uint32_t);
}

}  // namespace splitee
