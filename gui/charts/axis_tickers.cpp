// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/axis_tickers.h"

#include <algorithm>
#include <cmath>

#include "gui/widgets/number_text.h"
#include "plot/ticks.h"

namespace splitee {
namespace {

constexpr int kBetweenLabels = 12;  // pixels
constexpr int kFirstMargin = 60;    // of an axis that was not laid out yet

double labelLength(const QCPAxis& axis, const QString& label) {
    const QFontMetrics metrics(axis.tickLabelFont());
    return axis.orientation() == Qt::Horizontal ? metrics.horizontalAdvance(label) + kBetweenLabels
                                                : metrics.height();
}

// The least of 1, 2, 5 and 10 times a power of ten that is not below `value`, which is above 0.
double niceFrom(double value) {
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double digit : {1.0, 2.0, 5.0})
        if (digit * decade >= value * (1 - 1e-9)) return digit * decade;
    return 10 * decade;
}

double nextSmaller(double step) {
    const double decade = std::pow(10, std::floor(std::log10(step) + 1e-9));
    const double digit = step / decade;
    return digit > 4.9 ? 2 * decade : digit > 1.9 ? decade : decade / 2;
}

double multiplesIn(const QCPRange& range, double step) {
    return std::floor(range.upper / step + 1e-9) - std::ceil(range.lower / step - 1e-9) + 1;
}

}  // namespace

double axisLength(const QCPAxis& axis) {
    const QCPAxisRect& rect = *axis.axisRect();
    const bool across = axis.orientation() == Qt::Horizontal;
    // Of values, unknown before the first layout: then nothing is left out.
    if (!across) return rect.outerRect().height() > 0 ? std::max(rect.height(), 1) : 1e6;
    const int margins = rect.width() > 0 && rect.margins().left() > 0
                            ? rect.margins().left() + rect.margins().right()
                            : kFirstMargin;
    return std::max(axis.parentPlot()->viewport().width() - margins, 1);
}

void keepTicksApart(QCustomPlot& plot) {
    QObject::connect(&plot, &QCustomPlot::afterLayout, &plot, [&plot] {
        for (QCPAxisRect* rect : plot.axisRects()) rect->update(QCPLayoutElement::upPreparation);
    });
}

double NumberTicker::getTickStep(const QCPRange& range) {
    const auto whole = [this](double step) {
        return whole_ ? std::max(1.0, std::ceil(step - 1e-9)) : step;
    };
    double step = whole(QCPAxisTicker::getTickStep(range));
    const double longest =
        std::max(labelLength(axis_, numberText(range.upper, stepDecimals(step))),
                 labelLength(axis_, numberText(range.lower, stepDecimals(step))));
    const double room = axisLength(axis_);
    const double least = range.size() * longest / room;
    if (step < least) step = whole(niceFrom(least));
    constexpr double kTwo = 2;  // labels, where there is room for them
    const auto shown = [&] { return std::floor((multiplesIn(range, step) - 1) / every_) + 1; };
    every_ = 1;
    while (room >= kTwo * longest && shown() < kTwo && (!whole_ || step > 1) && step > 1e-12) {
        step = whole(nextSmaller(step));
        every_ = std::max(1, int(std::ceil(least / step - 1e-9)));
    }
    decimals_ = stepDecimals(step);
    return step;
}

QVector<double> NumberTicker::createTickVector(double step, const QCPRange& range) {
    if (every_ == 1) return QCPAxisTicker::createTickVector(step, range);
    QVector<double> kept;
    const double last = std::floor(range.upper / step + 1e-9);
    for (double k = std::ceil(range.lower / step - 1e-9); k <= last; k += every_)
        kept.append(k * step);
    return kept;
}

QString NumberTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return numberText(tick, decimals_);
}

// From the last one on, which is the longest.
QVector<double> DecadeTicker::createTickVector(double step, const QCPRange& range) {
    QVector<double> all = QCPAxisTickerLog::createTickVector(step, range), kept;
    if (axis_.orientation() != Qt::Horizontal || range.lower <= 0) return all;
    const double perLog = axisLength(axis_) / std::log(range.upper / range.lower);
    for (auto tick = all.crbegin(); tick != all.crend(); ++tick) {
        const double room =
            kept.isEmpty() ? 0 : perLog * std::log(kept.front() / std::max(*tick, 1e-300));
        if (kept.isEmpty() || room >= labelLength(axis_, getTickLabel(kept.front(), {}, {}, 0)))
            kept.prepend(*tick);
    }
    return kept;
}

QString DecadeTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    return numberText(tick, tick < 1 ? std::max(2, leadingDecimals(tick, 9)) : 0);
}

}  // namespace splitee
