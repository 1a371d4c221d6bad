// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/torchscript/script_model.h"

#include <algorithm>
#include <cmath>

#include "engine/plain_text.h"
#include "engine/world/exit_table.h"
#include "inference/model_kind.h"
#include "inference/sealed_file.h"
#include "inference/torchscript/script_archive.h"

namespace splitee {
namespace {

constexpr const char *kArchive = "archive", *kHeads = "heads";
constexpr int kMostSide = 1024;
constexpr std::size_t kMostTitle = 200, kMostTensors = 256, kMostExtents = 8;
constexpr std::int64_t kMostFeatures = 1 << 20, kMostCount = std::int64_t{1} << 40;

using nlohmann::json;

json stageJson(const StageInfo& stage) {
    json payload = json::array();
    for (const PayloadTensor& tensor : stage.payload)
        payload.push_back(
            {{"shape", tensor.shape}, {"type", tensor.type}, {"bytes", tensor.bytes}});
    return {{"exit", stage.exit},
            {"depth", stage.depth},
            {"multiply_adds", stage.multiplyAdds},
            {"parameters", stage.parameters},
            {"exit_multiply_adds", stage.exitMultiplyAdds},
            {"exit_parameters", stage.exitParameters},
            {"payload", payload}};
}

StageInfo stageFrom(const json& entry) {
    StageInfo stage{entry.at("exit"),
                    entry.at("depth"),
                    entry.at("multiply_adds"),
                    entry.at("parameters"),
                    entry.at("exit_multiply_adds"),
                    entry.at("exit_parameters"),
                    {}};
    for (const json& tensor : entry.at("payload"))
        stage.payload.push_back({tensor.at("shape"), tensor.at("type"), tensor.at("bytes")});
    return stage;
}

bool inRange(std::int64_t number) { return number >= 0 && number < kMostCount; }

Result<void> checkStages(const std::vector<StageInfo>& stages) {
    if (stages.size() < 2 || stages.size() > kMaxExits)
        return fail("it has " + std::to_string(stages.size()) + " exits: 2 to " +
                    std::to_string(kMaxExits) + " are possible");
    double before = 0;
    for (const StageInfo& stage : stages) {
        if (!(stage.depth > before) || !(stage.depth < 1e6))
            return fail("the depths of its exits do not rise");
        before = stage.depth;
        bool valid = inRange(stage.multiplyAdds) && inRange(stage.parameters) &&
                     inRange(stage.exitMultiplyAdds) && inRange(stage.exitParameters) &&
                     stage.exit.size() <= kMostTitle && stage.payload.size() <= kMostTensors;
        for (const PayloadTensor& tensor : stage.payload)
            valid = valid && inRange(tensor.bytes) && tensor.shape.size() <= kMostExtents &&
                    std::ranges::all_of(tensor.shape, inRange);
        if (!valid)
            return fail("the costs of exit " + shownText(stage.exit, 40) + " are out of range");
    }
    return {};
}

Result<std::vector<AttachedExit>> attachedFrom(const json& entries, std::string_view heads,
                                               std::size_t classes) {
    std::vector<AttachedExit> attached;
    for (const json& entry : entries) {
        AttachedExit exit{entry.at("place"), entry.at("features"), {}, {}};
        if (exit.features < 1 || exit.features > kMostFeatures)
            return fail("an attached exit looks at " + std::to_string(exit.features) + " features");
        const std::size_t weights = classes * static_cast<std::size_t>(exit.features);
        const std::size_t bytes = (weights + classes) * sizeof(float);
        if (bytes > heads.size()) return fail("it holds too few weights of attached exits");
        exit.weight = floatsOf(heads.substr(0, weights * sizeof(float)));
        exit.bias = floatsOf(heads.substr(weights * sizeof(float), classes * sizeof(float)));
        heads.remove_prefix(bytes);
        const auto finite = [](float value) { return std::isfinite(value); };
        if (!std::ranges::all_of(exit.weight, finite) || !std::ranges::all_of(exit.bias, finite))
            return fail("a weight of an attached exit is not a finite number");
        attached.push_back(std::move(exit));
    }
    if (!heads.empty()) return fail("it holds too many weights of attached exits");
    return attached;
}

class ScriptKind final : public ModelKind {
public:
    [[nodiscard]] std::string_view name() const override { return "torchscript"; }

    [[nodiscard]] Result<void> read(const json& header, const Sections& sections,
                                    ModelFile& model) const override {
        if (model.takesTexts()) return fail("it is a TorchScript network that takes texts");
        if (model.image().side < 1 || model.image().side > kMostSide)
            return fail("it takes images of " + std::to_string(model.image().side) +
                        " pixels a side: 1 to " + std::to_string(kMostSide) + " are possible");
        model.title = header.at("title");
        if (model.title.size() > kMostTitle) return fail("its title is too long");
        for (const json& entry : header.at("stages")) model.stages.push_back(stageFrom(entry));
        if (auto valid = checkStages(model.stages); !valid) return valid;
        const auto archive = sections.find(kArchive), heads = sections.find(kHeads);
        if (archive == sections.end() || heads == sections.end())
            return fail("it holds no network");
        if (auto valid = checkScriptArchive(archive->second); !valid)
            return fail("the network in it is none: " + valid.error().message);
        auto own = std::make_shared<ScriptModel>();
        own->reachesOn = header.at("cuts").get<std::vector<bool>>();
        if (own->reachesOn.size() != model.stages.size())
            return fail("its cuts do not fit its exits");
        auto attached = attachedFrom(header.at("attached"), heads->second, model.classNames.size());
        if (!attached) return tl::unexpected(attached.error());
        if (!attached->empty() && attached->size() + 1 != model.stages.size())
            return fail("its attached exits do not fit its exits");
        own->attached = std::move(*attached);
        own->archive = std::make_shared<const std::string>(archive->second);
        model.content = std::move(own);
        return {};
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> write(
        const ModelFile& model, json& header) const override {
        const ScriptModel& own = *scriptModelOf(model);
        header["title"] = model.title;
        header["stages"] = json::array();
        for (const StageInfo& stage : model.stages) header["stages"].push_back(stageJson(stage));
        header["cuts"] = own.reachesOn;
        header["attached"] = json::array();
        std::string heads;
        for (const AttachedExit& exit : own.attached) {
            header["attached"].push_back({{"place", exit.place}, {"features", exit.features}});
            heads += bytesOf(exit.weight);
            heads += bytesOf(exit.bias);
        }
        return {{kArchive, *own.archive}, {kHeads, std::move(heads)}};
    }
};

}  // namespace

const ScriptModel* scriptModelOf(const ModelFile& file) {
    return dynamic_cast<const ScriptModel*>(file.content.get());
}

const ModelKind& scriptKind() {
    static const ScriptKind kind;
    return kind;
}

}  // namespace splitee
