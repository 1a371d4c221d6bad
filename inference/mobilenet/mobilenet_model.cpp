// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/mobilenet/mobilenet_model.h"

#include <cmath>
#include <cstdio>

#include "engine/fields.h"
#include "engine/world/temperature.h"
#include "inference/model_kind.h"
#include "inference/sealed_file.h"

namespace splitee {
namespace {

constexpr const char* kValues = "values";
constexpr const char* kWideExits = "wide_exits";
constexpr const char* kTemperatures = "temperatures";

std::vector<StageInfo> stagesOf(const Architecture& architecture) {
    std::vector<StageInfo> stages;
    for (const StageCost& cost : stageCostsOf(architecture)) {
        const auto [channels, height, width] = cost.cutShape;
        stages.push_back({"block " + std::to_string(cost.block),
                          static_cast<double>(cost.block),
                          cost.multiplyAdds,
                          cost.parameters,
                          cost.exitMultiplyAdds,
                          cost.exitParameters,
                          {{{channels, height, width}, "float32", cost.cutBytes}}});
    }
    return stages;
}

Result<void> checkValues(const MobileNetModel& model) {
    std::size_t expected = 0;
    for (const TensorSpec& spec : tensorsOf(model.architecture))
        expected += static_cast<std::size_t>(spec.size());
    if (model.values.size() != expected)
        return fail("it holds " + std::to_string(model.values.size()) +
                    " values, but its architecture has " + std::to_string(expected));
    std::size_t at = 0;
    for (const TensorSpec& spec : tensorsOf(model.architecture)) {
        const bool variance = spec.name.ends_with(".variance");
        for (std::int64_t i = 0; i < spec.size(); ++i, ++at)
            if (!std::isfinite(model.values[at]) || (variance && model.values[at] < 0))
                return fail("tensor " + spec.name +
                            " holds a value that is not a finite number in range");
    }
    return {};
}

class MobileNetKind final : public ModelKind {
public:
    [[nodiscard]] std::string_view name() const override { return "mobilenet"; }

    [[nodiscard]] Result<void> read(const nlohmann::json& header, const Sections& sections,
                                    ModelFile& model) const override {
        if (model.takesTexts()) return fail("it is a MobileNetV2 that takes texts");
        MobileNetModel own;
        own.architecture = {header.at("width").get<double>(), model.image().side,
                            header.at("classes").get<int>(), header.value(kWideExits, 0)};
        if (auto valid = validate(own.architecture); !valid) return valid;
        own.temperatures = header.value(kTemperatures, kPlainTemperatures);
        for (const double temperature : own.temperatures)
            if (!(temperature >= kMinTemperature && temperature <= kMaxTemperature))
                return fail("one of its temperatures is outside " + shortNumber(kMinTemperature) +
                            " to " + shortNumber(kMaxTemperature));
        if (model.classNames.size() != static_cast<std::size_t>(own.architecture.classes))
            return fail("it names " + std::to_string(model.classNames.size()) +
                        " classes but has " + std::to_string(own.architecture.classes));
        const auto values = sections.find(kValues);
        if (values == sections.end()) return fail("it holds no values");
        own.classNames = model.classNames;
        own.mean = model.image().mean;
        own.deviation = model.image().deviation;
        own.provenance = model.provenance;
        own.values = floatsOf(values->second);
        if (auto valid = checkValues(own); !valid) return valid;
        model = modelFileOf(std::move(own));
        return {};
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> write(
        const ModelFile& model, nlohmann::json& header) const override {
        const MobileNetModel& own = *mobileNetOf(model);
        header["width"] = own.architecture.width;
        header["classes"] = own.architecture.classes;
        if (own.architecture.wideExits > 0) header[kWideExits] = own.architecture.wideExits;
        if (own.temperatures != kPlainTemperatures) header[kTemperatures] = own.temperatures;
        return {{kValues, std::string(bytesOf(own.values))}};
    }
};

}  // namespace

ModelFile modelFileOf(MobileNetModel model) {
    char title[40];
    std::snprintf(title, sizeof title, "MobileNetV2, width %g", model.architecture.width);
    ModelFile file;
    file.kind = mobileNetKind().name();
    file.title = title;
    file.input = ImageInput{model.architecture.side, model.mean, model.deviation};
    file.classNames = model.classNames;
    file.stages = stagesOf(model.architecture);
    file.provenance = model.provenance;
    file.content = std::make_shared<const MobileNetModel>(std::move(model));
    return file;
}

const MobileNetModel* mobileNetOf(const ModelFile& file) {
    return dynamic_cast<const MobileNetModel*>(file.content.get());
}

const ModelKind& mobileNetKind() {
    static const MobileNetKind kind;
    return kind;
}

}  // namespace splitee
