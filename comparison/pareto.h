// SPDX-License-Identifier: GPL-3.0-or-later
// Accuracy against cost: every run as a point, the Pareto front, and the final exit.
#pragma once

#include <cstdint>
#include <vector>

#include "comparison/compared_runs.h"

namespace splitee {

struct ParetoPoint {
    std::size_t group = 0;
    std::int64_t run = 0;
    OperatingPoint at;  ///< lambda a sample, accuracy in %
    bool onFront = false;
};

struct ParetoPicture {
    std::vector<ParetoPoint> points;         ///< runs whose accuracy is known
    std::vector<OperatingPoint> front;       ///< by rising cost
    std::vector<OperatingPoint> finalExits;  ///< of each source and cost table one, mean over runs
};

[[nodiscard]] ParetoPicture paretoOf(const ComparedRuns& compared);

}  // namespace splitee
