// SPDX-License-Identifier: GPL-3.0-or-later
// Optimiser: SGD with Nesterov momentum and a one-cycle rate, Adam with cosine annealing, or AdamW
// with a linear decay, over the flat parameters. Includes LibTorch: for inference's own .cpp files
// only.
#pragma once

#include <vector>

#include "inference/train_settings.h"
#include "inference/training/flat_parameters.h"

namespace splitee {

/// Rate of step 0 <= step < steps as a share of its peak. scratch: rises over the first quarter
/// from 1/25 to 1, then falls to 0, both along a cosine (one cycle, Smith 2018). finetune: a half
/// cosine from 1 to 0. adamw: rises over the first 6 % from 0 to 1, then falls to 0, both along a
/// line.
[[nodiscard]] double rateShare(const std::string& schedule, std::int64_t step, std::int64_t steps);

class Optimiser {
public:
    /// Works on `network`'s parameters and gradients, which must outlive it. Tensors of exits have
    /// names that start with "exit"; those whose names end in ".weight" decay.
    Optimiser(const TrainSettings& settings, FlatParameters& network);
    /// `share` of the rate for the tensor `name`.
    void slow(const std::string& name, double share);

    /// Steps along the gradients, which it may change.
    void step(std::int64_t step, std::int64_t steps);

    /// Momentum (and for Adam the second moment), for checkpoints.
    [[nodiscard]] std::vector<float> state() const;
    void setState(const std::vector<float>& state);

private:
    TrainSettings settings_;
    FlatParameters& network_;
    at::Tensor rate_;   // [P] peak learning rate: backbone or exit
    at::Tensor decay_;  // [P] weight decay: none for batch norms and biases
    at::Tensor first_, second_;
};

}  // namespace splitee
