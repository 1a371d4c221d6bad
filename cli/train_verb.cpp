// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/flags.h"
#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "cli/work_progress.h"
#include "datasets/open_dataset.h"
#include "inference/inference.h"
#include "storage/files/fields_json.h"
#include "storage/files/provenance.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

struct TrainFlags {
    std::string network{kMobileNetwork};
    TrainSettings settings;
    EncoderSettings encoder;
    std::string dataset, unlabelled, out, init, vocabulary, progress = "line";
    int side = 0, threads = 2;
    bool resume = false, overwrite = false;
};

TrainSettings defaultsOf(const std::string& network, const std::string& schedule) {
    if (network == kEncoderNetwork) return TrainSettings::forEncoder();
    return schedule == "finetune" ? TrainSettings::fineTuning() : TrainSettings();
}

// The flags of the fields that differ from `standard`.
template <class Parameters>
std::string changedFlags(const Parameters& used, const Parameters& standard,
                         const std::string& always = "") {
    const auto before = fieldsToJson(standard);
    const auto now = fieldsToJson(used);
    std::string text;
    Parameters::visitFields(used, [&](const auto&, const FieldInfo& info) {
        const std::string key(info.key);
        if (now[key] != before[key] || key == always)
            text += " " + flagOf(key) + " " + plainText(now[key]);
    });
    return text;
}

