// SPDX-License-Identifier: GPL-3.0-or-later
// Statistics of an image that a device can compute before any layer runs: the context of LinUCB
// (docs/policies.md).
#pragma once

#include <array>
#include <string_view>

#include "datasets/dataset.h"

namespace splitee {

/// Their names, in the order of imageStatistics(). Y is the luminance (0.299 R + 0.587 G + 0.114 B)
/// / 255 of a pixel (ITU-R BT.601), means run over all pixels, those of masks over the pixels at
/// least one away from every border (0 for images under three pixels a side).
/// - luminance: mean Y.
/// - contrast: twice the standard deviation of Y, so that half black, half white is 1.
/// - sharpness: mean |4 Y - its four neighbours|, at most 1.
/// - noise: 5 s, at most 1; s = sqrt(pi/2) / 6 mean |Y * M|, M = (1 -2 1; -2 4 -2; 1 -2 1), the
/// standard deviation of white
///   noise in Y after Immerkaer 1996: M sees neither flat nor evenly rising areas.
/// - saturation: mean (max - min) / max of R, G, B, 0 for black.
inline constexpr std::array<std::string_view, 5> kImageStatistics{
    "luminance", "contrast", "sharpness", "noise", "saturation"};

/// Each in [0, 1], rounded to kContextStep, the same on every machine. Pure.
[[nodiscard]] std::array<double, kImageStatistics.size()> imageStatistics(const Image& image);

}  // namespace splitee
