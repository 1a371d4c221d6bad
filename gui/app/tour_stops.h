// SPDX-License-Identifier: GPL-3.0-or-later
// Stops of the guided tour: texts on the widgets of the live page.
#pragma once

#include <vector>

#include "gui/app/tour.h"

namespace splitee {

class RunView;
class SetupPanel;

/// Both must outlive the stops.
[[nodiscard]] std::vector<TourStop> tourStops(RunView& view, SetupPanel& panel);

}  // namespace splitee
