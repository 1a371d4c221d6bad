// SPDX-License-Identifier: GPL-3.0-or-later
// TrainableEncoder: a text encoder during training. Includes LibTorch: for inference's own .cpp
// files only.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

#include "engine/rng.h"
#include "inference/encoder/encoder_shape.h"
#include "inference/training/flat_parameters.h"

namespace splitee {

/// A batch of texts, padded behind their ends.
struct TokenBatch {
    at::Tensor ids, segments;  ///< [n, t] int64
    at::Tensor mask;           ///< [n, t] float: 0 where there is a piece, -10,000 where none
};

/// What the layers learn from: the mean of the later exits' gradients (ElasticBERT), their sum, or
/// the last exit's alone, so that the others change their heads only (as DeeBERT's do, arXiv
/// 2004.12993, but beside the layers and not after them).
enum class ExitGradients { Equilibrium, Sum, Last };

/// What training changes about a forward pass.
struct EncoderNoise {
    double dropout = 0;  ///< share of values set to 0, the rest made larger
    ExitGradients exits = ExitGradients::Equilibrium;
    Rng* random = nullptr;  ///< of the dropout; null: none
};

class TrainableEncoder {
public:
    /// Fresh weights from `seed`: normal, linear maps of deviation 1 / sqrt(in), those before a
    /// residual sum smaller with depth; norms the identity.
    TrainableEncoder(const EncoderShape& shape, std::uint64_t seed);

    /// Logits of every exit, [layers] x [n, classes]. With gradient equilibrium (ElasticBERT), i
    /// from 0, what flows back into layer i is 1 / (L - i) of its exit's gradient and of L - i - 1
    /// times the one from the layers behind it: the mean over the exits from its own on.
    [[nodiscard]] std::vector<at::Tensor> forward(const TokenBatch& batch,
                                                  const EncoderNoise& noise);

    FlatParameters& tensors() { return tensors_; }
    [[nodiscard]] const FlatParameters& tensors() const { return tensors_; }

private:
    [[nodiscard]] at::Tensor linear(const std::string& name, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor norm(const std::string& name, const at::Tensor& x) const;
    [[nodiscard]] at::Tensor embed(const TokenBatch& batch, const EncoderNoise& noise) const;
    [[nodiscard]] at::Tensor attend(const std::string& prefix, const at::Tensor& x,
                                    const at::Tensor& mask, const EncoderNoise& noise) const;
    [[nodiscard]] at::Tensor runLayer(int layer, const at::Tensor& x, const at::Tensor& mask,
                                      const EncoderNoise& noise) const;

    EncoderShape shape_;
    FlatParameters tensors_;  // in tensorsOf order
};

}  // namespace splitee
