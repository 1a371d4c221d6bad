// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/encoder_ends.h"

#include <cmath>

namespace splitee {
namespace {

std::vector<float> turned(const LinearWeights& linear) {
    const std::size_t out = linear.bias.size();
    const std::size_t in = linear.weight.size() / out;
    std::vector<float> to(linear.weight.size());
    for (std::size_t o = 0; o < out; ++o)
        for (std::size_t i = 0; i < in; ++i) to[i * out + o] = linear.weight[o * in + i];
    return to;
}

// weight: [in, out]. The outputs stand side by side, so that none waits for another.
std::vector<double> mapped(std::span<const float> weight, std::span<const float> bias,
                           std::span<const double> x) {
    std::vector<double> y(bias.begin(), bias.end());
    const float* row = weight.data();
    for (const double value : x) {
        for (std::size_t o = 0; o < y.size(); ++o) y[o] += double{row[o]} * value;
        row += y.size();
    }
    return y;
}

void normalise(std::span<double> x, const NormWeights& norm, double epsilon) {
    double mean = 0;
    for (const double value : x) mean += value;
    mean /= static_cast<double>(x.size());
    double variance = 0;
    for (const double value : x) variance += (value - mean) * (value - mean);
    variance /= static_cast<double>(x.size());
    const double factor = 1 / std::sqrt(variance + epsilon);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = (x[i] - mean) * factor * double{norm.scale[i]} + double{norm.shift[i]};
}

std::span<const float> rowOf(std::span<const float> table, std::int64_t row, std::size_t width) {
    return table.subspan(static_cast<std::size_t>(row) * width, width);
}

}  // namespace

EncoderEnds::EncoderEnds(const EncoderModel& model) : shape_(model.shape), weights_(model) {
    if (shape_.embedding > 0) widen_ = turned(weights_.widen);
    for (const EncoderExitWeights& exit : weights_.exits)
        heads_.push_back({exit.norm, turned(exit.pooler), turned(exit.classifier), exit.pooler.bias,
                          exit.classifier.bias});
}

void EncoderEnds::embed(std::span<const std::int64_t> ids, std::span<const std::int64_t> segments,
                        float* to) const {
    const auto hidden = static_cast<std::size_t>(shape_.hidden);
    for (std::size_t t = 0; t < ids.size(); ++t) {
        const auto piece =
            rowOf(weights_.pieces, ids[t], static_cast<std::size_t>(shape_.pieceWidth()));
        std::vector<double> x(piece.begin(), piece.end());
        if (shape_.embedding > 0) x = mapped(widen_, weights_.widen.bias, x);
        const auto position = rowOf(weights_.positions, static_cast<std::int64_t>(t), hidden);
        const auto segment = rowOf(weights_.segments, segments[t], hidden);
        for (std::size_t i = 0; i < hidden; ++i) x[i] += double{position[i]} + double{segment[i]};
        normalise(x, weights_.embedded, shape_.epsilon);
        for (const double value : x) *to++ = static_cast<float>(value);
    }
}

ExitAnswer EncoderEnds::answer(int exit, const float* first) const {
    const Head& head = heads_[static_cast<std::size_t>(exit - 1)];
    std::vector<double> x(first, first + shape_.hidden);
    if (!head.norm.scale.empty()) normalise(x, head.norm, shape_.epsilon);
    x = mapped(head.pooler, head.poolerBias, x);
    for (double& value : x) value = std::tanh(value);
    return answerOf(mapped(head.classifier, head.classifierBias, x));
}

}  // namespace splitee
