// SPDX-License-Identifier: GPL-3.0-or-later
// From an experiment to one of its policies: what the policy is given, and whether it may play.
#pragma once

#include <string_view>

#include "engine/policies/policy.h"
#include "engine/run/experiment.h"

namespace splitee {

/// What a policy knows before round 1. `experiment`, `world` and `costs` must outlive it.
[[nodiscard]] PolicySetup setupOf(const Experiment& experiment, World& world,
                                  const CostTable& costs);

/// Whether the policy `key` may play `experiment` in `world`: what the policy itself checks, and
/// for one that reads the whole schedule, that the schedule can be summed up beforehand.
[[nodiscard]] Result<void> checkPolicy(const Experiment& experiment, std::string_view key,
                                       World& world);

}  // namespace splitee
