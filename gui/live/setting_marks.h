// SPDX-License-Identifier: GPL-3.0-or-later
// What an experiment's schedule changes and when, in words: for the marks of charts and time line.
#pragma once

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

#include "gui/run/time_line_model.h"
#include "storage/files/experiment_file.h"

namespace splitee {

/// "o 5 → 8" for offload.
[[nodiscard]] QString changeText(const std::string& key, double before, double after);

/// By round; a change in force from the first round on is none.
[[nodiscard]] std::vector<TimeLineMark> settingMarks(const Experiment& experiment,
                                                     std::int64_t rounds);

/// Where samples come from, over all rounds; empty where they come from one source throughout.
[[nodiscard]] std::vector<TimeLineBand> sourceBands(const ExperimentFile& file,
                                                    std::int64_t rounds);

}  // namespace splitee
