// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/figures_again.h"

#include <vector>

#include "comparison/kept_summary.h"
#include "engine/fields.h"

namespace splitee {
namespace {

std::string known(const std::optional<double>& value) {
    return value ? shortNumber(*value) : "unknown";
}

std::string differenceBetween(const RunSummary& then, const RunSummary& now) {
    struct Pair {
        const char* name;
        std::optional<double> then, now;
    };
    const Pair pairs[] = {
        {"rounds", static_cast<double>(then.rounds), static_cast<double>(now.rounds)},
        {"cost per sample", then.costMean, now.costMean},
        {"reward", then.rewardMean, now.rewardMean},
        {"share offloaded", then.offloadRate, now.offloadRate},
        {"accuracy", then.accuracy, now.accuracy},
        {"pseudo-regret", then.regret, now.regret}};
    for (const Pair& pair : pairs)
        if (pair.then != pair.now)
            return std::string(pair.name) + " " + known(pair.then) + " then, " + known(pair.now) +
                   " now";
    return then.pulls == now.pulls ? "" : "split layers were chosen otherwise";
}

}  // namespace

Result<FiguresAgain> playFiguresAgain(const StoredRun& run, World& world,
                                      std::span<RoundSink* const> also,
                                      const ProgressSink& progress, const std::stop_token& stop) {
    const auto then = keptSummary(run);
    if (!then) return fail("run " + std::to_string(run.id) + " keeps neither rounds nor figures");
    SummarySink figures(run.experiment, run.spec, world);
    std::vector<RoundSink*> sinks{&figures};
    sinks.insert(sinks.end(), also.begin(), also.end());
    const auto status = runOnce(run.experiment, run.spec, world, sinks, progress, stop);
    if (!status) return tl::unexpected(status.error());
    if (*status != RunStatus::Finished) return fail("cancelled");
    const RunSummary now = figures.summary(0);
    return FiguresAgain{now.rounds, differenceBetween(*then, now)};
}

}  // namespace splitee
