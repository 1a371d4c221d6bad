// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/policy_color.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/policies/policy_info.h"
#include "engine/policies/policy_kind.h"

namespace splitee {

int policyColor(std::string_view entry) {
    const std::string_view policy = policyKind(entry);
    constexpr std::array<std::string_view, 4> kFirst{"splitee", "splitee-s", "random",
                                                     "final"};  // as the examples place them
    constexpr int kOwn = static_cast<int>(kFirst.size());
    const auto first = std::ranges::find(kFirst, policy);
    if (first != kFirst.end()) return static_cast<int>(first - kFirst.begin());
    const auto place = std::ranges::find(kPolicies, policy, &PolicyInfo::key) - kPolicies.begin();
    return kOwn + static_cast<int>(place) % (kPolicyColors - kOwn);
}

std::vector<int> policyColors(std::span<const std::string> policies) {
    std::vector<int> colors;
    std::set<int> taken;
    for (const std::string& policy : policies) {
        int color = policyColor(policy);
        while (taken.contains(color) && taken.size() < kPolicyColors)
            color = (color + 1) % kPolicyColors;
        taken.insert(color);
        colors.push_back(color);
    }
    return colors;
}

}  // namespace splitee
