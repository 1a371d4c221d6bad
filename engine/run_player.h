// One run, played piece by piece.
#pragma once

#include <cstdint>

namespace splitee {

/// What a policy believes of one arm before its next round.
struct ArmView { double mean = 0, radius = 0, index = 0; std::int64_t pulls = 0; };

}  // namespace splitee
