// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/encoder_shape.h"

#include <utility>

#include "engine/world/exit_table.h"

namespace splitee {
namespace {

constexpr int kSegments = 2;
constexpr int kMostPieces = 200'000, kMostPositions = 4096, kMostWidth = 16'384;
constexpr std::int64_t kMostValues = 1 << 28;

Result<void> between(const char* what, int value, int low, int high) {
    if (value >= low && value <= high) return {};
    return fail("an encoder of " + std::to_string(value) + " " + what + ": " + std::to_string(low) +
                " to " + std::to_string(high) + " are possible");
}

}  // namespace

Result<void> validate(const EncoderShape& s) {
    for (const auto& checked :
         {between("layers", s.layers, 1, kMaxExits),
          between("hidden values", s.hidden, 1, kMostWidth), between("heads", s.heads, 1, s.hidden),
          between("feed-forward values", s.feedForward, 1, kMostWidth),
          between("values a piece", s.embedding, 0, kMostWidth),
          between("pieces in its vocabulary", s.vocabulary, 1, kMostPieces),
          between("positions", s.length, 2, kMostPositions),
          between("classes", s.classes, 2, 1000)})
        if (!checked) return checked;
    if (s.hidden % s.heads != 0)
        return fail("an encoder of " + std::to_string(s.heads) + " heads over " +
                    std::to_string(s.hidden) + " hidden values: the heads must divide them");
    if (!(s.epsilon >= 0 && s.epsilon <= 1e-2))
        return fail("what an encoder adds to a variance is outside 0 to 0.01");
    std::int64_t values = 0;
    for (const TensorSpec& spec : tensorsOf(s)) values += spec.size();
    if (values > kMostValues)
        return fail("an encoder of " + std::to_string(values) + " weights: at most " +
                    std::to_string(kMostValues) + " are possible");
    return {};
}

std::string layerPrefix(int layer) { return "layer" + std::to_string(layer) + "."; }
std::string exitPrefix(int layer) { return "exit" + std::to_string(layer) + "."; }

std::vector<TensorSpec> tensorsOf(const EncoderShape& s) {
    std::vector<TensorSpec> tensors;
    const auto linear = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        tensors.push_back({name + ".weight", {out, in}});
        tensors.push_back({name + ".bias", {out}});
    };
    const auto norm = [&](const std::string& name) {
        tensors.push_back({name + ".scale", {s.hidden}});
        tensors.push_back({name + ".shift", {s.hidden}});
    };
    tensors.push_back({"pieces.weight", {s.vocabulary, s.pieceWidth()}});
    if (s.embedding > 0) linear("widen", s.hidden, s.embedding);
    tensors.push_back({"positions.weight", {s.length, s.hidden}});
    tensors.push_back({"segments.weight", {kSegments, s.hidden}});
    norm("embedded");
    for (int layer = 1; layer <= s.layers; ++layer) {
        const std::string prefix = layerPrefix(layer);
        linear(prefix + "look", 3 * s.hidden, s.hidden);  // queries, keys, values
        linear(prefix + "gather", s.hidden, s.hidden);
        norm(prefix + "norm1");
        linear(prefix + "widen", s.feedForward, s.hidden);
        linear(prefix + "narrow", s.hidden, s.feedForward);
        norm(prefix + "norm2");
        const std::string exit = exitPrefix(layer);
        if (s.normFirst) norm(exit + "norm");
        linear(exit + "pooler", s.hidden, s.hidden);
        linear(exit + "classifier", s.classes, s.hidden);
    }
    return tensors;
}

std::vector<StageInfo> stagesOf(const EncoderShape& s) {
    const std::int64_t h = s.hidden;
    const std::int64_t t = s.length;
    const std::int64_t maps = 4 * h * h + 2 * h * s.feedForward;
    std::vector<StageInfo> stages;
    for (int layer = 1; layer <= s.layers; ++layer) {
        StageInfo stage;
        stage.exit = "layer " + std::to_string(layer);
        stage.depth = layer;
        stage.multiplyAdds = t * maps + 2 * t * t * h;
        stage.parameters = maps + 4 * h + h + s.feedForward + 4 * h;
        if (layer == 1) {
            stage.multiplyAdds += t * s.embedding * h;
            stage.parameters +=
                std::int64_t{s.vocabulary} * s.pieceWidth() + (t + kSegments + 2) * h;
            if (s.embedding > 0) stage.parameters += (s.embedding + 1) * h;
        }
        stage.exitMultiplyAdds = h * h + h * s.classes;
        stage.exitParameters = (h + 1) * h + (h + 1) * s.classes + (s.normFirst ? 2 * h : 0);
        stage.payload = {{{t, h}, "float32", 4 * t * h}};
        stages.push_back(std::move(stage));
    }
    return stages;
}

}  // namespace splitee
