// SPDX-License-Identifier: GPL-3.0-or-later
// Series of points that sum up rounds. The number of points is bounded; each knows how many rounds
// it stands for.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace splitee {

/// The least, the most and the last of a quantity that is followed round by round; NaN where it is
/// not known yet.
struct Span {
    double least = std::numeric_limits<double>::quiet_NaN(), most = least, last = least;
    void add(double value) { join({value, value, value}); }
    void join(const Span& later) {
        if (!(least <= later.least)) least = later.least;
        if (!(most >= later.most)) most = later.most;
        last = later.last;
    }
};

/// Quantities followed round by round.
enum class Followed { Cost, Accuracy, FinalAccuracy, OffloadRate, PseudoRegret, RealisedRegret };
inline constexpr std::size_t kFollowed = 6;

/// What one round adds to its point.
struct RoundFacts {
    int split = 0;
    double compute = 0;
    double exits = 0;  ///< of `compute`, evaluating exits; NaN where not known
    double offload = 0, finalCost = 0;
    double followed[kFollowed] = {};
};

/// Some rounds in a row. `first` counts from 1.
struct SeriesPoint {
    std::int64_t first = 1, rounds = 0;
    double compute = 0, exits = 0, offload = 0, finalCost = 0;  ///< sums, in lambda
    Span followed[kFollowed] = {};
    [[nodiscard]] std::int64_t last() const { return first + rounds - 1; }
    [[nodiscard]] const Span& of(Followed quantity) const {
        return followed[static_cast<std::size_t>(quantity)];
    }
    void add(const RoundFacts& facts);
    void join(const SeriesPoint& later);
};

/// Points for a linear axis all stand for the same number of rounds, a power of two that doubles
/// when they become too many; those for a logarithmic axis for a constant share of the rounds so
/// far. Only the last point may stand for fewer.
class RoundSeries {
public:
    enum class Spacing { Even, Logarithmic };
    static constexpr std::size_t kMostPoints = 8192;

    RoundSeries(Spacing spacing, int exits);
    void add(std::int64_t round, const RoundFacts& facts);

    [[nodiscard]] const std::vector<SeriesPoint>& points() const { return points_; }
    /// [L + 1] rounds of a point by their split layer; 0: nothing was computed on the device.
    [[nodiscard]] std::span<const std::uint32_t> splits(std::size_t point) const {
        return {splits_.data() + point * width_, width_};
    }
    /// The most rounds that one point stands for.
    [[nodiscard]] std::int64_t stride() const { return stride_; }
    [[nodiscard]] std::size_t bytes() const;

private:
    void halve();

    Spacing spacing_;
    std::size_t width_;
    std::int64_t stride_ = 1;
    std::int64_t full_ = 1;  // rounds that the last point will have
    std::vector<SeriesPoint> points_;
    std::vector<std::uint32_t> splits_;  // [points * width]
};

}  // namespace splitee
