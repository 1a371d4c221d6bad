// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/model_import.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/terminal.h"
#include "datasets/open_dataset.h"
#include "inference/encoder_import.h"
#include "inference/inference.h"
#include "storage/files/provenance.h"

namespace splitee {
namespace {

constexpr std::size_t kMostClassBytes = 1 << 20;

struct ImportFlags {
    std::string network, classes, mean = "0", deviation = "1", attach, dataset, out;
    std::string config, vocabulary;
    int length = 128;
    bool cased = false;
    int side = 32, threads = 1;
    std::int64_t images = ImportRequest().images;
    std::uint64_t seed = 1;
    bool overwrite = false, json = false;
};

std::vector<std::string> pieces(const std::string& text, char between) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(between, at), text.size());
        std::string part = text.substr(at, end - at);
        const auto first = part.find_first_not_of(" \t\r");
        part = first == std::string::npos
                   ? ""
                   : part.substr(first, part.find_last_not_of(" \t\r") - first + 1);
        if (!part.empty() || between == ',') parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

// A file with a name a line, or the names themselves, by commas; else the dataset's.
Result<std::vector<std::string>> classNames(const ImportFlags& flags) {
    if (flags.classes.empty()) {
        if (flags.dataset.empty())
            return fail(
                "the classes that the network tells apart are not known: give --classes "
                "FILE, --classes a,b,c, or the --dataset whose classes they are");
        return classesOf(flags.dataset);
    }
    std::error_code error;
    if (!std::filesystem::is_regular_file(flags.classes, error)) {
        auto names = pieces(flags.classes, ',');
        if (names.size() < 2)
            return fail("--classes " + flags.classes +
                        " is neither a file with a class a line nor a list a,b,c");
        return names;
    }
    std::string text(kMostClassBytes, '\0');
    std::ifstream in(flags.classes, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return pieces(text, '\n');
}

// "0.5" for all channels, or "0.49,0.48,0.45".
Result<std::array<double, 3>> channels(const std::string& flag, const std::string& text) {
    const auto parts = pieces(text, ',');
    std::array<double, 3> values{};
    for (std::size_t c = 0; c < 3; ++c) {
        const std::string& part = parts[parts.size() == 1 ? 0 : std::min(c, parts.size() - 1)];
        const auto [end, wrong] =
            std::from_chars(part.data(), part.data() + part.size(), values[c]);
        if ((parts.size() != 1 && parts.size() != 3) || wrong != std::errc() ||
            end != part.data() + part.size())
            return fail(flag + " " + text +
                        " is neither a number nor three of them, for red, green and blue");
    }
    return values;
}

// The command line that repeats the import, without the paths of this machine.
std::string importCommand(const ImportFlags& flags) {
    const auto bare = [](const std::string& path) {
        return std::filesystem::path(path).filename().string();
    };
    std::string text = "splitee model import " + bare(flags.network);
    std::error_code error;
    if (!flags.classes.empty())
        text += " --classes " + (std::filesystem::exists(flags.classes, error) ? bare(flags.classes)
                                                                               : flags.classes);
    text += " --side " + std::to_string(flags.side) + " --mean " + flags.mean + " --std " +
            flags.deviation;
    if (!flags.attach.empty()) text += " --attach " + flags.attach;
    if (!flags.dataset.empty()) {
        const std::size_t colon = flags.dataset.find(':');
        text += " --dataset " + flags.dataset.substr(0, colon) +
                (colon == std::string::npos ? "" : ":PATH");
    }
    return text + " --out " + bare(flags.out);
}

Result<ImportRequest> requestOf(const ImportFlags& flags) {
    ImportRequest request;
    request.network = flags.network;
    auto names = classNames(flags);
    if (!names) return tl::unexpected(names.error());
    request.classNames = std::move(*names);
    const auto mean = channels("--mean", flags.mean);
    if (!mean) return tl::unexpected(mean.error());
    const auto deviation = channels("--std", flags.deviation);
    if (!deviation) return tl::unexpected(deviation.error());
    request.input = {flags.side, *mean, *deviation};
    request.attach = flags.attach;
    request.images = flags.images;
    request.seed = flags.seed;
    request.threads = flags.threads;
    NetworkInfo described;
    described.input = request.input;
    described.classNames = request.classNames;
    if (auto valid = checkDescription(described); !valid)
        return fail("cannot import " + flags.network + " so: " + valid.error().message);
    request.provenance.program = programText();
    request.provenance.command = importCommand(flags);
    request.provenance.dataset = flags.dataset.substr(0, flags.dataset.find(':'));
    return request;
}

struct Images {
    std::shared_ptr<const Dataset> training, validation;  // null: not asked for
};

Result<Images> openImages(const ImportFlags& flags, const std::vector<std::string>& names) {
    Images images;
    if (flags.dataset.empty()) return images;
    auto validation = openDataset(flags.dataset, Split::Validation, flags.side, names);
    if (!validation) return tl::unexpected(validation.error());
    images.validation = std::move(*validation);
    if (flags.attach.empty()) return images;
    auto training = openDataset(flags.dataset, Split::Train, flags.side, names);
    if (!training) return tl::unexpected(training.error());
    images.training = std::move(*training);
    return images;
}

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
           flags.network.ends_with(".safetensors") ||
           std::filesystem::is_directory(flags.network, error);
}

int importEncoderNow(const ImportFlags& flags) {
    std::error_code error;
    std::filesystem::path folder = flags.network;
    EncoderFiles given{{}, flags.config, flags.vocabulary};
    if (!std::filesystem::is_directory(folder, error)) {
        given.weights = folder;
        folder = folder.has_parent_path() ? folder.parent_path() : ".";
    }
    const auto files = encoderFilesIn(folder, given);
    if (!files) return report(files.error());
    std::vector<std::string> names;
    if (!flags.classes.empty()) {
        auto named = classNames(flags);
        if (!named) return report(named.error(), kExitUsage);
        names = std::move(*named);
    }
    Provenance provenance;
    provenance.program = programText();
    provenance.command = "splitee model import " + files->weights.filename().string() +
                         " --config config.json --vocab vocab.txt --out " +
                         std::filesystem::path(flags.out).filename().string();
    const auto begun = std::chrono::steady_clock::now();
    ImportReport made;
    auto model = importEncoder(*files, flags.length, !flags.cased, std::move(names), provenance);
    if (!model) return report(model.error());
    made.model = std::move(*model);
    if (auto written = writeModelFile(flags.out, made.model); !written)
        return report(written.error());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (flags.json)
        printJson(importJson(made, seconds));
    else
        printImport(made, flags.out, seconds);
    return kExitFine;
}

int importNow(ImportFlags flags) {
    std::error_code error;
    if (!flags.overwrite && std::filesystem::exists(flags.out, error))
        return report(
            {flags.out + " exists already: name another file with --out, or replace it by "
                         "--overwrite"},
            kExitUsage);
    if (isEncoder(flags)) return importEncoderNow(flags);
    if (!flags.attach.empty() && flags.dataset.empty())
        return report({"--attach trains exits on images: name them with --dataset"}, kExitUsage);
    if (!flags.dataset.empty()) {
        const auto dataset = datasetName(flags.dataset);
        if (!dataset) return report(dataset.error());
        flags.dataset = *dataset;
    }
    const auto request = requestOf(flags);
    if (!request) return report(request.error(), kExitUsage);
    const auto images = openImages(flags, request->classNames);
    if (!images) return report(images.error());
    if (images->validation) tellRemarks(*images->validation);
    const auto inference = loadInference();
    if (!inference) return report(inference.error());
    const auto begun = std::chrono::steady_clock::now();
    auto imported = [&] {
        ProgressLine progress;
        return (*inference)
            ->importNetwork(*request, images->training.get(), images->validation.get(),
                            progress.sink(), cancelledByUser());
    }();
    if (!imported)
        return report(imported.error(),
                      cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
    if (auto written = writeModelFile(flags.out, imported->model); !written)
        return report(written.error());
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (flags.json)
        printJson(importJson(*imported, seconds));
    else
        printImport(*imported, flags.out, seconds);
    return kExitFine;
}

}  // namespace

void addModelImport(const Command& modelVerb) {
    const Command verb =
        modelVerb.addCommand("import",
                             "Make a model file of a TorchScript network, with exits of its own or "
                             "new ones, or of weights of a text encoder");
    const auto flags = std::make_shared<ImportFlags>();
    verb.option("network", flags->network,
                "A file of torch.jit.save, whose code runs here: import only what you trust; or "
                "weights "
                "of ElasticBERT or BERT with exits: a folder, .safetensors or pytorch_model.bin")
        .required();
    verb.option("--classes", flags->classes,
                "The classes in the order of the logits: a file with one a line, or a,b,c; else "
                "the dataset's");
    verb.option("--side", flags->side, "Pixels a side of its images")
        .between(1, 1024)
        .showDefault();
    verb.option("--mean", flags->mean,
                "Subtracted from pixels scaled to 0..1: a number, or three by commas")
        .showDefault();
    verb.option("--std", flags->deviation, "What the difference is divided by, likewise")
        .showDefault();
    verb.option("--config", flags->config, "config.json of such weights; else the one beside them");
    verb.option("--vocab", flags->vocabulary,
                "vocab.txt of such weights; else the one beside them");
    verb.option("--length", flags->length, "Pieces of a text that such a network reads")
        .between(8, 4096)
        .showDefault();
    verb.flag("--cased", flags->cased, "The vocabulary tells capitals from small letters");
    verb.option("--attach", flags->attach,
                "Train exits for a network with one: auto, their number, or places by commas");
    verb.option("--dataset", flags->dataset,
                "Images to train attached exits on, and to validate: cifar10:PATH, folder:PATH, "
                "signs");
    verb.option("--images", flags->images, "Of the training images at most so many; 0: all")
        .nonNegative()
        .showDefault();
    verb.option("--threads", flags->threads, "Compute threads; results are the same for any number")
        .between(1, 64)
        .showDefault();
    verb.option("--seed", flags->seed, "Chooses and orders the training images")
        .nonNegative()
        .showDefault();
    verb.option("--out", flags->out, "The model file to write").required().fileNotStdout();
    verb.flag("--overwrite", flags->overwrite, "Replace OUT where it exists");
    verb.flag("--json", flags->json, "One JSON object on stdout");
    verb.onRun([flags] { return importNow(*flags); });
}

}  // namespace splitee
