// SPDX-License-Identifier: GPL-3.0-or-later
// Computes what exits will look at, once for each image. Torch-free API.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "inference/torchscript/head_training.h"

namespace splitee {

class StagedScript;

/// [exits] pooled features behind the first `exits` cuts, of at most `most` images with a label,
/// chosen and ordered by `seed`; the same for any number of threads. Blocks.
[[nodiscard]] Result<std::vector<FeatureTable>> readFeatures(
    const StagedScript& network, int exits, const Dataset& images, std::int64_t most,
    std::uint64_t seed, int threads, const ProgressSink& progress, const std::stop_token& stop);

}  // namespace splitee
