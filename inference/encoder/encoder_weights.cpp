// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/encoder_weights.h"

#include <map>
#include <string>

namespace splitee {

EncoderWeights::EncoderWeights(const EncoderModel& model) {
    std::map<std::string, std::span<const float>> named;
    std::size_t offset = 0;
    for (const TensorSpec& spec : tensorsOf(model.shape)) {
        const auto size = static_cast<std::size_t>(spec.size());
        named.emplace(spec.name, std::span(model.values).subspan(offset, size));
        offset += size;
    }
    const auto linear = [&](const std::string& name) {
        return LinearWeights{named.at(name + ".weight"), named.at(name + ".bias")};
    };
    const auto norm = [&](const std::string& name) {
        return NormWeights{named.at(name + ".scale"), named.at(name + ".shift")};
    };
    pieces = named.at("pieces.weight");
    positions = named.at("positions.weight");
    segments = named.at("segments.weight");
    if (model.shape.embedding > 0) widen = linear("widen");
    embedded = norm("embedded");
    for (int layer = 1; layer <= model.shape.layers; ++layer) {
        const std::string prefix = layerPrefix(layer);
        layers.push_back({linear(prefix + "look"), linear(prefix + "gather"),
                          linear(prefix + "widen"), linear(prefix + "narrow"),
                          norm(prefix + "norm1"), norm(prefix + "norm2")});
        const std::string exit = exitPrefix(layer);
        exits.push_back({model.shape.normFirst ? norm(exit + "norm") : NormWeights{},
                         linear(exit + "pooler"), linear(exit + "classifier")});
    }
}

}  // namespace splitee
