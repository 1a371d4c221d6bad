// SPDX-License-Identifier: GPL-3.0-or-later
// Runs an experiment: one run after the other, written to files and summarised.
#pragma once

#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "cli/results.h"
#include "engine/world/world.h"
#include "storage/session/session.h"

namespace splitee {

struct RunOutputs {
    std::string roundsCsv, session;  ///< "" for none; rounds of a single run may go to "-"
};

struct ExperimentResults {
    std::vector<PolicyResult> results;  ///< finished runs only
    bool cancelled = false;
};

/// `tables`: the source of a replay, stored in the session; empty for a live run. The experiment
/// must be valid for the world. Blocks.
[[nodiscard]] Result<ExperimentResults> runExperiment(const Experiment& experiment, World& world,
                                                      std::span<const ExitTable> tables,
                                                      const RunProvenance& provenance,
                                                      const RunOutputs& outputs,
                                                      const ProgressSink& progress,
                                                      std::stop_token stop);

}  // namespace splitee
