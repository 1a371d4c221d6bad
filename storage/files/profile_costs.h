// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the costs of a profile into an experiment.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "engine/run/experiment.h"
#include "engine/world/physical_profile.h"

namespace splitee {

/// `part`: the name of a profile's file, or what it holds. The experiment must have no costs of
/// layers yet. Blocks where it is a file.
[[nodiscard]] Result<void> takeProfile(const nlohmann::json& part, Experiment& experiment);

/// Of a profile that was read.
[[nodiscard]] Result<void> takeProfile(const PhysicalProfile& profile, Experiment& experiment);

}  // namespace splitee
