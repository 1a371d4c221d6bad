// SPDX-License-Identifier: GPL-3.0-or-later
// StoredRun: one run of a session without its rounds.
#pragma once

#include <cstdint>
#include <string>

#include "engine/run/run.h"
#include "storage/files/provenance.h"
#include "storage/session/run_marks.h"

namespace splitee {

struct StoredRun {
    std::int64_t id = 0;
    Experiment experiment;
    RunSpec spec;
    RunProvenance provenance;
    RunStatus status = RunStatus::Running;
    std::string message;      ///< why it failed or stopped
    std::string startedAt;    ///< ISO 8601, UTC
    std::string finishedAt;   ///< "" while it is not finished
    std::int64_t rounds = 0;  ///< committed; they are numbered from 1 without gaps
    std::string summary;      ///< the run's figures as JSON, "" without
    RunMarks marks;
};

}  // namespace splitee