// The command line that reproduces the file, without the paths of this machine.
std::string commandText(const TrainFlags& flags, const TrainSettings& settings,
                        const EncoderSettings& encoder) {
    const std::size_t colon = flags.dataset.find(':');
    const bool texts = flags.network == kEncoderNetwork;
    std::string text = "splitee train";
    if (texts) text += " --network " + flags.network;
    text += " --dataset " + flags.dataset.substr(0, colon) +
            (colon == std::string::npos ? "" : ":PATH");
    text += changedFlags(settings, defaultsOf(flags.network, settings.schedule),
                         settings.schedule == "finetune" ? "schedule" : "");
    if (texts) text += changedFlags(encoder, EncoderSettings());
    if (!flags.unlabelled.empty()) text += " --unlabelled text:PATH";
    if (!flags.vocabulary.empty()) text += " --vocab VOCABULARY";
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

// A flag of another network would be passed over in silence.
Result<void> checkNetwork(const Command& verb, const TrainFlags& flags) {
    constexpr std::array<std::string_view, 2> kNetworks{kMobileNetwork, kEncoderNetwork};
    if (std::ranges::find(kNetworks, flags.network) == kNetworks.end())
        return fail("unknown network '" + flags.network + "': valid are " + listed(kNetworks));
    const bool texts = flags.network == kEncoderNetwork;
    std::string wrong;
    const auto refuse = [&](const std::string& flag) {
        if (wrong.empty() && verb.given(flag)) wrong = flag;
    };
    if (texts)
        for (const char* flag : {"--width", "--augment", "--side", "--wide-exits", "--distillation",
                                 "--exit-weights", "--confidence"})
            refuse(flag);
    else
        EncoderSettings::visitFields(
            flags.encoder, [&](const auto&, const FieldInfo& info) { refuse(flagOf(info.key)); });
    if (!texts)
        for (const char* flag : {"--unlabelled", "--vocab"}) refuse(flag);
    for (const char* flag : {"--vocabulary", "--init"})
        if (wrong.empty() && verb.given("--vocab") && verb.given(flag))
            return fail("--vocab names a vocabulary, and so does " + std::string(flag) +
                        ": give one of them");
    if (wrong.empty()) return {};
    return fail(wrong + " is for --network " +
                std::string(texts ? kMobileNetwork : kEncoderNetwork) + ", but " + flags.network +
                " is to be trained");
}

Result<std::shared_ptr<const Dataset>> openUnlabelled(const std::string& name) {
    const auto dataset = datasetName(name);
    if (!dataset) return tl::unexpected(dataset.error());
    return openDataset(*dataset, Split::Train, 0);
}

int trainNow(const Command& verb, TrainFlags flags) {
    const auto settings =
        withGivenFlags(verb, flags.settings, defaultsOf(flags.network, flags.settings.schedule));
    if (!settings) return report(settings.error(), kExitUsage);
    const auto encoder = withGivenFlags(verb, flags.encoder, EncoderSettings());
    if (!encoder) return report(encoder.error(), kExitUsage);
    if (auto fit = checkNetwork(verb, flags); !fit) return report(fit.error(), kExitUsage);
    if (flags.threads < 1 || flags.threads > 2)
        return report(
            {"threads is " + std::to_string(flags.threads) + ", but training uses 1 or 2"},
            kExitUsage);
    if (auto form = checkProgressFlag(flags.progress); !form)
        return report(form.error(), kExitUsage);
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
    std::shared_ptr<const Dataset> unlabelled;
    if (!flags.unlabelled.empty()) {
        auto texts = openUnlabelled(flags.unlabelled);
        if (!texts) return report(texts.error());
        unlabelled = std::move(*texts);
        tellRemarks(*unlabelled);
    }
    std::string init;
    if (!flags.init.empty()) {
        const auto found = resolve(flags.init, "models", ".mee");
        if (!found) return report(found.error());
        init = found->string();
    }
    const auto inference = loadInference();
    if (!inference) return report(inference.error());
    TrainRequest request;
    request.unlabelled = std::move(unlabelled);
    request.network = flags.network;
    request.settings = *settings;
    request.encoder = *encoder;
    request.out = flags.out;
    request.init = init;
    request.vocabulary = flags.vocabulary;
    request.resume = flags.resume;
    request.threads = flags.threads;
    request.provenance.program = programText();
    request.provenance.torch = (*inference)->torchVersion();
    request.provenance.command = commandText(flags, *settings, *encoder);
    request.provenance.dataset = flags.dataset.substr(0, flags.dataset.find(':'));
    WorkProgress progress(flags.progress);
    request.onStand = progress.standSink();
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
    const Command verb = program.addCommand(
        "train",
        "Train a network with its exits: a MobileNetV2 on clean images, or an encoder on texts");
    const auto flags = std::make_shared<TrainFlags>();
    verb.option("--network", flags->network, "mobilenet, for images, or encoder, for texts")
        .showDefault();
    verb.option("--dataset", flags->dataset,
                "cifar10:PATH, folder:PATH or signs; text:PATH for an encoder")
        .required();
    verb.option("--unlabelled", flags->unlabelled,
                "text:PATH whose words an encoder learns too, without their labels: the part for "
                "training");
    verb.option("--out", flags->out, "The model file to write; OUT.checkpoint is kept beside it")
        .required()
        .fileNotStdout();
    verb.option("--init", flags->init,
                "Start from the weights of this model, a file or builtin:NAME; what it lacks, such "
                "as wide exits or heads for "
                "other classes, starts anew");
    verb.option("--vocab", flags->vocabulary,
                "A vocabulary for an encoder, instead of learning one: a vocab.txt, read as "
                "uncased, or a SentencePiece model");
    verb.option("--side", flags->side,
                "Input size in pixels for folder: 32, or a multiple of 32 from 96 to 512")
        .between(0, 512);
    verb.option("--threads", flags->threads, "1 or 2; the weights are the same bit for bit")
        .showDefault();
    verb.flag("--resume", flags->resume, "Go on from OUT.checkpoint, bit for bit");
    verb.flag("--overwrite", flags->overwrite, "Replace OUT and OUT.checkpoint where they exist");
    addProgressFlag(verb, flags->progress);
    addFieldFlags(verb, flags->settings);
    addFieldFlags(verb, flags->encoder);
    verb.onRun([verb, flags] { return trainNow(verb, *flags); });
}

}  // namespace splitee
