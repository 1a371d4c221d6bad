// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policies/policy_info.h"

#include <algorithm>
#include <array>

#include "engine/policies/policy_kind.h"
#include "engine/policies/policy_list.h"

namespace splitee {
namespace {

template <class... Types>
constexpr std::array<PolicyInfo, sizeof...(Types)> infosOf(PolicyTypes<Types...>) {
    return {Types::kInfo...};
}

constexpr auto kInfos = infosOf(AllPolicies{});

template <class Policy>
bool reads(std::string_view parameter) {
    if constexpr (requires { Policy::kReads; }) {
        return std::ranges::find(Policy::kReads, parameter) != Policy::kReads.end();
    } else {
        bool found = false;
        const typename Policy::Parameters own;
        Policy::Parameters::visitFields(own, [&](const auto&, const FieldInfo& info) {
            found = found || info.key == parameter;
        });
        return found;
    }
}

}  // namespace

constinit const std::span<const PolicyInfo> kPolicies{kInfos};

const PolicyInfo* findPolicy(std::string_view key) {
    const auto found = std::ranges::find(kInfos, policyKind(key), &PolicyInfo::key);
    return found == kInfos.end() ? nullptr : &*found;
}

bool readsParameter(std::string_view key, std::string_view parameter) {
    bool found = false;
    withPolicyType(key, "", [&]<class Policy>(std::type_identity<Policy>) {
        found = reads<Policy>(parameter);
    });
    return found;
}

bool readsWholeSchedule(std::string_view key) {
    bool reads = false;
    withPolicyType(key, "", [&]<class Policy>(std::type_identity<Policy>) {
        reads = requires { Policy::kReadsWholeSchedule; };
    });
    return reads;
}

}  // namespace splitee
