// SPDX-License-Identifier: GPL-3.0-or-later
// Tick labels as number_text writes numbers.
#pragma once

#include <qcustomplot.h>

namespace splitee {

/// Ticks at round numbers; `whole`: never between two whole numbers (rounds, layers).
class NumberTicker : public QCPAxisTicker {
public:
    explicit NumberTicker(bool whole) : whole_(whole) {}

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;

private:
    bool whole_;
    int decimals_ = 0;
};

/// Ticks at decades: 1, 10, 100, 1 000.
class DecadeTicker : public QCPAxisTickerLog {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override;
};

}  // namespace splitee
