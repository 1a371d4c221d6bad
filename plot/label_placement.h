// SPDX-License-Identifier: GPL-3.0-or-later
// Places of labels that must not cover each other.
#pragma once

#include <cstddef>
#include <vector>

namespace splitee {

/// Places for labels that should lie at `wanted` (rising): `height` or more apart, within
/// low..high, moved as little as possible in the sense of least squares. Labels that touch form a
/// block around the mean of what they want (pool adjacent violators; Barlow et al. 1972). Where
/// there is no room for all of them they start at `low` and go on beyond `high`.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double>& wanted, double height,
                                               double low, double high);

/// Every how many labels of an evenly spaced row of `count` to show: `least` (1 or more) or a few
/// more, so that the first and the last of them are shown.
[[nodiscard]] std::size_t labelStride(std::size_t count, std::size_t least);

}  // namespace splitee
