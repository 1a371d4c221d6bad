// SPDX-License-Identifier: GPL-3.0-or-later
// Tick labels as number_text writes numbers.
#pragma once

#include <qcustomplot.h>

namespace splitee {

/// Length in pixels: of an axis across as the next replot lays it out, by the margins of the last
/// one; of an upright axis as it is, or very long before the first layout.
[[nodiscard]] double axisLength(const QCPAxis& axis);

/// QCustomPlot chooses ticks before it lays axes out, so by the length of the picture before. This
/// chooses them once more, by the length that is drawn.
void keepTicksApart(QCustomPlot& plot);

/// Ticks at round numbers; `whole`: never between two whole numbers (rounds, layers). Two at least,
/// and so far apart that their labels do not touch.
class NumberTicker : public QCPAxisTicker {
public:
    /// `axis` must outlive it.
    NumberTicker(const QCPAxis& axis, bool whole) : axis_(axis), whole_(whole) {}

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double step, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;

private:
    const QCPAxis& axis_;
    bool whole_;
    int decimals_ = 0;
    // Of the round numbers at the last step, one of so many is shown: a step that shows two may be
    // too short for the labels of all.
    int every_ = 1;
};

/// Ticks at decades: 1, 10, 100, 1 000. Some are left out where their labels would touch.
class DecadeTicker : public QCPAxisTickerLog {
public:
    /// `axis` must outlive it.
    explicit DecadeTicker(const QCPAxis& axis) : axis_(axis) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;

private:
    const QCPAxis& axis_;
};

}  // namespace splitee
