// SPDX-License-Identifier: GPL-3.0-or-later
// LayerMap is where policies split over a grid of two parameters, one of which may be the severity
// of a distortion that tables beside the open one hold.
#pragma once

#include <QString>

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "gui/distortions/severity_study.h"
#include "storage/files/experiment_file.h"

namespace splitee {

/// What one side of the map varies.
struct MapAxis {
    std::string key;             ///< of Experiment, or kSeverityKey + the name of a distortion
    std::vector<double> values;  ///< rising; of a severity, 0 is the open table itself
    std::vector<std::string> tables =
        {};  ///< [values] of a severity: what to open; "": the open one

    [[nodiscard]] bool isSeverity() const { return !tables.empty(); }
    friend bool operator==(const MapAxis&, const MapAxis&) = default;
};
inline constexpr std::string_view kSeverityKey = "severity:";

/// "Threshold alpha", "severity of fog".
[[nodiscard]] QString axisTitle(const MapAxis& axis);

/// The axes that a set-up can be varied along. Severities where the open table is
/// PREFIX-clean beside PREFIX-KIND-SEVERITY, bundled or a file. Lists a file's folder.
[[nodiscard]] std::vector<MapAxis> mapAxes(const ExperimentFile& file);

struct LayerMap {
    MapAxis x, y;
    int exits = 1;
    std::vector<std::vector<SeverityFigures>> cells;  ///< [y * x], x fastest: [policies]
};

/// Plays the policies of `experiment` without its schedule in every cell, kSeveritySeeds seeds of
/// kSeverityRounds rounds. `open`: the table that is open, at the experiment's temperature. At most
/// one axis is a severity. Blocks; a stop is an error.
[[nodiscard]] Result<LayerMap> layerMap(const ExitTable& open, const Experiment& experiment,
                                        const MapAxis& x, const MapAxis& y,
                                        const std::stop_token& stop,
                                        const ProgressSink& progress = {});

}  // namespace splitee
