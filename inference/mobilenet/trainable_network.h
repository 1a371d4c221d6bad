// SPDX-License-Identifier: GPL-3.0-or-later
// TrainableNetwork: our MobileNetV2 during training. Includes LibTorch: for inference's own .cpp
// files only.
#pragma once

#include <ATen/ATen.h>

#include <vector>

#include "inference/mobilenet/architecture.h"
#include "inference/training/flat_parameters.h"

namespace splitee {

class TrainableNetwork {
public:
    /// The first values of one tensor, spec.size() of them, from `seed`: He-normal (fan out)
    /// convolutions, N(0, 0.01) linear layers, unit batch norms.
    static void initialise(const TensorSpec& spec, float* values, std::uint64_t seed);

    TrainableNetwork(const Architecture& architecture, std::uint64_t seed);

    /// Logits of every exit, [kNetworkExits] x [batch, classes]; batch norm uses and updates batch
    /// statistics. images: [batch, 3, side, side] float, channels last.
    [[nodiscard]] std::vector<at::Tensor> forwardTraining(const at::Tensor& images);

    FlatParameters& tensors() { return tensors_; }
    [[nodiscard]] const FlatParameters& tensors() const { return tensors_; }

private:
    at::Tensor convolve(const ConvSpec& conv, const at::Tensor& input);
    at::Tensor normalise(const std::string& name, const at::Tensor& input);

    std::vector<BlockSpec> blocks_;
    std::vector<ExitSpec> exits_;
    FlatParameters tensors_;  // in tensorsOf order
};

}  // namespace splitee
