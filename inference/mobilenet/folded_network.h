// SPDX-License-Identifier: GPL-3.0-or-later
// FoldedNetwork: the weights of a network as inference wants them, with each batch norm folded into
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

/// Blocks that are run in one go: those between two exits, or those of an exit's head.
struct FoldedStage {
    std::vector<FoldedBlock> blocks;
    int outChannels = 0;
    int outSide = 0;  ///< height = width of the activation after it, pixels
};

/// Convolutions, average pool, and a linear layer.
struct FoldedHead {
    FoldedStage convolutions;    ///< without blocks where the exit is not a wide one
    std::vector<double> weight;  ///< [channels, classes], over the exit's temperature
    std::vector<double> bias;    ///< [classes], over the exit's temperature
};

struct FoldedNetwork {
    std::vector<FoldedStage> stages;  ///< [kNetworkExits]
    std::vector<FoldedHead> heads;    ///< [kNetworkExits]
};

[[nodiscard]] FoldedNetwork foldedNetwork(const MobileNetModel& model);

}  // namespace splitee
