// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as the window writes them: thousands apart, a true minus sign, the decimals asked for.
#pragma once

#include <QString>

namespace splitee {

/// 2314 -> "2 314", -0.5 -> "−0.50" with two decimals; "–" where it is not known (NaN).
[[nodiscard]] QString numberText(double value, int decimals = 0);
/// With its sign: "+0.3", "−61.8"; what rounds to zero has none.
[[nodiscard]] QString signedText(double value, int decimals);
/// With as many decimals as it needs, four at most: costs as the user set them.
[[nodiscard]] QString shortText(double value);

}  // namespace splitee
