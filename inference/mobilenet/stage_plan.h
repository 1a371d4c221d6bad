// SPDX-License-Identifier: GPL-3.0-or-later
// StagePlan: the oneDNN primitives of all convolutions of a network for one batch size. Includes
// oneDNN: for the files of StagePrimitives only.
#pragma once

#include <oneapi/dnnl/dnnl.hpp>

#include <span>
#include <vector>

#include "inference/mobilenet/folded_network.h"

namespace splitee {

/// The weights of one convolution in the formats that primitives asked for, which is nearly always
/// one for all batch sizes. `folded` must outlive it.
class PackedWeights {
public:
    PackedWeights(const dnnl::engine& engine, const FoldedConvolution& folded);
    /// oihw, or goihw with a group for each channel.
    [[nodiscard]] dnnl::memory::dims dims() const;
    [[nodiscard]] dnnl::memory weights(const dnnl::memory::desc& wanted);
    [[nodiscard]] dnnl::memory bias() const;

private:
    dnnl::engine engine_;
    const FoldedConvolution& folded_;
    std::vector<dnnl::memory> packed_;
};

/// One convolution, with the clipping and the residual sum after it.
struct PlannedConvolution {
    dnnl::convolution_forward convolution;
    dnnl::memory::desc from, to;
    dnnl::memory weights, bias;  ///< shared with the plans for other batch sizes
};

struct StagePlan {
    std::vector<PlannedConvolution> convolutions;  ///< of all stages, in order
    std::size_t hiddenBytes = 0;                   ///< the largest activation inside a block
    std::size_t trunkBytes = 0;                    ///< the largest between two blocks
    std::size_t scratchBytes = 1;                  ///< the largest scratchpad
};

/// For `batch` images on as many threads as OpenMP gives the caller: oneDNN lays out work and
/// scratchpads for that number. `packed`: one a convolution, in order. Throws dnnl::error.
[[nodiscard]] StagePlan planStages(const dnnl::engine& engine,
                                   const std::vector<FoldedStage>& stages,
                                   std::span<PackedWeights> packed, std::int64_t batch);

}  // namespace splitee
