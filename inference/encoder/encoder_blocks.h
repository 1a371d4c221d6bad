// SPDX-License-Identifier: GPL-3.0-or-later
// EncoderBlocks: the layers of an encoder as oneDNN primitives, made once for each length of text
// and run many times. Neither LibTorch nor oneDNN in this header.
#pragma once

#include <cstddef>
#include <memory>

#include "inference/encoder/encoder_model.h"

namespace splitee {

/// Activations are float32 [pieces, hidden] without gaps. Weights are packed once and shared; each
/// call that runs has buffers of its own, which are kept for later calls. All calls are const and
/// may come from several threads, each with one thread of OpenMP's, and throw what oneDNN or the
/// allocator throws.
class EncoderBlocks {
public:
    virtual ~EncoderBlocks() = default;
    /// Makes what run() needs for a text of so many pieces, unless it was made before: a run that
    /// is timed does not pay for it. Blocks for some milliseconds.
    virtual void prepare(std::size_t pieces) const = 0;
    /// Layer 0..layers-1 of a text: reads `from`, which it leaves as it is, and writes `to`.
    virtual void run(std::size_t layer, std::size_t pieces, const float* from, float* to) const = 0;
};

/// Of a model that must outlive them. Null in a build without oneDNN.
[[nodiscard]] std::unique_ptr<const EncoderBlocks> makeEncoderBlocks(const EncoderModel& model);

}  // namespace splitee
