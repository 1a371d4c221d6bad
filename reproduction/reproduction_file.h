// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and checks descriptions of reproductions, which are JSON files (docs/reproduce.md).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "reproduction/reproduction.h"

namespace splitee {

/// {"title", "paper", "about", "model", "regret_rounds", "experiment": {keys of Experiment},
///  "offloads": [1, .., 5], "policies": [{"name", "offloads", "experiment": {..}}, ..],
///  "claims": [{"name", "policy", "saving", "loss", "or_equal"}, ..],
///  "streams": [{"name", "table", "file", "dataset", "part", "distortion", "model", "alpha",
///  "alpha_from", "claim", "pass", "note", "published": {"samples", "accuracy", "cost",
///  "policies": {NAME: {"accuracy_change", "cost_change", "regret"}}}}, ..], "differs": [".."]}
/// The error is one sentence that names the part and the key, and for an unknown key the nearest
/// valid one. `origin` names the file.
[[nodiscard]] Result<Reproduction> parseReproduction(std::string_view text,
                                                     const std::string& origin);

/// `name`: NAME of resources/reproductions/NAME.json, or a file that ends in .json; at most 1 MiB.
/// The error lists the bundled names. Blocks.
[[nodiscard]] Result<Reproduction> readReproduction(const std::string& name);

}  // namespace splitee
