// SPDX-License-Identifier: GPL-3.0-or-later
// PolicyInfo describes a policy in words: its key, label, help text, and what it evaluates and
// sees. Front ends need no more than this; the policy types are in policy_list.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/world/observation.h"

namespace splitee {

struct PolicyInfo {
    std::string_view key;    ///< "splitee-s", in flags and files
    std::string_view label;  ///< "SplitEE-S", in forms, charts and tables
    std::string_view help;   ///< rule and source in one line
    ExitsEvaluated evaluated = ExitsEvaluated::AtSplit;
    Feedback feedback = Feedback::AtSplit;
    bool splitsOnly = true;  ///< chooses split layers under alpha before it sees the sample: only
                             ///< then E r(i) and its pseudo-regret apply
    int offeredFrom = 1;     ///< by `all` and by forms, from this version of the rules on
    int offeredUntil = 1'000'000;  ///< and up to this one: then another policy took its place
    [[nodiscard]] bool offered(std::int64_t rules) const {
        return offeredFrom <= rules && rules <= offeredUntil;
    }
};

/// All policies, in the order of flags, --help and forms.
extern const std::span<const PolicyInfo> kPolicies;

/// The policy of a key or of an entry that begins with it (policy_kind.h), or nullptr.
[[nodiscard]] const PolicyInfo* findPolicy(std::string_view key);

/// Whether the policy `key` reads the parameter `parameter` of PolicyParameters; false where there
/// is no such policy.
[[nodiscard]] bool readsParameter(std::string_view key, std::string_view parameter);

/// Whether the policy `key` knows its run's whole schedule before round 1, so that it cannot
/// change.
[[nodiscard]] bool readsWholeSchedule(std::string_view key);

}  // namespace splitee
