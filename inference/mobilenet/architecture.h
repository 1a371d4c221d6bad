// SPDX-License-Identifier: GPL-3.0-or-later
// Architecture: the shape of a multi-exit MobileNetV2, which is its blocks, its exits and their
// costs. No LibTorch here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/result.h"
#include "inference/tensor_spec.h"

namespace splitee {

inline constexpr int kBackboneBlocks = 19;  ///< stem, 17 inverted residuals, last 1x1 convolution
/// Backbone blocks with an exit behind them; the last one is the final exit. As in
/// I-SplitEE (arXiv 2401.10541): an exit after every third block of MobileNetV2.
inline constexpr std::array<int, 7> kExitBlocks{3, 6, 9, 12, 15, 18, 19};
inline constexpr int kNetworkExits = static_cast<int>(kExitBlocks.size());
/// Exit loss weights of I-SplitEE, first exit first.
inline constexpr std::array<double, kNetworkExits> kExitLossWeights{1, 1, 1, .7, .7, .7, .5};
/// For a final exit that is as good as it can be.
inline constexpr std::array<double, kNetworkExits> kRisingLossWeights{.7, .7, .7, .7, .8, .9, 1};
inline constexpr double kBatchNormEpsilon = 1e-5;  ///< added to each variance, as PyTorch does

/// What fixes the network's shape. Everything else (tensor shapes, costs) follows from these.
struct Architecture {
    double width = 1.0;  ///< channel multiplier, 0.1..2
    int side = 32;     ///< input images are side x side RGB; below 64 the stem keeps the resolution
    int classes = 10;  ///< 2..1000
    int wideExits = 0;  ///< so many exits from the first on have a head with convolutions, 0..6

    friend bool operator==(const Architecture&, const Architecture&) = default;
};

/// Checks the ranges above (side: 32, or a multiple of 32 from 96 to 512); the error names the
/// value.
[[nodiscard]] Result<void> validate(const Architecture& architecture);

/// One convolution followed by batch norm, and by ReLU6 where `activated`.
struct ConvSpec {
    std::string name;  ///< unique, "block4.expand"
    int in = 0;        ///< input channels
    int out = 0;       ///< output channels
    int kernel = 1;    ///< 1 or 3
    int stride = 1;
    bool depthwise = false;  ///< groups = in = out
    bool activated = true;
};

/// One of the 19 backbone blocks.
struct BlockSpec {
    int number = 0;  ///< 1..19
    std::vector<ConvSpec> convolutions;
    bool residual = false;  ///< the block's input is added to its output
    int inSide = 0;         ///< height = width of the input, pixels
    int outSide = 0;
    int outChannels = 0;
};

[[nodiscard]] std::vector<BlockSpec> blocksOf(const Architecture& architecture);

/// The head of one exit: convolutions (of a wide exit), then batch norm, average pool and a linear
/// layer.
struct ExitSpec {
    int block = 0;     ///< backbone block that it follows
    std::string name;  ///< "exit3"
    std::vector<ConvSpec> convolutions;
    int inSide = 0;    ///< height = width of the activation at the cut, pixels
    int channels = 0;  ///< of what is pooled
    int side = 0;
};

/// [kNetworkExits]
[[nodiscard]] std::vector<ExitSpec> exitsOf(const Architecture& architecture);

/// All tensors in the order in which a model file holds them: trained first, then the running
/// statistics.
[[nodiscard]] std::vector<TensorSpec> tensorsOf(const Architecture& architecture);

/// Counted costs of the stage that ends at one exit (the blocks since the exit before) and of that
/// exit.
struct StageCost {
    int block = 0;                      ///< backbone block that the exit follows
    std::int64_t multiplyAdds = 0;      ///< of the stage, for one image
    std::int64_t parameters = 0;        ///< of the stage
    std::int64_t exitMultiplyAdds = 0;  ///< of the exit's head
    std::int64_t exitParameters = 0;
    std::array<int, 3>
        cutShape{};  ///< channels, height, width of the activation at the cut behind the stage
    std::int64_t cutBytes = 0;  ///< of that activation as float32
};

/// [kNetworkExits]
[[nodiscard]] std::vector<StageCost> stageCostsOf(const Architecture& architecture);

}  // namespace splitee
