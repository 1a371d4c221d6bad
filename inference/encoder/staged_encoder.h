// SPDX-License-Identifier: GPL-3.0-or-later
// StagedEncoder: a text encoder as any network is played: each text alone and unpadded, so that its
// answers do not depend on what is computed beside it. Includes LibTorch: for inference's own .cpp
// files only.
#pragma once

#include <memory>

#include "inference/encoder/encoder_blocks.h"
#include "inference/encoder/encoder_ends.h"
#include "inference/staged_network.h"

namespace splitee {

/// How the layers are computed; they differ in the last bits.
enum class EncoderLayers {
    Primitives,  ///< oneDNN's, made once for each length; Calls where there are none
    Calls,       ///< LibTorch calls
};

/// An Activation's payload has one tensor a text: [t, hidden] behind a layer, and in front of the
/// first [2, t] of ids and segments (int64).
class StagedEncoder final : public StagedNetwork {
public:
    StagedEncoder(NetworkInfo info, std::shared_ptr<const EncoderModel> model,
                  EncoderLayers layers = EncoderLayers::Primitives);

    [[nodiscard]] Activation input(std::span<const Sample> samples) const override;
    [[nodiscard]] TextRead readOf(const Text& text) const override;
    [[nodiscard]] Activation run(int stage, const Activation& before) const override;
    void answer(int exit, const Activation& activation,
                std::span<ExitAnswer> answers) const override;
    [[nodiscard]] std::int64_t batch() const override { return 16; }
    /// More would share one text's small matrices.
    [[nodiscard]] int threads(int /*wanted*/) const override { return 1; }

private:
    [[nodiscard]] Tokens tokensOf(const Text& text) const;
    [[nodiscard]] at::Tensor embedded(const at::Tensor& tokens) const;
    [[nodiscard]] at::Tensor calledLayer(std::size_t layer, const at::Tensor& x) const;

    std::shared_ptr<const EncoderModel> model_;
    EncoderWeights weights_;
    EncoderEnds ends_;
    std::unique_ptr<const EncoderBlocks> blocks_;
};

}  // namespace splitee
