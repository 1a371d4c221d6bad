// SPDX-License-Identifier: GPL-3.0-or-later
// Every policy, a line each: flags, --help, JSON and forms list what stands here.
#pragma once

#include <algorithm>
#include <array>
#include <tuple>
#include <type_traits>

#include "engine/policies/bayes.h"
#include "engine/policies/cascades.h"
#include "engine/policies/changing_worlds.h"
#include "engine/policies/exp3_s.h"
#include "engine/policies/fixed_rules.h"
#include "engine/policies/kl_ucb.h"
#include "engine/policies/lin_ucb.h"
#include "engine/policies/splitee.h"
#include "engine/policies/splitee_s.h"
#include "engine/policies/threshold_arms.h"
#include "engine/policies/ucb.h"

namespace splitee {

template <class... Types>
struct PolicyTypes {};

using AllPolicies =
    PolicyTypes<SplitEePolicy, SplitEeSidePolicy, ISplitEePolicy, FinalPolicy, RandomPolicy,
                FixedPolicy, BestPolicy, OraclePolicy, CloudOnlyPolicy, DeviceOnlyPolicy,
                ConfidenceCascadePolicy, ConfidenceCascadeOffloadPolicy, EntropyCascadePolicy,
                EntropyCascadeOffloadPolicy, PatienceCascadePolicy, PatienceCascadeOffloadPolicy,
                Ucb1Policy, UcbVPolicy, UcbTunedPolicy, KlUcbPolicy, MossPolicy, BayesUcbPolicy,
                ThompsonPolicy, SlidingWindowUcbPolicy, DiscountedUcbPolicy, CusumUcbPolicy,
                MonitoredUcbPolicy, Exp3SPolicy, AdaEePolicy, JointPolicy, LinUcbPolicy>;

template <class... Types>
constexpr std::array<PolicyInfo, sizeof...(Types)> infosOf(PolicyTypes<Types...>) {
    return {Types::kInfo...};
}

/// All policies in their order.
inline constexpr auto kPolicies = infosOf(AllPolicies{});

/// The parameters of all policies, each struct once.
template <class Done, class... Types>
struct ParametersOf;
template <class... Done>
struct ParametersOf<std::tuple<Done...>> {
    using Type = std::tuple<Done...>;
};
template <class... Done, class First, class... Rest>
struct ParametersOf<std::tuple<Done...>, First, Rest...> {
    using Own = typename First::Parameters;
    static constexpr bool kKnown = (std::is_same_v<Own, Done> || ...);
    using Next = std::conditional_t<kKnown, std::tuple<Done...>, std::tuple<Done..., Own>>;
    using Type = typename ParametersOf<Next, Rest...>::Type;
};
template <class... Types>
typename ParametersOf<std::tuple<>, Types...>::Type parametersOf(PolicyTypes<Types...>);
using PolicyParameters = decltype(parametersOf(AllPolicies{}));

/// What a policy is called, or nullptr.
[[nodiscard]] constexpr const PolicyInfo* findPolicy(std::string_view key) {
    const auto found = std::ranges::find(kPolicies, key, &PolicyInfo::key);
    return found == kPolicies.end() ? nullptr : &*found;
}

/// Calls `visit(std::type_identity<P>)` with the type of the policy `key`; nothing where there is
/// none. Of SplitEE-S's two types the one that `side` asks for.
template <class Visit>
void withPolicyType(std::string_view key, std::string_view side, Visit&& visit) {
    if (key == SplitEeCorrectedPolicy::kInfo.key && side == "corrected")
        return visit(std::type_identity<SplitEeCorrectedPolicy>{});
    const auto among = [&]<class... Types>(PolicyTypes<Types...>) {
        (void)((key == Types::kInfo.key && (visit(std::type_identity<Types>{}), true)) || ...);
    };
    among(AllPolicies{});
}

}  // namespace splitee
