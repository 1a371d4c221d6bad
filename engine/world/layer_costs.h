// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes costs of layers as one text, as flags, files and session columns hold them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/costs.h"

namespace splitee {

inline constexpr double kMostLayerCost = 1e6;  ///< lambda

/// "6.1,4,2.5" (o after layer 1, 2, ..) or "input=9,6.1,4,2.5" (that of sending the input, too);
/// "" is no layer. The error names the value that is no number from 0 to kMostLayerCost.
[[nodiscard]] Result<LayerOffloads> parseLayerOffloads(std::string_view text);
/// The text that parseLayerOffloads() reads back to the same numbers.
[[nodiscard]] std::string layerOffloadsText(const LayerOffloads& offloads);

/// "1,2.5,4": what computing layers 1..i takes, in lambda1; it must not fall. "" is no layer.
[[nodiscard]] Result<std::vector<double>> parseLayerComputing(std::string_view text);
[[nodiscard]] std::string layerNumbersText(std::span<const double> numbers);

/// Whether both are given for as many layers as the source has, or not at all.
[[nodiscard]] Result<void> checkLayerCosts(std::string_view offloads, std::string_view computing,
                                           int exits);

/// `value` with 6 significant digits: what a measured cost is written with.
[[nodiscard]] double writtenCost(double value);

}  // namespace splitee
