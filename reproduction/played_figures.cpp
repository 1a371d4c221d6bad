// SPDX-License-Identifier: GPL-3.0-or-later
#include "reproduction/played_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "comparison/report/report_text.h"

namespace splitee {
namespace {

constexpr double kSameForAll = 1e-9;

constexpr std::array<PlayedFigureInfo, 6> kPlayedFigures{{
    {PlayedFigure::Accuracy, "accuracy", "%"},
    {PlayedFigure::AccuracyChange, "accuracy_change", "points"},
    {PlayedFigure::Cost, "cost", "lambda a sample"},
    {PlayedFigure::CostChange, "cost_change", "%"},
    {PlayedFigure::Offloaded, "offloaded", "%"},
    {PlayedFigure::Reward, "reward", "a round"},
}};

// What does not depend on the order of the samples is the same for every seed, but for rounding.
std::string halfText(const Estimate& estimate, int decimals) {
    if (!estimate.halfWidth ||
        *estimate.halfWidth < kSameForAll * std::max(1.0, std::abs(estimate.mean)))
        return {};
    return " ± " + fixedText(*estimate.halfWidth, decimals);
}

std::optional<double> valueOf(const RunSummary& run, PlayedFigure figure) {
    switch (figure) {
        case PlayedFigure::Accuracy:
            return run.accuracy ? std::optional(100 * *run.accuracy) : std::nullopt;
        case PlayedFigure::AccuracyChange:
            return run.accuracyChangeVsFinal;
        case PlayedFigure::Cost:
            return run.costMean;
        case PlayedFigure::CostChange:
            return -run.costReductionVsFinal;
        case PlayedFigure::Offloaded:
            return 100 * run.offloadRate;
        case PlayedFigure::Reward:
            return run.rewardMean;
        case PlayedFigure::Regret:
            break;
    }
    return run.regret;
}

}  // namespace

std::span<const PlayedFigureInfo> playedFigures() { return kPlayedFigures; }

std::optional<Estimate> estimateOf(std::span<const RunSummary> runs, PlayedFigure figure) {
    std::vector<double> values;
    for (const RunSummary& run : runs)
        if (const auto value = valueOf(run, figure)) values.push_back(*value);
    return values.size() == runs.size() ? estimate(values) : std::nullopt;
}

std::optional<double> meanOf(const std::vector<RunSummary>* runs, PlayedFigure figure) {
    if (runs == nullptr || runs->empty()) return {};
    const auto estimate = estimateOf(*runs, figure);
    return estimate ? std::optional(estimate->mean) : std::nullopt;
}

const std::vector<RunSummary>* mainRuns(const PlayedReproduction& played, std::size_t stream,
                                        std::size_t policy) {
    const PlayedStream& one = played.streams[stream];
    if (!one.played() || !one.policies[policy].unplayable.empty()) return nullptr;
    return &one.policies[policy].at(played.description.experiment.offload).runs;
}

LearnedLayer learnedLayer(std::span<const RunSummary> runs) {
    std::vector<std::int64_t> pulls;
    std::int64_t rounds = 0;
    for (const RunSummary& run : runs) {
        pulls.resize(std::max(pulls.size(), run.pulls.size()));
        for (std::size_t k = 0; k < run.pulls.size(); ++k) pulls[k] += run.pulls[k];
        rounds += run.rounds;
    }
    if (rounds == 0) return {};
    LearnedLayer learned;
    std::int64_t most = rounds - std::accumulate(pulls.begin(), pulls.end(), std::int64_t{0});
    for (std::size_t k = 0; k < pulls.size(); ++k)
        if (pulls[k] > most) {
            most = pulls[k];
            learned.layer = static_cast<int>(k) + 1;
        }
    learned.share = static_cast<double>(most) / static_cast<double>(rounds);
    return learned;
}

std::string spreadText(const std::optional<Estimate>& estimate, int decimals) {
    if (!estimate) return "–";
    return fixedText(estimate->mean, decimals) + halfText(*estimate, decimals);
}

std::string changeText(const std::optional<double>& value, int decimals) {
    if (!value) return "–";
    const std::string text = fixedText(*value, decimals);
    const bool plus = *value > 0 && text.find_first_of("123456789") != std::string::npos;
    return (plus ? "+" : "") + text;
}

std::string changeText(const std::optional<Estimate>& estimate, int decimals) {
    if (!estimate) return "–";
    return changeText(std::optional(estimate->mean), decimals) + halfText(*estimate, decimals);
}

}  // namespace splitee
