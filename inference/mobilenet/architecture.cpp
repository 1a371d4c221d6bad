// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/architecture.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

struct StageSpec {
    int expansion, channels, repeats, stride, smallStride;
};

// MobileNetV2 (Sandler et al. 2018, table 2). For 32x32 images the stem and the stage with 160
// channels keep the resolution, so that the last blocks still see 4x4 pixels rather than one.
constexpr std::array<StageSpec, 7> kStages{{{1, 16, 1, 1, 1},
                                            {6, 24, 2, 2, 2},
                                            {6, 32, 3, 2, 2},
                                            {6, 64, 4, 2, 2},
                                            {6, 96, 3, 1, 1},
                                            {6, 160, 3, 2, 1},
                                            {6, 320, 1, 1, 1}}};

// Channels are kept a multiple of 8, never more than 10 % below the asked-for width (as in the
// MobileNetV2 code).
int scaled(int channels, double width) {
    const double wanted = channels * width;
    const int rounded = std::max(8, static_cast<int>(wanted + 4) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
}

constexpr int kWideChannels = 64;

// Two separable convolutions (MobileNet, Howard et al. 2017), which halve the side each: an early
// exit sees few pixels' surroundings, so a linear layer over their average knows little.
std::vector<ConvSpec> wideHead(const std::string& exit, int in) {
    return {{exit + ".depthwise1", in, in, 3, 2, true, true},
            {exit + ".point1", in, kWideChannels, 1, 1, false, true},
            {exit + ".depthwise2", kWideChannels, kWideChannels, 3, 2, true, true},
            {exit + ".point2", kWideChannels, kWideChannels, 1, 1, false, true}};
}

int sideAfter(const ConvSpec& conv, int side) { return (side + conv.stride - 1) / conv.stride; }

std::int64_t weightsOf(const ConvSpec& conv) {
    return std::int64_t{conv.out} * (conv.depthwise ? 1 : conv.in) * conv.kernel * conv.kernel;
}

BlockSpec inverted(int number, int in, int out, int stride, int expansion, int side) {
    const std::string prefix = "block" + std::to_string(number);
    const int hidden = in * expansion;
    BlockSpec block{number, {}, stride == 1 && in == out, side, (side + stride - 1) / stride, out};
    if (expansion != 1)
        block.convolutions.push_back({prefix + ".expand", in, hidden, 1, 1, false, true});
    block.convolutions.push_back({prefix + ".depthwise", hidden, hidden, 3, stride, true, true});
    block.convolutions.push_back({prefix + ".project", hidden, out, 1, 1, false, false});
    return block;
}

}  // namespace

Result<void> validate(const Architecture& a) {
    if (!(a.width >= 0.1 && a.width <= 2.0))
        return fail("width multiplier " + std::to_string(a.width) + " is outside 0.1 to 2");
    if (a.classes < 2 || a.classes > 1000)
        return fail("a network for " + std::to_string(a.classes) +
                    " classes: 2 to 1000 are possible");
    if (a.side != 32 && (a.side < 96 || a.side > 512 || a.side % 32 != 0))
        return fail("an input of " + std::to_string(a.side) +
                    " pixels: 32, or a multiple of 32 from 96 to 512, is possible");
    if (a.wideExits < 0 || a.wideExits >= kNetworkExits)
        return fail("a network with " + std::to_string(a.wideExits) + " wide exits: 0 to " +
                    std::to_string(kNetworkExits - 1) + " are possible");
    return {};
}

std::vector<BlockSpec> blocksOf(const Architecture& a) {
    const bool small = a.side < 64;
    std::vector<BlockSpec> blocks;
    int channels = scaled(32, a.width);
    const int stemStride = small ? 1 : 2;
    int side = a.side / stemStride;
    blocks.push_back({1,
                      {{"block1.stem", 3, channels, 3, stemStride, false, true}},
                      false,
                      a.side,
                      side,
                      channels});
    for (const StageSpec& stage : kStages) {
        for (int repeat = 0; repeat < stage.repeats; ++repeat) {
            const int stride = repeat > 0 ? 1 : small ? stage.smallStride : stage.stride;
            blocks.push_back(inverted(static_cast<int>(blocks.size()) + 1, channels,
                                      scaled(stage.channels, a.width), stride, stage.expansion,
                                      side));
            channels = blocks.back().outChannels;
            side = blocks.back().outSide;
        }
    }
    const int last = a.width > 1 ? scaled(1280, a.width) : 1280;
    blocks.push_back({kBackboneBlocks,
                      {{"block19.last", channels, last, 1, 1, false, true}},
                      false,
                      side,
                      side,
                      last});
    return blocks;
}

