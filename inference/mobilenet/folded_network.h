// SPDX-License-Identifier: GPL-3.0-or-later
// FoldedStage: the weights of one stage as inference wants them, with each batch norm folded into
// the convolution before it or the linear layer after it. No LibTorch here.
#pragma once

#include <vector>

#include "inference/mobilenet/mobilenet_model.h"

namespace splitee {

struct FoldedConvolution {
    ConvSpec spec;
    int inSide = 0;  ///< height = width of its input, pixels
    int outSide = 0;
    std::vector<float> weight;  ///< [out, in (depthwise: 1), kernel, kernel]
    std::vector<float> bias;    ///< [out]
};

struct FoldedBlock {
    std::vector<FoldedConvolution> convolutions;
    bool residual = false;
};

struct FoldedHead {
    std::vector<double> weight;  ///< [channels, classes]
    std::vector<double> bias;    ///< [classes]
};

/// The blocks since the exit before, and the exit behind them.
struct FoldedStage {
    std::vector<FoldedBlock> blocks;
    FoldedHead head;
    int outChannels = 0;
    int outSide = 0;  ///< height = width of the activation at its cut, pixels
};

/// [kNetworkExits]
[[nodiscard]] std::vector<FoldedStage> foldedStages(const MobileNetModel& model);

}  // namespace splitee
