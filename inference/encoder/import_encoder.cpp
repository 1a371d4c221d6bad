// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder_import.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "datasets/text/vocabulary.h"
#include "engine/plain_text.h"
#include "inference/encoder/encoder_model.h"
#include "inference/weights/tensor_file.h"

namespace splitee {
namespace {

constexpr std::size_t kMostConfigBytes = 1 << 20;

using nlohmann::json;

Result<json> configIn(const std::filesystem::path& path) {
    std::string text(kMostConfigBytes, '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    json config = json::parse(text, nullptr, false);
    if (!config.is_object())
        return fail("cannot read " + path.string() + ": it is not the config.json of a network");
    return config;
}

// Throws nlohmann's exceptions.
Result<EncoderShape> shapeIn(const json& config, int length) {
    EncoderShape shape;
    shape.layers = config.at("num_hidden_layers").get<int>();
    shape.hidden = config.at("hidden_size").get<int>();
    shape.heads = config.at("num_attention_heads").get<int>();
    shape.feedForward = config.at("intermediate_size").get<int>();
    shape.normFirst = false;
    shape.epsilon = config.value("layer_norm_eps", 1e-12);
    shape.length = std::min(length, config.at("max_position_embeddings").get<int>());
    const auto activation = config.value("hidden_act", "gelu");
    if (activation != "gelu")
        return fail("its layers use " + shownText(activation, 40) + ", and only gelu is known");
    return shape;
}

std::vector<std::string> classesIn(const json& config) {
    std::vector<std::string> names;
    const json labels = config.value("id2label", json::object());
    for (int i = 0; labels.is_object() && labels.contains(std::to_string(i)); ++i)
        names.push_back(labels.at(std::to_string(i)).get<std::string>());
    return names;
}

// The names that a tensor of ours has outside; three where ours holds them one behind the other.
class OutsideNames {
public:
    explicit OutsideNames(const TensorFile& file) {
        prefix_ = file.tensors.contains("bert.embeddings.word_embeddings.weight") ? "bert."
                                                                                  : "elasticbert.";
        shared_ = file.tensors.contains(prefix_ + "pooler.dense.weight");
    }

    [[nodiscard]] std::vector<std::string> of(const std::string& ours) const {
        const std::string at = prefix_ + "embeddings.";
        if (ours == "pieces.weight") return {at + "word_embeddings.weight"};
        if (ours == "positions.weight") return {at + "position_embeddings.weight"};
        if (ours == "segments.weight") return {at + "token_type_embeddings.weight"};
        if (ours.starts_with("embedded.")) return {at + "LayerNorm" + ending(ours)};
        const bool exit = ours.starts_with("exit");
        const int layer = std::stoi(ours.substr(exit ? 4 : 5));
        const std::string number = std::to_string(layer - 1);
        const std::string part = ours.substr(ours.find('.') + 1);
        if (part.starts_with("classifier")) return {"classifiers." + number + ending(ours)};
        if (part.starts_with("pooler"))
            return {prefix_ + (shared_ ? "pooler.dense" : "encoder.pooler." + number + ".dense") +
                    ending(ours)};
        const std::string inside = prefix_ + "encoder.layer." + number + ".";
        if (part.starts_with("look"))
            return {inside + "attention.self.query" + ending(ours),
                    inside + "attention.self.key" + ending(ours),
                    inside + "attention.self.value" + ending(ours)};
        if (part.starts_with("gather")) return {inside + "attention.output.dense" + ending(ours)};
        if (part.starts_with("norm1"))
            return {inside + "attention.output.LayerNorm" + ending(ours)};
        if (part.starts_with("widen")) return {inside + "intermediate.dense" + ending(ours)};
        if (part.starts_with("narrow")) return {inside + "output.dense" + ending(ours)};
        return {inside + "output.LayerNorm" + ending(ours)};
    }

private:
    // ".weight" for a weight or a norm's scale, ".bias" for a bias or a norm's shift
    static std::string ending(const std::string& ours) {
        return ours.ends_with(".weight") || ours.ends_with(".scale") ? ".weight" : ".bias";
    }
    std::string prefix_;
    bool shared_ = false;
};

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t extent : shape)
        text += (text.empty() ? "" : " x ") + std::to_string(extent);
    return text.empty() ? "one value" : text;
}

// A part of one of our tensors, whose shape it has; of positions more may be there than are read.
Result<std::vector<float>> partOf(const TensorFile& file, const std::string& name,
                                  const TensorSpec& spec, std::size_t parts) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end()) return fail("tensor " + name + " is missing");
    std::vector<std::int64_t> wanted = spec.shape;
    wanted[0] /= static_cast<std::int64_t>(parts);
    std::vector<std::int64_t> shape = found->second.shape;
    const bool longer =
        spec.name == "positions.weight" && shape.size() == 2 && shape[0] > wanted[0];
    if (longer) shape[0] = wanted[0];
    if (shape != wanted)
        return fail("tensor " + name + " is " + shapeText(found->second.shape) +
                    ", but its config wants " + shapeText(wanted));
    auto values = file.read(name);
    if (!values) return values;
    if (longer) values->resize(static_cast<std::size_t>(spec.size()));
    return values;
}

