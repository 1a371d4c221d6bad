// SPDX-License-Identifier: GPL-3.0-or-later
// The scale of one axis: where a value lies between its ends, and its ticks.
#pragma once

#include <limits>
#include <vector>

namespace splitee {

/// The least and the largest of some values.
struct ValueRange {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    /// Leaves out what is not finite.
    void add(double value);
    [[nodiscard]] bool empty() const { return low > high; }
};

class Axis {
public:
    /// Where `high` is not above `low`, the axis is widened upwards. A log axis needs low > 0.
    Axis(double low, double high, bool log);
    /// 0 at low, 1 at high, clamped.
    [[nodiscard]] double share(double value) const;
    /// About 5 round numbers; decades on a log axis.
    [[nodiscard]] std::vector<double> ticks() const;
    [[nodiscard]] double low() const { return low_; }

private:
    double low_, high_;
    bool log_;
};

}  // namespace splitee
