// SPDX-License-Identifier: GPL-3.0-or-later
// TableSource: the exit tables of a replay, which are the experiment's own and those that its
// schedule switches to.
#pragma once

#include <string>
#include <vector>

#include "engine/run/experiment.h"

namespace splitee {

struct TableSource {
    std::vector<ExitTable>
        recorded;                   ///< 0: the experiment's own; then Schedule::sources() 1, 2, ..
    std::vector<ExitTable> scaled;  ///< the same at the experiment's temperature, if that is not 1
    std::string hash;               ///< of all of them, as they were read

    /// As ReplayWorld and replay() take them; valid while this lives.
    [[nodiscard]] std::vector<const ExitTable*> all() const;
    /// Divides logits as experiment.temperature says; all() gives the scaled tables from then on.
    [[nodiscard]] Result<void> applyTemperature(const Experiment& experiment);
};

/// Opens `name` (a file or builtin:NAME) and the schedule's tables. A source of the schedule is a
/// file, builtin:NAME, or a distortion: "gaussian_blur:0.8" beside cifar10-clean is
/// cifar10-gaussian_blur-0.8. Names of tables in a session: openTables(),
/// storage/session/kept_tables.h. Blocks.
[[nodiscard]] Result<TableSource> openTableFiles(const std::string& name,
                                                 const Experiment& experiment);

}  // namespace splitee
