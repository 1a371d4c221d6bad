// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text on charts and in tables: the same bytes in every locale.
#pragma once

#include <string>
#include <string_view>

namespace splitee {

/// With `decimals` decimals, as printf's %.*f: "-0.50". The value must be finite.
[[nodiscard]] std::string fixedDigits(double value, int decimals);

/// With `digits` significant digits, as printf's %.*g: "0.25", "1e+06".
[[nodiscard]] std::string significantDigits(double value, int digits);

/// `separator` between thousands of the part before the point: "12500.5" -> "12,500.5".
[[nodiscard]] std::string withThousands(std::string number, std::string_view separator);

/// A tick's label: "12,500", "0.25", "-3"; four significant digits, all of them from 1000 on.
[[nodiscard]] std::string axisNumber(double value);

}  // namespace splitee
