// SPDX-License-Identifier: GPL-3.0-or-later
// LeavingView: what a threshold does at one exit of a table: which samples leave there, and how
// often that exit and the final one are right on them.
#pragma once

#include <optional>

#include "engine/world/exit_table.h"

namespace splitee {

/// Shares in [0, 1]; accuracies over the samples with a label, empty where there are none.
struct LeavingView {
    int layer = 1;
    double leaving = 0;                       ///< C >= alpha, or the final exit
    double confidence = 0;                    ///< mean of those that leave
    std::optional<double> right, finalRight;  ///< this exit and the final one on those that leave
    std::optional<double> accuracy;           ///< this exit on all samples
    std::optional<double> finalAccuracy;      ///< the final exit on all samples
};

/// `layer` in 1..L.
[[nodiscard]] LeavingView leavingView(const ExitTable& table, int layer, double alpha);

}  // namespace splitee
