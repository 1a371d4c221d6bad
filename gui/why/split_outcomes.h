// SPDX-License-Identifier: GPL-3.0-or-later
// What a round would have cost, earned and answered had it split at another layer: as far as the
// exits' answers to its sample are known.
#pragma once

#include <vector>

#include "gui/why/round_replay.h"
#include "gui/widgets/chart_table.h"

namespace splitee {

/// Of a split at one layer, where the sample leaves at that exit with alpha or more of confidence.
struct SplitOutcome {
    bool known = false;  ///< else nothing below is
    bool exited = false;
    int prediction = 0;
    int correct = -1;  ///< 1, 0 or -1: not known
    double cost = 0;   ///< in lambda
    double reward = 0;
};

/// [L] by layer, under the costs and the threshold that were in force.
[[nodiscard]] std::vector<SplitOutcome> splitOutcomes(const RoundAccount& account);
/// The same as a table in words, a row for each layer.
[[nodiscard]] ChartTable outcomeTable(const RoundAccount& account);

}  // namespace splitee
