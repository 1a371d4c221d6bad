// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/reproduction_charts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "comparison/report/svg_axes.h"
#include "comparison/report/svg_chart.h"
#include "engine/fields.h"
#include "plot/label_placement.h"
#include "reproduction/played_figures.h"

namespace splitee {
namespace {

constexpr double kPlotWidth = 610, kPanelHeight = 330, kPanelGap = 16, kMargin = 12;
constexpr double kFarBelow = 1.0 / 3;  // of the largest regret: drawn again by themselves
constexpr double kClaimWidth = 760, kClaimHeight = 430, kNameHeight = 14;

LineSeries lineOf(const PlayedReproduction& played, std::size_t s, std::size_t p,
                  PlayedFigure figure) {
    const Reproduction& all = played.description;
    LineSeries line;
    line.label = all.policies[p].name;
    line.look = policyLook(p);
    for (std::size_t o = 0; o < all.offloads.size(); ++o) {
        const auto e = estimateOf(played.streams[s].policies[p].at(all.offloads[o]).runs, figure);
        if (!e) continue;
        line.x.push_back(all.offloads[o]);
        line.y.push_back(e->mean);
        line.low.push_back(e->mean - e->halfWidth.value_or(0));
        line.high.push_back(e->mean + e->halfWidth.value_or(0));
    }
    return line;
}

// One below the other: a line of a chart ends in its label, and labels need the width.
std::string stacked(const std::vector<LineChart>& charts, const std::string& title) {
    double labels = 0, height = kPanelHeight;
    for (const LineChart& chart : charts) {
        labels = std::max(labels, widthForLabels(chart));
        height = std::max(height, heightForLabels(chart.series.size()));
    }
    const double width = kPlotWidth + labels + kMargin;
    const auto panels = static_cast<double>(charts.size());
    SvgDocument svg(width, panels * height + (panels - 1) * kPanelGap + kMargin, title);
    for (std::size_t k = 0; k < charts.size(); ++k)
        drawLines(svg,
                  {0, kMargin + static_cast<double>(k) * (height + kPanelGap), width - kMargin,
                   height - kMargin},
                  charts[k]);
    return svg.finished();
}

LineChart regretChart(const std::string& title) {
    LineChart chart;
    chart.title = title;
    chart.xTitle = "round";
    chart.yTitle = "pseudo-regret (reward, summed)";
    return chart;
}

struct ClaimPoint {
    std::string name;
    double cost, accuracy;
    bool published;
};

std::vector<ClaimPoint> claimPoints(const PlayedReproduction& played,
                                    const ReproductionClaim& claim) {
    const Reproduction& all = played.description;
    const std::size_t p = all.policyNamed(claim.policy);
    std::vector<ClaimPoint> points;
    for (std::size_t s = 0; s < all.streams.size(); ++s) {
        const ReproductionStream& stream = all.streams[s];
        const PlayedStream& one = played.streams[s];
        if (stream.claim != claim.name || !one.played() || !one.policies[p].unplayable.empty())
            continue;
        const std::vector<RunSummary>& runs = one.policies[p].at(all.experiment.offload).runs;
        const auto cost = estimateOf(runs, PlayedFigure::CostChange);
        const auto accuracy = estimateOf(runs, PlayedFigure::AccuracyChange);
        if (!cost || !accuracy) continue;
        // Streams of a family are too many for names.
        points.push_back({stream.family.empty() ? stream.name : std::string(), cost->mean,
                          accuracy->mean, false});
        if (!stream.published) continue;
        for (const PublishedPolicy& policy : stream.published->policies)
            if (policy.policy == claim.policy && policy.costChange && policy.accuracyChange)
                points.push_back({stream.name + ", published", *policy.costChange,
                                  *policy.accuracyChange, true});
    }
    return points;
}

// From the least to the largest with a tenth more on each side.
Axis widerAxis(const ValueRange& range) {
    const double margin = 0.1 * (range.high - range.low);
    return {range.low - margin, range.high + margin, false};
}

}  // namespace

std::string offloadSvg(const PlayedReproduction& played, std::size_t stream) {
    const Reproduction& all = played.description;
    const std::string& name = all.streams[stream].name;
    LineChart accuracy, cost;
    accuracy.title = "Accuracy on " + name;
    cost.title = "Cost on " + name;
    accuracy.yTitle = "accuracy (%)";
    cost.yTitle = "cost (λ a sample)";
    accuracy.xTitle = cost.xTitle = "offloading cost o (λ)";
    accuracy.fromZero = cost.fromZero = false;
    for (std::size_t p = 0; p < all.policies.size(); ++p) {
        if (!played.streams[stream].policies[p].unplayable.empty()) continue;
        accuracy.series.push_back(lineOf(played, stream, p, PlayedFigure::Accuracy));
        cost.series.push_back(lineOf(played, stream, p, PlayedFigure::Cost));
    }
    return stacked({accuracy, cost}, "Accuracy and cost on " + name);
}

std::string regretSvg(const PlayedReproduction& played, std::size_t stream) {
    const Reproduction& all = played.description;
    const std::string& name = all.streams[stream].name;
    LineChart every =
        regretChart("Regret on " + name + " at o = " + shortNumber(all.experiment.offload) + " λ");
    LineChart low = regretChart("The same, those below a third of the largest");
    double largest = 0;
    for (std::size_t p = 0; p < all.policies.size(); ++p) {
        const PlayedPolicy& policy = played.streams[stream].policies[p];
        if (policy.regret.mean.empty()) continue;
        LineSeries line;
        line.label = all.policies[p].name;
        line.look = policyLook(p);
        line.x.assign(policy.round.begin(), policy.round.end());
        line.y = policy.regret.mean;
        line.low = policy.regret.low;
        line.high = policy.regret.high;
        largest = std::max(largest, line.y.back());
        every.series.push_back(std::move(line));
    }
    if (every.series.empty()) return {};
    for (const LineSeries& line : every.series)
        if (line.y.back() < kFarBelow * largest) low.series.push_back(line);
    std::vector<LineChart> charts{every};
    if (!low.series.empty()) charts.push_back(low);
    return stacked(charts, "Regret on " + name);
}

std::string claimSvg(const PlayedReproduction& played, const ReproductionClaim& claim) {
    std::vector<ClaimPoint> points = claimPoints(played, claim);
    if (points.empty()) return {};
    std::ranges::stable_sort(points, std::ranges::greater(), &ClaimPoint::accuracy);
    ValueRange cost, accuracy;
    double names = 0;
    for (const ClaimPoint& point : points) {
        cost.add(point.cost);
        accuracy.add(point.accuracy);
        names = std::max(names, textWidth(point.name, kChartFont));
    }
    cost.add(-claim.saving);
    accuracy.add(-claim.loss);
    accuracy.add(0);
    const auto named = static_cast<double>(
        std::ranges::count_if(points, [](const ClaimPoint& point) { return !point.name.empty(); }));
    const double height = std::max(kClaimHeight, 110 + kNameHeight * named);
    SvgDocument svg(kClaimWidth, height, "What " + claim.policy + " saves and loses");
    SvgAxes axes(svg, {84, 40, kClaimWidth - 84 - 24, height - 40 - 52}, widerAxis(cost),
                 widerAxis(accuracy));
    svg.text({84, 24},
             claim.policy + " against the final exit, o = " +
                 shortNumber(played.description.experiment.offload) + " λ",
             {13, ink::kText, Anchor::Start, true});
    const Point corner = axes.place(-claim.saving, -claim.loss);
    const Box& plot = axes.plot();
    svg.area(
        std::array<Point, 4>{{{plot.x, plot.y}, {corner.x, plot.y}, corner, {plot.x, corner.y}}},
        "#009e73", .1);
    axes.drawTicks(true);
    axes.drawTitles("change of cost (%)", "change of accuracy (points)", 58);
    svg.text({plot.x + 8, plot.y + 16}, "claim holds here", {kChartFont, ink::kMuted});
    std::vector<double> wanted;
    double right = 0;
    for (const ClaimPoint& point : points) {
        const Point at = axes.place(point.cost, point.accuracy);
        if (!point.name.empty()) wanted.push_back(at.y);
        right = std::max(right, at.x);
    }
    const double column = std::min(right + 28, plot.right() - names);
    const std::vector<double> placed = spreadLabels(wanted, kNameHeight, plot.y, plot.bottom());
    std::size_t next = 0;
    for (const ClaimPoint& point : points) {
        const Point at = axes.place(point.cost, point.accuracy);
        const std::string_view colour = point.published ? "#d55e00" : "#0072b2";
        if (point.name.empty()) {
            svg.circle(at, 2.2, colour, {colour, .6});
            continue;
        }
        const double label = placed[next++];
        svg.line(at, {column - 4, label}, {colour, .8});
        svg.circle(at, 4.5, point.published ? ink::kBackground : colour, {colour, 1.6});
        svg.text({column, label + 4}, point.name, {kChartFont, ink::kText});
    }
    return svg.finished();
}

}  // namespace splitee
