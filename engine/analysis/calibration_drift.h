// SPDX-License-Identifier: GPL-3.0-or-later
// CalibrationDrift is how far each exit's confidence can be trusted stretch by stretch of a run,
// while its schedule changes what the samples come from.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

/// One exit over some rounds in a row, of their samples with a label.
struct CalibrationWindow {
    std::int64_t labelled = 0;
    double confidence = 0;  ///< mean; NaN without labels, like the others
    double accuracy = 0;    ///< share
    double ece = 0;         ///< expected calibration error, as in calibration.h
};

struct CalibrationDrift {
    struct Stretch {
        std::int64_t first = 1, last = 1;        ///< rounds
        std::vector<CalibrationWindow> exits{};  ///< [L]
    };
    std::vector<Stretch> stretches;  ///< without gaps, none across a switch of the schedule
};

/// Of rounds 1..`rounds` of `experiment` with its first seed, which are the same samples for every
/// policy. `tables`: the sources of its schedule. About `stretches` of them, of `least` rounds or
/// more where no switch is nearer. `bins` as in calibrationOf(). Fails where no sample has a label,
/// on a stop ("cancelled"). O(rounds * L).
[[nodiscard]] Result<CalibrationDrift> calibrationDrift(const std::vector<const ExitTable*>& tables,
                                                        const Experiment& experiment,
                                                        std::int64_t rounds, int stretches,
                                                        std::int64_t least, int bins,
                                                        std::stop_token stop = {});

}  // namespace splitee
