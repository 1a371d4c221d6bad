// SPDX-License-Identifier: GPL-3.0-or-later
// The figures that a reproduction states of runs that differ in their seed: one list for pages,
// charts and CSV.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/statistics.h"
#include "reproduction/played_reproduction.h"

namespace splitee {

enum class PlayedFigure {
    Accuracy,        ///< %
    AccuracyChange,  ///< points, against the final exit on the same samples
    Cost,            ///< lambda a sample
    CostChange,      ///< %, against the final exit
    Offloaded,       ///< %
    Reward,          ///< a round
    Regret           ///< pseudo-regret of the whole run, in reward
};

struct PlayedFigureInfo {
    PlayedFigure figure;
    std::string_view key, unit;  ///< in the CSV
};
/// All but the regret, which is stated of runs of their own.
[[nodiscard]] std::span<const PlayedFigureInfo> playedFigures();

/// Mean and 95 % interval (Student's t) over the seeds; empty where a seed does not know it.
[[nodiscard]] std::optional<Estimate> estimateOf(std::span<const RunSummary> runs,
                                                 PlayedFigure figure);

/// The mean alone; empty without runs, too.
[[nodiscard]] std::optional<double> meanOf(const std::vector<RunSummary>* runs,
                                           PlayedFigure figure);

/// A policy's runs on a stream at the tables' o; nullptr where it was not played.
[[nodiscard]] const std::vector<RunSummary>* mainRuns(const PlayedReproduction& played,
                                                      std::size_t stream, std::size_t policy);

/// The layer that most rounds of all seeds stopped at.
struct LearnedLayer {
    int layer = 0;     ///< 0: nothing is computed on the device
    double share = 0;  ///< of the rounds, in [0, 1]
};
[[nodiscard]] LearnedLayer learnedLayer(std::span<const RunSummary> runs);

/// "86.56 ± 0.08": the mean and half the interval, the mean alone where every seed has it; "–"
/// without.
[[nodiscard]] std::string spreadText(const std::optional<Estimate>& estimate, int decimals);
/// The same with a sign: "+0.12 ± 0.03", "-67.3 ± 0.1".
[[nodiscard]] std::string changeText(const std::optional<Estimate>& estimate, int decimals);
/// "-1.22", "+0.05", "0.00"; "–" without a value.
[[nodiscard]] std::string changeText(const std::optional<double>& value, int decimals);

}  // namespace splitee
