// SPDX-License-Identifier: GPL-3.0-or-later
// Trains one exit's linear layer on features that were computed once. Torch-free API.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/result.h"
#include "inference/torchscript/script_model.h"

namespace splitee {

/// Features of images at one place, row-major, with labels in 0..classes-1.
struct FeatureTable {
    std::int64_t features = 0;
    std::vector<float> values;         ///< [n, features]
    std::vector<std::int64_t> labels;  ///< [n]
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(labels.size()); }
};

/// Multinomial regression on the normalised features by Adam, the epoch that validates best; the
/// normalisation is folded into the weights. Same tables and seed, same weights: one thread
/// computes. LibTorch's exceptions pass. Blocks for seconds.
[[nodiscard]] Result<AttachedExit> trainHead(const std::string& place, const FeatureTable& training,
                                             const FeatureTable& validation, std::int64_t classes,
                                             std::uint64_t seed, const std::stop_token& stop);

}  // namespace splitee
