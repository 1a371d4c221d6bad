// SPDX-License-Identifier: GPL-3.0-or-later
// EncoderEnds: what of an encoder is no layer, computed by plain loops in a fixed order: the
// embedding in front, and the exits' heads. No LibTorch here.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "inference/encoder/encoder_weights.h"
#include "inference/exit_answer.h"

namespace splitee {

/// The model must outlive it. Thread-safe.
class EncoderEnds {
public:
    explicit EncoderEnds(const EncoderModel& model);

    /// `ids` and `segments` of one text, [t] each, which must lie in the vocabulary and in 0..1;
    /// writes [t, hidden] to `to`.
    void embed(std::span<const std::int64_t> ids, std::span<const std::int64_t> segments,
               float* to) const;
    /// Exit 1..layers on token 0 of the activation at its cut, [hidden] values.
    [[nodiscard]] ExitAnswer answer(int exit, const float* first) const;

private:
    struct Head {
        NormWeights norm;
        std::vector<float> pooler, classifier;  // [in, out]
        std::span<const float> poolerBias, classifierBias;
    };
    EncoderShape shape_;
    EncoderWeights weights_;
    std::vector<float> widen_;  // [embedding, hidden]
    std::vector<Head> heads_;   // [layers]
};

}  // namespace splitee
