// SPDX-License-Identifier: GPL-3.0-or-later
// Runs an experiment for its figures alone: on all processors, at the speed of the replay kernels.
#pragma once

#include <stop_token>
#include <vector>

#include "cli/experiment_runs.h"
#include "engine/world/exit_table.h"

namespace splitee {

/// The results of runExperiment() without outputs, wall time excepted. `tables`: the sources of the
/// experiment, which must be valid for them. A cancelled experiment keeps the runs that were
/// finished. Blocks.
[[nodiscard]] Result<ExperimentResults> playForFigures(const Experiment& experiment,
                                                       const std::vector<const ExitTable*>& tables,
                                                       const ProgressSink& progress,
                                                       std::stop_token stop);

}  // namespace splitee
