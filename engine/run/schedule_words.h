// SPDX-License-Identifier: GPL-3.0-or-later
// Short words of schedules, written out as the entries that they stand for.
//
//   "day"                       dawn:3, clean, rain:3, dusk:3 and night:3, a fifth of the run each
//   "day=4@1001..6000"          the same between those rounds, at severity 4
//   "fog@1..5@2000..4000"       from fog:1 to fog:5 in sixteen equal steps
//   "gaussian_blur:0.5..1.5@2000..4000"
//                               the same with an amount
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace splitee {

/// Steps of a ramp of severity: at least so many rounds or as many steps as it has rounds.
inline constexpr int kSeveritySteps = 16;

/// Entries as Schedule reads them, in order; `entry` itself where it is none of the words. `rounds`
/// of the run: a day without rounds lasts as long. Which sources are named does not depend on it.
/// Errors: a day of less than five rounds, one that has no severity.
[[nodiscard]] Result<std::vector<std::string>> writtenOut(std::string_view entry,
                                                          std::int64_t rounds);

}  // namespace splitee
