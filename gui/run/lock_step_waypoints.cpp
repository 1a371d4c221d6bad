// SPDX-License-Identifier: GPL-3.0-or-later
// Waypoints that the runs leave as they play.
#include <algorithm>

#include "gui/run/lock_step.h"

namespace splitee {

// Of all runs after the same round.
void LockStep::leaveWaypoints(FeedUpdate& update) {
    if (!waypoints_.due(round())) return;
    std::size_t most = 0;
    for (std::size_t k = 0; k < runners_.size(); ++k) {
        update.policies[k].waypoints.push_back(runners_[k].player->waypoint());
        most = std::max(most, update.policies[k].waypoints.back()->bytes());
    }
    waypoints_.made(round(), most);
    update.waypointDistance = waypoints_.distance();
}

}  // namespace splitee
