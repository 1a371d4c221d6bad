// SPDX-License-Identifier: GPL-3.0-or-later
// AllPolicies lists the type of every policy. Only files that call a policy by its type include
// this; the others include policy_info.h. So a change of one policy rebuilds few files.
#pragma once

#include <string_view>
#include <type_traits>

#include "engine/policies/bayes.h"
#include "engine/policies/cascades.h"
#include "engine/policies/exp3_s.h"
#include "engine/policies/fixed_rules.h"
#include "engine/policies/kl_ucb.h"
#include "engine/policies/lin_ucb.h"
#include "engine/policies/nonstationary.h"
#include "engine/policies/policy_kind.h"
#include "engine/policies/released_thresholds.h"
#include "engine/policies/splitee.h"
#include "engine/policies/splitee_s.h"
#include "engine/policies/threshold_arms.h"
#include "engine/policies/ucb.h"

namespace splitee {

template <class... Types>
struct PolicyTypes {};

/// A line each. The order is that of flags, --help and forms.
using AllPolicies =
    PolicyTypes<SplitEePolicy, SplitEeSidePolicy, ISplitEePolicy, FinalPolicy, RandomPolicy,
                FixedPolicy, BestPolicy, OraclePolicy, CloudOnlyPolicy, DeviceOnlyPolicy,
                ConfidenceCascadePolicy, ConfidenceCascadeOffloadPolicy, EntropyCascadePolicy,
                EntropyCascadeOffloadPolicy, PatienceCascadePolicy, PatienceCascadeOffloadPolicy,
                Ucb1Policy, UcbVPolicy, UcbTunedPolicy, KlUcbPolicy, MossPolicy, BayesUcbPolicy,
                ThompsonPolicy, SlidingWindowUcbPolicy, DiscountedUcbPolicy, CusumUcbPolicy,
                MonitoredUcbPolicy, Exp3SPolicy, AdaEePolicy, JointPolicy, LinUcbPolicy,
                AdaEeReleasedPolicy, JointLeavePolicy>;

/// Calls `visit(std::type_identity<P>)` with the type of the policy `entry` (policy_kind.h); does
/// nothing where there is none. `side` selects one of the two types of SplitEE-S.
template <class Visit>
void withPolicyType(std::string_view entry, std::string_view side, Visit&& visit) {
    const std::string_view key = policyKind(entry);
    if (key == SplitEeCorrectedPolicy::kInfo.key && side == "corrected")
        return visit(std::type_identity<SplitEeCorrectedPolicy>{});
    const auto among = [&]<class... Types>(PolicyTypes<Types...>) {
        (void)((key == Types::kInfo.key && (visit(std::type_identity<Types>{}), true)) || ...);
    };
    among(AllPolicies{});
}

}  // namespace splitee
