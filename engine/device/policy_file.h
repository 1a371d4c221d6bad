// SPDX-License-Identifier: GPL-3.0-or-later
// A policy file says in JSON how a device decides where to split: one policy with its parameters,
// thresholds, temperatures and costs. `splitee run --policy-file` plays it, and so does
// DeviceLearner.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/run/experiment.h"

namespace splitee {

inline constexpr std::size_t kMostPolicyBytes = 64 * 1024;

/// Whether the parameter belongs to a run (how many rounds, in which order, ..) and not to the
/// policy.
[[nodiscard]] bool isOfRun(std::string_view key);

/// Whether a device can play the one policy of `experiment`: its compute_per_layer says how many
/// layers there are, nothing must be known of a sample before the split, and no exit is needed that
/// a device does not compute.
[[nodiscard]] Result<void> checkDevicePolicy(const Experiment& experiment);

/// The keys of Experiment that are not of a run, and "description" for people, as one object
/// without lists or objects in it. Needed are policy, rules, mu, lambda1, lambda2, offload or
/// offload_per_layer, compute_per_layer and alpha; what else is missing has its default. The
/// parameters of the run stay at their defaults. The error names the key; `origin` names the file.
[[nodiscard]] Result<Experiment> parsePolicy(std::string_view text, const std::string& origin);

/// What parsePolicy() reads back to the same policy: `experiment` as checkDevicePolicy() takes it.
/// Parameters that its policy does not read are left out.
[[nodiscard]] std::string policyText(const Experiment& experiment,
                                     const std::string& description = "");

/// At most kMostPolicyBytes. Blocks.
[[nodiscard]] Result<Experiment> readPolicyFile(const std::filesystem::path& path);

}  // namespace splitee
