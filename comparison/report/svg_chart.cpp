// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/svg_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace splitee {
namespace {

constexpr double kTitleHeight = 26;  // above the plot
constexpr double kAxisHeight = 44;   // tick labels and title below it
constexpr double kAxisWidth = 84;    // the same to the left
constexpr double kLabelHeight = 15;
constexpr double kLogSpan = 1e5;  // of a log axis upwards: below lies the noise of the first rounds
constexpr double kLeader = 18;    // from a line's end to its label

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(double value, bool log) {
        if (!std::isfinite(value) || (log && value <= 0)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] bool empty() const { return low > high; }
};

double step(double span) {
    const double raw = span / 5;
    const double decade = std::pow(10, std::floor(std::log10(raw)));
    const double digit = raw / decade;
    return decade * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
}

// Places for labels that want to lie at `wanted` (rising), kLabelHeight or more apart within
// low..high, moved as little as possible in the sense of least squares: labels that touch form a
// block around the mean of what they want (pool adjacent violators).
std::vector<double> apart(const std::vector<double>& wanted, double low, double high) {
    struct Block {
        double sum = 0;
        std::size_t labels = 0;
        [[nodiscard]] double at() const { return sum / static_cast<double>(labels); }
    };
    std::vector<Block> blocks;
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        blocks.push_back({wanted[k] - kLabelHeight * static_cast<double>(k), 1});
        while (blocks.size() > 1 && blocks.back().at() < blocks[blocks.size() - 2].at()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().sum += last.sum;
            blocks.back().labels += last.labels;
        }
    }
    const double lowest =
        std::max(low, high - kLabelHeight * static_cast<double>(wanted.size()) + kLabelHeight);
    std::vector<double> placed;
    for (const Block& block : blocks)
        for (std::size_t k = 0; k < block.labels; ++k)
            placed.push_back(std::clamp(block.at(), low, lowest) +
                             kLabelHeight * static_cast<double>(placed.size()));
    return placed;
}

class LinePlot {
public:
    LinePlot(SvgDocument& svg, const Box& box, const LineChart& chart)
        : svg_(svg),
          chart_(chart),
          plot_(plotOf(box, chart)),
          x_(rangeOf(true)),
          y_(rangeOf(false)) {}

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
        Range range;
        for (const LineSeries& series : chart_.series) {
            for (const double value : horizontal ? series.x : series.y) range.add(value, log);
            if (horizontal) continue;
            for (const double value : series.low) range.add(value, log);
            for (const double value : series.high) range.add(value, log);
        }
        if (range.empty()) return {log ? 1.0 : 0.0, log ? 10.0 : 1.0, log};
        if (!log && (horizontal || chart_.fromZero)) {
            range.low = std::min(range.low, 0.0);
            range.high = std::max(range.high, 0.0);
        }
        if (log && !horizontal) range.low = std::max(range.low, range.high / kLogSpan);
        return {range.low, range.high, log};
    }

    [[nodiscard]] Point place(double x, double y) const {
        return {plot_.x + plot_.width * x_.share(x), plot_.bottom() - plot_.height * y_.share(y)};
    }

    [[nodiscard]] bool shown(double x, double y) const {
        return std::isfinite(y) && !(chart_.logX && x <= 0) &&
               !(chart_.logY && y < y_.low() * (1 - 1e-9));
    }

    [[nodiscard]] std::vector<Point> pointsOf(const LineSeries& series,
                                              const std::vector<double>& y) const {
        std::vector<Point> points;
        for (std::size_t k = 0; k < series.x.size(); ++k)
            if (shown(series.x[k], y[k])) points.push_back(place(series.x[k], y[k]));
        return points;
    }

    void drawAxes() {
        for (const double tick : y_.ticks()) {
            const double y = plot_.bottom() - plot_.height * y_.share(tick);
            svg_.line({plot_.x, y}, {plot_.right(), y}, {ink::kGrid});
            svg_.text({plot_.x - 8, y + 4}, axisNumber(tick), {11, ink::kMuted, Anchor::End});
        }
        for (const double tick : x_.ticks()) {
            const double x = plot_.x + plot_.width * x_.share(tick);
            svg_.line({x, plot_.y}, {x, plot_.bottom()}, {ink::kGrid});
            svg_.text({x, plot_.bottom() + 17}, axisNumber(tick),
                      {11, ink::kMuted, Anchor::Middle});
        }
        const double zero = plot_.bottom() - plot_.height * y_.share(chart_.logY ? y_.low() : 0);
        svg_.line({plot_.x, zero}, {plot_.right(), zero}, {ink::kBorder});
        svg_.text({plot_.x + plot_.width / 2, plot_.bottom() + 37}, chart_.xTitle,
                  {11, ink::kText, Anchor::Middle});
        svg_.text({plot_.x - kAxisWidth + 14, plot_.y + plot_.height / 2}, chart_.yTitle,
                  {11, ink::kText, Anchor::Middle, false, true});
    }

    void drawBand(const LineSeries& series) {
        if (series.low.empty()) return;
        std::vector<Point> outline;
        std::vector<Point> back;
        for (std::size_t k = 0; k < series.x.size(); ++k) {
            // On a log axis a band that reaches below goes to the axis' foot.
            const double low = chart_.logY ? std::max(series.low[k], y_.low()) : series.low[k];
            if (!shown(series.x[k], series.high[k]) || !shown(series.x[k], low)) continue;
            outline.push_back(place(series.x[k], series.high[k]));
            back.push_back(place(series.x[k], low));
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
        const std::vector<double> placed = apart(wanted, plot_.y, plot_.bottom());
        for (std::size_t k = 0; k < labels.size(); ++k) labels[k].y = placed[k];
        for (const Label& label : labels) {
            svg_.circle(label.end, 2.5, label.series->look.colour, {ink::kBackground, 1});
            const Point at{plot_.right() + kLeader, label.y};
            svg_.line({label.end.x + 2.5, label.end.y}, {at.x - 3, at.y},
                      {label.series->look.colour, 1.4});
            svg_.text({at.x, at.y + 4}, label.series->label, {11, ink::kText});
        }
    }

    SvgDocument& svg_;
    const LineChart& chart_;
    Box plot_;
    Axis x_, y_;
};

}  // namespace

