// Which colour of the theme a policy has where no set-up gives it a place: the same in the table of runs and in comparisons.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/policies/policy_list.h"
#include "gui/theme.h"

namespace splitee {

/// For Theme::policy() and policyPen().
[[nodiscard]] inline int policyColor(std::string_view policy) {
    constexpr std::array<std::string_view, 4> kFirst{"splitee", "splitee-s", "random", "final"};   // as the examples place them
    constexpr int kOwn = static_cast<int>(kFirst.size());
    const auto first = std::ranges::find(kFirst, policy);
    if (first != kFirst.end()) return static_cast<int>(first - kFirst.begin());
    const auto place = std::ranges::find(kPolicies, policy, &PolicyInfo::key) - kPolicies.begin();
    return kOwn + static_cast<int>(place) % (kPolicyStyles - kOwn);
}

}  // namespace splitee
