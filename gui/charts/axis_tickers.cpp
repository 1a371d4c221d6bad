// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/axis_tickers.h"

#include <algorithm>
#include <cmath>

#include "gui/widgets/number_text.h"
#include "plot/ticks.h"

namespace splitee {

double NumberTicker::getTickStep(const QCPRange& range) {
    double step = QCPAxisTicker::getTickStep(range);
    if (whole_) step = std::max(1.0, std::ceil(step - 1e-9));
    decimals_ = stepDecimals(step);
    return step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return numberText(tick, decimals_);
}

QString DecadeTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return numberText(tick, tick < 1 ? std::max(2, leadingDecimals(tick, 9)) : 0);
}

}  // namespace splitee
