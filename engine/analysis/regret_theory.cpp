// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/analysis/regret_theory.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/analysis/rising_root.h"
#include "engine/policies/kl_ucb.h"
#include "engine/world/observation.h"

namespace splitee {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kNoGap = 1e-7;  // KL_inf goes with its square, and below that is rounding

double mean(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return sum / static_cast<double>(values.size());
}

struct Derivatives {
    double first, second;
};

// Of h(a) = E ln(1 - a (X - m)); at the end of a's range a value X = 1 makes both infinite.
Derivatives derivatives(std::span<const double> values, double m, double a) {
    Derivatives d{0, 0};
    for (const double x : values) {
        const double ratio = (x - m) / std::max(1 - a * (x - m), 0.0);
        d.first -= ratio;
        d.second -= ratio * ratio;
    }
    return d;
}

double dual(std::span<const double> values, double m, double a) {
    double sum = 0;
    for (const double x : values) sum += std::log1p(-a * (x - m));
    return sum / static_cast<double>(values.size());
}

// Rewards of always splitting at `layer`, mapped to [0, 1].
std::vector<double> mappedRewards(const ExitTable& table, int layer, double alpha,
                                  const CostTable& costs, double low, double high) {
    std::vector<double> values;
    values.reserve(table.label.size());
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const auto confidence = table.confidencesOf(row);
        const double reward = rewardAt(layer, confidence[static_cast<std::size_t>(layer - 1)],
                                       confidence.back(), alpha, costs);
        values.push_back(std::clamp((reward - low) / (high - low), 0.0, 1.0));
    }
    return values;
}

}  // namespace

double klInf(std::span<const double> values, double m) {
    if (m >= 1) return kInfinite;
    if (mean(values) >= m) return 0;
    // h is concave with h'(0) > 0, so its maximum is at the end of the range or where h' = 0.
    const double end = 1 / (1 - m);
    if (derivatives(values, m, end).first >= 0) return std::max(0.0, dual(values, m, end));
    const double a = risingRoot(
        [&](double at) {
            const Derivatives d = derivatives(values, m, at);
            return std::pair(-d.first, -d.second);
        },
        0, 0, end);
    return std::max(0.0, dual(values, m, a));
}

LaiRobbins laiRobbins(const ExitTable& table, double alpha, const CostTable& costs) {
    LaiRobbins result;
    result.high = -kInfinite;
    result.low = kInfinite;
    for (int layer = 1; layer <= costs.exits(); ++layer) {
        result.high = std::max(result.high, 1 - costs.mu * costs.gamma(layer));
        const double offload = layer == costs.exits() ? 0 : costs.offloadAt(layer);
        result.low = std::min(result.low, -costs.mu * (costs.gamma(layer) + offload));
    }
    // One layer's rewards in memory at a time: tables may hold a million samples and 64 exits.
    const auto rewards = [&](int layer, double high) {
        return mappedRewards(table, layer, alpha, costs, result.low, high);
    };
    std::vector<double> means;
    for (int layer = 1; layer <= costs.exits(); ++layer)
        means.push_back(mean(rewards(layer, result.high)));
    const double span = result.high - result.low;
    const double best = *std::ranges::max_element(means);
    result.best = 0;
    for (std::size_t i = 0; i < means.size(); ++i) {
        ArmGap arm{result.low + span * means[i], span * (best - means[i]), 0, 0};
        if (arm.gap < kNoGap) {
            arm.gap = 0;
            if (result.best == 0) result.best = static_cast<int>(i) + 1;
        } else {
            // No distribution of this arm earns more than its layer's own cost leaves.
            const int layer = static_cast<int>(i) + 1;
            const double high = 1 - costs.mu * costs.gamma(layer);
            arm.klInf = klInf(rewards(layer, high), best * span / (high - result.low));
            arm.bernoulliKl = bernoulliKl(means[i], best);
            result.constant += arm.gap / arm.klInf;
            result.bernoulliConstant += arm.gap / arm.bernoulliKl;
        }
        result.arms.push_back(arm);
    }
    return result;
}

std::optional<LogSlope> logSlope(std::span<const std::int64_t> round,
                                 std::span<const std::vector<double>> curves, double decades) {
    const auto complete = [&](const std::vector<double>& curve) {
        return curve.size() == round.size();
    };
    if (round.empty() || curves.empty() || !std::ranges::all_of(curves, complete))
        return std::nullopt;
    const double from = static_cast<double>(round.back()) / std::pow(10, decades);
    const auto begin = static_cast<std::size_t>(
        std::ranges::find_if(
            round, [&](std::int64_t t) { return static_cast<double>(t) >= from * (1 - 1e-12); }) -
        round.begin());
    const std::size_t points = round.size() - begin;
    if (points < 3) return std::nullopt;
    std::vector<double> x;
    for (std::size_t k = begin; k < round.size(); ++k)
        x.push_back(std::log(static_cast<double>(round[k])));
    const double centre = mean(x);
    double squares = 0;
    for (const double value : x) squares += (value - centre) * (value - centre);
    std::vector<double> slopes;
    for (const std::vector<double>& curve : curves) {
        double sum = 0;
        for (std::size_t k = 0; k < points; ++k) sum += (x[k] - centre) * curve[begin + k];
        slopes.push_back(sum / squares);
    }
    LogSlope fit{mean(slopes), std::nullopt, round[begin], static_cast<int>(points)};
    if (slopes.size() < 2) return fit;
    double spread = 0;
    for (const double slope : slopes) spread += (slope - fit.slope) * (slope - fit.slope);
    const auto n = static_cast<double>(slopes.size());
    fit.standardError = std::sqrt(spread / (n - 1) / n);
    return fit;
}

}  // namespace splitee
