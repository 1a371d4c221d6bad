// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/trainable_encoder.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

// Positions and segments start at 0: what lies beyond the training texts adds no noise.
constexpr double kPieceDeviation = .05, kClassifierDeviation = .05;

// Weights that a residual sum follows are smaller, so that many layers add up to one another's size
// (GPT-2 does so).
void initialise(const TensorSpec& spec, const EncoderShape& shape, std::uint64_t seed,
                float* values) {
    const auto size = static_cast<std::size_t>(spec.size());
    std::fill_n(values, size, spec.name.ends_with(".scale") ? 1.0F : 0.0F);
    if (!spec.name.ends_with(".weight") || spec.name == "positions.weight" ||
        spec.name == "segments.weight")
        return;
    double deviation = 1 / std::sqrt(static_cast<double>(spec.shape.back()));
    if (spec.name == "pieces.weight") deviation = kPieceDeviation;
    if (spec.name.ends_with(".classifier.weight")) deviation = kClassifierDeviation;
    if (spec.name.ends_with(".gather.weight") || spec.name.ends_with(".narrow.weight"))
        deviation /= std::sqrt(2.0 * shape.layers);
    Rng rng(seed, "initial weights", hashText(spec.name));
    for (std::size_t i = 0; i < size; ++i) values[i] = static_cast<float>(deviation * rng.normal());
}

// x times 0 or 1 / (1 - share): four 16-bit draws of one random number.
at::Tensor dropped(const at::Tensor& x, double share, const EncoderNoise& noise) {
    if (noise.random == nullptr || share <= 0) return x;
    at::Tensor mask = at::empty(x.sizes());
    auto* to = mask.data_ptr<float>();
    const auto limit = static_cast<std::uint64_t>(share * 65536);
    const float kept = 65536.0F / static_cast<float>(65536 - limit);
    std::uint64_t bits = 0;
    for (std::int64_t i = 0; i < x.numel(); ++i, bits >>= 16) {
        if (i % 4 == 0) bits = (*noise.random)();
        to[i] = (bits & 0xffff) < limit ? 0.0F : kept;
    }
    return x * mask;
}

// The same values; what flows back is scaled.
at::Tensor gradientScaled(const at::Tensor& x, double scale) {
    at::Tensor alias = x.view_as(x);
    if (scale != 1 && alias.requires_grad())
        alias.register_hook([scale](const at::Tensor& gradient) { return gradient * scale; });
    return alias;
}

}  // namespace

TrainableEncoder::TrainableEncoder(const EncoderShape& shape, std::uint64_t seed)
    : shape_(shape), tensors_(tensorsOf(shape), [&](const TensorSpec& spec, float* values) {
          initialise(spec, shape, seed, values);
      }) {}

at::Tensor TrainableEncoder::linear(const std::string& name, const at::Tensor& x) const {
    return at::linear(x, tensors_.at(name + ".weight"), tensors_.at(name + ".bias"));
}

at::Tensor TrainableEncoder::norm(const std::string& name, const at::Tensor& x) const {
    return at::layer_norm(x, {shape_.hidden}, tensors_.at(name + ".scale"),
                          tensors_.at(name + ".shift"), shape_.epsilon);
}

at::Tensor TrainableEncoder::embed(const TokenBatch& batch, const EncoderNoise& noise) const {
    at::Tensor x = at::embedding(tensors_.at("pieces.weight"), batch.ids);
    if (shape_.embedding > 0) x = linear("widen", x);
    x = x + tensors_.at("positions.weight").narrow(0, 0, batch.ids.size(1)) +
        at::embedding(tensors_.at("segments.weight"), batch.segments);
    return dropped(norm("embedded", x), noise.dropout, noise);
}

at::Tensor TrainableEncoder::attend(const std::string& prefix, const at::Tensor& x,
                                    const at::Tensor& mask, const EncoderNoise& noise) const {
    const std::int64_t n = x.size(0);
    const std::int64_t t = x.size(1);
    const std::int64_t heads = shape_.heads;
    const std::int64_t width = shape_.headWidth();
    const at::Tensor parts = linear(prefix + "look", x)
                                 .view({n, t, 3, heads, width})
                                 .permute({2, 0, 3, 1, 4})
                                 .reshape({3, n * heads, t, width});
    const at::Tensor scores =
        at::baddbmm(mask, parts[0], parts[1].transpose(1, 2), 1, 1 / std::sqrt(double(width)));
    const at::Tensor shares = dropped(at::softmax(scores, -1), noise.dropout / 2, noise);
    const at::Tensor seen = at::bmm(shares, parts[2]).view({n, heads, t, width});
    return linear(prefix + "gather", seen.transpose(1, 2).reshape({n, t, heads * width}));
}

at::Tensor TrainableEncoder::runLayer(int layer, const at::Tensor& x, const at::Tensor& mask,
                                      const EncoderNoise& noise) const {
    const std::string prefix = layerPrefix(layer);
    const bool first = shape_.normFirst;
    at::Tensor y = attend(prefix, first ? norm(prefix + "norm1", x) : x, mask, noise);
    at::Tensor h = x + dropped(y, noise.dropout, noise);
    if (!first) h = norm(prefix + "norm1", h);
    y = at::gelu(linear(prefix + "widen", first ? norm(prefix + "norm2", h) : h));
    y = linear(prefix + "narrow", dropped(y, noise.dropout / 2, noise));
    h = h + dropped(y, noise.dropout, noise);
    return first ? h : norm(prefix + "norm2", h);
}

std::vector<at::Tensor> TrainableEncoder::forward(const TokenBatch& batch,
                                                  const EncoderNoise& noise) {
    const std::int64_t t = batch.ids.size(1);
    const at::Tensor mask =
        batch.mask.view({-1, 1, 1, t}).expand({-1, shape_.heads, t, t}).reshape({-1, t, t});
    std::vector<at::Tensor> logits;
    at::Tensor x = embed(batch, noise);
    for (int layer = 1; layer <= shape_.layers; ++layer) {
        x = runLayer(layer, x, mask, noise);
        const int later = shape_.layers - layer;  // exits behind this one
        const bool equilibrium = noise.exits == ExitGradients::Equilibrium;
        if (equilibrium) x = gradientScaled(x, 1.0 / (later + 1));
        at::Tensor first = x.select(1, 0);
        if (noise.exits == ExitGradients::Last && later > 0) first = first.detach();
        const std::string exit = exitPrefix(layer);
        if (shape_.normFirst) first = norm(exit + "norm", first);
        first = at::tanh(linear(exit + "pooler", dropped(first, noise.dropout, noise)));
        logits.push_back(linear(exit + "classifier", dropped(first, noise.dropout, noise)));
        if (equilibrium && later > 0) x = gradientScaled(x, later);
    }
    return logits;
}

}  // namespace splitee
