// SPDX-License-Identifier: GPL-3.0-or-later
#include "call_by_call.h"

#include <ATen/Context.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "engine/world/exit_table.h"

namespace splitee::test {
namespace {

using Values = std::map<std::string, std::span<const float>>;

struct ScaleShift {
    std::vector<double> scale, shift;
};

// Batch norm with running statistics is x * scale + shift, per channel.
ScaleShift foldedBatchNorm(const Values& values, const std::string& name) {
    const auto scale = values.at(name + ".scale");
    const auto shift = values.at(name + ".shift");
    const auto mean = values.at(name + ".mean");
    const auto variance = values.at(name + ".variance");
    ScaleShift folded;
    for (std::size_t c = 0; c < scale.size(); ++c) {
        folded.scale.push_back(double{scale[c]} /
                               std::sqrt(double{variance[c]} + kBatchNormEpsilon));
        folded.shift.push_back(double{shift[c]} - double{mean[c]} * folded.scale[c]);
    }
    return folded;
}

// at::conv2d picks another kernel, and so other last bits, for small batches on one thread; oneDNN
// called directly gives an image the same bits in every batch and on every number of threads.
at::Tensor convolved(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias,
                     int stride, int padding, int groups) {
    static const bool oneDnn =
        at::globalContext().userEnabledMkldnn() && at::globalContext().hasMKLDNN();
    if (!oneDnn) return at::conv2d(input, weight, bias, stride, padding, 1, groups);
    return at::mkldnn_convolution(input, weight, bias, {padding, padding}, {stride, stride}, {1, 1},
                                  groups);
}

Values namedValues(const MobileNetModel& model) {
    Values named;
    std::size_t offset = 0;
    for (const TensorSpec& spec : tensorsOf(model.architecture)) {
        const auto size = static_cast<std::size_t>(spec.size());
        named.emplace(spec.name, std::span(model.values).subspan(offset, size));
        offset += size;
    }
    return named;
}

}  // namespace

CallByCall::CallByCall(const MobileNetModel& model)
    : side_(model.architecture.side),
      classes_(model.architecture.classes),
      mean_(model.mean),
      deviation_(model.deviation) {
    const Values values = namedValues(model);
    std::vector<Block> stage;
    for (const BlockSpec& spec : blocksOf(model.architecture)) {
        Block block{{}, spec.residual};
        for (const ConvSpec& conv : spec.convolutions) {
            const auto weight = values.at(conv.name + ".weight");
            const ScaleShift norm = foldedBatchNorm(values, conv.name);
            at::Tensor folded =
                at::empty({conv.out, conv.depthwise ? 1 : conv.in, conv.kernel, conv.kernel});
            at::Tensor bias = at::empty({conv.out});
            const std::size_t perChannel = weight.size() / static_cast<std::size_t>(conv.out);
            for (std::size_t i = 0; i < weight.size(); ++i)
                folded.data_ptr<float>()[i] =
                    static_cast<float>(weight[i] * norm.scale[i / perChannel]);
            for (std::size_t c = 0; c < norm.shift.size(); ++c)
                bias.data_ptr<float>()[c] = static_cast<float>(norm.shift[c]);
            block.convolutions.push_back({folded.contiguous(at::MemoryFormat::ChannelsLast), bias,
                                          conv.stride, conv.kernel / 2,
                                          conv.depthwise ? conv.in : 1, conv.activated});
        }
        stage.push_back(std::move(block));
        if (std::ranges::find(kExitBlocks, spec.number) == kExitBlocks.end()) continue;
        const std::string exit = "exit" + std::to_string(spec.number);
        const auto weight = values.at(exit + ".weight");
        const auto bias = values.at(exit + ".bias");
        const ScaleShift norm = foldedBatchNorm(values, exit);
        const std::size_t channels = norm.scale.size();
        Head head{std::vector<double>(weight.size()), {bias.begin(), bias.end()}};
        for (std::size_t i = 0; i < weight.size(); ++i) {
            head.weight[i] = weight[i] * norm.scale[i % channels];
            head.bias[i / channels] += weight[i] * norm.shift[i % channels];
        }
        heads_.push_back(std::move(head));
        stages_.push_back(std::move(stage));
        stage.clear();
    }
}

at::Tensor CallByCall::input(std::span<const Image> images) const {
    at::Tensor out = at::empty({static_cast<std::int64_t>(images.size()), 3, side_, side_},
                               at::TensorOptions().memory_format(at::MemoryFormat::ChannelsLast));
    std::array<std::array<float, 256>, 3> lookup;
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t v = 0; v < 256; ++v)
            lookup[c][v] =
                static_cast<float>((static_cast<double>(v) / 255 - mean_[c]) / deviation_[c]);
    float* to = out.data_ptr<float>();  // channels last: pixel by pixel, as Image holds them
    for (const Image& image : images)
        for (std::size_t i = 0; i < image.pixels.size(); ++i)
            *to++ = lookup[i % 3][image.pixels[i]];
    return out;
}

at::Tensor CallByCall::runStage(int stage, const at::Tensor& activation) const {
    at::Tensor x = activation;
    for (const Block& block : stages_[static_cast<std::size_t>(stage - 1)]) {
        at::Tensor y = x;
        for (const Convolution& c : block.convolutions) {
            y = convolved(y, c.weight, c.bias, c.stride, c.padding, c.groups);
            if (c.activated) y.clamp_(0, 6);
        }
        x = block.residual ? y.add_(x) : y;
    }
    return x;
}

// Plain loops in a fixed order: the same bits for an image whatever its batch, which a BLAS call
// does not promise.
void CallByCall::answer(int exit, const at::Tensor& activation,
                        std::span<ExitAnswer> answers) const {
    const Head& head = heads_[static_cast<std::size_t>(exit - 1)];
    const at::Tensor x = activation.contiguous(at::MemoryFormat::ChannelsLast);
    const auto channels = static_cast<std::size_t>(x.size(1));
    const auto pixels = static_cast<std::size_t>(x.size(2) * x.size(3));
    const float* from = x.data_ptr<float>();
    std::vector<double> pooled(channels);
    std::vector<double> logits(static_cast<std::size_t>(classes_));
    for (ExitAnswer& answer : answers) {
        std::ranges::fill(pooled, 0.0);
        for (std::size_t p = 0; p < pixels; ++p)
            for (std::size_t c = 0; c < channels; ++c) pooled[c] += double{*from++};
        for (std::size_t k = 0; k < logits.size(); ++k) {
            const double* weight = head.weight.data() + k * channels;
            double sum = 0;
            for (std::size_t c = 0; c < channels; ++c) sum += weight[c] * pooled[c];
            logits[k] = sum / static_cast<double>(pixels) + head.bias[k];
        }
        const auto best = std::ranges::max_element(logits);
        double total = 0;
        double weighted = 0;
        for (const double logit : logits) {
            const double share = std::exp(logit - *best);
            total += share;
            weighted += (logit - *best) * share;
        }
        answer.confidence = static_cast<float>(1 / total);
        answer.prediction = static_cast<std::int16_t>(best - logits.begin());
        const double entropy =
            std::log(total) - weighted / total;  // -sum p ln p with p = share / total
        answer.entropy = std::round(std::max(0.0, entropy) / kEntropyStep) * kEntropyStep;
    }
}

}  // namespace splitee::test
