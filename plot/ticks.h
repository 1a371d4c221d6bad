// SPDX-License-Identifier: GPL-3.0-or-later
// Where an axis has its ticks: round numbers on a linear axis, decades on a logarithmic one.
#pragma once

#include <vector>

namespace splitee {

/// 1, 2, 5 or 10 times a power of ten: about a fifth of `span`, which is above 0.
[[nodiscard]] double roundStep(double span);

/// The multiples of roundStep() from `low` to `high`.
[[nodiscard]] std::vector<double> roundTicks(double low, double high);

/// Powers of ten from `low` to `high`, 0 < low < high; with 2 and 5 times them where there are few,
/// and only every second or third where there are many.
[[nodiscard]] std::vector<double> decadeTicks(double low, double high);

/// The least of 1, 1.5, 2, 3, 4, 5, 6, 8 and 10 times a power of ten that is not below `value`; 1
/// where `value` is not above 0.
[[nodiscard]] double roundAbove(double value);

/// Decimals up to the first digit of `value` that is not 0: 0 for 20, 2 for 0.05; `most` at most.
[[nodiscard]] int leadingDecimals(double value, int most);

/// Decimals that tell the multiples of `step` apart: 1 for 0.5, 2 for 0.25.
[[nodiscard]] int stepDecimals(double step);

}  // namespace splitee
