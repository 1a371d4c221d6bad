// All runs of an experiment, one after the other, to their files and into summaries.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "cli/live_source.h"
#include "cli/results.h"
#include "storage/session_store.h"

namespace splitee {

struct RunOutputs {
    std::string roundsCsv, session;   ///< "" for none
};

struct ExperimentResults {
    std::vector<PolicyResult> results;   ///< finished runs only
    bool cancelled = false;
};

/// `table`: kept in the session where the source is one (else null). The experiment must be valid for the world. Blocks.
[[nodiscard]] Result<ExperimentResults> runExperiment(const Experiment& experiment, World& world, const ExitTable* table,
                                                      const RunProvenance& provenance, const RunOutputs& outputs,
                                                      const ProgressSink& progress, std::stop_token stop);

}  // namespace splitee
