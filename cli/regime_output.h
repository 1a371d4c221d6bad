// SPDX-License-Identifier: GPL-3.0-or-later
// Output of splitee regime: a regime map as JSON, CSV, SVG and a printed table.
#pragma once

#include <string>

#include "engine/analysis/regime.h"

namespace splitee {

/// The input of a regime map, for its outputs.
struct RegimeSource {
    std::string table;  ///< as the user named it
    std::string name;   ///< of the table itself, for the chart
    int exits = 0;
    Experiment experiment;  ///< mu, offload and alpha are unused: the grid gives them
    RegimeGrid grid;
    bool againstEnds =
        false;  ///< gains drawn and printed: over the ends instead of over the best trivial policy
};

/// One JSON object on stdout: the parameters, the axes and every cell.
void printRegimeJson(const RegimeSource& source, const RegimeMap& map);

/// alpha,mu_lambda,offload (or
/// offload_factor),best_split,best_split_reward,best_trivial,best_trivial_reward,best_end,best_end_reward,policy,
/// reward,reward_low,reward_high,gain,gain_low,gain_high,gain_over_ends,..low,..high,seeds,rounds:
/// a row per cell and policy, finished cells only; low and high are the 95 % interval over seeds,
/// empty for a single seed.
[[nodiscard]] std::string regimeCsv(const RegimeSource& source, const RegimeMap& map);

/// A row of panels per alpha: the best split, then the gain of each policy.
[[nodiscard]] std::string regimeSvg(const RegimeSource& source, const RegimeMap& map);

void printRegime(const RegimeSource& source, const RegimeMap& map);

}  // namespace splitee
