// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/folded_network.h"

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

FoldedBlock foldedBlock(const Values& values, const std::vector<ConvSpec>& convolutions, int side,
                        bool residual) {
    FoldedBlock block{{}, residual};
    for (const ConvSpec& conv : convolutions) {
        block.convolutions.push_back(foldedConvolution(values, conv, side));
        side = block.convolutions.back().outSide;
    }
    return block;
}

FoldedHead foldedHead(const Values& values, const ExitSpec& exit, double temperature) {
    const auto weight = values.at(exit.name + ".weight");
    const auto bias = values.at(exit.name + ".bias");
    const ScaleShift norm = foldedBatchNorm(values, exit.name);
    const std::size_t channels = norm.scale.size();
    const std::size_t classes = bias.size();
    FoldedHead head{{{}, exit.channels, exit.side},
                    std::vector<double>(weight.size()),
                    {bias.begin(), bias.end()}};
    if (!exit.convolutions.empty())
        head.convolutions.blocks = {foldedBlock(values, exit.convolutions, exit.inSide, false)};
    for (std::size_t k = 0; k < classes; ++k)
        for (std::size_t c = 0; c < channels; ++c) {
            const float value = weight[k * channels + c];
            head.weight[c * classes + k] = value * norm.scale[c];
            head.bias[k] += value * norm.shift[c];
        }
    for (std::vector<double>* part : {&head.weight, &head.bias})
        for (double& value : *part) value /= temperature;
    return head;
}

}  // namespace

FoldedNetwork foldedNetwork(const MobileNetModel& model) {
    const Values values = namedValues(model);
    const std::vector<ExitSpec> exits = exitsOf(model.architecture);
    FoldedNetwork network;
    FoldedStage stage;
    for (const BlockSpec& spec : blocksOf(model.architecture)) {
        stage.blocks.push_back(foldedBlock(values, spec.convolutions, spec.inSide, spec.residual));
        const std::size_t exit = network.heads.size();
        if (exit == exits.size() || exits[exit].block != spec.number) continue;
        network.heads.push_back(foldedHead(values, exits[exit], model.temperatures[exit]));
        stage.outChannels = spec.outChannels;
        stage.outSide = spec.outSide;
        network.stages.push_back(std::move(stage));
        stage = {};
    }
    return network;
}

}  // namespace splitee
