// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/round_axis.h"

#include <qcustomplot.h>

#include <algorithm>

#include "gui/charts/axis_tickers.h"

namespace splitee {
namespace {

constexpr std::int64_t kLeastRounds = 10;

}  // namespace

RoundAxis::RoundAxis(QCustomPlot& plot, QObject* parent) : QObject(parent), plot_(plot) {}

void RoundAxis::add(QCPAxisRect& rect) {
    QCPAxis* axis = rect.axis(QCPAxis::atBottom);
    plot_.setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    rect.setRangeDragAxes(axis, nullptr);
    rect.setRangeZoomAxes(axis, nullptr);
    connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this](const QCPRange& range) {
                if (setting_) return;
                // A logarithmic axis begins at round 1.
                setRanges(logarithmic_ ? std::max(1.0, range.lower) : range.lower, range.upper);
                emit moved();
            });
}

void RoundAxis::setRanges(double from, double to) {
    setting_ = true;
    for (QCPAxisRect* rect : plot_.axisRects()) rect->axis(QCPAxis::atBottom)->setRange(from, to);
    setting_ = false;
}

void RoundAxis::showUpTo(std::int64_t round) {
    setRanges(logarithmic_ ? 1 : 0, static_cast<double>(std::max(round, kLeastRounds)));
}

void RoundAxis::show(double from, double to) {
    setRanges(logarithmic_ ? std::max(1.0, from) : from, to);
}

void RoundAxis::setLogarithmic(bool on) {
    logarithmic_ = on;
    setting_ = true;
    for (QCPAxisRect* rect : plot_.axisRects()) {
        QCPAxis* axis = rect->axis(QCPAxis::atBottom);
        if (on && axis->range().lower < 1) axis->setRangeLower(1);
        axis->setScaleType(on ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        if (on)
            axis->setTicker(QSharedPointer<DecadeTicker>::create(*axis));
        else
            axis->setTicker(QSharedPointer<NumberTicker>::create(*axis, true));
    }
    setting_ = false;
}

void RoundAxis::zoom(double factor, double shift) {
    QCPAxis* axis = plot_.axisRect(0)->axis(QCPAxis::atBottom);
    if (factor != 1) axis->scaleRange(factor);
    if (shift != 0) axis->moveRange(shift * axis->range().size());
}

}  // namespace splitee
