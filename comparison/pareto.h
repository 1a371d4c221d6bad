// SPDX-License-Identifier: GPL-3.0-or-later
// Accuracy against cost: every run as a point, the mean of every group, the Pareto front of the
// means, and the final exit.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "comparison/compared_runs.h"

namespace splitee {

struct ParetoPoint {
    std::size_t group = 0;
    std::int64_t run = 0;
    OperatingPoint at;  ///< lambda a sample, accuracy in %
};

/// The mean of a group's runs whose accuracy is known, with half of its 95 % intervals by Student's
/// t; no interval of a single run.
struct ParetoMean {
    std::size_t group = 0;
    OperatingPoint at;  ///< lambda a sample, accuracy in %
    std::optional<double> costHalfWidth, accuracyHalfWidth;
    bool onFront = false;  ///< single seeds are no reason: a lucky one is not what a policy does
};

struct ParetoPicture {
    std::vector<ParetoPoint> points;         ///< runs whose accuracy is known
    std::vector<ParetoMean> means;           ///< groups that have a point
    std::vector<OperatingPoint> front;       ///< of the means, by rising cost
    std::vector<OperatingPoint> finalExits;  ///< of each source and cost table one, mean over runs
};

[[nodiscard]] ParetoPicture paretoOf(const ComparedRuns& compared);

}  // namespace splitee
