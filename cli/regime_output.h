// SPDX-License-Identifier: GPL-3.0-or-later
// A regime map as JSON, CSV, SVG and a short table for people.
#pragma once

#include <string>

#include "engine/analysis/regime.h"

namespace splitee {

/// What a map was made of, for its outputs.
struct RegimeSource {
    std::string table;  ///< as the user named it
    std::string name;   ///< what the table calls itself, for the chart
    int exits = 0;
    Experiment experiment;  ///< its own mu, offload and alpha do not count
    RegimeGrid grid;
    bool againstEnds =
        false;  ///< gains drawn and printed: over the ends instead of over the best trivial policy
};

/// One JSON object on stdout: the parameters, the axes and every cell.
void printRegimeJson(const RegimeSource& source, const RegimeMap& map);

/// alpha,mu_lambda,offload,best_split,best_split_reward,best_trivial,best_trivial_reward,best_end,best_end_reward,policy,
/// reward,reward_low,reward_high,gain,gain_low,gain_high,gain_over_ends,..low,..high,seeds,rounds:
/// a row a cell and policy, finished ones only; low and high are the 95 % interval over seeds,
/// empty from a single seed.
[[nodiscard]] std::string regimeCsv(const RegimeSource& source, const RegimeMap& map);

/// Best split left, a column a policy coloured by its gain, a row an alpha.
[[nodiscard]] std::string regimeSvg(const RegimeSource& source, const RegimeMap& map);

void printRegime(const RegimeSource& source, const RegimeMap& map);

}  // namespace splitee
