// SPDX-License-Identifier: GPL-3.0-or-later
// Pace tells how many rounds to play before the next look at the orders of the window.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace splitee {

class Pace {
public:
    /// `wanted`: rounds a second, infinite for as fast as it goes.
    [[nodiscard]] std::int64_t rounds(double wanted) const {
        const double count =
            std::isinf(wanted) ? static_cast<double>(flatOut_) : wanted * kTickSeconds;
        return std::clamp(static_cast<std::int64_t>(count), std::int64_t{1}, kMostAtOnce);
    }
    /// The last piece took so long: twice as many the next time, or half.
    void took(double seconds) {
        if (seconds < kTickSeconds / 2)
            flatOut_ = std::min(2 * flatOut_, kMostAtOnce);
        else if (seconds > kTickSeconds)
            flatOut_ = std::max<std::int64_t>(1, flatOut_ / 2);
    }

private:
    // A piece of work, so that orders are heard some eighty times a second.
    static constexpr double kTickSeconds = 0.012;
    static constexpr std::int64_t kMostAtOnce = 8192;

    std::int64_t flatOut_ = 64;
};

}  // namespace splitee
