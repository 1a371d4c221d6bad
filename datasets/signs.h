// SPDX-License-Identifier: GPL-3.0-or-later
// "signs": a built-in dataset of procedurally drawn traffic signs. 16 classes, 32x32 RGB, the same
// pixels on every machine.
#pragma once

#include <memory>

#include "datasets/dataset.h"

namespace splitee {

/// 24,000 training, 2,000 validation and 4,000 test images, drawn when read. Pose, light,
/// background, cover and clutter vary, smaller signs stand around the one that counts, and some
/// classes differ in one stroke only: easy and hard samples both exist. The drawing uses + - * /
/// and square root alone, which IEEE 754 fixes to the last bit.
[[nodiscard]] std::shared_ptr<const Dataset> openSigns(Split split);

}  // namespace splitee
