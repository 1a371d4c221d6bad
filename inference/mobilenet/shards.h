// SPDX-License-Identifier: GPL-3.0-or-later
// Shards: a training batch computed as two half batches on two copies of the network, each on one
// thread, with averaged gradients. The weights are the same bit for bit on one thread or two, and
// it is faster than two threads inside every operation. Includes LibTorch: for inference's own .cpp
// files only.
#pragma once

#include <array>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

#include "datasets/dataset.h"
#include "inference/mobilenet/trainable_network.h"
#include "inference/train_settings.h"

namespace splitee {

/// All training images in memory.
struct ImageBank {
    int side = 0;
    std::vector<std::uint8_t> pixels;  ///< [n, side, side, 3]
    std::vector<std::int64_t> labels;  ///< [n]
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(labels.size()); }
    /// Mean and standard deviation per channel, of pixels scaled to [0, 1].
    [[nodiscard]] std::pair<std::array<double, 3>, std::array<double, 3>> channelStatistics() const;
};

/// Reads a whole dataset (at most 4 GiB of pixels); every image needs a label. Blocks.
[[nodiscard]] Result<ImageBank> loadImages(const Dataset& dataset, const std::stop_token& stop);

class Shards {
public:
    Shards(const Architecture& architecture, const TrainSettings& settings,
           const std::array<double, 3>& mean, const std::array<double, 3>& deviation, int threads);

    /// Mean gradient of the joint loss (weighted as the settings say) over images[indices] in
    /// master()'s gradients; returns the mean loss. Augmentation depends on (seed, epoch, image)
    /// alone.
    double computeGradients(const ImageBank& images, std::span<const std::int64_t> indices,
                            std::int64_t epoch);
    /// [L]: the mean cross entropy of each exit in that batch, before weights and distillation.
    [[nodiscard]] std::vector<double> exitLosses() const;
    void copyMasterParameters();
    void averageStatistics();

    TrainableNetwork& master() { return networks_[0]; }
    [[nodiscard]] std::vector<float> values() const { return networks_[0].tensors().values(); }
    void setValues(const std::vector<float>& values);

private:
    double computeShard(std::size_t shard, const ImageBank& images,
                        std::span<const std::int64_t> indices, std::int64_t epoch);

    TrainSettings settings_;
    std::array<double, 3> mean_, deviation_;
    int threads_;
    std::array<TrainableNetwork, 2> networks_;
    std::array<std::vector<double>, 2> exitLosses_;  // [half][L]
};

}  // namespace splitee
