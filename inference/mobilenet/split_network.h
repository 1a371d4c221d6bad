// SPDX-License-Identifier: GPL-3.0-or-later
// SplitNetwork: the network for inference, with batch norms folded into the convolutions, cut into
// one stage per exit. Includes LibTorch: for inference's own .cpp files only.
#pragma once

#include <ATen/ATen.h>

#include <memory>
#include <span>
#include <vector>

#include "datasets/dataset.h"
#include "inference/exit_answer.h"
#include "inference/mobilenet/folded_network.h"
#include "inference/mobilenet/stage_primitives.h"

namespace splitee {

/// How a network's convolutions are computed; both give the same bits (docs/performance.md).
enum class Convolutions {
    Primitives,  ///< oneDNN's, made once; Calls where makeStagePrimitives() makes none
    Calls,       ///< a LibTorch call for each
};

/// Stages 1..kNetworkExits; stage i ends at exit i. All calls are const and may come from several
/// threads. The answer for an image does not depend on the batch it comes in.
class SplitNetwork {
public:
    explicit SplitNetwork(const MobileNetModel& model,
                          Convolutions convolutions = Convolutions::Primitives);

    /// Images of the network's side as [n, 3, side, side], normalised, channels last. Also makes
    /// what their stages need, so that the first image's stages take no longer than the next one's.
    [[nodiscard]] at::Tensor input(std::span<const Image> images) const;
    /// Stage 1..kNetworkExits on the activation at the cut before it (stage 1: on input()), which
    /// stays as it is.
    [[nodiscard]] at::Tensor runStage(int stage, const at::Tensor& activation) const;
    /// Exit `exit`'s answers on the activation at its cut, one an image.
    void answer(int exit, const at::Tensor& activation, std::span<ExitAnswer> answers) const;
    /// What those answers are made of: [images, classes].
    [[nodiscard]] std::vector<double> logits(int exit, const at::Tensor& activation) const;

private:
    struct Convolution {
        at::Tensor weight, bias;
        int stride, padding, groups;
        bool activated;
    };
    struct Block {
        std::vector<Convolution> convolutions;
        bool residual;
    };
    // A stage, or the convolutions of an exit's head.
    struct Part {
        int channels, side;         // of the activation after it
        std::vector<Block> blocks;  // empty where there are primitives_
    };
    [[nodiscard]] at::Tensor runPart(std::size_t part, const at::Tensor& activation) const;
    static Block calledBlock(const FoldedBlock& folded);
    [[nodiscard]] at::Tensor called(const Part& part, const at::Tensor& activation) const;

    int side_;
    std::array<std::array<float, 256>, 3> normalised_;  // a channel's value for each byte
    std::vector<FoldedHead> heads_;                     // [kNetworkExits]
    std::vector<Part> parts_;  // the stages, then the heads that have convolutions, in order
    std::vector<std::size_t> headParts_;  // of each exit, in parts_; 0: it has no convolutions
    std::unique_ptr<const StagePrimitives> primitives_;
};

}  // namespace splitee
