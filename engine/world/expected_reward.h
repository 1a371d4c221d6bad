// SPDX-License-Identifier: GPL-3.0-or-later
// expectedRewards() gives E r(i) over a whole source. The best split in hindsight and the
// pseudo-regret are defined by it.
#pragma once

#include <vector>

#include "engine/world/world.h"

namespace splitee {

/// [L] mean reward of always splitting at layer i, over all samples. Empty for a world
/// that cannot show every exit (a live one).
[[nodiscard]] std::vector<double> expectedRewards(World& world, double threshold,
                                                  const CostTable& costs);

/// i* = argmax, ties to the lowest layer; `expected` must not be empty.
[[nodiscard]] int bestLayer(const std::vector<double>& expected);

}  // namespace splitee
