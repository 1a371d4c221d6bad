// SPDX-License-Identifier: GPL-3.0-or-later
// The shapes of the 16 signs: the colour at a point in the sign's own coordinates.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace splitee {

/// Red, green, blue in [0, 1].
using Colour = std::array<double, 3>;

inline constexpr int kSignClasses = 16;
inline constexpr std::array<std::string_view, kSignClasses> kSignNames{
    "stop",        "no_entry",  "yield",        "priority_road", "turn_left", "turn_right",
    "straight_on", "bend_left", "bend_right",   "crossroads",    "danger",    "speed_3",
    "speed_5",     "speed_8",   "no_left_turn", "parking"};

/// The sign's colour at (x, y), x to the right and y down, the plate within [-1, 1]; none outside
/// the plate.
[[nodiscard]] std::optional<Colour> signColour(int signClass, double x, double y);

/// Is (x, y) within `radius` of the segment from (ax, ay) to (bx, by)?
[[nodiscard]] bool onStroke(double x, double y, double ax, double ay, double bx, double by,
                            double radius);

}  // namespace splitee
