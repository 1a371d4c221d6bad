// SPDX-License-Identifier: GPL-3.0-or-later
// SweepAxis is one parameter of Experiment and the values that it takes in a sweep.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

using AxisValue = std::variant<double, std::string>;  ///< a number, or a choice

inline constexpr std::int64_t kMaxAxisSteps = 100'000;

/// Axes that are no parameter: they say which exit tables are played. `source` lists tables in the
/// place of Sweep::tables; `distortion` lists what is played beside each of them: "clean", "fog:3"
/// (table_names.h).
inline constexpr std::string_view kSourceAxis = "source", kDistortionAxis = "distortion";
[[nodiscard]] inline bool isTableAxis(std::string_view key) {
    return key == kSourceAxis || key == kDistortionAxis;
}

/// Either listed values, or the range from..to. A range with steps is the list of that many values
/// from end to end; one without is drawn from as a whole, which a grid cannot.
struct SweepAxis {
    std::string key;                ///< of a number or choice in Experiment, or isTableAxis()
    std::vector<AxisValue> values;  ///< listed; empty where this is a range
    bool range = false;
    double from = 0, to = 0;
    std::int64_t steps = 0;    ///< 0: any value of the range
    bool logarithmic = false;  ///< equal ratios instead of equal distances; from > 0
    bool whole = false;        ///< of a whole number; known once completed

    friend bool operator==(const SweepAxis&, const SweepAxis&) = default;
};

/// "alpha=0.6,0.7", "side=released,observed", "offload=1..5/9", "mu=0.01..1/log",
/// "mu=0.01..1/5/log", "distortion=clean,fog:1,fog:3". Checks the form only.
[[nodiscard]] Result<SweepAxis> parseAxis(std::string_view text);

/// The values as parseAxis() takes them after KEY=: "0.6,0.7", "1..5/9", "0.01..1/log".
[[nodiscard]] std::string valuesText(const SweepAxis& axis);

/// The axis with its steps written out as values and no value twice; checks key, types and ranges.
/// The error names the axis.
[[nodiscard]] Result<SweepAxis> completed(const SweepAxis& axis);

/// The value at share u in [0, 1) of a completed axis: every listed value has an equal part of [0,
/// 1). Values of a range are rounded to 12 significant digits, so that 0.1 is 0.1 on every machine,
/// and to whole numbers where the parameter is one.
[[nodiscard]] AxisValue valueAt(const SweepAxis& axis, double u);

/// Sets the parameter; the value must come from a completed axis.
void assign(Experiment& experiment, const std::string& key, const AxisValue& value);

}  // namespace splitee
