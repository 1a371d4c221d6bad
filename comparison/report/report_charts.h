// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of a report as SVG elements for HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparison/group_curves.h"

namespace splitee {

/// Title of a chart and of its value axis, in English.
struct CurveWords {
    std::string title, axis;
};
[[nodiscard]] CurveWords wordsOf(const CurveChoice& choice);
[[nodiscard]] std::string wordsOf(CurveBand band);

[[nodiscard]] std::string curvesSvg(const ComparedRuns& compared, const CurveChoice& choice,
                                    CurveBand band);
/// Empty where the accuracy of every run is unknown.
[[nodiscard]] std::optional<std::string> paretoSvg(const ComparedRuns& compared);
/// Accuracy and cost against a setting, side by side.
[[nodiscard]] std::string settingSvg(const ComparedRuns& compared, const std::string& setting);

}  // namespace splitee
