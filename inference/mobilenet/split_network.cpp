// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/split_network.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>

#include "engine/world/exit_table.h"

namespace splitee {
namespace {

bool hasOneDnn() {
    static const bool has =
        at::globalContext().userEnabledMkldnn() && at::globalContext().hasMKLDNN();
    return has;
}

// at::conv2d picks another kernel, and so other last bits, for small batches on one thread; oneDNN
// called directly gives an image the same bits in every batch and on every number of threads.
at::Tensor convolved(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias,
                     int stride, int padding, int groups) {
    if (!hasOneDnn()) return at::conv2d(input, weight, bias, stride, padding, 1, groups);
    return at::mkldnn_convolution(input, weight, bias, {padding, padding}, {stride, stride}, {1, 1},
                                  groups);
}

at::Tensor channelsLast(std::int64_t images, std::int64_t channels, std::int64_t side) {
    return at::empty({images, channels, side, side},
                     at::TensorOptions().memory_format(at::MemoryFormat::ChannelsLast));
}

at::Tensor copied(const std::vector<float>& values, std::vector<std::int64_t> shape) {
    at::Tensor tensor = at::empty(shape);
    std::ranges::copy(values, tensor.data_ptr<float>());
    return tensor;
}

// sums[i] = sum over n < count of value(n, i), added in the order of n, for i < kWidth. The sums
// stand side by side in registers and none waits for another.
template <std::size_t kWidth, class Value>
void addInOrder(std::size_t count, double* sums, const Value& value) {
    std::array<double, kWidth> sum{};
    for (std::size_t n = 0; n < count; ++n)
        for (std::size_t i = 0; i < kWidth; ++i) sum[i] += value(n, i);
    std::ranges::copy(sum, sums);
}

// As many sums as there are, eight at a time and the rest one by one.
template <class Value>
void addAll(std::size_t count, std::span<double> sums, const Value& value) {
    std::size_t first = 0;
    const auto shifted = [&](std::size_t n, std::size_t i) { return value(n, first + i); };
    for (; first + 8 <= sums.size(); first += 8) addInOrder<8>(count, &sums[first], shifted);
    for (; first + 2 <= sums.size(); first += 2) addInOrder<2>(count, &sums[first], shifted);
    for (; first < sums.size(); ++first) addInOrder<1>(count, &sums[first], shifted);
}

// Of each channel. from: [pixels, channels]
void addPixels(const float* from, std::size_t pixels, std::span<double> channels) {
    addAll(pixels, channels, [&](std::size_t pixel, std::size_t c) {
        return double{from[pixel * channels.size() + c]};
    });
}

// Of each class. weight: [channels, classes]
void addChannels(const double* weight, std::span<const double> channels,
                 std::span<double> classes) {
    addAll(channels.size(), classes, [&](std::size_t c, std::size_t k) {
        return weight[c * classes.size() + k] * channels[c];
    });
}

}  // namespace

SplitNetwork::SplitNetwork(const MobileNetModel& model, Convolutions convolutions)
    : side_(model.architecture.side) {
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t v = 0; v < 256; ++v)
            normalised_[c][v] = static_cast<float>((static_cast<double>(v) / 255 - model.mean[c]) /
                                                   model.deviation[c]);
    FoldedNetwork network = foldedNetwork(model);
    std::vector<FoldedStage> folded = std::move(network.stages);
    heads_ = std::move(network.heads);
    for (const FoldedHead& head : heads_) {
        headParts_.push_back(head.convolutions.blocks.empty() ? 0 : folded.size());
        if (headParts_.back() > 0) folded.push_back(head.convolutions);
    }
    for (const FoldedStage& stage : folded)
        parts_.push_back({stage.outChannels, stage.outSide, {}});
    if (convolutions == Convolutions::Primitives && hasOneDnn()) {
        primitives_ = makeStagePrimitives(folded);
        if (primitives_) return;
    }
    for (std::size_t part = 0; part < folded.size(); ++part)
        for (const FoldedBlock& block : folded[part].blocks)
            parts_[part].blocks.push_back(calledBlock(block));
}

