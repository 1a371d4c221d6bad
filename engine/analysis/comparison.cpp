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
std::string range(const Estimate& e, double sign, int decimals, const Language& in) {
    if (!e.halfWidth) return "";
    if (noSpread(e)) return in.say(" (with every seed)");
    const double low = sign * e.mean - *e.halfWidth, high = sign * e.mean + *e.halfWidth;
    return in.say(" (95 % %1 to %2)",
                  {in.digits(numberOf(low, decimals)), in.digits(numberOf(high, decimals))});
}

// " (-0.01 lambda, 95 % -0.03 to 0.02)"
std::string undecided(const Estimate& e, const char* phrase, const Language& in) {
    const int decimals = decimalsFor(e);
    const Interval t = *e.studentT();
    return in.say(phrase,
                  {in.digits(numberOf(e.mean, decimals)), in.digits(numberOf(t.low, decimals)),
                   in.digits(numberOf(t.high, decimals))});
}

std::string accuracyPart(const std::optional<Estimate>& e, const Language& in) {
    if (!e) return in.say("; without labels, accuracy is unknown");
    if (equal(*e)) return in.say(", at the same accuracy");
    if (holdsZero(*e))
        return in.say(", with no clear difference in accuracy") +
               undecided(*e, " (%1 points, 95 % %2 to %3)", in);
    const int decimals = decimalsFor(*e);
    const double sign = e->mean < 0 ? -1 : 1;
    const std::string points = in.digits(numberOf(sign * e->mean, decimals));
    return (sign < 0 ? in.say(", at an accuracy %1 points lower", {points})
                     : in.say(", at an accuracy %1 points higher", {points})) +
           range(*e, sign, decimals, in);
}

std::string costPart(const Estimate& cost, const std::string& first, const std::string& second,
                     const Language& in) {
    if (equal(cost)) return in.say("%1 costs the same per sample as %2", {first, second});
    if (holdsZero(cost))
        return in.say("%1 shows no clear difference in cost per sample from %2", {first, second}) +
               undecided(cost, " (%1 lambda, 95 % %2 to %3)", in);
    const int decimals = decimalsFor(cost);
    const double sign = cost.mean < 0 ? -1 : 1;
    const std::string size = in.digits(numberOf(sign * cost.mean, decimals));
    return (sign < 0
                ? in.say("%1 costs %2 lambda less per sample than %3", {first, size, second})
                : in.say("%1 costs %2 lambda more per sample than %3", {first, size, second})) +
           range(cost, sign, decimals, in);
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

std::string sentence(const Comparison& comparison, std::string_view first, std::string_view second,
                     const Language& language) {
    std::string text =
        costPart(comparison.cost, std::string(first), std::string(second), language) +
        accuracyPart(comparison.accuracy, language);
    if (comparison.seeds < 2) text += language.say("; a single seed gives no interval");
    if (!comparison.sameReference) {
        const Estimate& reward = comparison.reward;
        const int decimals = decimalsFor(reward);
        const double sign = reward.mean < 0 ? -1 : 1;
        const std::string size = language.digits(numberOf(sign * reward.mean, decimals));
        text += language.say(
            "; their regrets are against different splits and are not compared, it earns ");
        text += (sign < 0 ? language.say("%1 less reward a round", {size})
                          : language.say("%1 more reward a round", {size})) +
                range(reward, sign, decimals, language);
    }
    return text;
}

}  // namespace splitee
