// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/axis.h"

#include <algorithm>
#include <cmath>

#include "plot/ticks.h"

namespace splitee {

void ValueRange::add(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
}

Axis::Axis(double low, double high, bool log) : low_(low), high_(high), log_(log) {
    if (high_ > low_) return;
    high_ = log ? low * 10 : low + 1;
}

double Axis::share(double value) const {
    const double at =
        log_ ? std::log(value / low_) / std::log(high_ / low_) : (value - low_) / (high_ - low_);
    return std::clamp(at, 0.0, 1.0);
}

std::vector<double> Axis::ticks() const {
    return log_ ? decadeTicks(low_, high_) : roundTicks(low_, high_);
}

}  // namespace splitee
