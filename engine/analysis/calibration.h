// SPDX-License-Identifier: GPL-3.0-or-later
// Calibration of an exit's confidence: reliability bins, ECE, AUROC, and the temperature that fits
// best. world/temperature.h applies temperatures.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/progress.h"
#include "engine/world/exit_table.h"

namespace splitee {

inline constexpr int kMaxBins = 10'000;

/// The samples whose confidence falls into [low, high); the last bin holds 1 too.
struct ReliabilityBin {
    double low = 0, high = 0;
    std::int64_t count = 0;
    std::optional<double> confidence;  ///< their mean, empty without samples
    std::optional<double> right;       ///< share answered right
};

/// One exit, over the samples with a label.
struct ExitCalibration {
    std::int64_t labelled = 0;
    double accuracy = 0;    ///< share in [0, 1]
    double confidence = 0;  ///< mean
    double ece =
        0;  ///< expected calibration error: sum over bins of count / n * |right - confidence|
    std::optional<double> auroc;  ///< P(confidence of a right answer > of a wrong one), ties half;
                                  ///< empty where all answers are right, or all wrong
    std::vector<ReliabilityBin>
        bins;  ///< equal width (Naeini et al. 2015; Guo et al. 2017, arXiv 1706.04599)
};

/// [L], with `bins` (1..kMaxBins) bins each. Fails on a table without labels, on a stop
/// ("cancelled"). O(n log n) an exit.
[[nodiscard]] Result<std::vector<ExitCalibration>> calibrationOf(const ExitTable& table, int bins,
                                                                 std::stop_token stop = {},
                                                                 const ProgressSink& progress = {});

/// What fitting one exit's temperature came to.
struct FittedTemperature {
    double temperature = 1;  ///< in [kMinTemperature, kMaxTemperature], to six decimals so that
                             ///< text holds it exactly
    bool atLimit = false;    ///< the likelihood still rises beyond: confidence says nothing, or
                             ///< everything, there
    double lossBefore =
        0;  ///< mean negative log likelihood of being right or wrong, at temperature 1, nats
    double lossAfter = 0;  ///< at `temperature`
};

/// [L]: per exit the temperature under which atTemperature() makes the answers' being right or
/// wrong most likely. The loss is convex in 1/T; its one minimum is found by safeguarded Newton
/// steps: same table, same digits. Fails as calibrationOf().
[[nodiscard]] Result<std::vector<FittedTemperature>> fitTemperatures(
    const ExitTable& validation, std::stop_token stop = {}, const ProgressSink& progress = {});

}  // namespace splitee
