// SPDX-License-Identifier: GPL-3.0-or-later
// ExitAnswer: what one exit says of one sample. No LibTorch here.
#pragma once

#include <cstdint>
#include <span>

namespace splitee {

struct ExitAnswer {
    float confidence = 0;         ///< largest softmax value
    std::int16_t prediction = 0;  ///< its class
    double entropy = 0;           ///< -sum p ln p, nats, rounded to kEntropyStep
};

/// The answer that these logits, one a class, stand for; summed in their order, so that the bits
/// depend on nothing else.
[[nodiscard]] ExitAnswer answerOf(std::span<const double> logits);

}  // namespace splitee