Axis::Axis(double low, double high, bool log) : low_(low), high_(high), log_(log) {
    if (high_ > low_) return;
    high_ = log ? low * 10 : low + 1;
}

double Axis::share(double value) const {
    const double at =
        log_ ? std::log(value / low_) / std::log(high_ / low_) : (value - low_) / (high_ - low_);
    return std::clamp(at, 0.0, 1.0);
}

std::vector<double> Axis::ticks() const {
    std::vector<double> ticks;
    if (!log_) {
        const double by = step(high_ - low_);
        for (double k = std::ceil(low_ / by - 1e-9); k * by <= high_ + 1e-9 * by; ++k)
            ticks.push_back(k * by);
        return ticks;
    }
    const double first = std::floor(std::log10(low_) + 1e-9);
    const double last = std::log10(high_) + 1e-9;
    const double every = std::ceil((last - first) / 8);  // far apart where there are many decades
    const std::vector<double> digits =
        last - first < 1.7 ? std::vector<double>{1, 2, 5} : std::vector<double>{1};
    for (double decade = first; decade <= last; decade += std::max(every, 1.0))
        for (const double digit : digits)
            if (const double tick = digit * std::pow(10, decade);
                tick >= low_ * (1 - 1e-9) && tick <= high_ * (1 + 1e-9))
                ticks.push_back(tick);
    return ticks;
}

std::string axisNumber(double value) {
    char text[48];
    if (value == 0) return "0";
    std::snprintf(text, sizeof text,
                  std::abs(value) >= 1000 && std::abs(value) < 1e15 ? "%.0f" : "%.4g", value);
    std::string number = text;
    if (number.find_first_of(".e") != std::string::npos) return number;
    const std::size_t begin = number.front() == '-' ? 1 : 0;
    for (std::size_t at = number.size(); at > begin + 3;) number.insert(at -= 3, 1, ',');
    return number;
}

LineLook policyLook(std::size_t index) {
    static constexpr std::array<std::string_view, 7> kColours{
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#6b7680"};
    static constexpr std::array<std::string_view, 4> kDashes{"", "7 3", "2 2.5", "9 3 2 3"};
    // After seven policies the colours come again, with other dashes: 28 looks in all.
    return {kColours[index % kColours.size()],
            kDashes[(index % kColours.size() + index / kColours.size()) % kDashes.size()]};
}

void drawLines(SvgDocument& svg, const Box& box, const LineChart& chart) {
    LinePlot(svg, box, chart).draw();
}

double widthForLabels(const LineChart& chart) {
    double widest = 0;
    for (const LineSeries& series : chart.series)
        widest = std::max(widest, textWidth(series.label, 11));
    return kLeader + 6 + widest;
}

double heightForLabels(std::size_t series) {
    return kTitleHeight + kAxisHeight + kLabelHeight * static_cast<double>(series);
}

}  // namespace splitee
