// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/ticks.h"

#include <algorithm>
#include <cmath>

namespace splitee {

double roundStep(double span) {
    const double raw = span / 5;
    const double decade = std::pow(10, std::floor(std::log10(raw)));
    const double digit = raw / decade;
    return decade * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
}

std::vector<double> roundTicks(double low, double high) {
    const double step = roundStep(high - low);
    std::vector<double> ticks;
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; ++k)
        ticks.push_back(k * step);
    return ticks;
}

std::vector<double> decadeTicks(double low, double high) {
    const double first = std::floor(std::log10(low) + 1e-9);
    const double last = std::log10(high) + 1e-9;
    const double every = std::ceil((last - first) / 8);  // far apart where there are many decades
    const std::vector<double> digits =
        last - first < 1.7 ? std::vector<double>{1, 2, 5} : std::vector<double>{1};
    std::vector<double> ticks;
    for (double decade = first; decade <= last; decade += std::max(every, 1.0))
        for (const double digit : digits)
            if (const double tick = digit * std::pow(10, decade);
                tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
                ticks.push_back(tick);
    return ticks;
}

double roundAbove(double value) {
    if (!(value > 0)) return 1;
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double digit : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (digit * decade >= value * (1 - 1e-9)) return digit * decade;
    return 10 * decade;
}

int leadingDecimals(double value, int most) {
    return std::clamp(static_cast<int>(std::ceil(-std::log10(value) - 1e-9)), 0, most);
}

int stepDecimals(double step) {
    const int decimals = leadingDecimals(step, 6);
    const double shifted = step * std::pow(10, decimals);
    return std::abs(shifted - std::round(shifted)) > 1e-6 ? decimals + 1 : decimals;
}

}  // namespace splitee
