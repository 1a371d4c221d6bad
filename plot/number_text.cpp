// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace splitee {
namespace {

// The largest double has 309 digits before the point.
constexpr int kMostDecimals = 60;
using Buffer = std::array<char, 309 + kMostDecimals + 3>;

std::string written(double value, std::chars_format format, int precision) {
    Buffer text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, format, precision).ptr;
    return {text.data(), end};
}

}  // namespace

std::string fixedDigits(double value, int decimals) {
    return written(value, std::chars_format::fixed, std::clamp(decimals, 0, kMostDecimals));
}

std::string significantDigits(double value, int digits) {
    return written(value, std::chars_format::general, std::clamp(digits, 1, kMostDecimals));
}

std::string withThousands(std::string number, std::string_view separator) {
    const std::size_t begin = !number.empty() && number.front() == '-' ? 1 : 0;
    for (std::size_t at = std::min(number.find('.'), number.size()); at > begin + 3;)
        number.insert(at -= 3, separator);
    return number;
}

std::string axisNumber(double value) {
    if (value == 0) return "0";
    const bool thousands = std::abs(value) >= 1000 && std::abs(value) < 1e15;
    const std::string number = thousands ? fixedDigits(value, 0) : significantDigits(value, 4);
    return number.find_first_of(".e") == std::string::npos ? withThousands(number, ",") : number;
}

}  // namespace splitee
