// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/encoder/encoder_model.h"

#include <cmath>

#include "datasets/text/vocabulary.h"
#include "inference/half.h"
#include "inference/model_kind.h"

namespace splitee {
namespace {

constexpr const char* kWeights = "weights";
constexpr const char* kVocabulary = "vocabulary";

using nlohmann::json;

EncoderShape shapeIn(const json& at, const ModelFile& model, std::size_t pieces) {
    EncoderShape shape;
    shape.layers = at.at("layers").get<int>();
    shape.hidden = at.at("hidden").get<int>();
    shape.heads = at.at("heads").get<int>();
    shape.feedForward = at.at("feed_forward").get<int>();
    shape.normFirst = at.at("norm_first").get<bool>();
    shape.embedding = at.at("embedding").get<int>();
    shape.epsilon = at.at("epsilon").get<double>();
    shape.length = at.at("length").get<int>();
    shape.vocabulary = static_cast<int>(pieces);
    shape.classes = static_cast<int>(model.classNames.size());
    return shape;
}

json shapeJson(const EncoderShape& shape, const Tokenizer& tokenizer) {
    json out{{"layers", shape.layers},
             {"hidden", shape.hidden},
             {"heads", shape.heads},
             {"feed_forward", shape.feedForward},
             {"norm_first", shape.normFirst},
             {"embedding", shape.embedding},
             {"epsilon", shape.epsilon},
             {"length", shape.length},
             {"lower_case", tokenizer.lowerCase()}};
    if (tokenizer.kind() != kWordPiece) out["tokenizer"] = tokenizer.kind();
    return out;
}

Result<void> checkValues(const EncoderModel& model) {
    std::size_t expected = 0;
    for (const TensorSpec& spec : tensorsOf(model.shape))
        expected += static_cast<std::size_t>(spec.size());
    if (model.values.size() != expected)
        return fail("it holds " + std::to_string(model.values.size()) +
                    " values, but its shape has " + std::to_string(expected));
    std::size_t at = 0;
    for (const TensorSpec& spec : tensorsOf(model.shape))
        for (std::int64_t i = 0; i < spec.size(); ++i)
            if (!std::isfinite(model.values[at++]))
                return fail("tensor " + spec.name + " holds a value that is not a finite number");
    return {};
}

class EncoderKind final : public ModelKind {
public:
    [[nodiscard]] std::string_view name() const override { return "encoder"; }

    [[nodiscard]] Result<void> read(const json& header, const Sections& sections,
                                    ModelFile& model) const override {
        if (!model.takesTexts()) return fail("it is an encoder that takes images");
        const auto vocabulary = sections.find(kVocabulary);
        const auto weights = sections.find(kWeights);
        if (vocabulary == sections.end()) return fail("it holds no vocabulary");
        if (weights == sections.end()) return fail("it holds no weights");
        const json& at = header.at("encoder");
        EncoderModel own;
        auto tokenizer = tokenizerOf(at.value("tokenizer", std::string(kWordPiece)),
                                     std::string(vocabulary->second),
                                     at.at("lower_case").get<bool>(), "its vocabulary");
        if (!tokenizer) return tl::unexpected(tokenizer.error());
        own.shape = shapeIn(at, model, (*tokenizer)->size());
        if (auto valid = validate(own.shape); !valid) return valid;
        own.tokenizer = std::move(*tokenizer);
        own.classNames = model.classNames;
        own.provenance = model.provenance;
        own.values = floatsOfHalves(weights->second);
        if (auto valid = checkValues(own); !valid) return valid;
        model = modelFileOf(std::move(own));
        return {};
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> write(
        const ModelFile& model, json& header) const override {
        const EncoderModel& own = *encoderOf(model);
        header["encoder"] = shapeJson(own.shape, *own.tokenizer);
        return {{kVocabulary, own.tokenizer->bytes()}, {kWeights, halvesOf(own.values)}};
    }
};

}  // namespace

ModelFile modelFileOf(EncoderModel model) {
    const EncoderShape& shape = model.shape;
    model.values = roundedToHalf(std::move(model.values));
    ModelFile file;
    file.kind = encoderKind().name();
    file.title = std::string(model.tokenizer->kind() == kSentencePiece ? "SentencePiece encoder, "
                                                                       : "Encoder, ") +
                 std::to_string(shape.layers) + " layers of " + std::to_string(shape.hidden);
    file.input = TextInput{shape.length, shape.vocabulary, model.tokenizer->lowerCase()};
    file.classNames = model.classNames;
    file.stages = stagesOf(shape);
    file.provenance = model.provenance;
    file.content = std::make_shared<const EncoderModel>(std::move(model));
    return file;
}

const EncoderModel* encoderOf(const ModelFile& file) {
    return dynamic_cast<const EncoderModel*>(file.content.get());
}

const ModelKind& encoderKind() {
    static const EncoderKind kind;
    return kind;
}

}  // namespace splitee
