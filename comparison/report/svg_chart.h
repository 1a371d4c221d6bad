// SPDX-License-Identifier: GPL-3.0-or-later
// Line charts and heat maps drawn into an SvgDocument: axis titles with units, a light grid, no
// frame, lines labelled at their ends.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "comparison/report/svg_document.h"

namespace splitee {

/// Style of a line: a colour-blind safe colour (Okabe and Ito 2008) and a dash pattern.
struct LineLook {
    std::string_view colour, dash;
};
[[nodiscard]] LineLook policyLook(std::size_t index);

struct LineSeries {
    std::string label;
    std::vector<double> x, y;       ///< NaN: left out
    std::vector<double> low, high;  ///< [x], or empty for no band
    LineLook look;
    double width = 2;
};

struct LineChart {
    std::string title, xTitle, yTitle;
    bool logX = false, logY = false;
    bool fromZero = true;  ///< linear axes start at 0
    double labelRoom = 0;  ///< width for the labels at the lines' ends, in pixels; 0: as needed
    std::vector<LineSeries> series;
};

/// `box`: all of it with titles and labels. On a log axis values <= 0 are left out, upwards also
/// those 5 decades below the largest.
void drawLines(SvgDocument& svg, const Box& box, const LineChart& chart);

/// Space for labels in pixels: width beside the plot, height of a chart with that many of them.
[[nodiscard]] double widthForLabels(const LineChart& chart);
[[nodiscard]] double heightForLabels(std::size_t series);

/// A grid of coloured cells; column x, row y from the bottom, cell (x, y) at y * columns + x.
struct CellMap {
    std::string title, xTitle, yTitle;  ///< titles may be empty
    std::size_t columns = 0, rows = 0;
    std::vector<std::string> fill;  ///< [columns * rows], "" for a cell without a value
    std::vector<char> dotted;       ///< [columns * rows] or empty
    std::vector<std::string> xLabels,
        yLabels;                      ///< [columns], [rows]; those with enough space are shown
    std::vector<std::string> region;  ///< [columns * rows] or empty: neighbours with one text are
                                      ///< outlined together and named once
};

/// `plot`: the area of the cells; titles and labels lie outside it.
void drawCells(SvgDocument& svg, const Box& plot, const CellMap& map);

/// Black or white, whichever reads better on `fill` ("#rrggbb").
[[nodiscard]] std::string_view inkOn(std::string_view fill);

/// Between colours "#rrggbb" at equal distances, share 0..1.
[[nodiscard]] std::string blend(std::span<const std::string_view> stops, double share);

}  // namespace splitee
