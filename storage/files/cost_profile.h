// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes what computing and sending take at each cut of a network, as a JSON file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "engine/world/physical_profile.h"

namespace splitee {

/// {"description": "..", "unit": "ms" or "energy",
///  "device_ms": [L], "exit_ms": 0.2,                  each stage, and one exit, on the device
///  "cloud_factor": 10 or "cloud_ms": [L],             so many times as fast, or each stage there
///  "cut_bytes": [L - 1 or L], "input_bytes": 3072,    sent after layer 1, 2, ..; the input itself
///  "megabits_per_second": 10, "round_trip_ms": 20,
///  "energy_per_ms": 2, "energy_per_byte": 0.001}      of the device, in any one unit of energy
/// Needed are device_ms and cut_bytes; for "ms" also the cloud, megabits_per_second and
/// round_trip_ms, for "energy" energy_per_ms and energy_per_byte. One λ is a stage's mean. The
/// error names the key. `origin` names the file.
[[nodiscard]] Result<PhysicalProfile> parseCostProfile(std::string_view text,
                                                       const std::string& origin);
[[nodiscard]] Result<PhysicalProfile> costProfileFrom(const nlohmann::json& json);
[[nodiscard]] std::string toJson(const PhysicalProfile& profile);

/// Whether a file in JSON is one, by its keys. Blocks.
[[nodiscard]] bool isCostProfile(const std::filesystem::path& path);

/// At most 1 MiB. Blocks.
[[nodiscard]] Result<PhysicalProfile> readCostProfile(const std::filesystem::path& path);
/// The text of such a file; `what` it is for the error, as in "costs". Blocks.
[[nodiscard]] Result<std::string> readProfileText(const std::filesystem::path& path);

/// As many layers as the profile has.
[[nodiscard]] int layersOf(const PhysicalProfile& profile);

/// The costs that follow, for layers of depth 1, 2, ..; mu is left as it is by default. The error
/// names the layer whose cost is out of range.
[[nodiscard]] Result<CostWeights> costsOf(const PhysicalProfile& profile);

}  // namespace splitee
