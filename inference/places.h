// SPDX-License-Identifier: GPL-3.0-or-later
// The choice among the places where exits can be attached to a network. No LibTorch here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/result.h"
#include "inference/importing.h"

namespace splitee {

/// Indices into `places`, rising: of those that cost the same the best, where enough is left to
/// compute. Exits are spread over these. `multiplyAdds` of the whole network.
[[nodiscard]] std::vector<std::size_t> placesWorthAnExit(std::span<const Place> places,
                                                         std::int64_t multiplyAdds);

/// Indices into `places`, rising. `wanted`: "auto", a number of exits, or names by commas.
/// `multiplyAdds` of the whole network: exits are spread evenly over them. The error is the end of
/// a sentence about the network.
[[nodiscard]] Result<std::vector<std::size_t>> choosePlaces(std::span<const Place> places,
                                                            std::int64_t multiplyAdds,
                                                            const std::string& wanted);

/// Their names by commas.
[[nodiscard]] std::string namesOf(std::span<const Place> places);

}  // namespace splitee
