// SPDX-License-Identifier: GPL-3.0-or-later
// softmaxTemperature() fits the number that an exit's logits are divided by, so that its confidence
// says how often it is right (Guo et al. 2017, arXiv 1706.04599). No LibTorch here.
#pragma once

#include <cstdint>
#include <span>

namespace splitee {

/// The temperature in [kMinTemperature, kMaxTemperature] under which the labels are likeliest, to
/// three decimals. logits: [samples, classes]; labels: [samples], at least one, each below classes.
[[nodiscard]] double softmaxTemperature(std::span<const double> logits,
                                        std::span<const std::int64_t> labels);

}  // namespace splitee