at::Tensor SplitNetwork::input(std::span<const Image> images) const {
    const auto count = static_cast<std::int64_t>(images.size());
    at::Tensor out = channelsLast(count, 3, side_);
    float* to = out.data_ptr<float>();  // channels last: pixel by pixel, as Image holds them
    for (const Image& image : images)
        for (std::size_t i = 0; i + 2 < image.pixels.size(); i += 3)
            for (std::size_t c = 0; c < 3; ++c) *to++ = normalised_[c][image.pixels[i + c]];
    if (primitives_) primitives_->prepare(count, at::get_num_threads());
    return out;
}

at::Tensor SplitNetwork::runStage(int stage, const at::Tensor& activation) const {
    return runPart(static_cast<std::size_t>(stage - 1), activation);
}

at::Tensor SplitNetwork::runPart(std::size_t part, const at::Tensor& activation) const {
    if (!primitives_) return called(parts_[part], activation);
    const at::Tensor from = activation.contiguous(at::MemoryFormat::ChannelsLast);
    at::Tensor to = channelsLast(from.size(0), parts_[part].channels, parts_[part].side);
    primitives_->run(part, from.size(0), at::get_num_threads(), from.data_ptr<float>(),
                     to.data_ptr<float>());
    return to;
}

at::Tensor SplitNetwork::called(const Part& part, const at::Tensor& activation) const {
    at::Tensor x = activation;
    for (const Block& block : part.blocks) {
        at::Tensor y = x;
        for (const Convolution& c : block.convolutions) {
            y = convolved(y, c.weight, c.bias, c.stride, c.padding, c.groups);
            if (c.activated) y.clamp_(0, 6);
        }
        x = block.residual ? y.add_(x) : y;
    }
    return x;
}

SplitNetwork::Block SplitNetwork::calledBlock(const FoldedBlock& folded) {
    Block block{{}, folded.residual};
    for (const FoldedConvolution& conv : folded.convolutions) {
        const ConvSpec& spec = conv.spec;
        const at::Tensor weight =
            copied(conv.weight, {spec.out, spec.depthwise ? 1 : spec.in, spec.kernel, spec.kernel});
        block.convolutions.push_back({weight.contiguous(at::MemoryFormat::ChannelsLast),
                                      copied(conv.bias, {spec.out}), spec.stride, spec.kernel / 2,
                                      spec.depthwise ? spec.in : 1, spec.activated});
    }
    return block;
}

void SplitNetwork::answer(int exit, const at::Tensor& activation,
                          std::span<ExitAnswer> answers) const {
    const std::vector<double> all = logits(exit, activation);
    const std::size_t classes = all.size() / answers.size();
    for (std::size_t i = 0; i < answers.size(); ++i)
        answers[i] = answerOf(std::span(all).subspan(i * classes, classes));
}

// Plain loops in a fixed order: the same bits for an image whatever its batch, which a BLAS call
// does not promise.
std::vector<double> SplitNetwork::logits(int exit, const at::Tensor& activation) const {
    const auto at = static_cast<std::size_t>(exit - 1);
    const FoldedHead& head = heads_[at];
    const at::Tensor x = (headParts_[at] == 0 ? activation : runPart(headParts_[at], activation))
                             .contiguous(at::MemoryFormat::ChannelsLast);
    const auto images = static_cast<std::size_t>(x.size(0));
    const auto channels = static_cast<std::size_t>(head.convolutions.outChannels);
    const auto pixels = static_cast<std::size_t>(head.convolutions.outSide) *
                        static_cast<std::size_t>(head.convolutions.outSide);
    const std::size_t classes = head.bias.size();
    const float* from = x.data_ptr<float>();
    std::vector<double> pooled(channels);
    std::vector<double> all(images * classes);
    for (std::size_t image = 0; image < images; ++image, from += pixels * channels) {
        const std::span logits = std::span(all).subspan(image * classes, classes);
        addPixels(from, pixels, pooled);
        addChannels(head.weight.data(), pooled, logits);
        for (std::size_t k = 0; k < classes; ++k)
            logits[k] = logits[k] / static_cast<double>(pixels) + head.bias[k];
    }
    return all;
}

}  // namespace splitee
