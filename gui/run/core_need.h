// SPDX-License-Identifier: GPL-3.0-or-later
// CoreNeed says whether a run needs the processors that work beside it uses.
#pragma once

#include <chrono>
#include <cmath>

namespace splitee {

/// Where there are four processors or more, it never does. Else while it plays as fast as it goes,
/// or slower than it was told to.
class CoreNeed {
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit CoreNeed(unsigned processors) : few_(processors < kEnough) {}

    /// `speed`: rounds a second that are wanted, infinite for as fast as it goes; `rate`: played
    /// lately, 0: not known.
    [[nodiscard]] bool update(bool plays, double speed, double rate, Moment now) {
        if (!few_ || !plays) return needed_ = false;
        if (std::isinf(speed)) {
            since_ = now;
            return needed_ = true;
        }
        if (rate > 0 && rate < kSlow * speed) {
            needed_ = true;
            since_ = now;
        } else if (rate >= kWell * speed && now - since_ >= kAtLeast) {
            needed_ = false;
        }
        return needed_;
    }

private:
    static constexpr unsigned kEnough = 4;
    static constexpr double kSlow = 0.7, kWell = 0.9;
    static constexpr std::chrono::seconds kAtLeast{2};  // nothing flickers

    bool few_, needed_ = false;
    Moment since_;
};

}  // namespace splitee
