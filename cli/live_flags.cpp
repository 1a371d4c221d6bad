// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/live_flags.h"

#include <cstdio>

#include "cli/terminal.h"
#include "cli/work_progress.h"

namespace splitee {

void addLiveFlags(Command verb, LiveRequest& flags) {
    verb.option("--model", flags.model, "A model file (.mee) or builtin:NAME");
    verb.option("--dataset", flags.dataset,
                "cifar10:PATH, cifar10c:PATH, folder:PATH, text:PATH, a folder or archive of "
                "images or texts, or signs");
    verb.option(
            "--distortion", flags.distortion,
            "clean, gaussian_blur:SIGMA, gaussian_noise:LEVEL, legacy_wrap:SIGMA, or NAME@SEVERITY "
            "(1 to 5) of what 'splitee distortions' lists; of texts typos:SHARE or "
            "dropped_words:SHARE")
        .showDefault();
    verb.option("--part", flags.part, "Part of the dataset: train, validation, test or all")
        .showDefault();
    verb.option("--threads", flags.threads, "Compute threads; results are the same for any number")
        .showDefault()
        .between(1, 64);
}

void addTableFlags(Command verb, TableFlags& flags) {
    addLiveFlags(verb, flags.live);
    flags.live.threads = 2;
    verb.find("--model").required();
    verb.find("--dataset").required();
    verb.option("--samples", flags.samples, "Only the first so many; 0: all").nonNegative();
    verb.option("--seed", flags.seed, "Fixes the distortion's noise").showDefault().nonNegative();
    addProgressFlag(verb, flags.progress);
}

void tellRemarks(const Dataset& images) {
    for (const std::string& remark : images.remarks())
        std::fprintf(stderr, "splitee: %s: %s\n", images.name().c_str(), remark.c_str());
}

std::optional<ExitTable> tableOf(const TableFlags& flags, int& exitCode) {
    exitCode = kExitUsage;
    if (auto distortion = parseDistortion(flags.live.distortion); !distortion)
        return report(distortion.error()), std::nullopt;
    if (auto form = checkProgressFlag(flags.progress); !form)
        return report(form.error()), std::nullopt;
    exitCode = kExitFailed;
    const auto source = openLiveSource(flags.live, flags.seed);
    if (!source) return report(source.error()), std::nullopt;
    tellRemarks(*source->images);
    WorkProgress progress(flags.progress);
    auto table = source->model->buildExitTable(*source->dataset, flags.samples, flags.live.threads,
                                               progress.sink(), cancelledByUser());
    if (!table) {
        if (cancelledByUser().stop_requested()) exitCode = kExitCancelled;
        return report(table.error()), std::nullopt;
    }
    exitCode = kExitFine;
    return std::move(*table);
}

}  // namespace splitee
