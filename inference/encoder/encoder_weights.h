// SPDX-License-Identifier: GPL-3.0-or-later
// EncoderWeights: the weights of an encoder by what they do, as views of a model's values. No
// LibTorch here.
#pragma once

#include <span>
#include <vector>

#include "inference/encoder/encoder_model.h"

namespace splitee {

struct LinearWeights {
    std::span<const float> weight, bias;  ///< [out, in], [out]
};
struct NormWeights {
    std::span<const float> scale, shift;
};
struct EncoderLayerWeights {
    LinearWeights look, gather, widen, narrow;
    NormWeights norm1, norm2;
};
struct EncoderExitWeights {
    NormWeights norm;  ///< empty where norms come after
    LinearWeights pooler, classifier;
};

/// The model must outlive it.
struct EncoderWeights {
    explicit EncoderWeights(const EncoderModel& model);

    std::span<const float> pieces, positions, segments;  ///< rows of the embeddings
    LinearWeights widen;  ///< empty where a piece has `hidden` values
    NormWeights embedded;
    std::vector<EncoderLayerWeights> layers;  ///< [layers]
    std::vector<EncoderExitWeights> exits;    ///< [layers]
};

}  // namespace splitee
