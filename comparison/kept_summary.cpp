// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/kept_summary.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace splitee {
namespace {

constexpr std::size_t kMostSummary = 100'000;  // bytes that are read; ours have some hundred
constexpr double kMostRounds = 1e12;
constexpr int kDeepestFigure = 8;

std::optional<double> figure(const nlohmann::json& figures, const char* key) {
    const auto found = figures.find(key);
    if (found == figures.end() || !found->is_number()) return std::nullopt;
    const auto value = found->get<double>();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<RunSummary> keptSummary(const StoredRun& run) {
    if (run.summary.size() > kMostSummary) return std::nullopt;
    // A session from anywhere may hold anything, and JSON nested deeply would exhaust the stack.
    const auto figures = nlohmann::json::parse(
        run.summary, [](int depth, auto, auto&) { return depth < kDeepestFigure; }, false);
    if (!figures.is_object()) return std::nullopt;
    RunSummary summary;
    const double rounds = figure(figures, "rounds").value_or(0);
    if (rounds >= 0 && rounds <= kMostRounds) summary.rounds = static_cast<std::int64_t>(rounds);
    summary.accuracy = figure(figures, "accuracy");
    summary.costMean = figure(figures, "cost_mean").value_or(0);
    summary.costReductionVsFinal = figure(figures, "cost_reduction_vs_final").value_or(0);
    summary.accuracyChangeVsFinal = figure(figures, "accuracy_change_vs_final");
    summary.offloadRate = figure(figures, "offload_rate").value_or(0);
    summary.rewardMean = figure(figures, "reward_mean").value_or(0);
    summary.regret = figure(figures, "regret");
    summary.realisedRegret = figure(figures, "realised_regret");
    summary.seconds = figure(figures, "seconds").value_or(0);
    if (const auto pulls = figures.find("pulls");
        pulls != figures.end() && pulls->is_array() && pulls->size() <= kMaxExits)
        for (const auto& one : *pulls)
            summary.pulls.push_back(one.is_number_integer() ? one.get<std::int64_t>() : 0);
    return summary;
}

std::int64_t playedRounds(const StoredRun& run) {
    if (run.rounds > 0) return run.rounds;
    const auto summary = keptSummary(run);
    return summary ? summary->rounds : 0;
}

}  // namespace splitee
