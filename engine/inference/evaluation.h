// Every exit's answer on every image of a dataset, in batches. Torch-free API.
#pragma once

#include <stop_token>
#include <vector>

#include "datasets/dataset.h"
#include "engine/exit_table.h"
#include "engine/inference/model_file.h"
#include "engine/progress.h"

namespace splitee {

class SplitNetwork;

/// The exit table of `dataset` under `network`, rows in dataset order; `samples` > 0 limits it to the first ones.
/// A stop is an error ("stopped"). Blocks.
[[nodiscard]] Result<ExitTable> buildExitTable(const SplitNetwork& network, const Dataset& dataset,
                                               std::int64_t samples, const ProgressSink& progress,
                                               std::stop_token stop);

/// Share of right answers per exit over the samples with a label; [L], empty when no label is known.
[[nodiscard]] std::vector<double> accuracyPerExit(const ExitTable& table);

}  // namespace splitee
