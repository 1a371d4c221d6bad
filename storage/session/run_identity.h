// SPDX-License-Identifier: GPL-3.0-or-later
// The identity of a run, and whether two plays of it have the same result. Restarted sweeps, merges
// and digests rest on it.
#pragma once

#include <string>
#include <vector>

#include "storage/files/digest.h"
#include "storage/session/stored_run.h"

namespace splitee {

/// Digest of what fixes a run's rounds: every parameter that differs from its default (so a new
/// parameter changes no identity), policy, seed, the content of table or dataset, model and
/// distortion. Names of files, programs and machines are no part.
[[nodiscard]] DigestValue identityOf(const Experiment& experiment, const RunSpec& run,
                                     const RunProvenance& provenance);
[[nodiscard]] inline DigestValue identityOf(const StoredRun& run) {
    return identityOf(run.experiment, run.spec, run.provenance);
}

/// "splitee, seed 3, alpha 0.8, mu 0.2": a run for people, with the parameters that differ from
/// their defaults.
[[nodiscard]] std::string describe(const StoredRun& run);

/// A run's figures without those of wall time ("seconds", "rounds_per_second"), in one spelling.
[[nodiscard]] std::string comparableFigures(const std::string& summary);

/// "reward_mean is 0.5 and 0.6": the first figure in which two summaries differ.
[[nodiscard]] std::string firstDifference(const std::string& summary, const std::string& other);

}  // namespace splitee
