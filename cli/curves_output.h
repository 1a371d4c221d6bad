// SPDX-License-Identifier: GPL-3.0-or-later
// Output of splitee curves: curves of policies over rounds as JSON, CSV, SVG and a printed table.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/regret_theory.h"
#include "engine/replay/mean_curves.h"

namespace splitee {

/// The curves of one policy over its seeds.
struct PolicyCurves {
    std::string policy;
    std::size_t seeds = 0;
    std::vector<std::int64_t> round;  ///< [K] checkpoints
    std::vector<MeanCurve> measures;  ///< [measures of the request], [K] each; empty for one that
                                      ///< the policy does not have
    LaiRobbins reference;             ///< for the costs of this policy
    std::optional<LogSlope> slope;    ///< of the pseudo-regret
};

struct CurvesRequest {
    std::string table;  ///< as the user named it
    std::string name;   ///< of the table itself, for the chart
    Experiment experiment;
    std::vector<std::string> measures;  ///< keys of kMeasures, or pulls_i
    Band band = Band::StudentT;
    double decades = 1;  ///< of rounds that the slope is fitted over
    bool logX = false, logY = false;
};

struct CurvesResult {
    std::vector<PolicyCurves> policies;
    std::int64_t rounds = 0;
    bool cancelled = false;
};

/// One JSON object on stdout: parameters and, for every policy, its curves.
void printCurvesJson(const CurvesRequest& request, const CurvesResult& result);

/// policy,round,measure,mean,low,high,band,seeds; unknown values are empty.
[[nodiscard]] std::string curvesCsv(const CurvesRequest& request, const CurvesResult& result);

/// One panel per measure (pulls are in the CSV only); that of the pseudo-regret shows C ln t too.
[[nodiscard]] std::string curvesSvg(const CurvesRequest& request, const CurvesResult& result);

void printCurves(const CurvesRequest& request, const CurvesResult& result);

}  // namespace splitee
