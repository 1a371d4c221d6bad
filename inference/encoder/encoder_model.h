// SPDX-License-Identifier: GPL-3.0-or-later
// EncoderModel: a text encoder with its vocabulary, and how it lies in a model file. No LibTorch
// here.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "datasets/text/tokenizer.h"
#include "inference/encoder/encoder_shape.h"
#include "inference/model_file.h"

namespace splitee {

struct EncoderModel final : ModelContent {
    EncoderShape shape;
    std::shared_ptr<const Tokenizer> tokenizer;  ///< shape.vocabulary pieces
    std::vector<std::string> classNames;         ///< [classes]
    Provenance provenance;
    std::vector<float> values;  ///< tensorsOf(shape), one after the other; each a half (half.h)
};

/// The model as any network's file holds it, without a hash. Rounds the values to halves: a network
/// answers before it is written as after it was read.
[[nodiscard]] ModelFile modelFileOf(EncoderModel model);

/// What a model file of kind "encoder" holds; null for another kind.
[[nodiscard]] const EncoderModel* encoderOf(const ModelFile& file);

class ModelKind;
/// Body: the sections "vocabulary", the bytes of a tokenizer, and "weights", halves. Key of its
/// own: "encoder", an object with the shape, and with the vocabulary's kind as "tokenizer" where it
/// is not WordPiece.
[[nodiscard]] const ModelKind& encoderKind();

}  // namespace splitee
