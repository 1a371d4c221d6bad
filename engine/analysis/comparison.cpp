// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/comparison.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <vector>

namespace splitee {
namespace {

constexpr double kRounding = 1e-9;  // differences below come from the order of sums

std::optional<Estimate> paired(std::span<const RunSummary> first,
                               std::span<const RunSummary> second,
                               const BootstrapResamples* resamples,
                               const std::function<std::optional<double>(const RunSummary&)>& of) {
    std::vector<double> differences;
    for (std::size_t k = 0; k < first.size(); ++k) {
        const auto a = of(first[k]);
        const auto b = of(second[k]);
        if (!a || !b) return std::nullopt;
        differences.push_back(*a - *b);
    }
    return estimate(differences, resamples);
}

bool equal(const Estimate& e) {
    return std::abs(e.mean) < kRounding && e.standardDeviation.value_or(0) < kRounding;
}
bool noSpread(const Estimate& e) { return e.standardDeviation && *e.standardDeviation < kRounding; }
bool holdsZero(const Estimate& e) { return !noSpread(e) && e.halfWidth && e.studentT()->holds(0); }

// Enough decimals for one digit of the interval's half width, and for a difference without one; at
// least 2.
int decimalsFor(const Estimate& e) {
    const double smallest =
        e.halfWidth && *e.halfWidth >= kRounding ? *e.halfWidth : std::abs(e.mean);
    if (smallest <= 0) return 2;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(smallest))), 2, 9);
}

// to_chars and not printf: a front end may have set a locale with a decimal comma.
std::string numberOf(double value, int decimals) {
    char digits[340];  // the largest double has 309 digits before the point
    const std::string text(digits, std::to_chars(digits, digits + sizeof digits, value,
                                                 std::chars_format::fixed, decimals)
                                       .ptr);
    const std::string_view zero = "-0.000000000";
    return zero.starts_with(text) ? text.substr(1) : text;  // never -0.00
}

// " (95 % 0.28 to 0.34)" of the difference times `sign`; "" from one seed.
std::string range(const Estimate& e, double sign, int decimals) {
    if (!e.halfWidth) return "";
    if (noSpread(e)) return " (with every seed)";
    const double low = sign * e.mean - *e.halfWidth;
    return " (95 % " + numberOf(low, decimals) + " to " +
           numberOf(sign * e.mean + *e.halfWidth, decimals) + ")";
}

// " (-0.01 lambda, 95 % -0.03 to 0.02)"
std::string undecided(const Estimate& e, const std::string& unit) {
    const int decimals = decimalsFor(e);
    const Interval t = *e.studentT();
    return " (" + numberOf(e.mean, decimals) + " " + unit + ", 95 % " + numberOf(t.low, decimals) +
           " to " + numberOf(t.high, decimals) + ")";
}

std::string accuracyPart(const std::optional<Estimate>& e) {
    if (!e) return "; without labels, accuracy is unknown";
    if (equal(*e)) return ", at the same accuracy";
    if (holdsZero(*e)) return ", with no clear difference in accuracy" + undecided(*e, "points");
    const int decimals = decimalsFor(*e);
    const double sign = e->mean < 0 ? -1 : 1;
    return ", at an accuracy " + numberOf(sign * e->mean, decimals) +
           (sign < 0 ? " points lower" : " points higher") + range(*e, sign, decimals);
}

}  // namespace

std::optional<Comparison> compare(std::span<const RunSummary> first,
                                  std::span<const RunSummary> second,
                                  const BootstrapResamples* resamples) {
    const std::size_t seeds = std::min(first.size(), second.size());
    if (seeds == 0) return std::nullopt;
    const auto difference = [&](const std::function<std::optional<double>(const RunSummary&)>& of) {
        return paired(first.first(seeds), second.first(seeds), resamples, of);
    };
    Comparison result;
    result.seeds = static_cast<std::int64_t>(seeds);
    result.cost = *difference([](const RunSummary& s) { return s.costMean; });
    result.reward = *difference([](const RunSummary& s) { return s.rewardMean; });
    for (std::size_t k = 0; k < seeds; ++k)
        result.sameReference =
            result.sameReference && first[k].regretAgainst == second[k].regretAgainst;
    if (result.sameReference)
        result.regret = difference([](const RunSummary& s) { return s.regret; });
    result.accuracy = difference([](const RunSummary& s) {
        return s.accuracy ? std::optional(100 * *s.accuracy) : std::nullopt;
    });
    return result;
}

std::string sentence(const Comparison& comparison, std::string_view first,
                     std::string_view second) {
    const Estimate& cost = comparison.cost;
    const std::string other(second);
    std::string text(first);
    if (equal(cost)) {
        text += " costs the same per sample as " + other;
    } else if (holdsZero(cost)) {
        text += " shows no clear difference in cost per sample from " + other +
                undecided(cost, "lambda");
    } else {
        const int decimals = decimalsFor(cost);
        const double sign = cost.mean < 0 ? -1 : 1;
        text += " costs " + numberOf(sign * cost.mean, decimals) + " lambda " +
                (sign < 0 ? "less" : "more") + " per sample than " + other +
                range(cost, sign, decimals);
    }
    text += accuracyPart(comparison.accuracy);
    if (comparison.seeds < 2) text += "; a single seed gives no interval";
    if (!comparison.sameReference) {
        const Estimate& reward = comparison.reward;
        const int decimals = decimalsFor(reward);
        const double sign = reward.mean < 0 ? -1 : 1;
        text += "; their regrets are against different splits and are not compared, it earns " +
                numberOf(sign * reward.mean, decimals) + (sign < 0 ? " less" : " more") +
                " reward a round" + range(reward, sign, decimals);
    }
    return text;
}

}  // namespace splitee
