// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/staged_encoder.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

at::Tensor viewOf(std::span<const float> values, at::IntArrayRef shape) {
    return at::from_blob(const_cast<float*>(values.data()), shape);
}

at::Tensor mappedBy(const LinearWeights& linear, const at::Tensor& x) {
    const auto out = static_cast<std::int64_t>(linear.bias.size());
    return at::linear(x, viewOf(linear.weight, {out, x.size(-1)}), viewOf(linear.bias, {out}));
}

at::Tensor normalisedBy(const NormWeights& norm, const at::Tensor& x, double epsilon) {
    const auto width = static_cast<std::int64_t>(norm.scale.size());
    return at::layer_norm(x, {width}, viewOf(norm.scale, {width}), viewOf(norm.shift, {width}),
                          epsilon);
}

}  // namespace

StagedEncoder::StagedEncoder(NetworkInfo info, std::shared_ptr<const EncoderModel> model,
                             EncoderLayers layers)
    : StagedNetwork(std::move(info)), model_(std::move(model)), weights_(*model_), ends_(*model_) {
    if (layers == EncoderLayers::Primitives) blocks_ = makeEncoderBlocks(*model_);
}

Tokens StagedEncoder::tokensOf(const Text& text) const {
    return model_->tokenizer->encode(text, static_cast<std::size_t>(model_->shape.length));
}

TextRead StagedEncoder::readOf(const Text& text) const {
    const Tokens tokens = tokensOf(text);
    return {static_cast<int>(tokens.ids.size()), tokens.cut, tokens.firstBytes, tokens.secondBytes};
}

Activation StagedEncoder::input(std::span<const Sample> samples) const {
    Activation input;
    for (const Sample& sample : samples) {
        const Tokens tokens = tokensOf(sample.text());
        const auto t = static_cast<std::int64_t>(tokens.ids.size());
        at::Tensor both = at::empty({2, t}, at::kLong);
        std::ranges::copy(tokens.ids, both.data_ptr<std::int64_t>());
        std::ranges::copy(tokens.segments, both.data_ptr<std::int64_t>() + t);
        if (blocks_) blocks_->prepare(tokens.ids.size());
        input.payload.push_back(std::move(both));
    }
    return input;
}

at::Tensor StagedEncoder::embedded(const at::Tensor& tokens) const {
    const auto t = static_cast<std::size_t>(tokens.size(1));
    const std::int64_t* ids = tokens.data_ptr<std::int64_t>();
    at::Tensor x = at::empty({tokens.size(1), model_->shape.hidden});
    ends_.embed({ids, t}, {ids + t, t}, x.data_ptr<float>());
    return x;
}

Activation StagedEncoder::run(int stage, const Activation& before) const {
    const auto layer = static_cast<std::size_t>(stage - 1);
    Activation after;
    for (const at::Tensor& text : before.payload) {
        const at::Tensor x = stage == 1 ? embedded(text) : text.contiguous();
        if (!blocks_) {
            after.payload.push_back(calledLayer(layer, x));
            continue;
        }
        at::Tensor y = at::empty_like(x);
        blocks_->run(layer, static_cast<std::size_t>(x.size(0)), x.data_ptr<float>(),
                     y.data_ptr<float>());
        after.payload.push_back(std::move(y));
    }
    return after;
}

at::Tensor StagedEncoder::calledLayer(std::size_t layer, const at::Tensor& x) const {
    const EncoderLayerWeights& w = weights_.layers[layer];
    const EncoderShape& shape = model_->shape;
    const bool first = shape.normFirst;
    const std::int64_t t = x.size(0);
    const double scale = 1 / std::sqrt(static_cast<double>(shape.headWidth()));
    const at::Tensor parts = mappedBy(w.look, first ? normalisedBy(w.norm1, x, shape.epsilon) : x)
                                 .view({t, 3, shape.heads, shape.headWidth()})
                                 .permute({1, 2, 0, 3});
    const at::Tensor shares =
        at::softmax(at::matmul(parts[0], parts[1].transpose(1, 2)) * scale, -1);
    const at::Tensor seen = at::matmul(shares, parts[2]).transpose(0, 1).reshape({t, shape.hidden});
    at::Tensor h = x + mappedBy(w.gather, seen);
    if (!first) h = normalisedBy(w.norm1, h, shape.epsilon);
    const at::Tensor wide =
        at::gelu(mappedBy(w.widen, first ? normalisedBy(w.norm2, h, shape.epsilon) : h));
    h = h + mappedBy(w.narrow, wide);
    return first ? h : normalisedBy(w.norm2, h, shape.epsilon);
}

void StagedEncoder::answer(int exit, const Activation& activation,
                           std::span<ExitAnswer> answers) const {
    for (std::size_t i = 0; i < answers.size(); ++i)
        answers[i] = ends_.answer(exit, activation.payload[i].data_ptr<float>());
}

}  // namespace splitee
