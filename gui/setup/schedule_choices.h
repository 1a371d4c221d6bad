// SPDX-License-Identifier: GPL-3.0-or-later
// What a schedule may change on the source of a set-up: costs, threshold, distortions, tables.
#pragma once

#include <QString>

#include <vector>

#include "engine/run/schedule_rows.h"
#include "storage/files/experiment_file.h"

namespace splitee {

struct ScheduleChoice {
    QString title;    ///< in the user's language
    ScheduleRow row;  ///< without rounds, and with a value to begin with
};

/// Settings first. Of a live run on texts its distortions of texts; of an exit table the tables
/// beside it.
[[nodiscard]] std::vector<ScheduleChoice> scheduleChoices(const ExperimentFile& file);

}  // namespace splitee
