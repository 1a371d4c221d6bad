// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics over runs that differ only in their seed: means with intervals, and the Pareto front
// of operating points.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

struct Interval {
    double low = 0, high = 0;
    [[nodiscard]] bool holds(double value) const { return low <= value && value <= high; }

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// A mean over seeds. Every spread is empty from a single seed.
struct Estimate {
    double mean = 0;
    std::optional<double> halfWidth;          ///< of the 95 % interval by Student's t
    std::optional<double> standardError;      ///< standardDeviation / sqrt(n)
    std::optional<double> standardDeviation;  ///< of the seeds, divisor n - 1
    std::optional<Interval> bootstrap;        ///< 95 %, percentile; only where resamples were given
    [[nodiscard]] std::optional<Interval> studentT() const {
        return halfWidth ? std::optional(Interval{mean - *halfWidth, mean + *halfWidth})
                         : std::nullopt;
    }
};

inline constexpr int kResamples = 2000;  ///< of a bootstrap

/// Which of n values each of kResamples resamples draws, with replacement. The draws come from a
/// fixed stream of their own, so an interval is a function of its values alone, and all figures of
/// the same seeds share their resamples.
class BootstrapResamples {
public:
    /// For `values` >= 1 values. Keeps its draws (about 2 * kResamples * n bytes) up to some
    /// thousand values, above that it draws them anew each time.
    explicit BootstrapResamples(std::size_t values);
    [[nodiscard]] std::size_t values() const { return values_; }
    /// Percentile interval of the mean: the 2.5 and 97.5 % quantiles (between neighbours linearly)
    /// of the resamples' means. values.size() must be values().
    [[nodiscard]] Interval interval95(std::span<const double> values) const;

private:
    std::size_t values_;
    std::vector<std::uint16_t> kept_;  // [kResamples * n] or empty
};

/// Mean, standard error, standard deviation and t interval; the bootstrap interval where
/// `resamples` (of the same number of values) is given. Empty without values.
[[nodiscard]] std::optional<Estimate> estimate(std::span<const double> values,
                                               const BootstrapResamples* resamples = nullptr);

/// Two-sided 95 % quantile of Student's t with `degrees` >= 1 degrees of freedom.
[[nodiscard]] double studentQuantile95(std::int64_t degrees);

/// What a ± or a shaded band shows.
enum class Band { StandardError, StandardDeviation, StudentT, Bootstrap };
inline constexpr std::array<std::string_view, 4> kBands{"se", "sd", "t", "bootstrap"};
[[nodiscard]] Result<Band> bandFrom(std::string_view text);
/// "the standard error over seeds": what follows "± is".
[[nodiscard]] std::string_view describe(Band band);
/// The number behind the ±: for an interval half its width. Empty where the estimate does not have
/// it.
[[nodiscard]] std::optional<double> halfBand(const Estimate& estimate, Band band);

/// Where a policy, split or setting works: what it costs a sample and how often it is right.
struct OperatingPoint {
    double cost = 0;
    double accuracy = 0;
};

/// [n] is the point on the Pareto front, that is: none costs at most as much and is at least as
/// accurate, and better in one of the two. Equal points share their fate; a point with NaN is never
/// on it. O(n log n).
[[nodiscard]] std::vector<bool> paretoFront(std::span<const OperatingPoint> points);

}  // namespace splitee
