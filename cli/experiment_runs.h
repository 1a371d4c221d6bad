// SPDX-License-Identifier: GPL-3.0-or-later
// All runs of an experiment, one after the other, to their files and into summaries.
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
    std::string roundsCsv, session;  ///< "" for none
};

struct ExperimentResults {
    std::vector<PolicyResult> results;  ///< finished runs only
    bool cancelled = false;
};

/// `tables`: kept in the session where they are the source (else none). The experiment must be
/// valid for the world. Blocks.
[[nodiscard]] Result<ExperimentResults> runExperiment(const Experiment& experiment, World& world,
                                                      std::span<const ExitTable> tables,
                                                      const RunProvenance& provenance,
                                                      const RunOutputs& outputs,
                                                      const ProgressSink& progress,
                                                      std::stop_token stop);

}  // namespace splitee
