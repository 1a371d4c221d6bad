// SPDX-License-Identifier: GPL-3.0-or-later
// The one shape that a figure, and what was played on, have in the JSON of every verb.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "engine/run/statistics.h"
#include "storage/files/experiment_file.h"
#include "storage/session/stored_run.h"

namespace splitee {

/// {"mean", "se", "sd", "ci95", "ci95_t", "ci95_bootstrap", "unit"}, ci95 as ci95_t, intervals as
/// [low, high]: null for what is unknown, and no spread for a single seed. null without an
/// estimate.
[[nodiscard]] nlohmann::json figureJson(const std::optional<Estimate>& estimate,
                                        std::string_view unit);

/// The unit of a run's figure by its key (runFigures(), "split", "seconds"): "share", "lambda a
/// sample", ..; "" for a key that is none.
[[nodiscard]] std::string unitOf(std::string_view figure);
/// {KEY: UNIT} of the figures of one run, as its summary lists them.
[[nodiscard]] nlohmann::json unitsOfFigures();

/// {"kind": "table", "table"} or {"kind": "network", "model", "dataset", "distortion"}.
[[nodiscard]] nlohmann::json sourceJson(const ExperimentFile& file);
[[nodiscard]] nlohmann::json tableSourceJson(const std::string& table);
/// The same for a kept run.
[[nodiscard]] nlohmann::json sourceJson(const StoredRun& run);

}  // namespace splitee