Result<std::vector<float>> valuesIn(const TensorFile& file, const EncoderShape& shape) {
    const OutsideNames names(file);
    std::vector<float> all;
    std::set<std::string> used;
    for (const TensorSpec& spec : tensorsOf(shape)) {
        const auto parts = names.of(spec.name);
        for (const std::string& name : parts) {
            auto values = partOf(file, name, spec, parts.size());
            if (!values) return values;
            all.insert(all.end(), values->begin(), values->end());
            used.insert(name);
        }
    }
    for (const auto& [name, tensor] : file.tensors)
        if (!used.contains(name) && !name.ends_with("position_ids"))
            return fail("tensor " + shownText(name, 100) +
                        " is in the file, but not in its config");
    return all;
}

Result<ModelFile> imported(const EncoderFiles& files, const TensorFile& file, const json& config,
                           int length, bool lowerCase, std::vector<std::string> classNames,
                           const Provenance& provenance) {
    auto shape = shapeIn(config, length);
    if (!shape) return tl::unexpected(shape.error());
    auto tokenizer = tokenizerAt(files.vocabulary, lowerCase);
    if (!tokenizer) return tl::unexpected(tokenizer.error());
    EncoderModel model;
    model.tokenizer = std::move(*tokenizer);
    shape->vocabulary = static_cast<int>(model.tokenizer->size());
    if (const auto rows = config.value("vocab_size", std::int64_t{shape->vocabulary});
        rows != shape->vocabulary)
        return fail("its config has " + std::to_string(rows) + " pieces, but " +
                    files.vocabulary.string() + " " + std::to_string(shape->vocabulary));
    const auto classifier = file.tensors.find("classifiers.0.bias");
    if (classifier == file.tensors.end() || classifier->second.shape.size() != 1)
        return fail(
            "tensor classifiers.0.bias is missing: exits that were not trained have no "
            "answers");
    const std::int64_t classes = classifier->second.shape[0];
    if (classNames.empty()) classNames = classesIn(config);
    const bool unnamed = classNames.empty();
    for (std::int64_t i = 0; unnamed && i < std::min<std::int64_t>(classes, 1000); ++i)
        classNames.push_back(std::to_string(i));
    if (classes != std::ssize(classNames))
        return fail("its classifiers know " + std::to_string(classes) + " classes, but " +
                    std::to_string(classNames.size()) + " are named");
    shape->classes = static_cast<int>(classes);
    model.shape = *shape;
    if (auto valid = validate(model.shape); !valid) return tl::unexpected(valid.error());
    auto values = valuesIn(file, model.shape);
    if (!values) return tl::unexpected(values.error());
    model.values = std::move(*values);
    if (std::ranges::any_of(model.values, [](float v) { return std::abs(v) > 65504; }))
        return fail("it holds weights beyond 65,504, which 16 bits cannot");
    model.classNames = std::move(classNames);
    model.provenance = provenance;
    return modelFileOf(std::move(model));
}

}  // namespace

Result<EncoderFiles> encoderFilesIn(const std::filesystem::path& folder, EncoderFiles given) {
    std::error_code error;
    const auto find = [&](std::filesystem::path& file, std::initializer_list<const char*> names) {
        for (const char* name : names)
            if (file.empty() && std::filesystem::exists(folder / name, error)) file = folder / name;
        return !file.empty();
    };
    if (!find(given.weights, {"model.safetensors", "pytorch_model.bin"}))
        return fail("there is neither a model.safetensors nor a pytorch_model.bin in " +
                    folder.string());
    if (!find(given.config, {"config.json"}))
        return fail("there is no config.json in " + folder.string() + ": name it with --config");
    if (!find(given.vocabulary, {"vocab.txt", "spiece.model", "tokenizer.model"}))
        return fail(
            "there is neither a vocab.txt nor a SentencePiece model (spiece.model, "
            "tokenizer.model) in " +
            folder.string() + ": name it with --vocab");
    return given;
}

Result<ModelFile> importEncoder(const EncoderFiles& files, int length, bool lowerCase,
                                std::vector<std::string> classNames, const Provenance& provenance) {
    const std::string subject = "cannot import " + files.weights.string() + ": ";
    const auto file = openTensorFile(files.weights);
    if (!file) return tl::unexpected(file.error());
    const auto config = configIn(files.config);
    if (!config) return tl::unexpected(config.error());
    try {
        auto model =
            imported(files, *file, *config, length, lowerCase, std::move(classNames), provenance);
        if (!model) return fail(subject + model.error().message);
        return model;
    } catch (const json::exception& problem) {
        return fail(subject + "its config is incomplete (" + problem.what() + ")");
    }
}

}  // namespace splitee
