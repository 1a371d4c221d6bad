// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/trainable_network.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/rng.h"

namespace splitee {
namespace {

constexpr double kBatchNormMomentum = 0.1;

void initialise(const TensorSpec& spec, float* values, std::uint64_t seed) {
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

}  // namespace

TrainableNetwork::TrainableNetwork(const Architecture& architecture, std::uint64_t seed)
    : blocks_(blocksOf(architecture)),
      exits_(exitsOf(architecture)),
      tensors_(tensorsOf(architecture)) {
    std::int64_t trained = 0;
    std::int64_t fixed = 0;
    for (const TensorSpec& spec : tensors_) (spec.trained ? trained : fixed) += spec.size();
    parameters_ = at::zeros({trained});
    gradients_ = at::zeros({trained});
    statistics_ = at::zeros({fixed});
    std::int64_t atParameter = 0;
    std::int64_t atStatistic = 0;
    for (const TensorSpec& spec : tensors_) {
        std::int64_t& offset = spec.trained ? atParameter : atStatistic;
        at::Tensor view = (spec.trained ? parameters_ : statistics_)
                              .narrow(0, offset, spec.size())
                              .view(spec.shape)
                              .detach();
        initialise(spec, view.data_ptr<float>(), seed);
        if (spec.trained) {
            view.set_requires_grad(true);
            view.mutable_grad() = gradients_.narrow(0, offset, spec.size()).view(spec.shape);
        }
        named_.emplace(spec.name, view);
        offset += spec.size();
    }
}

at::Tensor TrainableNetwork::normalise(const std::string& name, const at::Tensor& input) {
    return at::batch_norm(input, named_.at(name + ".scale"), named_.at(name + ".shift"),
                          named_.at(name + ".mean"), named_.at(name + ".variance"), true,
                          kBatchNormMomentum, kBatchNormEpsilon, false);
}

at::Tensor TrainableNetwork::convolve(const ConvSpec& conv, const at::Tensor& input) {
    at::Tensor out = at::conv2d(input, named_.at(conv.name + ".weight"), {}, conv.stride,
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
        logits.push_back(
            at::linear(pooled, named_.at(exit->name + ".weight"), named_.at(exit->name + ".bias")));
        ++exit;
    }
    return logits;
}

std::vector<float> TrainableNetwork::values() const {
    std::vector<float> all(static_cast<std::size_t>(parameters_.numel() + statistics_.numel()));
    std::copy_n(parameters_.data_ptr<float>(), parameters_.numel(), all.begin());
    std::copy_n(statistics_.data_ptr<float>(), statistics_.numel(),
                all.begin() + parameters_.numel());
    return all;
}

void TrainableNetwork::setValues(const std::vector<float>& values) {
    std::copy_n(values.begin(), parameters_.numel(), parameters_.data_ptr<float>());
    std::copy_n(values.begin() + parameters_.numel(), statistics_.numel(),
                statistics_.data_ptr<float>());
}

}  // namespace splitee
