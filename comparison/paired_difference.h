// SPDX-License-Identifier: GPL-3.0-or-later
// PairedDifference: one group against a baseline, as signed differences over the seeds that both
// have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "comparison/compared_runs.h"
#include "engine/analysis/comparison.h"

namespace splitee {

/// `difference` is "group minus baseline"; empty where they have no seed in common that has
/// figures.
struct PairedDifference {
    std::optional<Comparison> difference;
    std::int64_t common = 0;    ///< seeds in both that have figures
    bool seedInCommon = false;  ///< there is one in both, with figures or without
    bool sameData = true;       ///< both played on the same samples
    bool sameRounds = true;     ///< every pair is equally long
};

[[nodiscard]] PairedDifference pairedDifference(const ComparedGroup& group,
                                                const ComparedGroup& baseline);

/// "SplitEE-S costs 0.31 lambda less per sample than SplitEE (95 % 0.28 to 0.34), at the same
/// accuracy, paired over 20 seeds"; says so where there is a single seed or none in common.
/// English, for reports.
[[nodiscard]] std::string sentence(const PairedDifference& paired, const std::string& group,
                                   const std::string& baseline);

}  // namespace splitee
