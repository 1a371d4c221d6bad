// SPDX-License-Identifier: GPL-3.0-or-later
// An entry is one of the policies of an experiment as it is written there: a key of kPolicies, or
// one with parameters that it alone plays by, as in "fixed:fixed_layer=3" (docs/policies.md).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/policies/policy_kind.h"
#include "engine/run/experiment.h"

namespace splitee {

/// Parameters of an entry, by key, as texts.
using EntryValues = std::vector<std::pair<std::string, std::string>>;

/// The parameters of Experiment that a policy reads and an entry of it may set, in the order of
/// forms. What all policies share (costs, alpha, seeds, ..) is not among them.
[[nodiscard]] std::vector<std::string> entryParameters(std::string_view policy);

/// An entry in its one spelling: parameters by their whole keys in the order of entryParameters(),
/// numbers as short as they can be. Typed may be the end of a key ("fixed:layer=3"). The error is
/// one sentence.
[[nodiscard]] Result<std::string> readEntry(std::string_view text);

/// The entries of `experiment`, as policiesOf() gives them, but not checked for two that play the
/// same: what a form shows while it is filled in.
[[nodiscard]] Result<std::vector<std::string>> entriesIn(const Experiment& experiment);

/// The parameters that an entry in its one spelling sets; none of a plain key.
[[nodiscard]] EntryValues valuesOf(std::string_view entry);
/// The same entry with one parameter set to `value`; the error is that of readEntry().
[[nodiscard]] Result<std::string> withParameter(std::string_view entry, const std::string& key,
                                                const std::string& value);

/// The experiment as the runs of `entry` play it: with its parameters in their places. A plain key
/// plays the experiment as it is. What other entries read of the experiment is written out in
/// `policies`, so that the list means the same as before.
[[nodiscard]] Experiment settingsOf(const Experiment& experiment, std::string_view entry);

/// The entry with every parameter that it plays by, its own or the experiment's:
/// "fixed:fixed_layer=2" for "fixed". No two entries of an experiment have the same.
[[nodiscard]] std::string wholeEntry(const Experiment& experiment, std::string_view entry);

/// What each entry plays by, with its kind alone in `policies` and parameters that it does not read
/// at their defaults: two experiments play the same runs if these are the same.
[[nodiscard]] std::vector<Experiment> playedAlone(const Experiment& experiment);

/// The entry of `experiment` that a run of `kind` plays by its settings, as "fixed:fixed_layer=3";
/// `kind` where it is none of the list.
[[nodiscard]] std::string entryPlayed(const Experiment& experiment, std::string_view kind);

/// "Fixed split, fixed_layer 3"; the text itself where there is no such policy.
[[nodiscard]] std::string entryLabel(std::string_view entry);

/// No two entries may play the same; the error names both.
[[nodiscard]] Result<void> checkDifferent(const Experiment& experiment,
                                          const std::vector<std::string>& entries);

}  // namespace splitee
