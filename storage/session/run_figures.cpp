// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/run_figures.h"

#include <nlohmann/json.hpp>

namespace splitee {

const std::vector<RunFigure>& runFigures() {
    static const std::vector<RunFigure> all{
        {"accuracy", [](const RunSummary& s) { return s.accuracy; }},
        {"cost_mean", [](const RunSummary& s) { return std::optional(s.costMean); }},
        {"cost_reduction_vs_final",
         [](const RunSummary& s) { return std::optional(s.costReductionVsFinal); }},
        {"accuracy_change_vs_final", [](const RunSummary& s) { return s.accuracyChangeVsFinal; }},
        {"offload_rate", [](const RunSummary& s) { return std::optional(s.offloadRate); }},
        {"reward_mean", [](const RunSummary& s) { return std::optional(s.rewardMean); }},
        {"regret", [](const RunSummary& s) { return s.regret; }},
        {"realised_regret", [](const RunSummary& s) { return s.realisedRegret; }},
        {"rounds_per_second",
         [](const RunSummary& s) { return std::optional(s.roundsPerSecond()); }},
    };
    return all;
}

std::string summaryJson(const RunSummary& summary) {
    nlohmann::json out{
        {"rounds", summary.rounds}, {"pulls", summary.pulls}, {"seconds", summary.seconds}};
    for (const RunFigure& figure : runFigures()) {
        const auto value = figure.of(summary);
        out[figure.key] = value ? nlohmann::json(*value) : nlohmann::json(nullptr);
    }
    return out.dump();
}

}  // namespace splitee
