// SPDX-License-Identifier: GPL-3.0-or-later
// The axes of a chart in an SvgDocument: where a point lies, ticks with their grid lines and
// numbers, and titles.
#pragma once

#include <string>

#include "comparison/report/svg_document.h"
#include "plot/axis.h"

namespace splitee {

/// Font size of ticks, titles of axes and labels, in pixels.
inline constexpr double kChartFont = 11;

class SvgAxes {
public:
    /// `plot`: the area that the axes enclose, in pixels.
    SvgAxes(SvgDocument& svg, const Box& plot, const Axis& x, const Axis& y)
        : svg_(svg), plot_(plot), x_(x), y_(y) {}
    [[nodiscard]] const Box& plot() const { return plot_; }
    [[nodiscard]] const Axis& x() const { return x_; }
    [[nodiscard]] const Axis& y() const { return y_; }
    /// Values outside the axes lie at their ends.
    [[nodiscard]] Point place(double x, double y) const;
    /// `columns`: with grid lines upwards too.
    void drawTicks(bool columns);
    /// `left`: pixels from the plot to the middle of the y title.
    void drawTitles(const std::string& xTitle, const std::string& yTitle, double left);

private:
    SvgDocument& svg_;
    Box plot_;
    Axis x_, y_;
};

}  // namespace splitee
