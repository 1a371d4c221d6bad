#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/live_source.h"
#include "cli/sources.h"
#include "cli/terminal.h"
#include "cli/verbs.h"

namespace splitee {
namespace {

struct EvalFlags {
    LiveFlags live;
    std::int64_t samples = 0;
    std::uint64_t seed = 1;
    bool json = false;
};

int evalNow(const EvalFlags& flags) {
    if (auto distortion = parseDistortion(flags.live.distortion); !distortion) return report(distortion.error(), kExitUsage);
    const auto source = openLiveSource(flags.live, flags.seed);
    if (!source) return report(source.error());
    ProgressLine progress;
    const auto table = source->model->buildExitTable(*source->dataset, flags.samples, flags.live.threads, progress.sink(), cancelledByUser());
    if (!table) return report(table.error(), cancelledByUser().stop_requested() ? kExitCancelled : kExitFailed);
    const auto accuracy = accuracyPerExit(*table);
    if (accuracy.empty()) return report({"cannot tell the accuracy on " + source->dataset->name() + ": no label is known"});
    std::vector<double> confidence(accuracy.size(), 0.0);
    for (std::size_t i = 0; i < table->confidence.size(); ++i)
        confidence[i % confidence.size()] += table->confidence[i] / static_cast<double>(table->samples());
    if (flags.json) {
        const nlohmann::json out{{"model", flags.live.model},         {"dataset", flags.live.dataset}, {"part", flags.live.part},
                                 {"distortion", flags.live.distortion}, {"samples", table->samples()},   {"exit_blocks", table->depth},
                                 {"accuracy_per_exit", accuracy},       {"confidence_per_exit", confidence}};
        std::printf("%s\n", out.dump(2).c_str());
        return kExitFine;
    }
    std::printf("%s, %lld samples\n\nexit  block  accuracy %%  mean confidence\n", source->dataset->name().c_str(), static_cast<long long>(table->samples()));
    for (std::size_t i = 0; i < accuracy.size(); ++i)
        std::printf("%4zu  %5.0f  %10.2f  %15.3f\n", i + 1, table->depth[i], 100 * accuracy[i], confidence[i]);
    return kExitFine;
}

}  // namespace

void addEvalVerb(CLI::App& app, int& exitCode) {
    auto* verb = app.add_subcommand("eval", "Accuracy of every exit of a model on a dataset");
    const auto flags = std::make_shared<EvalFlags>();
    addLiveFlags(*verb, flags->live);
    flags->live.threads = 2;
    verb->get_option("--model")->required();
    verb->get_option("--dataset")->required();
    verb->add_option("--samples", flags->samples, "Only the first so many; 0: all")->check(CLI::NonNegativeNumber);
    verb->add_option("--seed", flags->seed, "Fixes the distortion's noise")->capture_default_str()->check(CLI::NonNegativeNumber);
    verb->add_flag("--json", flags->json, "One JSON object on stdout");
    verb->callback([flags, &exitCode] { exitCode = evalNow(*flags); });
}

}  // namespace splitee
