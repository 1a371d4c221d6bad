// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/axis_tickers.h"

#include <algorithm>
#include <cmath>

#include "gui/widgets/number_text.h"

namespace splitee {

double NumberTicker::getTickStep(const QCPRange& range) {
    double step = QCPAxisTicker::getTickStep(range);
    if (whole_) step = std::max(1.0, std::ceil(step - 1e-9));
    decimals_ = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
    if (std::abs(step * std::pow(10, decimals_) - std::round(step * std::pow(10, decimals_))) >
        1e-6)
        ++decimals_;  // 0.25, 2.5
    return step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return numberText(tick, decimals_);
}

QString DecadeTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return numberText(
        tick,
        tick < 1 ? std::clamp(static_cast<int>(std::ceil(-std::log10(tick) - 1e-9)), 2, 9) : 0);
}

}  // namespace splitee
