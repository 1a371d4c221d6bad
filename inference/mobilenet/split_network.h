// SPDX-License-Identifier: GPL-3.0-or-later
// SplitNetwork: our MobileNetV2 for inference, with batch norms folded into the convolutions, cut
// into one stage per exit. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>

#include <span>
#include <vector>

#include "datasets/dataset.h"
#include "inference/exit_answer.h"
#include "inference/mobilenet/mobilenet_model.h"

namespace splitee {

/// Stages 1..kNetworkExits; stage i ends at exit i. All calls are const and may come from several
/// threads. The answer for an image does not depend on the batch it comes in.
class SplitNetwork {
public:
    explicit SplitNetwork(const MobileNetModel& model);

    /// Images of the network's side as [n, 3, side, side], normalised, channels last.
    [[nodiscard]] at::Tensor input(std::span<const Image> images) const;
    /// Stage 1..kNetworkExits on the activation at the cut before it (stage 1: on input()).
    [[nodiscard]] at::Tensor runStage(int stage, const at::Tensor& activation) const;
    /// Exit `exit`'s answers on the activation at its cut, one an image.
    void answer(int exit, const at::Tensor& activation, std::span<ExitAnswer> answers) const;

private:
    struct Convolution {
        at::Tensor weight, bias;
        int stride, padding, groups;
        bool activated;
    };
    struct Block {
        std::vector<Convolution> convolutions;
        bool residual;
    };
    struct Head {                    // batch norm folded into the linear layer
        std::vector<double> weight;  // [classes, channels]
        std::vector<double> bias;    // [classes]
    };

    int side_;
    int classes_;
    std::array<double, 3> mean_, deviation_;
    std::vector<std::vector<Block>> stages_;  // [kNetworkExits]
    std::vector<Head> heads_;                 // [kNetworkExits]
};

}  // namespace splitee
