// SPDX-License-Identifier: GPL-3.0-or-later
// Temperature scaling corrects the confidences of an exit table, by one temperature for each exit
// (Guo et al. 2017, arXiv 1706.04599). calibration.h fits the temperatures.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/world/exit_table.h"

namespace splitee {

inline constexpr double kMinTemperature = 0.05, kMaxTemperature = 20;
/// Confidences are kept this far from 0 and 1 where a logit is taken: a softmax in float cannot
/// tell them from nearer ones.
inline constexpr double kConfidenceEdge = 1e-7;

/// ln(c / (1 - c)), with c first brought inside kConfidenceEdge.
[[nodiscard]] double logit(double confidence);
/// 1 / (1 + exp(-x)), without overflow.
[[nodiscard]] double sigmoid(double x);

/// sigmoid(logit(confidence) / temperature), inside kConfidenceEdge; a temperature of 1 leaves the
/// confidence as it is. Temperature scaling (Guo et al. 2017) divides all logits of an exit by T. A
/// table holds the largest softmax value alone, so its own logit against all other classes is
/// divided: the same thing for two classes, an approximation for more (there a confidence below 1/2
/// moves towards 1/2, not towards 1/classes). It keeps the order of confidences, so AUROC stays.
[[nodiscard]] double atTemperature(double confidence, double temperature);

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
