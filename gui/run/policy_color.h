// SPDX-License-Identifier: GPL-3.0-or-later
// Number of a policy's colour and dash in the theme: the same where it plays, in the table of runs
// and in comparisons.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace splitee {

/// As many as the theme has (kPolicyStyles).
inline constexpr int kPolicyColors = 8;

/// From 0 to kPolicyColors - 1: for Theme::policy() and policyPen(), of a policy by itself. Its
/// parameters do not count.
[[nodiscard]] int policyColor(std::string_view entry);

/// Of several side by side: each its own, but where one has it already the next that is free. So a
/// policy that comes last takes nothing from the others.
[[nodiscard]] std::vector<int> policyColors(std::span<const std::string> policies);

}  // namespace splitee
