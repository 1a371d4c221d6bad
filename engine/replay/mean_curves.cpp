// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replay/mean_curves.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace splitee {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double share(std::int64_t part, std::int64_t of) {
    return of > 0 ? static_cast<double>(part) / static_cast<double>(of) : kUnknown;
}

// No band where a seed does not know its value.
Interval bandOf(const Estimate& e, Band band) {
    if (std::isnan(e.mean)) return {kUnknown, kUnknown};
    if (band == Band::Bootstrap) return *e.bootstrap;
    const double width = *halfBand(e, band);
    return {e.mean - width, e.mean + width};
}

}  // namespace

std::vector<double> curveOf(const ReplayCurves& c, std::string_view measure) {
    if (measure == "pseudo_regret") return c.pseudoRegret;
    if (measure == "realised_regret") return c.realisedRegret;
    if (measure == "reward") return c.reward;
    if (measure == "compute_cost") return c.computeCost;
    if (measure == "exit_cost") return c.exitCost;
    if (measure == "offload_cost") return c.offloadCost;
    std::vector<double> values;
    std::size_t layer = 0;
    const std::size_t exits = c.round.empty() ? 0 : c.pulls.size() / c.round.size();
    if (measure.starts_with("pulls_"))
        std::from_chars(measure.data() + 6, measure.data() + measure.size(), layer);
    for (std::size_t k = 0; k < c.round.size(); ++k) {
        if (measure == "cost")
            values.push_back(c.computeCost[k] + c.exitCost[k] + c.offloadCost[k]);
        if (measure == "accuracy") values.push_back(share(c.correct[k], c.labelled[k]));
        if (measure == "offload_rate") values.push_back(share(c.offloaded[k], c.round[k]));
        if (layer > 0) values.push_back(static_cast<double>(c.pulls[k * exits + layer - 1]));
    }
    return values;
}

MeanCurve meanCurve(std::span<const std::vector<double>> seeds, Band band) {
    MeanCurve curve;
    if (seeds.empty()) return curve;
    // The same draws for every checkpoint, so that a bootstrap band is as smooth as its curves.
    std::optional<BootstrapResamples> resamples;
    if (band == Band::Bootstrap && seeds.size() > 1) resamples.emplace(seeds.size());
    std::vector<double> values(seeds.size());
    for (std::size_t at = 0; at < seeds.front().size(); ++at) {
        for (std::size_t k = 0; k < seeds.size(); ++k) values[k] = seeds[k][at];
        const bool known =
            std::ranges::none_of(values, [](double value) { return std::isnan(value); });
        const Estimate e = known ? *estimate(values, resamples ? &*resamples : nullptr)
                                 : Estimate{kUnknown, {}, {}, {}, {}};
        curve.mean.push_back(e.mean);
        if (seeds.size() < 2) continue;
        const Interval ends = bandOf(e, band);
        curve.low.push_back(ends.low);
        curve.high.push_back(ends.high);
    }
    return curve;
}

}  // namespace splitee