std::vector<ExitSpec> exitsOf(const Architecture& a) {
    std::vector<ExitSpec> exits;
    for (const BlockSpec& block : blocksOf(a)) {
        if (std::ranges::find(kExitBlocks, block.number) == kExitBlocks.end()) continue;
        ExitSpec exit{block.number,
                      "exit" + std::to_string(block.number),
                      {},
                      block.outSide,
                      block.outChannels,
                      block.outSide};
        if (static_cast<int>(exits.size()) < a.wideExits)
            exit.convolutions = wideHead(exit.name, block.outChannels);
        for (const ConvSpec& conv : exit.convolutions) {
            exit.channels = conv.out;
            exit.side = sideAfter(conv, exit.side);
        }
        exits.push_back(std::move(exit));
    }
    return exits;
}

std::vector<TensorSpec> tensorsOf(const Architecture& a) {
    std::vector<TensorSpec> trained;
    std::vector<TensorSpec> statistics;
    const auto batchNorm = [&](const std::string& name, std::int64_t channels) {
        trained.push_back({name + ".scale", {channels}, true});
        trained.push_back({name + ".shift", {channels}, true});
        statistics.push_back({name + ".mean", {channels}, false});
        statistics.push_back({name + ".variance", {channels}, false});
    };
    const auto convolution = [&](const ConvSpec& conv) {
        trained.push_back({conv.name + ".weight",
                           {conv.out, conv.depthwise ? 1 : conv.in, conv.kernel, conv.kernel},
                           true});
        batchNorm(conv.name, conv.out);
    };
    const std::vector<ExitSpec> exits = exitsOf(a);
    auto exit = exits.begin();
    for (const BlockSpec& block : blocksOf(a)) {
        std::ranges::for_each(block.convolutions, convolution);
        if (exit == exits.end() || exit->block != block.number) continue;
        std::ranges::for_each(exit->convolutions, convolution);
        batchNorm(exit->name, exit->channels);
        trained.push_back({exit->name + ".weight", {a.classes, exit->channels}, true});
        trained.push_back({exit->name + ".bias", {a.classes}, true});
        ++exit;
    }
    trained.insert(trained.end(), statistics.begin(), statistics.end());
    return trained;
}

std::vector<StageCost> stageCostsOf(const Architecture& a) {
    std::vector<StageCost> costs;
    StageCost stage;
    const auto add = [](const std::vector<ConvSpec>& convolutions, int side,
                        std::int64_t& multiplyAdds, std::int64_t& parameters) {
        for (const ConvSpec& conv : convolutions) {
            side = sideAfter(conv, side);
            multiplyAdds += weightsOf(conv) * side * side;
            parameters += weightsOf(conv) + 2 * conv.out;
        }
    };
    const std::vector<ExitSpec> exits = exitsOf(a);
    auto exit = exits.begin();
    for (const BlockSpec& block : blocksOf(a)) {
        add(block.convolutions, block.inSide, stage.multiplyAdds, stage.parameters);
        if (exit == exits.end() || exit->block != block.number) continue;
        stage.block = block.number;
        stage.exitMultiplyAdds =
            std::int64_t{exit->channels} * (exit->side * exit->side + a.classes);
        stage.exitParameters = std::int64_t{exit->channels} * (2 + a.classes) + a.classes;
        add(exit->convolutions, exit->inSide, stage.exitMultiplyAdds, stage.exitParameters);
        ++exit;
        stage.cutShape = {block.outChannels, block.outSide, block.outSide};
        stage.cutBytes = std::int64_t{4} * block.outChannels * block.outSide * block.outSide;
        costs.push_back(stage);
        stage = {};
    }
    return costs;
}

}  // namespace splitee
