// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "sources/live_source.h"

namespace splitee {
namespace {

struct ModelFlags {
    std::string model;
    bool json = false;
};

nlohmann::json stageJson(const StageCost& cost, const StageTime& time) {
    return {{"block", cost.block},
            {"multiply_adds", cost.multiplyAdds},
            {"flops", 2 * cost.multiplyAdds},
            {"parameters", cost.parameters},
            {"exit_multiply_adds", cost.exitMultiplyAdds},
            {"exit_parameters", cost.exitParameters},
            {"cut_shape", cost.cutShape},
            {"cut_bytes", cost.cutBytes},
            {"stage_ms", time.stageMilliseconds},
            {"exit_ms", time.exitMilliseconds}};
}

void printText(const MultiExitModel& model, const std::vector<StageCost>& costs,
               const std::vector<StageTime>& times) {
    const ModelFile& file = model.file();
    std::printf(
        "MobileNetV2, width %g, %d x %d RGB, %d classes\ntrained on %s, seed %llu, epoch %lld, by "
        "%s with LibTorch %s\n%s\nsha256 %s\n\n",
        file.architecture.width, file.architecture.side, file.architecture.side,
        file.architecture.classes, printable(file.provenance.dataset).c_str(),
        static_cast<unsigned long long>(file.provenance.seed),
        static_cast<long long>(file.provenance.epochs), printable(file.provenance.program).c_str(),
        printable(file.provenance.torch).c_str(), printable(file.provenance.command).c_str(),
        file.hash.c_str());
    std::printf(
        "exit  block  stage MFLOPs  parameters  cut (c x h x w)  cut bytes  stage ms  exit ms  "
        "validation %%\n");
    for (std::size_t i = 0; i < costs.size(); ++i) {
        const auto& accuracy = file.provenance.accuracyPerExit;
        char cut[32];
        std::snprintf(cut, sizeof cut, "%d x %d x %d", costs[i].cutShape[0], costs[i].cutShape[1],
                      costs[i].cutShape[2]);
        std::printf("%4zu  %5d  %12.2f  %10lld  %15s  %9lld  %8.3f  %7.3f  %12.2f\n", i + 1,
                    costs[i].block, 2e-6 * static_cast<double>(costs[i].multiplyAdds),
                    static_cast<long long>(costs[i].parameters + costs[i].exitParameters), cut,
                    static_cast<long long>(costs[i].cutBytes), times[i].stageMilliseconds,
                    times[i].exitMilliseconds, i < accuracy.size() ? 100 * accuracy[i] : 0.0);
    }
}

int modelInfoNow(const ModelFlags& flags) {
    const auto model = openModel(flags.model);
    if (!model) return report(model.error());
    const ModelFile& file = (*model)->file();
    const auto costs = stageCostsOf(file.architecture);
    const auto times = (*model)->measure();
    if (!flags.json) {
        printText(**model, costs, times);
        return kExitFine;
    }
    nlohmann::json stages = nlohmann::json::array();
    for (std::size_t i = 0; i < costs.size(); ++i) stages.push_back(stageJson(costs[i], times[i]));
    const Provenance& p = file.provenance;
    const nlohmann::json out{{"width", file.architecture.width},
                             {"side", file.architecture.side},
                             {"class_names", file.classNames},
                             {"mean", file.mean},
                             {"deviation", file.deviation},
                             {"sha256", (*model)->file().hash},
                             {"stages", stages},
                             {"units",
                              {{"multiply_adds", "operations"},
                               {"flops", "operations"},
                               {"cut_bytes", "bytes"},
                               {"stage_ms", "ms"},
                               {"exit_ms", "ms"},
                               {"accuracy_per_exit", "share"},
                               {"side", "pixels"}}},
                             {"provenance",
                              {{"program", p.program},
                               {"torch", p.torch},
                               {"command", p.command},
                               {"dataset", p.dataset},
                               {"data_hash", p.dataHash},
                               {"seed", p.seed},
                               {"epochs", p.epochs},
                               {"accuracy_per_exit", p.accuracyPerExit}}}};
    printJson(out);
    return kExitFine;
}

}  // namespace

void addModelVerb(Command program) {
    const Command verb = program.addCommand("model", "Look into model files");
    verb.requireCommand();
    const Command info = verb.addCommand(
        "info", "Exits, FLOPs, parameters, bytes at each cut, and times measured on this machine");
    const auto flags = std::make_shared<ModelFlags>();
    info.option("model", flags->model, "A model file (.mee) or builtin:NAME").required();
    info.flag("--json", flags->json, "One JSON object on stdout");
    info.onRun([flags] { return modelInfoNow(*flags); });
}

}  // namespace splitee
