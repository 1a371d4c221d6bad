// SPDX-License-Identifier: GPL-3.0-or-later
// The published constants of corruptions: those of CIFAR-10-C for images of 32 pixels a side, those
// of ImageNet-C for 96 pixels and more (hendrycks/robustness, arXiv 1903.12261).
#pragma once

#include <array>

#include "datasets/corruptions/corruption.h"

namespace splitee {

/// Up to seven numbers, the rest 0. Their meaning is the corruption's; docs/distortions.md lists
/// them.
using Constants = std::array<double, 7>;

/// Of a whole severity 1..5 at `side` pixels, the smaller side of the image: CIFAR-10-C's up to 32,
/// ImageNet-C's from 96 on; between, each constant moves linearly with the side.
[[nodiscard]] Constants constantsAt(Corruption corruption, int severity, int side);

/// The same for a severity between: each constant moves linearly from one whole severity to the
/// next.
[[nodiscard]] Constants constantsOf(Corruption corruption, double severity, int side);

}  // namespace splitee
