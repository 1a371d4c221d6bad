// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "comparison/report/svg_axes.h"
#include "comparison/report/svg_chart.h"
#include "plot/label_placement.h"

namespace splitee {
namespace {

struct Rgb {
    double r, g, b;
};

Rgb rgbOf(std::string_view colour) {
    const auto part = [&](std::size_t at) {
        return static_cast<double>(std::stoi(std::string(colour.substr(at, 2)), nullptr, 16));
    };
    return {part(1), part(3), part(5)};
}

class CellPlot {
public:
    CellPlot(SvgDocument& svg, const Box& plot, const CellMap& map)
        : svg_(svg),
          plot_(plot),
          map_(map),
          width_(plot.width / static_cast<double>(map.columns)),
          height_(plot.height / static_cast<double>(map.rows)) {}

    void draw() {
        svg_.text({plot_.x, plot_.y - 10}, map_.title, {13, ink::kText, Anchor::Start, true});
        drawFills();
        drawDots();
        if (!map_.region.empty()) drawRegions();
        drawLabels();
    }

private:
    [[nodiscard]] std::size_t at(std::size_t x, std::size_t y) const {
        return y * map_.columns + x;
    }
    [[nodiscard]] double left(std::size_t x) const {
        return plot_.x + width_ * static_cast<double>(x);
    }
    [[nodiscard]] double top(std::size_t y) const {
        return plot_.bottom() - height_ * static_cast<double>(y + 1);
    }

    // Neighbours of one colour in a row become one rectangle: a tenth of the bytes.
    void drawFills() {
        svg_.rect(plot_, ink::kAbsent);
        for (std::size_t y = 0; y < map_.rows; ++y)
            for (std::size_t x = 0; x < map_.columns;) {
                std::size_t end = x + 1;
                while (end < map_.columns && map_.fill[at(end, y)] == map_.fill[at(x, y)]) ++end;
                if (!map_.fill[at(x, y)].empty())
                    svg_.rect({left(x), top(y), width_ * static_cast<double>(end - x), height_},
                              map_.fill[at(x, y)]);
                x = end;
            }
    }

    void drawDots() {
        if (map_.dotted.empty()) return;
        const double radius = std::clamp(std::min(width_, height_) / 9, .6, 1.6);
        for (std::size_t y = 0; y < map_.rows; ++y)
            for (std::size_t x = 0; x < map_.columns; ++x)
                if (map_.dotted[at(x, y)] != 0) {
                    const std::string_view colour = inkOn(map_.fill[at(x, y)]);
                    svg_.circle({left(x) + width_ / 2, top(y) + height_ / 2}, radius, colour,
                                {colour, 0});
                }
    }

    void drawRegions() {
        for (std::size_t y = 0; y < map_.rows; ++y)
            for (std::size_t x = 0; x < map_.columns; ++x) {
                const std::string& here = map_.region[at(x, y)];
                if (x + 1 < map_.columns && map_.region[at(x + 1, y)] != here)
                    svg_.line({left(x + 1), top(y)}, {left(x + 1), top(y) + height_},
                              {ink::kBackground, 1.2});
                if (y + 1 < map_.rows && map_.region[at(x, y + 1)] != here)
                    svg_.line({left(x), top(y)}, {left(x) + width_, top(y)},
                              {ink::kBackground, 1.2});
            }
        std::vector<char> visited(map_.region.size(), 0);
        for (std::size_t start = 0; start < map_.region.size(); ++start)
            if (visited[start] == 0) nameRegion(start, visited);
    }

    // Writes the name at the cell that has the largest square of its region around it; none where
    // the region is too small for it.
    void nameRegion(std::size_t start, std::vector<char>& visited) {
        std::vector<std::size_t> cells{start};
        visited[start] = 1;
        for (std::size_t k = 0; k < cells.size(); ++k) {
            const std::size_t x = cells[k] % map_.columns;
            const std::size_t y = cells[k] / map_.columns;
            const auto visit = [&](bool inside, std::size_t next) {
                if (!inside || visited[next] != 0 || map_.region[next] != map_.region[start])
                    return;
                visited[next] = 1;
                cells.push_back(next);
            };
            // Corners count as neighbours: a staircase of single cells is one region with one name.
            for (const std::size_t dy : {std::size_t{0}, std::size_t{1}, std::size_t{2}})
                for (const std::size_t dx : {std::size_t{0}, std::size_t{1}, std::size_t{2}})
                    visit(x + dx > 0 && x + dx <= map_.columns && y + dy > 0 && y + dy <= map_.rows,
                          cells[k] + dy * map_.columns + dx - map_.columns - 1);
        }
        std::size_t best = start;
        double room = -1;
        for (const std::size_t cell : cells)
            if (const double here = roomAround(cell); here > room) {
                room = here;
                best = cell;
            }
        const std::string& name = map_.region[start];
        const double needed = std::max(textWidth(name, 12), 12.0) / 2;
        if (name.empty() || room < needed) return;
        svg_.text(
            {left(best % map_.columns) + width_ / 2, top(best / map_.columns) + height_ / 2 + 4},
            name, {12, inkOn(map_.fill[best]), Anchor::Middle, true});
    }

