// SPDX-License-Identifier: GPL-3.0-or-later
// WaypointPlan says after which rounds a run that plays leaves a waypoint: at multiples of a
// distance that doubles, so that there are never more than memory has room for.
#pragma once

#include <algorithm>
#include <cstdint>

namespace splitee {

class WaypointPlan {
public:
    static constexpr std::size_t kMost = 512;
    static constexpr std::size_t kMostBytes = 32'000'000;  ///< of one run's waypoints
    static constexpr std::size_t kLeast = 16;              ///< however large they are

    /// `distance`: at first, in rounds.
    explicit WaypointPlan(std::int64_t distance) : distance_(distance) {}

    [[nodiscard]] bool due(std::int64_t round) const { return round % distance_ == 0; }
    /// The first round after this one that is due.
    [[nodiscard]] std::int64_t next(std::int64_t round) const {
        return (round / distance_ + 1) * distance_;
    }
    /// One was made, of so many bytes. What is no multiple of distance() may go from now on.
    void made(std::int64_t round, std::size_t bytes) {
        const std::size_t most =
            std::clamp(kMostBytes / std::max<std::size_t>(bytes, 1), kLeast, kMost);
        while (static_cast<std::size_t>(round / distance_) >= most) distance_ *= 2;
    }
    [[nodiscard]] std::int64_t distance() const { return distance_; }

private:
    std::int64_t distance_;
};

}  // namespace splitee
