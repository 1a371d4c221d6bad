// SPDX-License-Identifier: GPL-3.0-or-later
// Optimiser: SGD with Nesterov momentum and a one-cycle rate, or Adam with cosine annealing, over
// the flat parameters. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <vector>

#include "inference/mobilenet/trainable_network.h"
#include "inference/train_settings.h"

namespace splitee {

/// Rate of step 0 <= step < steps as a share of its peak. scratch: rises over the first quarter
/// from 1/25 to 1, then falls to 0, both along a cosine (one cycle, Smith 2018). finetune: a half
/// cosine from 1 to 0.
[[nodiscard]] double rateShare(const std::string& schedule, std::int64_t step, std::int64_t steps);

class Optimiser {
public:
    /// Works on `network`'s parameters and gradients, which must outlive it.
    Optimiser(const TrainSettings& settings, TrainableNetwork& network);

    void step(std::int64_t step, std::int64_t steps);

    /// Momentum (and for Adam the second moment), for checkpoints.
    [[nodiscard]] std::vector<float> state() const;
    void setState(const std::vector<float>& state);

private:
    TrainSettings settings_;
    TrainableNetwork& network_;
    at::Tensor rate_;   // [P] peak learning rate: backbone or exit
    at::Tensor decay_;  // [P] weight decay: none for batch norms and biases
    at::Tensor first_, second_;
};

}  // namespace splitee
