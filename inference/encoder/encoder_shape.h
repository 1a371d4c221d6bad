// SPDX-License-Identifier: GPL-3.0-or-later
// EncoderShape: the shape of a text encoder with an exit after each layer, as ElasticBERT: its
// tensors, and the costs of its stages. No LibTorch here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/result.h"
#include "inference/network_info.h"
#include "inference/tensor_spec.h"

namespace splitee {

/// What fixes the network's shape; everything else follows. A text is embedded (piece, position,
/// segment; normalised), goes through the layers (attention, then two linear maps with GELU
/// between, each with a residual sum), and exit i looks at token 0 behind layer i: linear map,
/// tanh, linear map. Where norms come first, an exit normalises too.
struct EncoderShape {
    int layers = 12, hidden = 128, heads = 4, feedForward = 512;
    bool normFirst = true;  ///< else after each residual sum, as BERT does
    int embedding = 0;      ///< width of a piece where it differs from `hidden`; 0: as `hidden`
    int vocabulary = 0;     ///< pieces
    int length = 128;       ///< positions: the most pieces of a text
    int classes = 2;
    double epsilon = 1e-5;  ///< added to each variance

    [[nodiscard]] int pieceWidth() const { return embedding > 0 ? embedding : hidden; }
    [[nodiscard]] int headWidth() const { return hidden / heads; }
    friend bool operator==(const EncoderShape&, const EncoderShape&) = default;
};

/// Checks each value and that the weights are fewer than 2^28; the error names the value.
[[nodiscard]] Result<void> validate(const EncoderShape& shape);

/// "layer3.": what the names of the tensors of layer 1.. start with; of an exit "exit3.".
[[nodiscard]] std::string layerPrefix(int layer);
[[nodiscard]] std::string exitPrefix(int layer);

/// All tensors in the order in which a model file holds them. Linear maps are [out, in].
[[nodiscard]] std::vector<TensorSpec> tensorsOf(const EncoderShape& shape);

/// [layers] Costs for a text of `length` pieces: a shorter one costs less, and its payload,
/// pieces x hidden float32 values, is smaller.
[[nodiscard]] std::vector<StageInfo> stagesOf(const EncoderShape& shape);

}  // namespace splitee
