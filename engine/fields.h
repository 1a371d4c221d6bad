// SPDX-License-Identifier: GPL-3.0-or-later
// FieldInfo describes one parameter. A struct declares each of its parameters once, with key,
// label, help, unit and range, in one static `visitFields(self, visit)`. Flags, JSON, SQLite
// columns and forms are made from that declaration.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "engine/result.h"

namespace splitee {

/// What one parameter is. Keys are snake_case and never renamed: retire one and add another.
struct FieldInfo {
    std::string_view key;
    std::string_view label;                                 ///< sentence case, for forms
    std::string_view help;                                  ///< one sentence
    std::string_view unit;                                  ///< "" where it has none
    double min = -std::numeric_limits<double>::infinity();  ///< inclusive, numbers only
    double max = std::numeric_limits<double>::infinity();
    std::span<const std::string_view> choices = {};  ///< texts only; empty: any
};

/// A number as the user would write it: "0.1", not "0.100000".
[[nodiscard]] std::string shortNumber(double value);

/// The choices as "a, b or c".
[[nodiscard]] std::string listed(std::span<const std::string_view> choices);

/// The candidate nearest to `word` (edit distance), or "" where none is near enough to be meant.
[[nodiscard]] std::string nearest(std::string_view word,
                                  std::span<const std::string_view> candidates);

/// Checks every field of `self` against its declared range; the error names the key.
template <class Parameters>
[[nodiscard]] Result<void> checkFields(const Parameters& self) {
    Result<void> result;
    Parameters::visitFields(self, [&](const auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if (!result) return;
        if constexpr (std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool>) {
            const auto number = static_cast<double>(value);
            if (!(number >= info.min && number <= info.max))
                result = fail(std::string(info.key) + " is " + shortNumber(number) +
                              ", but must be between " + shortNumber(info.min) + " and " +
                              shortNumber(info.max));
        } else if constexpr (std::is_same_v<Value, std::string>) {
            if (!info.choices.empty() &&
                std::ranges::find(info.choices, std::string_view(value)) == info.choices.end())
                result = fail(std::string(info.key) + " is '" + value + "', but must be " +
                              listed(info.choices));
        }
    });
    return result;
}

}  // namespace splitee
