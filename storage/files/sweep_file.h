// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes sweeps as JSON files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/run/sweep.h"

namespace splitee {

/// {"description": "..", "design": "grid", "samples": 100, "design_seed": 1, "tables":
/// ["builtin:..", ..],
///  "experiment": {keys of Experiment},
///  "axes": {"alpha": [0.6, 0.7], "side": ["released"], "mu": {"from": 0.01, "to": 1, "steps": 9,
///  "scale": "log"}}}
/// and "costs" as in an experiment's file. Every part but the tables may be missing. The error
/// names the key, and for an unknown one the nearest valid key; what is said of values and
/// combinations comes from SweepPlan::make(). `origin` names the file.
[[nodiscard]] Result<Sweep> parseSweep(std::string_view text, const std::string& origin);
[[nodiscard]] std::string toJson(const Sweep& sweep);

/// Whether a JSON file says what a sweep says and an experiment does not: tables, axes or a design.
/// What cannot be read does not. Blocks.
[[nodiscard]] bool isSweepFile(const std::filesystem::path& path);

/// At most 1 MiB. Blocks.
[[nodiscard]] Result<Sweep> readSweepFile(const std::filesystem::path& path);

}  // namespace splitee
