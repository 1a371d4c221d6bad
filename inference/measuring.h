// SPDX-License-Identifier: GPL-3.0-or-later
// Times the stages and exits of a network on this machine. Torch-free API.
#pragma once

#include <vector>

#include "inference/network.h"

namespace splitee {

class StagedNetwork;

/// [L] medians over some 50 passes of one grey image, or of the longest text, on one thread. Blocks
/// for about a second.
[[nodiscard]] std::vector<StageTime> measureStages(const StagedNetwork& network);

}  // namespace splitee
