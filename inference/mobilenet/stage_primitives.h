// SPDX-License-Identifier: GPL-3.0-or-later
// StagePrimitives: the convolutions of a network's stages as oneDNN primitives, made once and run
// many times. Neither LibTorch nor oneDNN in this header.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "inference/mobilenet/folded_network.h"

namespace splitee {

/// Activations are float32 [images, height, width, channels] without gaps. An image's activation
/// has the same bits in every batch and on every number of threads. Weights are packed once and
/// shared; each call that runs has buffers of its own, which are kept for later calls. All calls
/// are const and may come from several threads; they throw what oneDNN or the allocator throws.
class StagePrimitives {
public:
    virtual ~StagePrimitives() = default;
    /// Makes what run() needs for so many images on so many threads, unless it was made before: a
    /// run that is timed does not pay for it. Blocks for some tens of milliseconds.
    virtual void prepare(std::int64_t images, int threads) const = 0;
    /// Stage 0..kNetworkExits-1 of `images` images: reads `from`, which it leaves as it is, and
    /// writes `to`. `threads`: what OpenMP gives the calling thread. oneDNN plans for that number.
    virtual void run(std::size_t stage, std::int64_t images, int threads, const float* from,
                     float* to) const = 0;
};

/// Null in a build without oneDNN, and on a processor without AVX2.
[[nodiscard]] std::unique_ptr<const StagePrimitives> makeStagePrimitives(
    std::vector<FoldedStage> stages);

}  // namespace splitee
