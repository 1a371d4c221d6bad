// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/folded_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string>

namespace splitee {
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

FoldedConvolution foldedConvolution(const Values& values, const ConvSpec& spec, int inSide) {
    const auto weight = values.at(spec.name + ".weight");
    const ScaleShift norm = foldedBatchNorm(values, spec.name);
    FoldedConvolution folded{spec, inSide, (inSide + spec.stride - 1) / spec.stride, {}, {}};
    const std::size_t perChannel = weight.size() / norm.scale.size();
    folded.weight.reserve(weight.size());
    for (std::size_t i = 0; i < weight.size(); ++i)
        folded.weight.push_back(static_cast<float>(weight[i] * norm.scale[i / perChannel]));
    for (const double shift : norm.shift) folded.bias.push_back(static_cast<float>(shift));
    return folded;
}

FoldedHead foldedHead(const Values& values, const std::string& name) {
    const auto weight = values.at(name + ".weight");
    const auto bias = values.at(name + ".bias");
    const ScaleShift norm = foldedBatchNorm(values, name);
    const std::size_t channels = norm.scale.size();
    const std::size_t classes = bias.size();
    FoldedHead head{std::vector<double>(weight.size()), {bias.begin(), bias.end()}};
    for (std::size_t k = 0; k < classes; ++k)
        for (std::size_t c = 0; c < channels; ++c) {
            const float value = weight[k * channels + c];
            head.weight[c * classes + k] = value * norm.scale[c];
            head.bias[k] += value * norm.shift[c];
        }
    return head;
}

}  // namespace

std::vector<FoldedStage> foldedStages(const MobileNetModel& model) {
    const Values values = namedValues(model);
    std::vector<FoldedStage> stages;
    FoldedStage stage;
    for (const BlockSpec& spec : blocksOf(model.architecture)) {
        FoldedBlock block{{}, spec.residual};
        int side = spec.inSide;
        for (const ConvSpec& conv : spec.convolutions) {
            block.convolutions.push_back(foldedConvolution(values, conv, side));
            side = block.convolutions.back().outSide;
        }
        stage.blocks.push_back(std::move(block));
        if (std::ranges::find(kExitBlocks, spec.number) == kExitBlocks.end()) continue;
        stage.head = foldedHead(values, "exit" + std::to_string(spec.number));
        stage.outChannels = spec.outChannels;
        stage.outSide = spec.outSide;
        stages.push_back(std::move(stage));
        stage = {};
    }
    return stages;
}

}  // namespace splitee
