// SPDX-License-Identifier: GPL-3.0-or-later
// MeanCurve is the mean of one curve over seeds with a band, for charts and CSV files.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/replay/replay.h"
#include "engine/run/statistics.h"

namespace splitee {

/// A quantity at every checkpoint of a run.
struct MeasureInfo {
    std::string_view key;
    std::string_view label;  ///< "Pseudo-regret", of a chart
    std::string_view unit;   ///< of its axis
};

/// Regrets, costs and rewards are sums over the rounds so far; accuracy and offload rate are shares
/// of the rounds so far. pseudo_regret: from the means over the whole table; realised_regret:
/// against the best fixed split on the same samples.
inline constexpr std::array<MeasureInfo, 9> kMeasures{{
    {"pseudo_regret", "Pseudo-regret", "reward, summed"},
    {"realised_regret", "Realised regret", "reward, summed"},
    {"reward", "Reward", "summed"},
    {"cost", "Cost", "lambda, summed"},
    {"compute_cost", "Computing cost", "lambda, summed"},
    {"exit_cost", "Exit cost", "lambda, summed"},
    {"offload_cost", "Offloading cost", "lambda, summed"},
    {"accuracy", "Accuracy so far", "share of rounds"},
    {"offload_rate", "Offload rate so far", "share of rounds"},
}};

/// [K] one seed's curve of a measure, or of pulls_1 .. pulls_L. NaN where it cannot be known
/// (accuracy before a label), empty where the policy has none (the pseudo-regret of one that does
/// not choose splits).
[[nodiscard]] std::vector<double> curveOf(const ReplayCurves& curves, std::string_view measure);

/// A measure over seeds, [K] each; no band from a single seed, NaN where no seed knows the value.
struct MeanCurve {
    std::vector<double> mean;
    std::vector<double> low, high;  ///< [K], or empty from a single seed
};
[[nodiscard]] MeanCurve meanCurve(std::span<const std::vector<double>> seeds, Band band);

}  // namespace splitee