    // Pixels from the middle of a cell to the nearest edge of its region along the largest square.
    [[nodiscard]] double roomAround(std::size_t cell) const {
        const auto x = static_cast<std::ptrdiff_t>(cell % map_.columns);
        const auto y = static_cast<std::ptrdiff_t>(cell / map_.columns);
        const auto columns = static_cast<std::ptrdiff_t>(map_.columns);
        const auto rows = static_cast<std::ptrdiff_t>(map_.rows);
        const auto same = [&](std::ptrdiff_t cx, std::ptrdiff_t cy) {
            return cx >= 0 && cy >= 0 && cx < columns && cy < rows &&
                   map_.region[static_cast<std::size_t>(cy * columns + cx)] == map_.region[cell];
        };
        std::ptrdiff_t around = 0;
        for (;; ++around)
            for (std::ptrdiff_t d = -around - 1; d <= around + 1; ++d)
                if (!same(x + d, y - around - 1) || !same(x + d, y + around + 1) ||
                    !same(x - around - 1, y + d) || !same(x + around + 1, y + d))
                    return (static_cast<double>(around) + .5) * std::min(width_, height_);
    }

    // The distance between shown labels, in cells, so that they do not touch.
    static std::size_t stride(const std::vector<std::string>& labels, double pitch, bool across) {
        double widest = across ? 52 : 26;
        for (const std::string& label : labels)
            if (across) widest = std::max(widest, textWidth(label, kChartFont) + 8);
        return labelStride(labels.size(), static_cast<std::size_t>(std::ceil(widest / pitch)));
    }

    void drawLabels() {
        const std::size_t byX = stride(map_.xLabels, width_, true);
        for (std::size_t x = 0; x < map_.xLabels.size(); x += byX) {
            const double centre = left(x) + width_ / 2;
            svg_.line({centre, plot_.bottom()}, {centre, plot_.bottom() + 4}, {ink::kBorder});
            svg_.text({centre, plot_.bottom() + 17}, map_.xLabels[x],
                      {kChartFont, ink::kMuted, Anchor::Middle});
        }
        const std::size_t byY = stride(map_.yLabels, height_, false);
        for (std::size_t y = 0; y < map_.yLabels.size(); y += byY) {
            const double middle = top(y) + height_ / 2;
            svg_.line({plot_.x - 4, middle}, {plot_.x, middle}, {ink::kBorder});
            svg_.text({plot_.x - 8, middle + 4}, map_.yLabels[y],
                      {kChartFont, ink::kMuted, Anchor::End});
        }
        svg_.text({plot_.x + plot_.width / 2, plot_.bottom() + 35}, map_.xTitle,
                  {kChartFont, ink::kText, Anchor::Middle});
        svg_.text({plot_.x - 40, plot_.y + plot_.height / 2}, map_.yTitle,
                  {kChartFont, ink::kText, Anchor::Middle, false, true});
    }

    SvgDocument& svg_;
    const Box& plot_;
    const CellMap& map_;
    double width_, height_;  // of a cell
};

}  // namespace

void drawCells(SvgDocument& svg, const Box& plot, const CellMap& map) {
    CellPlot(svg, plot, map).draw();
}

std::string_view inkOn(std::string_view fill) {
    if (fill.size() != 7) return ink::kText;
    const Rgb c = rgbOf(fill);
    return .299 * c.r + .587 * c.g + .114 * c.b > 140 ? ink::kText : ink::kBackground;
}

std::string blend(std::span<const std::string_view> stops, double share) {
    const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(at), stops.size() - 2);
    const double f = at - static_cast<double>(first);
    const Rgb a = rgbOf(stops[first]);
    const Rgb b = rgbOf(stops[first + 1]);
    const auto mixed = [&](double from, double to) {
        return static_cast<unsigned>(std::lround(from + f * (to - from)));
    };
    char text[16];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", mixed(a.r, b.r), mixed(a.g, b.g),
                  mixed(a.b, b.b));
    return text;
}

}  // namespace splitee
