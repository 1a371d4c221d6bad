#include "cli/live_source.h"

#include "cli/terminal.h"
#include "datasets/open_dataset.h"

namespace splitee {

void addLiveFlags(CLI::App& verb, LiveFlags& flags) {
    verb.add_option("--model", flags.model, "A model file (.mee) or builtin:NAME");
    verb.add_option("--dataset", flags.dataset, "cifar10:PATH, folder:PATH or signs");
    verb.add_option("--distortion", flags.distortion, "clean, gaussian_blur:SIGMA, gaussian_noise:LEVEL, legacy_wrap:SIGMA, or NAME@SEVERITY")
        ->capture_default_str();
    verb.add_option("--part", flags.part, "Part of the dataset: train, validation or test")->capture_default_str();
    verb.add_option("--threads", flags.threads, "Compute threads; results are the same for any number")->capture_default_str()->check(CLI::Range(1, 64));
}

Result<LiveSource> openLiveSource(const LiveFlags& flags, std::uint64_t seed) {
    const auto distortion = parseDistortion(flags.distortion);
    if (!distortion) return tl::unexpected(distortion.error());
    const auto part = splitFrom(flags.part);
    if (!part) return tl::unexpected(part.error());
    auto model = openModel(flags.model);
    if (!model) return tl::unexpected(model.error());
    auto dataset = openDataset(flags.dataset, *part, (*model)->file().architecture.side);
    if (!dataset) return tl::unexpected(dataset.error());
    if (auto fits = (*model)->accepts(**dataset); !fits) return tl::unexpected(fits.error());
    return LiveSource{std::move(*model), distorted(std::move(*dataset), *distortion, seed)};
}

void addTableFlags(CLI::App& verb, TableFlags& flags) {
    addLiveFlags(verb, flags.live);
    flags.live.threads = 2;
    verb.get_option("--model")->required();
    verb.get_option("--dataset")->required();
    verb.add_option("--samples", flags.samples, "Only the first so many; 0: all")->check(CLI::NonNegativeNumber);
    verb.add_option("--seed", flags.seed, "Fixes the distortion's noise")->capture_default_str()->check(CLI::NonNegativeNumber);
}

std::optional<ExitTable> tableOf(const TableFlags& flags, int& exitCode) {
    exitCode = kExitUsage;
    if (auto distortion = parseDistortion(flags.live.distortion); !distortion) return report(distortion.error()), std::nullopt;
    exitCode = kExitFailed;
    const auto source = openLiveSource(flags.live, flags.seed);
    if (!source) return report(source.error()), std::nullopt;
    ProgressLine progress;
    auto table = source->model->buildExitTable(*source->dataset, flags.samples, flags.live.threads, progress.sink(), cancelledByUser());
    if (!table) {
        if (cancelledByUser().stop_requested()) exitCode = kExitCancelled;
        return report(table.error()), std::nullopt;
    }
    exitCode = kExitFine;
    return std::move(*table);
}

}  // namespace splitee
