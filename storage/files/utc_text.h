// SPDX-License-Identifier: GPL-3.0-or-later
// Formats points in time.
#pragma once

#include <chrono>
#include <string>

namespace splitee {

/// ISO 8601 with milliseconds, as sessions and reports write times: "2026-11-26T13:05:00.123Z".
[[nodiscard]] std::string utcText(std::chrono::system_clock::time_point time);

}  // namespace splitee
