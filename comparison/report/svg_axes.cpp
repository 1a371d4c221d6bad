// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/report/svg_axes.h"

#include "plot/number_text.h"

namespace splitee {
namespace {

constexpr double kTickGap = 8;      // from the plot to the numbers left of it
constexpr double kTickBelow = 17;   // from the plot to the base line of the numbers below it
constexpr double kTitleBelow = 37;  // the same of the title
constexpr double kHalfCapital = 4;  // from the middle of a line of text to its base line

}  // namespace

Point SvgAxes::place(double x, double y) const {
    return {plot_.x + plot_.width * x_.share(x), plot_.bottom() - plot_.height * y_.share(y)};
}

void SvgAxes::drawTicks(bool columns) {
    for (const double tick : y_.ticks()) {
        const double y = plot_.bottom() - plot_.height * y_.share(tick);
        svg_.line({plot_.x, y}, {plot_.right(), y}, {ink::kGrid});
        svg_.text({plot_.x - kTickGap, y + kHalfCapital}, axisNumber(tick),
                  {kChartFont, ink::kMuted, Anchor::End});
    }
    for (const double tick : x_.ticks()) {
        const double x = plot_.x + plot_.width * x_.share(tick);
        if (columns) svg_.line({x, plot_.y}, {x, plot_.bottom()}, {ink::kGrid});
        svg_.text({x, plot_.bottom() + kTickBelow}, axisNumber(tick),
                  {kChartFont, ink::kMuted, Anchor::Middle});
    }
}

void SvgAxes::drawTitles(const std::string& xTitle, const std::string& yTitle, double left) {
    svg_.text({plot_.x + plot_.width / 2, plot_.bottom() + kTitleBelow}, xTitle,
              {kChartFont, ink::kText, Anchor::Middle});
    svg_.text({plot_.x - left, plot_.y + plot_.height / 2}, yTitle,
              {kChartFont, ink::kText, Anchor::Middle, false, true});
}

}  // namespace splitee
