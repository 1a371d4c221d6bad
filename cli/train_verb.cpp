// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "datasets/open_dataset.h"
#include "inference/inference.h"
#include "storage/files/fields_json.h"
#include "storage/files/provenance.h"

namespace splitee {
namespace {

struct TrainFlags {
    TrainSettings settings;
    std::string dataset, out, init;
    int side = 0, threads = 2;
    bool resume = false, overwrite = false;
};

// The command line that reproduces the file, without the paths of this machine.
std::string commandText(const TrainFlags& flags, const TrainSettings& settings) {
    const std::size_t colon = flags.dataset.find(':');
    std::string text = "splitee train --dataset " + flags.dataset.substr(0, colon) +
                       (colon == std::string::npos ? "" : ":PATH");
    const TrainSettings defaults =
        settings.schedule == "finetune" ? TrainSettings::fineTuning() : TrainSettings();
    const auto standard = fieldsToJson(defaults);
    const auto used = fieldsToJson(settings);
    TrainSettings::visitFields(settings, [&](const auto&, const FieldInfo& info) {
        const std::string key(info.key);
        if (used[key] == standard[key] && !(key == "schedule" && settings.schedule == "finetune"))
            return;
        text += " " + flagOf(key) + " " + plainText(used[key]);
    });
    if (flags.side > 0) text += " --side " + std::to_string(flags.side);
    if (!flags.init.empty()) text += " --init MODEL";
    return text + " --out " + std::filesystem::path(flags.out).filename().string();
}

// Hours of work may lie there.
Result<void> checkOut(const TrainFlags& flags) {
    std::error_code error;
    for (const std::string& file : {flags.out, flags.out + ".checkpoint"})
        if (!flags.resume && !flags.overwrite && std::filesystem::exists(file, error))
            return fail(file +
                        " exists already: name another file with --out, go on with it by --resume, "
                        "or replace it by --overwrite");
    return {};
}

int trainNow(const Command& verb, TrainFlags flags) {
    const TrainSettings base =
        flags.settings.schedule == "finetune" ? TrainSettings::fineTuning() : TrainSettings();
    const auto settings = withGivenFlags(verb, flags.settings, base);
    if (!settings) return report(settings.error(), kExitUsage);
    if (flags.threads < 1 || flags.threads > 2)
        return report(
            {"threads is " + std::to_string(flags.threads) + ", but training uses 1 or 2"},
            kExitUsage);
    if (auto free = checkOut(flags); !free) return report(free.error(), kExitUsage);
    const auto dataset = datasetName(flags.dataset);
    if (!dataset) return report(dataset.error());
    flags.dataset = *dataset;
    const auto training = openDataset(flags.dataset, Split::Train, flags.side);
    if (!training) return report(training.error());
    const auto validation = openDataset(flags.dataset, Split::Validation, flags.side);
    if (!validation) return report(validation.error());
    tellRemarks(**training);
    if ((*validation)->remarks() != (*training)->remarks()) tellRemarks(**validation);
    const auto inference = loadInference();
    if (!inference) return report(inference.error());
    TrainRequest request;
    request.settings = *settings;
    request.out = flags.out;
    request.init = flags.init;
    request.resume = flags.resume;
    request.threads = flags.threads;
    request.provenance.program = programText();
    request.provenance.torch = (*inference)->torchVersion();
    request.provenance.command = commandText(flags, *settings);
    request.provenance.dataset = flags.dataset.substr(0, flags.dataset.find(':'));
    ProgressLine progress;
    const auto trained =
        (*inference)->train(request, **training, **validation, progress.sink(), cancelledByUser());
    if (!trained)
        return report(trained.error(),
                      cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
    std::fprintf(
        stderr, "\n%s: %s, weights of epoch %lld of %lld; validation accuracy per exit, %%:",
        printable(flags.out).c_str(), trained->cancelled ? "stopped" : "finished",
        static_cast<long long>(trained->bestEpoch), static_cast<long long>(trained->epochs));
    for (const double share : trained->accuracyPerExit) std::fprintf(stderr, " %.1f", 100 * share);
    std::fprintf(stderr, "\n");
    return trained->cancelled ? kExitCancelled : kExitFine;
}

}  // namespace

void addTrainVerb(Command program) {
    const Command verb =
        program.addCommand("train", "Train a multi-exit MobileNetV2 on clean images");
    const auto flags = std::make_shared<TrainFlags>();
    verb.option("--dataset", flags->dataset, "cifar10:PATH, folder:PATH, text:PATH or signs")
        .required();
    verb.option("--out", flags->out, "The model file to write; OUT.checkpoint is kept beside it")
        .required()
        .fileNotStdout();
    verb.option("--init", flags->init,
                "Start from this model's weights (for the schedule finetune)");
    verb.option("--side", flags->side,
                "Input size in pixels for folder: 32, or a multiple of 32 from 96 to 512")
        .between(0, 512);
    verb.option("--threads", flags->threads, "1 or 2; the weights are the same bit for bit")
        .showDefault();
    verb.flag("--resume", flags->resume, "Go on from OUT.checkpoint, bit for bit");
    verb.flag("--overwrite", flags->overwrite, "Replace OUT and OUT.checkpoint where they exist");
    addFieldFlags(verb, flags->settings);
    verb.onRun([verb, flags] { return trainNow(verb, *flags); });
}

}  // namespace splitee
