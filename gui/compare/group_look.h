// SPDX-License-Identifier: GPL-3.0-or-later
// Colour, dash and marker of a group of compared runs in every chart: colour by policy where there
// are several, else by group; dash and marker distinguish the groups of one policy.
#pragma once

#include <qcustomplot.h>

#include <memory>
#include <vector>

#include "comparison/compared_runs.h"
#include "gui/widgets/theme.h"

namespace splitee {

using ComparedRunsPtr = std::shared_ptr<const ComparedRuns>;

struct GroupLook {
    int color = 0;  ///< place among the policies' colours
    int dash = 0;   ///< likewise among their dashes
    int marker = 0;
};

/// [groups]
[[nodiscard]] std::vector<GroupLook> looksOf(const ComparedRuns& compared);
[[nodiscard]] QPen penOf(const Theme& theme, const GroupLook& look);
/// Of a single seed, behind its mean.
[[nodiscard]] QPen ghostPenOf(const Theme& theme, const GroupLook& look);
[[nodiscard]] QColor bandOf(const Theme& theme, const GroupLook& look);
[[nodiscard]] QCPScatterStyle markerOf(const Theme& theme, const GroupLook& look, double size);
[[nodiscard]] QString labelOf(const ComparedGroup& group);

}  // namespace splitee
