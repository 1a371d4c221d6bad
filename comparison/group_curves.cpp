// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/group_curves.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace splitee {
namespace {

constexpr double kNoCurve = std::numeric_limits<double>::quiet_NaN();

// y at `at`, between the points of a rising x linearly.
double between(const std::vector<double>& x, const std::vector<double>& y, double at) {
    const auto above = std::ranges::lower_bound(x, at);
    if (above == x.end()) return y.back();
    const auto k = static_cast<std::size_t>(above - x.begin());
    if (k == 0 || x[k] == at) return y[k];
    const double share = (at - x[k - 1]) / (x[k] - x[k - 1]);
    return y[k - 1] + share * (y[k] - y[k - 1]);
}

MeanCurve extremes(const std::vector<std::vector<double>>& seeds) {
    MeanCurve curve = meanCurve(seeds, Band::StandardDeviation);
    for (std::size_t k = 0; k < curve.low.size(); ++k) {
        if (std::isnan(curve.mean[k])) continue;
        curve.low[k] = curve.high[k] = seeds.front()[k];
        for (const auto& seed : seeds) {
            curve.low[k] = std::min(curve.low[k], seed[k]);
            curve.high[k] = std::max(curve.high[k], seed[k]);
        }
    }
    return curve;
}

// What each of a run's points lies at, rising; empty where it is not known.
std::vector<double> placesOf(const ComparedRuns& compared, const ComparedRun& run, CurveOver over) {
    if (over == CurveOver::Cost) return run.cost;
    std::vector<double> seconds;
    if (!run.seconds || run.summary.rounds == 0) return seconds;
    for (std::size_t k = 0; k < run.cost.size(); ++k)
        seconds.push_back(*run.seconds * static_cast<double>(compared.round[k]) /
                          static_cast<double>(run.summary.rounds));
    return seconds;
}

// Places that every seed has reached, as many as there are points.
std::vector<double> commonPlaces(const std::vector<std::vector<double>>& seeds) {
    double low = 0, high = std::numeric_limits<double>::infinity();
    std::size_t points = 0;
    for (const std::vector<double>& places : seeds) {
        if (places.empty()) continue;
        low = std::max(low, places.front());
        high = std::min(high, places.back());
        points = std::max(points, places.size());
    }
    if (points < 2 || high <= low || !std::isfinite(high)) return {};
    std::vector<double> common(points);
    for (std::size_t k = 0; k < points; ++k)
        common[k] = low + (high - low) * static_cast<double>(k) / static_cast<double>(points - 1);
    return common;
}

}  // namespace

std::vector<CurveChoice> curveChoices(const ComparedRuns& compared) {
    bool pseudo = false, realised = false, accuracy = false;
    std::size_t layers = 1;
    for (const ComparedGroup& group : compared.groups)
        for (const ComparedRun& run : group.runs) {
            pseudo = pseudo || !run.pseudoRegret.empty();
            realised = realised || !run.realisedRegret.empty();
            accuracy = accuracy || (run.summary.accuracy && !run.accuracy.empty());
            layers = std::max(layers, run.pulls.size());
        }
    std::vector<CurveChoice> choices;
    if (pseudo) choices.push_back({CurveKind::PseudoRegret});
    if (realised) choices.push_back({CurveKind::RealisedRegret});
    choices.push_back({CurveKind::CostMean});
    choices.push_back({CurveKind::CostSum});
    if (accuracy) choices.push_back({CurveKind::Accuracy});
    choices.push_back({CurveKind::OffloadRate});
    for (std::size_t layer = 1; layer < layers; ++layer)
        choices.push_back({CurveKind::LayerShare, static_cast<int>(layer)});
    return choices;
}

std::vector<double> curveOf(const ComparedRuns& compared, const ComparedRun& run,
                            const CurveChoice& choice) {
    const auto rounds = [&](std::size_t k) { return static_cast<double>(compared.round[k]); };
    const auto percent = [](std::vector<double> values) {
        for (double& value : values) value *= 100;
        return values;
    };
    std::vector<double> values;
    switch (choice.kind) {
        case CurveKind::PseudoRegret:
            return run.pseudoRegret;
        case CurveKind::RealisedRegret:
            return run.realisedRegret;
        case CurveKind::CostSum:
            return run.cost;
        case CurveKind::Accuracy:
            return run.summary.accuracy ? percent(run.accuracy) : values;
        case CurveKind::OffloadRate:
            return percent(run.offloadRate);
        case CurveKind::CostMean:
            for (std::size_t k = 0; k < run.cost.size(); ++k)
                values.push_back(run.cost[k] / rounds(k));
            return values;
        case CurveKind::LayerShare:
            break;
    }
    const auto layer = static_cast<std::size_t>(std::max(choice.layer, 0));
    for (std::size_t k = 0; k < run.cost.size(); ++k)
        values.push_back(layer < run.pulls.size() ? 100.0 * run.pulls[layer][k] / rounds(k) : 0);
    return values;
}

GroupCurve groupCurve(const ComparedRuns& compared, const ComparedGroup& group,
                      const CurveChoice& choice, CurveOver over, CurveBand band) {
    GroupCurve curve;
    std::vector<std::vector<double>> places;  // [runs]; none over rounds
    if (over == CurveOver::Round) {
        curve.x.assign(compared.round.begin(), compared.round.end());
    } else {
        for (const ComparedRun& run : group.runs) places.push_back(placesOf(compared, run, over));
        curve.x = commonPlaces(places);
    }
    for (std::size_t r = 0; r < group.runs.size(); ++r) {
        std::vector<double> values = curveOf(compared, group.runs[r], choice);
        if (values.empty() || (over != CurveOver::Round && places[r].empty())) continue;
        if (over != CurveOver::Round) {
            std::vector<double> read;
            for (const double at : curve.x) read.push_back(between(places[r], values, at));
            values = std::move(read);
        }
        values.resize(curve.x.size(), kNoCurve);
        curve.seeds.push_back(std::move(values));
        curve.runs.push_back(r);
    }
    if (curve.seeds.empty()) return {};
    if (band == CurveBand::Extremes)
        curve.mean = extremes(curve.seeds);
    else
        curve.mean = meanCurve(
            curve.seeds, band == CurveBand::Interval95 ? Band::StudentT : Band::StandardDeviation);
    return curve;
}

std::optional<double> endFigure(const ComparedRun& run, EndFigure figure) {
    const RunSummary& s = run.summary;
    if (s.rounds == 0) return std::nullopt;
    switch (figure) {
        case EndFigure::Accuracy:
            return s.accuracy ? std::optional(100 * *s.accuracy) : std::nullopt;
        case EndFigure::CostMean:
            return s.costMean;
        case EndFigure::OffloadRate:
            return 100 * s.offloadRate;
        case EndFigure::Regret:
            return s.regretAgainst == RegretAgainst::OneExit ? s.regret : std::nullopt;
        case EndFigure::Reward:
            return s.rewardMean;
    }
    return std::nullopt;
}

std::optional<Estimate> endEstimate(const ComparedGroup& group, EndFigure figure) {
    std::vector<double> values;
    for (const ComparedRun& run : group.runs)
        if (const auto value = endFigure(run, figure)) values.push_back(*value);
    return estimate(values);
}

}  // namespace splitee
