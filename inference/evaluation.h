// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluates every exit on every sample of a dataset, in batches. Torch-free API.
#pragma once

#include <stop_token>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "engine/world/exit_table.h"

namespace splitee {

class StagedNetwork;

/// The exit table of `dataset` under `network`, with entropies and the samples' statistics as
/// context (datasets/sample_statistics.h), rows in dataset order; `samples` > 0 limits it to the
/// first ones. `threads` workers take batches in turn; the table is the same bit for bit for any
/// number. A stop is an error. Blocks.
[[nodiscard]] Result<ExitTable> buildExitTable(const StagedNetwork& network, const Dataset& dataset,
                                               std::int64_t samples, int threads,
                                               const ProgressSink& progress, std::stop_token stop);

}  // namespace splitee
