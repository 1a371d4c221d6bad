// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/svg_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "comparison/report/svg_axes.h"
#include "plot/label_placement.h"

namespace splitee {
namespace {

constexpr double kTitleHeight = 26;  // above the plot
constexpr double kAxisHeight = 44;   // tick labels and title below it
constexpr double kAxisWidth = 84;    // the same to the left
constexpr double kLabelHeight = 15;
constexpr double kLogSpan =
    1e5;  // least share of the maximum on a log y axis: below is the noise of the first rounds
constexpr double kLeader = 18;  // from a line's end to its label

class LinePlot {
public:
    LinePlot(SvgDocument& svg, const Box& box, const LineChart& chart)
        : svg_(svg),
          chart_(chart),
          axes_(svg, plotOf(box, chart), rangeOf(true), rangeOf(false)),
          plot_(axes_.plot()) {}

    void draw() {
        svg_.text({plot_.x, plot_.y - 12}, chart_.title, {13, ink::kText, Anchor::Start, true});
        drawAxes();
        for (const LineSeries& series : chart_.series) drawBand(series);
        for (const LineSeries& series : chart_.series)
            svg_.polyline(pointsOf(series, series.y),
                          {series.look.colour, series.width, series.look.dash});
        drawLabels();
    }

private:
    static Box plotOf(const Box& box, const LineChart& chart) {
        const double labels = chart.labelRoom > 0 ? chart.labelRoom : widthForLabels(chart);
        return {box.x + kAxisWidth, box.y + kTitleHeight, box.width - kAxisWidth - labels,
                box.height - kTitleHeight - kAxisHeight};
    }

    [[nodiscard]] Axis rangeOf(bool horizontal) const {
        const bool log = horizontal ? chart_.logX : chart_.logY;
        ValueRange range;
        const auto add = [&](const std::vector<double>& values) {
            for (const double value : values)
                if (!log || value > 0) range.add(value);
        };
        for (const LineSeries& series : chart_.series) {
            add(horizontal ? series.x : series.y);
            if (horizontal) continue;
            add(series.low);
            add(series.high);
        }
        if (range.empty()) return {log ? 1.0 : 0.0, log ? 10.0 : 1.0, log};
        if (!log && (horizontal || chart_.fromZero)) {
            range.low = std::min(range.low, 0.0);
            range.high = std::max(range.high, 0.0);
        }
        if (log && !horizontal) range.low = std::max(range.low, range.high / kLogSpan);
        return {range.low, range.high, log};
    }

    [[nodiscard]] bool shown(double x, double y) const {
        return std::isfinite(y) && !(chart_.logX && x <= 0) &&
               !(chart_.logY && y < axes_.y().low() * (1 - 1e-9));
    }

    [[nodiscard]] std::vector<Point> pointsOf(const LineSeries& series,
                                              const std::vector<double>& y) const {
        std::vector<Point> points;
        for (std::size_t k = 0; k < series.x.size(); ++k)
            if (shown(series.x[k], y[k])) points.push_back(axes_.place(series.x[k], y[k]));
        return points;
    }

    void drawAxes() {
        axes_.drawTicks(true);
        const double least = axes_.y().low();
        const double zero = axes_.place(axes_.x().low(), chart_.logY ? least : 0).y;
        svg_.line({plot_.x, zero}, {plot_.right(), zero}, {ink::kBorder});
        axes_.drawTitles(chart_.xTitle, chart_.yTitle, kAxisWidth - 14);
    }

    void drawBand(const LineSeries& series) {
        if (series.low.empty()) return;
        std::vector<Point> outline;
        std::vector<Point> back;
        for (std::size_t k = 0; k < series.x.size(); ++k) {
            // On a log axis a band is cut at the low end of the axis.
            const double low =
                chart_.logY ? std::max(series.low[k], axes_.y().low()) : series.low[k];
            if (!shown(series.x[k], series.high[k]) || !shown(series.x[k], low)) continue;
            outline.push_back(axes_.place(series.x[k], series.high[k]));
            back.push_back(axes_.place(series.x[k], low));
        }
        outline.insert(outline.end(), back.rbegin(), back.rend());
        svg_.area(outline, series.look.colour, .18);
    }

    // Labels at the lines' ends, pushed apart so that none covers another.
    void drawLabels() {
        struct Label {
            const LineSeries* series;
            Point end;
            double y;
        };
        std::vector<Label> labels;
        for (const LineSeries& series : chart_.series)
            if (const auto points = pointsOf(series, series.y); !points.empty())
                labels.push_back({&series, points.back(), points.back().y});
        std::ranges::stable_sort(labels, {}, &Label::y);
        std::vector<double> wanted;
        for (const Label& label : labels) wanted.push_back(label.y);
        const std::vector<double> placed =
            spreadLabels(wanted, kLabelHeight, plot_.y, plot_.bottom());
        for (std::size_t k = 0; k < labels.size(); ++k) labels[k].y = placed[k];
        for (const Label& label : labels) {
            svg_.circle(label.end, 2.5, label.series->look.colour, {ink::kBackground, 1});
            const Point at{plot_.right() + kLeader, label.y};
            svg_.line({label.end.x + 2.5, label.end.y}, {at.x - 3, at.y},
                      {label.series->look.colour, 1.4});
            svg_.text({at.x, at.y + 4}, label.series->label, {kChartFont, ink::kText});
        }
    }

    SvgDocument& svg_;
    const LineChart& chart_;
    SvgAxes axes_;
    const Box& plot_;
};

}  // namespace

LineLook policyLook(std::size_t index) {
    static constexpr std::array<std::string_view, 7> kColours{
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b7680"};
    static constexpr std::array<std::string_view, 4> kDashes{"", "7 3", "2 2.5", "9 3 2 3"};
    // After seven lines the colours repeat with other dashes: 28 styles in all.
    return {kColours[index % kColours.size()],
            kDashes[(index % kColours.size() + index / kColours.size()) % kDashes.size()]};
}

void drawLines(SvgDocument& svg, const Box& box, const LineChart& chart) {
    LinePlot(svg, box, chart).draw();
}

double widthForLabels(const LineChart& chart) {
    double widest = 0;
    for (const LineSeries& series : chart.series)
        widest = std::max(widest, textWidth(series.label, kChartFont));
    return kLeader + 6 + widest;
}

double heightForLabels(std::size_t series) {
    return kTitleHeight + kAxisHeight + kLabelHeight * static_cast<double>(series);
}

}  // namespace splitee
