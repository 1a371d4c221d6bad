// SPDX-License-Identifier: GPL-3.0-or-later
// Values in 16 bits (IEEE 754 binary16), as a model file may hold weights. No LibTorch here.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace splitee {

/// To the nearest half, ties to even; beyond 65,504 infinity.
[[nodiscard]] std::uint16_t halfOf(float value);
[[nodiscard]] float floatOfHalf(std::uint16_t half);

/// Values as a body holds them, and back; what is over at the end is dropped.
[[nodiscard]] std::string halvesOf(std::span<const float> values);
[[nodiscard]] std::vector<float> floatsOfHalves(std::string_view bytes);
/// Each value as it comes back from a file.
[[nodiscard]] std::vector<float> roundedToHalf(std::vector<float> values);

}  // namespace splitee
