// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/model_import.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/terminal.h"
#include "cli/work_progress.h"
#include "datasets/open_dataset.h"
#include "inference/encoder_import.h"
#include "inference/inference.h"
#include "sources/network_import.h"

namespace splitee {
namespace {

struct ImportFlags {
    ImportWords words;
    std::string config, vocabulary;  // of weights of an encoder, as are the next two
    int length = 128;
    bool cased = false;
    bool overwrite = false, json = false;
    std::string progress = "line";
};

nlohmann::json importJson(const ImportReport& report, double seconds) {
    nlohmann::json exits = nlohmann::json::array();
    const auto& accuracy = report.model.provenance.accuracyPerExit;
    for (std::size_t k = 0; k < report.model.stages.size(); ++k) {
        const StageInfo& stage = report.model.stages[k];
        nlohmann::json exit{{"exit", stage.exit},
                            {"depth", stage.depth},
                            {"multiply_adds", stage.multiplyAdds},
                            {"cut_bytes", stage.payloadBytes()}};
        if (k < report.differences.size()) exit["difference"] = report.differences[k];
        if (k < accuracy.size()) exit["accuracy"] = accuracy[k];
        if (k < report.temperatures.size()) exit["temperature"] = report.temperatures[k];
        exits.push_back(std::move(exit));
    }
    return {{"title", report.model.title},
            {"exits", exits},
            {"seconds", seconds},
            {"units",
             {{"cut_bytes", "bytes"},
              {"multiply_adds", "operations"},
              {"difference", "share of the largest logit"},
              {"accuracy", "share"},
              {"temperature", "ratio"},
              {"seconds", "s"}}}};
}

void printImport(const ImportReport& report, const std::string& out, double seconds) {
    std::printf("%s: %zu exits in %s\n", printable(out).c_str(), report.model.stages.size(),
                durationText(seconds).c_str());
    std::printf("exit  MFLOPs so far  cut bytes  whole - cut  validation %%  temperature  place\n");
    const auto& accuracy = report.model.provenance.accuracyPerExit;
    double flops = 0;
    for (std::size_t k = 0; k < report.model.stages.size(); ++k) {
        const StageInfo& stage = report.model.stages[k];
        flops += 2e-6 * static_cast<double>(stage.multiplyAdds);
        std::printf("%4zu  %13.2f  %9lld  ", k + 1, flops,
                    static_cast<long long>(stage.payloadBytes()));
        if (k < report.differences.size())
            std::printf("%11.1e  ", report.differences[k]);
        else
            std::printf("%11s  ", "-");
        if (k < accuracy.size())
            std::printf("%12.2f  ", 100 * accuracy[k]);
        else
            std::printf("%12s  ", "-");
        if (k < report.temperatures.size())
            std::printf("%11.3f  ", report.temperatures[k]);
        else
            std::printf("%11s  ", "-");
        std::printf("%s\n", printable(stage.exit).c_str());
    }
    for (std::size_t k = 0; k < report.temperatures.size(); ++k)
        std::printf("%s%g", k == 0 ? "for its exit tables: --temperature " : ",",
                    report.temperatures[k]);
    if (!report.temperatures.empty()) std::printf("\n");
}

// A folder, or what has a vocabulary: weights of ElasticBERT or BERT, not a TorchScript archive.
bool isEncoder(const ImportFlags& flags) {
    std::error_code error;
    return !flags.config.empty() || !flags.vocabulary.empty() ||
           flags.words.network.ends_with(".safetensors") ||
           std::filesystem::is_directory(flags.words.network, error);
}

int importEncoderNow(const ImportFlags& flags) {
    std::error_code error;
    std::filesystem::path folder = flags.words.network;
    EncoderFiles given{{}, flags.config, flags.vocabulary};
    if (!std::filesystem::is_directory(folder, error)) {
        given.weights = folder;
        folder = folder.has_parent_path() ? folder.parent_path() : ".";
    }
    const auto files = encoderFilesIn(folder, given);
    if (!files) return report(files.error());
    std::vector<std::string> names;
    if (!flags.words.classes.empty()) {
        auto named = classNamesFrom(flags.words.classes);
        if (!named)
            return report({"--classes " + flags.words.classes + " " + named.error().message},
                          kExitUsage);
        names = std::move(*named);
    }
    Provenance provenance;
    provenance.program = programText();
    provenance.command = "splitee model import " + files->weights.filename().string() +
                         " --config config.json --vocab " + files->vocabulary.filename().string() +
                         " --out " + std::filesystem::path(flags.words.out).filename().string();
    const auto begun = std::chrono::steady_clock::now();
    ImportReport made;
    auto model = importEncoder(*files, flags.length, !flags.cased, std::move(names), provenance);
    if (!model) return report(model.error());
    made.model = std::move(*model);
    if (auto written = writeModelFile(flags.words.out, made.model); !written)
        return report(written.error());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (flags.json)
        printJson(importJson(made, seconds));
    else
        printImport(made, flags.words.out, seconds);
    return kExitFine;
}

int importNow(ImportFlags flags) {
    if (auto form = checkProgressFlag(flags.progress); !form)
        return report(form.error(), kExitUsage);
    ImportWords& words = flags.words;
    std::error_code error;
    if (!flags.overwrite && std::filesystem::exists(words.out, error))
        return report(
            {words.out + " exists already: name another file with --out, or replace it by "
                         "--overwrite"},
            kExitUsage);
    if (isEncoder(flags)) return importEncoderNow(flags);
    if (!words.attach.empty() && words.dataset.empty())
        return report({"--attach trains exits on images: name them with --dataset"}, kExitUsage);
    if (!words.dataset.empty()) {
        const auto dataset = datasetName(words.dataset);
        if (!dataset) return report(dataset.error());
        words.dataset = *dataset;
    }
    const auto request = importRequest(words, AskedBy::Flags);
    if (!request) return report(request.error(), kExitUsage);
    const auto images = openImportImages(words, request->classNames);
    if (!images) return report(images.error());
    if (images->validation) tellRemarks(*images->validation);
    const auto inference = loadInference();
    if (!inference) return report(inference.error());
    const auto begun = std::chrono::steady_clock::now();
    auto imported = [&] {
        WorkProgress progress(flags.progress);
        return (*inference)
            ->importNetwork(*request, images->training.get(), images->validation.get(),
                            progress.sink(), cancelledByUser());
    }();
    if (!imported)
        return report(imported.error(),
                      cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
    if (auto written = writeModelFile(words.out, imported->model); !written)
        return report(written.error());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (flags.json)
        printJson(importJson(*imported, seconds));
    else
        printImport(*imported, words.out, seconds);
    return kExitFine;
}

}  // namespace

void addModelImport(const Command& modelVerb) {
    const Command verb =
        modelVerb.addCommand("import",
                             "Make a model file of a TorchScript network, with exits of its own or "
                             "new ones, or of weights of a text encoder");
    const auto flags = std::make_shared<ImportFlags>();
    verb.option("network", flags->words.network,
                "A file of torch.jit.save, whose code runs here: import only what you trust; or "
                "weights of ElasticBERT or BERT with exits: a folder, .safetensors or "
                "pytorch_model.bin")
        .required();
    verb.option("--classes", flags->words.classes,
                "The classes in the order of the logits: a file with one a line, or a,b,c; else "
                "the dataset's");
    verb.option("--side", flags->words.side, "Pixels a side of its images")
        .between(1, 1024)
        .showDefault();
    verb.option("--mean", flags->words.mean,
                "Subtracted from pixels scaled to 0..1: a number, or three by commas")
        .showDefault();
    verb.option("--std", flags->words.deviation, "What the difference is divided by, likewise")
        .showDefault();
    verb.option("--config", flags->config, "config.json of such weights; else the one beside them");
    verb.option("--vocab", flags->vocabulary,
                "Its vocabulary: a vocab.txt or a SentencePiece model; else the one beside them");
    verb.option("--length", flags->length, "Pieces of a text that such a network reads")
        .between(8, 4096)
        .showDefault();
    verb.flag("--cased", flags->cased, "The vocab.txt tells capitals from small letters");
    verb.option("--attach", flags->words.attach,
                "Train exits for a network with one: auto, their number, or places by commas");
    verb.option("--dataset", flags->words.dataset,
                "Images to train attached exits on, and to validate: cifar10:PATH, folder:PATH, "
                "signs");
    verb.option("--images", flags->words.images, "Of the training images at most so many; 0: all")
        .nonNegative()
        .showDefault();
    verb.option("--threads", flags->words.threads,
                "Compute threads; results are the same for any number")
        .between(1, 64)
        .showDefault();
    verb.option("--seed", flags->words.seed, "Chooses and orders the training images")
        .nonNegative()
        .showDefault();
    verb.option("--out", flags->words.out, "The model file to write").required().fileNotStdout();
    verb.flag("--overwrite", flags->overwrite, "Replace OUT where it exists");
    verb.flag("--json", flags->json, "One JSON object on stdout");
    addProgressFlag(verb, flags->progress);
    verb.onRun([flags] { return importNow(*flags); });
}

}  // namespace splitee
