// SPDX-License-Identifier: GPL-3.0-or-later
// policyKind() is the key of kPolicies that an entry of an experiment begins with.
#pragma once

#include <string_view>

namespace splitee {

/// Between the parts of an entry, as in "fixed:fixed_layer=3".
inline constexpr char kEntrySeparator = ':';

/// "fixed" of "fixed:fixed_layer=3"; a plain key is its own kind.
[[nodiscard]] constexpr std::string_view policyKind(std::string_view entry) {
    return entry.substr(0, entry.find(kEntrySeparator));
}

/// Whether an entry sets parameters of its own.
[[nodiscard]] constexpr bool hasOwnParameters(std::string_view entry) {
    return entry.find(kEntrySeparator) != std::string_view::npos;
}

}  // namespace splitee
