// SPDX-License-Identifier: GPL-3.0-or-later
// How far an exit's confidence can be trusted, and how to correct it: reliability, ECE, AUROC,
// temperature scaling.
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
inline constexpr double kMinTemperature = 0.05, kMaxTemperature = 20;
/// Confidences are kept this far from 0 and 1 where a logit is taken: a softmax in float cannot
/// tell them from nearer ones.
inline constexpr double kConfidenceEdge = 1e-7;

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

/// sigmoid(logit(confidence) / temperature), inside kConfidenceEdge; a temperature of 1 leaves the
/// confidence as it is. Temperature scaling (Guo et al. 2017) divides all logits of an exit by T. A
/// table holds the largest softmax value alone, so its own logit against all other classes is
/// divided: the same thing for two classes, an approximation for more (there a confidence below 1/2
/// moves towards 1/2, not towards 1/classes). It keeps the order of confidences, so AUROC stays.
[[nodiscard]] double atTemperature(double confidence, double temperature);

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

/// `table` with every confidence of exit i at temperatures[i - 1]; temperatures: [L], each within
/// the limits. The result holds no entropies (they do not follow from the largest value), unless
/// every temperature is 1.
[[nodiscard]] Result<ExitTable> withTemperatures(const ExitTable& table,
                                                 std::span<const double> temperatures);

/// "1.5" (every exit) or "1.2,1.1,1" (one an exit) -> [exits]. The error says what is wrong with
/// which value.
[[nodiscard]] Result<std::vector<double>> parseTemperatures(std::string_view text, int exits);
/// The text that parseTemperatures() reads back to the same numbers.
[[nodiscard]] std::string temperaturesText(std::span<const double> temperatures);

}  // namespace splitee
