// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of frames: sums over neighbours, and zooming in.
#pragma once

#include <span>

#include "datasets/corruptions/frame.h"

namespace splitee {

/// A Gaussian of `sigma` >= 0 pixels, cut at int(cut * sigma + .5) pixels. One that reaches further
/// than 128 pixels becomes four box filters of the same variance, whose time does not grow with it.
void blurGaussian(Frame& frame, double sigma, Border border, double cut = 4);

/// A neighbour at (x + dx, y + dy) and its weight.
struct Tap {
    int dx, dy;
    float weight;
};

/// Every value becomes the weighted sum of its neighbours' values.
void gather(Frame& frame, std::span<const Tap> taps, Border border);

/// Adds `weight` times the middle of `frame`, enlarged by `factor` >= 1 to the whole, as SciPy's
/// zoom of order 1 does it on a cut of ceil(side / factor) pixels.
void addZoomed(const Frame& frame, double factor, float weight, Frame& sum);

/// The value of channel c at a place between pixels: linear in x and y.
[[nodiscard]] float between(const Frame& frame, float x, float y, int c, Border border);

}  // namespace splitee
