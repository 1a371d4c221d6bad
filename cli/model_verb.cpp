// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/model_import.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "sources/live_source.h"

namespace splitee {
namespace {

struct ModelFlags {
    std::string model;
    bool json = false;
};

nlohmann::json payloadJson(const StageInfo& stage) {
    nlohmann::json payload = nlohmann::json::array();
    for (const PayloadTensor& tensor : stage.payload)
        payload.push_back(
            {{"shape", tensor.shape}, {"type", tensor.type}, {"bytes", tensor.bytes}});
    return payload;
}

nlohmann::json stageJson(const StageInfo& cost, const StageTime& time) {
    return {{"exit", cost.exit},
            {"depth", cost.depth},
            {"multiply_adds", cost.multiplyAdds},
            {"flops", 2 * cost.multiplyAdds},
            {"parameters", cost.parameters},
            {"exit_multiply_adds", cost.exitMultiplyAdds},
            {"exit_parameters", cost.exitParameters},
            {"payload", payloadJson(cost)},
            {"cut_bytes", cost.payloadBytes()},
            {"stage_ms", time.stageMilliseconds},
            {"exit_ms", time.exitMilliseconds}};
}

// "8 x 16 x 16", or "2 tensors"
std::string shapesText(const StageInfo& stage) {
    if (stage.payload.empty()) return "-";
    if (stage.payload.size() > 1) return std::to_string(stage.payload.size()) + " tensors";
    std::string text;
    for (const std::int64_t extent : stage.payload.front().shape)
        text += (text.empty() ? "" : " x ") + std::to_string(extent);
    return text;
}

// "32 x 32 RGB", or "texts of up to 128 of 8000 pieces"
std::string inputText(const NetworkInfo& info) {
    if (info.takesTexts())
        return "texts of up to " + std::to_string(info.text().length) + " of " +
               std::to_string(info.text().vocabulary) + " pieces";
    const std::string side = std::to_string(info.side());
    return side + " x " + side + " RGB";
}

nlohmann::json inputJson(const NetworkInfo& info) {
    if (info.takesTexts())
        return {{"input", "text"},
                {"length", info.text().length},
                {"vocabulary", info.text().vocabulary},
                {"lower_case", info.text().lowerCase}};
    return {{"input", "image"},
            {"side", info.side()},
            {"mean", info.image().mean},
            {"deviation", info.image().deviation}};
}

void printText(const NetworkInfo& info, const std::vector<StageTime>& times) {
    const Provenance& from = info.provenance;
    std::printf("%s, %s, %zu classes\n", printable(info.title).c_str(), inputText(info).c_str(),
                info.classNames.size());
    if (from.epochs > 0)
        std::printf("trained on %s, seed %llu, epoch %lld, by ", printable(from.dataset).c_str(),
                    static_cast<unsigned long long>(from.seed),
                    static_cast<long long>(from.epochs));
    else
        std::printf("imported by ");
    const std::string torch = from.torch.empty() ? "" : " with LibTorch " + printable(from.torch);
    std::printf("%s%s\n%s\nsha256 %s\n\n", printable(from.program).c_str(), torch.c_str(),
                printable(from.command).c_str(), info.hash.c_str());
    std::printf(
        "exit  depth  stage MFLOPs  parameters              cut  cut bytes  stage ms  exit ms  "
        "validation %%\n");
    for (std::size_t i = 0; i < info.stages.size(); ++i) {
        const StageInfo& stage = info.stages[i];
        std::printf("%4zu  %5g  %12.2f  %10lld  %15s  %9lld  %8.3f  %7.3f  ", i + 1, stage.depth,
                    2e-6 * static_cast<double>(stage.multiplyAdds),
                    static_cast<long long>(stage.parameters + stage.exitParameters),
                    shapesText(stage).c_str(), static_cast<long long>(stage.payloadBytes()),
                    times[i].stageMilliseconds, times[i].exitMilliseconds);
        if (i < from.accuracyPerExit.size())
            std::printf("%12.2f\n", 100 * from.accuracyPerExit[i]);
        else
            std::printf("%12s\n", "-");
    }
}

int modelInfoNow(const ModelFlags& flags) {
    const auto model = openModel(flags.model);
    if (!model) return report(model.error());
    const NetworkInfo& info = (*model)->info();
    const auto times = (*model)->measure();
    if (!times) return report(times.error());
    if (!flags.json) {
        printText(info, *times);
        return kExitFine;
    }
    nlohmann::json stages = nlohmann::json::array();
    for (std::size_t i = 0; i < info.stages.size(); ++i)
        stages.push_back(stageJson(info.stages[i], (*times)[i]));
    const Provenance& p = info.provenance;
    nlohmann::json out{{"kind", info.kind},
                       {"title", info.title},
                       {"class_names", info.classNames},
                       {"sha256", info.hash},
                       {"stages", stages},
                       {"units",
                        {{"multiply_adds", "operations"},
                         {"flops", "operations"},
                         {"cut_bytes", "bytes"},
                         {"bytes", "bytes"},
                         {"stage_ms", "ms"},
                         {"exit_ms", "ms"},
                         {"accuracy_per_exit", "share"},
                         {"side", "pixels"},
                         {"length", "pieces"}}},
                       {"provenance",
                        {{"program", p.program},
                         {"torch", p.torch},
                         {"command", p.command},
                         {"dataset", p.dataset},
                         {"data_hash", p.dataHash},
                         {"seed", p.seed},
                         {"epochs", p.epochs},
                         {"accuracy_per_exit", p.accuracyPerExit}}}};
    out.update(inputJson(info));
    printJson(out);
    return kExitFine;
}

}  // namespace

void addModelVerb(Command program) {
    const Command verb =
        program.addCommand("model", "Look into model files, and import networks from outside");
    verb.requireCommand();
    const Command info = verb.addCommand(
        "info", "Exits, FLOPs, parameters, bytes at each cut, and times measured on this machine");
    const auto flags = std::make_shared<ModelFlags>();
    info.option("model", flags->model, "A model file (.mee) or builtin:NAME").required();
    info.flag("--json", flags->json, "One JSON object on stdout");
    info.onRun([flags] { return modelInfoNow(*flags); });
    addModelImport(verb);
}

}  // namespace splitee
