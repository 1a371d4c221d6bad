// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/figure_json.h"
#include "cli/json_text.h"
#include "cli/live_flags.h"
#include "cli/terminal.h"
#include "cli/verbs.h"

namespace splitee {
namespace {

struct EvalFlags {
    TableFlags table;
    bool json = false;
};

ExperimentFile liveExperiment(const LiveRequest& live) {
    ExperimentFile file;
    file.model = live.model;
    file.dataset = live.dataset;
    file.distortion = live.distortion;
    return file;
}

int evalNow(const EvalFlags& flags) {
    int exitCode = kExitFine;
    const auto table = tableOf(flags.table, exitCode);
    if (!table) return exitCode;
    const auto accuracy = accuracyPerExit(*table);
    if (accuracy.empty())
        return report({"cannot tell the accuracy on " + table->name + ": no label is known"});
    std::vector<double> confidence(accuracy.size(), 0.0);
    for (std::size_t i = 0; i < table->confidence.size(); ++i)
        confidence[i % confidence.size()] +=
            table->confidence[i] / static_cast<double>(table->samples());
    if (flags.json) {
        const nlohmann::json out{
            {"model", flags.table.live.model},
            {"dataset", flags.table.live.dataset},
            {"part", flags.table.live.part},
            {"distortion", flags.table.live.distortion},
            {"samples", table->samples()},
            {"exit_blocks", table->depth},
            {"accuracy_per_exit", accuracy},
            {"confidence_per_exit", confidence},
            {"source", sourceJson(liveExperiment(flags.table.live))},
            {"units", {{"accuracy_per_exit", "share"}, {"confidence_per_exit", "share"}}}};
        printJson(out);
        return kExitFine;
    }
    std::printf("%s, %lld samples\n\nexit  depth  accuracy %%  mean confidence\n",
                printable(table->name).c_str(), static_cast<long long>(table->samples()));
    for (std::size_t i = 0; i < accuracy.size(); ++i)
        std::printf("%4zu  %5.0f  %10.2f  %15.3f\n", i + 1, table->depth[i], 100 * accuracy[i],
                    confidence[i]);
    return kExitFine;
}

}  // namespace

void addEvalVerb(Command program) {
    const Command verb =
        program.addCommand("eval", "Accuracy of every exit of a model on a dataset");
    const auto flags = std::make_shared<EvalFlags>();
    addTableFlags(verb, flags->table);
    verb.flag("--json", flags->json, "One JSON object on stdout");
    verb.onRun([flags] { return evalNow(*flags); });
}

}  // namespace splitee
