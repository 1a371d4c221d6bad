// SPDX-License-Identifier: GPL-3.0-or-later
// LengthPlan: the oneDNN primitives of one encoder layer for texts of one length; all layers have
// the same ones and differ in their weights. Includes oneDNN: for the files of EncoderBlocks only.
#pragma once

#include <oneapi/dnnl/dnnl.hpp>

#include <vector>

#include "inference/encoder/encoder_weights.h"

namespace splitee {

/// The weights of one linear map in the formats that primitives asked for, which is nearly always
/// one for all lengths.
class PackedLinear {
public:
    PackedLinear(const dnnl::engine& engine, const LinearWeights& weights);
    [[nodiscard]] dnnl::memory weights(const dnnl::memory::desc& wanted);
    [[nodiscard]] dnnl::memory bias() const { return bias_; }

private:
    dnnl::engine engine_;
    dnnl::memory plain_, bias_;
    std::vector<dnnl::memory> packed_;
};

/// One primitive, and what it wants its weights to lie like.
struct PlannedMap {
    dnnl::matmul map;
    dnnl::memory::desc weights;
};

struct LengthPlan {
    LengthPlan(const dnnl::engine& engine, const EncoderShape& shape, std::int64_t pieces);

    /// Activations: [pieces, hidden], three times that, the feed-forward's, and the heads'
    /// [heads, pieces, pieces].
    dnnl::memory::desc hidden, looked, wide, shares;
    /// Views of `looked`: queries, keys (transposed) and values; and of `hidden` by heads.
    dnnl::memory::desc queries, keys, values, seen;
    PlannedMap look, gather, widen, narrow;
    dnnl::matmul scores, mix;
    dnnl::softmax_forward softmax;
    dnnl::layer_normalization_forward norm;
    std::size_t scratchBytes = 1;  ///< the largest scratchpad
};

}  // namespace splitee
