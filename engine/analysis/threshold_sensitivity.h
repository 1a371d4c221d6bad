// SPDX-License-Identifier: GPL-3.0-or-later
// ThresholdSensitivity holds what every fixed split of a table comes to at every threshold: how
// accurate, how dear, and how much it offloads.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "engine/world/costs.h"
#include "engine/world/exit_table.h"

namespace splitee {

/// One split at one threshold, over all samples of a table.
struct ThresholdFigures {
    std::optional<double> accuracy;  ///< share, of samples with a label; empty without labels
    double cost = 0;                 ///< lambda a sample
    double offloaded = 0;            ///< share
    double reward = 0;               ///< expected, a sample
};

class ThresholdSensitivity {
public:
    /// Thresholds 0, 0.001, .. 1: exact there.
    static constexpr int kSteps = 1000;
    [[nodiscard]] static double alphaAt(int step) { return static_cast<double>(step) / kSteps; }
    [[nodiscard]] static int stepOf(double alpha);

    /// Reads every sample once. Fails on a stop ("cancelled").
    [[nodiscard]] static Result<ThresholdSensitivity> of(const ExitTable& table,
                                                         std::stop_token stop = {});

    [[nodiscard]] int exits() const { return exits_; }
    [[nodiscard]] std::int64_t samples() const { return samples_; }
    [[nodiscard]] std::int64_t labelled() const { return labelled_; }
    /// `layer`: 1..L; at L every sample leaves. `costs`: of one exit evaluated.
    [[nodiscard]] ThresholdFigures at(int layer, int step, const CostTable& costs) const;
    /// The layer with the largest expected reward; ties to the lowest.
    [[nodiscard]] int bestLayer(int step, const CostTable& costs) const;

private:
    /// Of a layer and threshold, over the samples that leave there: how many, and what more their
    /// confidence and right answers are than the final exit's.
    struct Leaving {
        std::int64_t samples = 0, right = 0;
        double confidence = 0;
    };
    [[nodiscard]] const Leaving& leaving(int layer, int step) const {
        return leaving_[static_cast<std::size_t>((layer - 1) * (kSteps + 1) + step)];
    }

    int exits_ = 0;
    std::int64_t samples_ = 0, labelled_ = 0, finalRight_ = 0;
    double finalConfidence_ = 0;
    std::vector<Leaving> leaving_;  // [(L - 1) * (kSteps + 1)]
};

}  // namespace splitee
