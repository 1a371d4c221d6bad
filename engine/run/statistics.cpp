// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <string>

#include <boost/math/distributions/students_t.hpp>

#include "engine/fields.h"
#include "engine/plain_text.h"
#include "engine/rng.h"

namespace splitee {
namespace {

constexpr std::size_t kMostKept = 4096;  // values whose draws are kept: 16 MB

// About the first value, so that equal values have exactly their own mean and no spread.
double meanOf(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value - values.front();
    return values.front() + sum / static_cast<double>(values.size());
}

// The quantile `share` between the two neighbours, linearly (Hyndman and Fan's type 7). Reorders.
double quantile(std::vector<double>& values, double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::ranges::nth_element(values, at);
    const double low = *at;
    if (below + 1 == values.size()) return low;
    const double high = *std::min_element(at + 1, values.end());
    return low + (high - low) * (place - static_cast<double>(below));
}

}  // namespace

BootstrapResamples::BootstrapResamples(std::size_t values) : values_(values) {
    assert(values > 0);
    if (values > kMostKept) return;
    Rng rng(1, "bootstrap");
    kept_.resize(static_cast<std::size_t>(kResamples) * values);
    for (auto& drawn : kept_) drawn = static_cast<std::uint16_t>(rng.below(values));
}

Interval BootstrapResamples::interval95(std::span<const double> values) const {
    assert(values.size() == values_);
    const double first = values.front();
    Rng rng(1, "bootstrap");
    std::vector<double> means(static_cast<std::size_t>(kResamples));
    std::size_t draw = 0;
    for (double& mean : means) {
        double sum = 0;
        for (std::size_t k = 0; k < values_; ++k, ++draw)
            sum +=
                values[kept_.empty() ? static_cast<std::size_t>(rng.below(values_)) : kept_[draw]] -
                first;
        mean = first + sum / static_cast<double>(values_);
    }
    const double low = quantile(means, .025);
    return {low, quantile(means, .975)};
}

std::optional<Estimate> estimate(std::span<const double> values,
                                 const BootstrapResamples* resamples) {
    if (values.empty()) return std::nullopt;
    Estimate result;
    result.mean = meanOf(values);
    if (values.size() < 2) return result;
    const auto n = static_cast<double>(values.size());
    double squares = 0;
    for (const double value : values) squares += (value - result.mean) * (value - result.mean);
    result.standardDeviation = std::sqrt(squares / (n - 1));
    result.standardError = *result.standardDeviation / std::sqrt(n);
    result.halfWidth =
        studentQuantile95(static_cast<std::int64_t>(values.size()) - 1) * *result.standardError;
    if (resamples != nullptr) result.bootstrap = resamples->interval95(values);
    return result;
}

double studentQuantile95(std::int64_t degrees) {
    // Bands of curves ask thousands of times in a row for the same one, which takes some ten
    // microseconds.
    thread_local std::int64_t known = 0;
    thread_local double quantile = 0;
    degrees = std::max<std::int64_t>(degrees, 1);
    if (degrees != known)
        quantile =
            boost::math::quantile(boost::math::students_t(static_cast<double>(degrees)), .975);
    known = degrees;
    return quantile;
}

Result<Band> bandFrom(std::string_view text) {
    const auto found = std::ranges::find(kBands, text);
    if (found == kBands.end())
        return fail("band is '" + shownText(text, 100) + "', but must be " + listed(kBands));
    return static_cast<Band>(found - kBands.begin());
}

std::string_view describe(Band band) {
    switch (band) {
        case Band::StandardError:
            return "the standard error over seeds";
        case Band::StandardDeviation:
            return "the standard deviation over seeds";
        case Band::StudentT:
            return "the half width of the 95 % interval over seeds (Student's t)";
        case Band::Bootstrap:
            return "half the width of the bootstrap 95 % interval over seeds (percentile, 2,000 "
                   "resamples)";
    }
    return "";
}

std::optional<double> halfBand(const Estimate& estimate, Band band) {
    switch (band) {
        case Band::StandardError:
            return estimate.standardError;
        case Band::StandardDeviation:
            return estimate.standardDeviation;
        case Band::StudentT:
            return estimate.halfWidth;
        case Band::Bootstrap:
            if (estimate.bootstrap) return (estimate.bootstrap->high - estimate.bootstrap->low) / 2;
            break;
    }
    return std::nullopt;
}

std::vector<bool> paretoFront(std::span<const OperatingPoint> points) {
    std::vector<std::size_t> byCost;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (!std::isnan(points[i].cost) && !std::isnan(points[i].accuracy)) byCost.push_back(i);
    std::ranges::sort(byCost, [&](std::size_t a, std::size_t b) {
        if (points[a].cost != points[b].cost) return points[a].cost < points[b].cost;
        if (points[a].accuracy != points[b].accuracy)
            return points[a].accuracy > points[b].accuracy;
        return a < b;
    });
    std::vector<bool> front(points.size(), false);
    OperatingPoint last{
        0, -std::numeric_limits<double>::infinity()};  // of the front so far, the costliest
    for (const std::size_t i : byCost) {
        const bool same = points[i].cost == last.cost && points[i].accuracy == last.accuracy;
        if (!same && points[i].accuracy <= last.accuracy) continue;
        front[i] = true;
        last = points[i];
    }
    return front;
}

}  // namespace splitee
