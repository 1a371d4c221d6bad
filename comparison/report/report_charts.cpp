// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/report_charts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "comparison/pareto.h"
#include "comparison/report/html_page.h"
#include "comparison/report/report_text.h"
#include "comparison/report/svg_axes.h"
#include "comparison/report/svg_chart.h"
#include "engine/plain_text.h"

namespace splitee {
namespace {

constexpr double kWidth = 760, kHeight = 380;
constexpr double kLeft = 84, kTop = 34, kBelow = 48, kRight = 150;
constexpr double kMeanDot = 4.5, kSeedDot = 1.6;
constexpr std::size_t kLabelCharacters = 26;
constexpr std::size_t kMostDrawn = 400;  // points of a line: more cannot be distinguished

std::vector<double> thinned(const std::vector<double>& values) {
    const std::size_t each = (values.size() + kMostDrawn - 1) / kMostDrawn;
    std::vector<double> kept;
    for (std::size_t k = 0; k < values.size(); ++k)
        if (each <= 1 || k % each == 0 || k + 1 == values.size()) kept.push_back(values[k]);
    return kept;
}

// A little wider than the values.
Axis axisOf(const ValueRange& range) {
    const double margin = std::max(0.06 * (range.high - range.low), 1e-6 * std::abs(range.high));
    return {range.low - margin, range.high + margin, false};
}

LineSeries lineOf(const ComparedRuns& compared, const SettingSeries& series, EndFigure figure,
                  std::size_t look) {
    LineSeries line;
    line.label = series.label;
    line.look = policyLook(look);
    bool banded = true;
    for (std::size_t k = 0; k < series.x.size(); ++k) {
        const auto e = endEstimate(compared.groups[series.groups[k]], figure);
        if (!e) continue;
        line.x.push_back(series.x[k]);
        line.y.push_back(e->mean);
        line.low.push_back(e->mean - e->halfWidth.value_or(0));
        line.high.push_back(e->mean + e->halfWidth.value_or(0));
        banded = banded && e->halfWidth;
    }
    if (!banded) line.low.clear(), line.high.clear();
    return line;
}

}  // namespace

CurveWords wordsOf(const CurveChoice& choice) {
    switch (choice.kind) {
        case CurveKind::PseudoRegret:
            return {"Cumulative regret (pseudo), against the best fixed split with one exit",
                    "regret (reward)"};
        case CurveKind::RealisedRegret:
            return {"Cumulative regret (realised)", "regret (reward)"};
        case CurveKind::CostMean:
            return {"Cost a sample, mean so far", "cost (λ a sample)"};
        case CurveKind::CostSum:
            return {"Cumulative cost", "cost (λ, summed)"};
        case CurveKind::Accuracy:
            return {"Accuracy so far", "right (%)"};
        case CurveKind::OffloadRate:
            return {"Offloaded so far", "offloaded (%)"};
        case CurveKind::LayerShare:
            break;
    }
    return {"Rounds with split layer " + std::to_string(choice.layer) + " so far", "share (%)"};
}

std::string wordsOf(CurveBand band) {
    switch (band) {
        case CurveBand::Interval95:
            return "95 % interval of the mean over seeds";
        case CurveBand::StandardDeviation:
            return "standard deviation over seeds";
        case CurveBand::Extremes:
            break;
    }
    return "least and most of all seeds";
}

std::string curvesSvg(const ComparedRuns& compared, const CurveChoice& choice, CurveBand band) {
    const CurveWords words = wordsOf(choice);
    LineChart chart;
    chart.title = words.title;
    chart.xTitle = "round";
    chart.yTitle = words.axis;
    chart.fromZero = choice.kind == CurveKind::PseudoRegret || choice.kind == CurveKind::CostSum;
    for (std::size_t g = 0; g < compared.groups.size(); ++g) {
        GroupCurve curve = groupCurve(compared, compared.groups[g], choice, CurveOver::Round, band);
        if (curve.seeds.empty()) continue;
        LineSeries series;
        series.label = cleanText(compared.groups[g].label);
        series.x = thinned(curve.x);
        series.y = thinned(curve.mean.mean);
        series.low = thinned(curve.mean.low);
        series.high = thinned(curve.mean.high);
        series.look = policyLook(g);
        chart.series.push_back(std::move(series));
    }
    const double width = kWidth - kRight + widthForLabels(chart);
    const double height = std::max(kHeight, heightForLabels(chart.series.size()));
    SvgDocument svg(width, height, words.title);
    drawLines(svg, {0, 8, width, height - 8}, chart);
    return inlinedSvg(svg.finished());
}

std::optional<std::string> paretoSvg(const ComparedRuns& compared) {
    const ParetoPicture picture = paretoOf(compared);
    if (picture.points.empty()) return std::nullopt;
    ValueRange cost, accuracy;
    for (const ParetoPoint& point : picture.points) {
        cost.add(point.at.cost);
        accuracy.add(point.at.accuracy);
    }
    for (const OperatingPoint& exit : picture.finalExits) {
        cost.add(exit.cost);
        accuracy.add(exit.accuracy);
    }
    SvgDocument svg(kWidth,
                    std::max(kHeight, kTop + 16 * static_cast<double>(compared.groups.size() + 3)),
                    "Accuracy and cost");
    SvgAxes axes(svg, {kLeft, kTop, kWidth - kLeft - kRight, kHeight - kTop - kBelow}, axisOf(cost),
                 axisOf(accuracy));
    svg.text({kLeft, kTop - 14}, "Accuracy and cost: means with 95 % intervals, seeds faint",
             {13, ink::kText, Anchor::Start, true});
    axes.drawTicks(false);
    axes.drawTitles("cost (λ a sample)", "right (%)", 58);
    std::vector<Point> front;
    for (const OperatingPoint& at : picture.front)
        front.push_back(axes.place(at.cost, at.accuracy));
    svg.polyline(front, {ink::kText, 1.2, "5 3"});
    for (const ParetoPoint& point : picture.points)
        svg.circle(axes.place(point.at.cost, point.at.accuracy), kSeedDot,
                   policyLook(point.group).colour, {ink::kBackground, 0});
    for (const ParetoMean& mean : picture.means) {
        const auto& colour = policyLook(mean.group).colour;
        const double across = mean.costHalfWidth.value_or(0),
                     up = mean.accuracyHalfWidth.value_or(0);
        svg.polyline(std::array{axes.place(mean.at.cost - across, mean.at.accuracy),
                                axes.place(mean.at.cost + across, mean.at.accuracy)},
                     {colour, 1.2, ""});
        svg.polyline(std::array{axes.place(mean.at.cost, mean.at.accuracy - up),
                                axes.place(mean.at.cost, mean.at.accuracy + up)},
                     {colour, 1.2, ""});
        svg.circle(axes.place(mean.at.cost, mean.at.accuracy), kMeanDot, colour,
                   {ink::kBackground, .8});
    }
    for (const OperatingPoint& exit : picture.finalExits) {
        const Point at = axes.place(exit.cost, exit.accuracy);
        const std::array<Point, 4> diamond{
            {{at.x, at.y - 6}, {at.x + 6, at.y}, {at.x, at.y + 6}, {at.x - 6, at.y}}};
        svg.area(diamond, ink::kText, 1);
    }
    double line = kTop + 6;
    for (std::size_t g = 0; g < compared.groups.size(); ++g, line += 16) {
        svg.circle({kWidth - kRight + 12, line - 4}, kMeanDot, policyLook(g).colour,
                   {ink::kBackground, .8});
        svg.text({kWidth - kRight + 20, line},
                 utf8Prefix(cleanText(compared.groups[g].label), kLabelCharacters),
                 {kChartFont, ink::kText});
    }
    svg.text({kWidth - kRight + 8, line + 2}, "- - Pareto front", {kChartFont, ink::kMuted});
    if (!picture.finalExits.empty())
        svg.text({kWidth - kRight + 8, line + 18}, "◆ final exit", {kChartFont, ink::kMuted});
    return inlinedSvg(svg.finished());
}

std::string settingSvg(const ComparedRuns& compared, const std::string& setting) {
    const auto found = std::ranges::find(compared.settings, setting, &ComparedSetting::key);
    const std::string name =
        found == compared.settings.end()
            ? setting
            : found->label + (found->unit.empty() ? "" : " (" + found->unit + ")");
    LineChart accuracy, cost;
    accuracy.title = "Accuracy against " + setting;
    cost.title = "Cost against " + setting;
    accuracy.yTitle = "right (%)";
    cost.yTitle = "cost (λ a sample)";
    accuracy.xTitle = cost.xTitle = name;
    accuracy.fromZero = cost.fromZero = false;
    std::size_t look = 0;
    for (const SettingSeries& series : seriesOver(compared, setting)) {
        accuracy.series.push_back(lineOf(compared, series, EndFigure::Accuracy, look));
        cost.series.push_back(lineOf(compared, series, EndFigure::CostMean, look));
        ++look;
    }
    const double half = kWidth / 2 + widthForLabels(cost);
    const double height = std::max(kHeight, heightForLabels(cost.series.size()));
    SvgDocument svg(2 * half, height, "Accuracy and cost against " + setting);
    drawLines(svg, {0, 8, half, height - 8}, accuracy);
    drawLines(svg, {half, 8, half, height - 8}, cost);
    return inlinedSvg(svg.finished());
}

}  // namespace splitee
