// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of the guided tour: what it says of the live page's widgets.
#pragma once

#include <vector>

#include "gui/app/tour.h"

namespace splitee {

class RunView;
class SetupPanel;

/// Both must outlive the stops.
[[nodiscard]] std::vector<TourStop> tourStops(RunView& view, SetupPanel& panel);

}  // namespace splitee
