// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/trainable_network.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/rng.h"

namespace splitee {
namespace {

constexpr double kBatchNormMomentum = 0.1;

}  // namespace

void TrainableNetwork::initialise(const TensorSpec& spec, float* values, std::uint64_t seed) {
    const auto size = static_cast<std::size_t>(spec.size());
    const bool one = spec.name.ends_with(".scale") || spec.name.ends_with(".variance");
    std::fill_n(values, size, one ? 1.0F : 0.0F);
    if (!spec.name.ends_with(".weight")) return;
    Rng rng(seed, "initial weights", hashText(spec.name));
    double deviation = 0.01;
    if (spec.shape.size() == 4) {
        const bool depthwise = spec.shape[1] == 1;
        const auto fanOut =
            static_cast<double>((depthwise ? 1 : spec.shape[0]) * spec.shape[2] * spec.shape[3]);
        deviation = std::sqrt(2 / fanOut);
    }
    for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<float>(deviation * rng.normal());
}

TrainableNetwork::TrainableNetwork(const Architecture& architecture, std::uint64_t seed)
    : blocks_(blocksOf(architecture)),
      exits_(exitsOf(architecture)),
      tensors_(tensorsOf(architecture),
               [seed](const TensorSpec& spec, float* values) { initialise(spec, values, seed); }) {}

at::Tensor TrainableNetwork::normalise(const std::string& name, const at::Tensor& input) {
    return at::batch_norm(input, tensors_.at(name + ".scale"), tensors_.at(name + ".shift"),
                          tensors_.at(name + ".mean"), tensors_.at(name + ".variance"), true,
                          kBatchNormMomentum, kBatchNormEpsilon, false);
}

at::Tensor TrainableNetwork::convolve(const ConvSpec& conv, const at::Tensor& input) {
    at::Tensor out = at::conv2d(input, tensors_.at(conv.name + ".weight"), {}, conv.stride,
                                conv.kernel / 2, 1, conv.depthwise ? conv.in : 1);
    out = normalise(conv.name, out);
    return conv.activated ? at::hardtanh_(out, 0, 6) : out;
}

std::vector<at::Tensor> TrainableNetwork::forwardTraining(const at::Tensor& images) {
    std::vector<at::Tensor> logits;
    at::Tensor x = images;
    auto exit = exits_.begin();
    for (const BlockSpec& block : blocks_) {
        at::Tensor y = x;
        for (const ConvSpec& conv : block.convolutions) y = convolve(conv, y);
        x = block.residual ? x + y : y;
        if (exit == exits_.end() || exit->block != block.number) continue;
        at::Tensor seen = x;
        for (const ConvSpec& conv : exit->convolutions) seen = convolve(conv, seen);
        // Batch norm and global average pool, as the paper orders them.
        const at::Tensor pooled = normalise(exit->name, seen).mean({2, 3});
        logits.push_back(at::linear(pooled, tensors_.at(exit->name + ".weight"),
                                    tensors_.at(exit->name + ".bias")));
        ++exit;
    }
    return logits;
}

}  // namespace splitee
