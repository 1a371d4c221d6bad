// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the charts of a report as SVG.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparison/group_curves.h"

namespace splitee {

/// How the quantity and its axis are called, in English.
struct CurveWords {
    std::string title, axis;
};
[[nodiscard]] CurveWords wordsOf(const CurveChoice& choice);
[[nodiscard]] std::string wordsOf(CurveBand band);

[[nodiscard]] std::string curvesSvg(const ComparedRuns& compared, const CurveChoice& choice,
                                    CurveBand band);
/// Empty where no run knows its accuracy.
[[nodiscard]] std::optional<std::string> paretoSvg(const ComparedRuns& compared);
/// Accuracy and cost along a setting, beside each other.
[[nodiscard]] std::string settingSvg(const ComparedRuns& compared, const std::string& setting);

}  // namespace splitee
