// SPDX-License-Identifier: GPL-3.0-or-later
// The named figures of a finished run, as sessions and results list them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/summary.h"

namespace splitee {

struct RunFigure {
    const char* key;
    std::function<std::optional<double>(const RunSummary&)> of;  ///< empty for what cannot be known
};

/// In the order in which results list them.
[[nodiscard]] const std::vector<RunFigure>& runFigures();

/// One run's figures as JSON, as RunStore::finish() takes them; null for what cannot be
/// known.
[[nodiscard]] std::string summaryJson(const RunSummary& summary);

}  // namespace splitee
