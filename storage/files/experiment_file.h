// SPDX-License-Identifier: GPL-3.0-or-later
// ExperimentFile: an experiment and what it is played on, as a JSON file.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/run/experiment.h"

namespace splitee {

/// {"description": "..", "experiment": {keys of Experiment}, "costs": "profile.json" or what such a
///  file holds (cost_profile.h),
///  "source": {"table": ".."} or {"model": "..", "dataset": "..", "distortion": "..", "part":
///  ".."}}; every part may be missing
struct ExperimentFile {
    Experiment experiment;
    std::string table;  ///< a path or builtin:NAME; or else a live run:
    std::string model, dataset, distortion;
    std::string part = "";  ///< of the dataset: train, validation or all; "" is test
};

/// The error names the key, and for an unknown one the nearest valid key. `origin` names the file.
[[nodiscard]] Result<ExperimentFile> parseExperiment(std::string_view text,
                                                     const std::string& origin);
[[nodiscard]] std::string toJson(const ExperimentFile& file);

/// At most 1 MiB. Blocks.
[[nodiscard]] Result<ExperimentFile> readExperimentFile(const std::filesystem::path& path);

}  // namespace splitee
