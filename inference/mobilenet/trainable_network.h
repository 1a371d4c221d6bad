// SPDX-License-Identifier: GPL-3.0-or-later
// TrainableNetwork: the network during training, with all parameters in one flat tensor, so that
// the optimiser, the sum over shards and a checkpoint are one operation each. Includes LibTorch:
// for inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>

#include <unordered_map>
#include <vector>

#include "inference/mobilenet/architecture.h"

namespace splitee {

class TrainableNetwork {
public:
    /// Fresh weights: He-normal (fan out) convolutions, N(0, 0.01) linear layers, unit batch norms,
    /// from `seed`.
    TrainableNetwork(const Architecture& architecture, std::uint64_t seed);

    /// Logits of every exit, [kNetworkExits] x [batch, classes]; batch norm uses and updates batch
    /// statistics. images: [batch, 3, side, side] float, channels last.
    [[nodiscard]] std::vector<at::Tensor> forwardTraining(const at::Tensor& images);

    at::Tensor& parameters() {
        return parameters_;
    }  ///< [P], trained values; shared with the graph's leaves
    at::Tensor& gradients() { return gradients_; }    ///< [P], filled by backward()
    at::Tensor& statistics() { return statistics_; }  ///< [S], running means and variances
    [[nodiscard]] const std::vector<TensorSpec>& tensors() const { return tensors_; }

    /// All values as a model file holds them (tensorsOf order), and back.
    [[nodiscard]] std::vector<float> values() const;
    void setValues(const std::vector<float>& values);

private:
    at::Tensor convolve(const ConvSpec& conv, const at::Tensor& input);
    at::Tensor normalise(const std::string& name, const at::Tensor& input);

    std::vector<BlockSpec> blocks_;
    std::vector<ExitSpec> exits_;
    std::vector<TensorSpec> tensors_;
    at::Tensor parameters_, gradients_, statistics_;
    std::unordered_map<std::string, at::Tensor> named_;  // views of the flat tensors
};

}  // namespace splitee
