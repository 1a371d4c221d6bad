// SPDX-License-Identifier: GPL-3.0-or-later
// The axis of rounds that all axis rects of a plot share: one range, linear or logarithmic, moved
// by mouse, by keyboard or to show the whole run.
#pragma once

#include <QObject>

#include <cstdint>

class QCPAxisRect;
class QCustomPlot;

namespace splitee {

class RoundAxis : public QObject {
    Q_OBJECT
public:
    /// `plot` must outlive it.
    RoundAxis(QCustomPlot& plot, QObject* parent);

    /// Its bottom axis takes part from now on.
    void add(QCPAxisRect& rect);
    [[nodiscard]] bool isLogarithmic() const { return logarithmic_; }
    void setLogarithmic(bool on);
    /// From the first round to this one; at least ten.
    void showUpTo(std::int64_t round);
    void show(double from, double to);
    /// Scales the range by `factor` around its centre, then shifts it by a share of its width.
    void zoom(double factor, double shift);

signals:
    void moved();  ///< by the user

private:
    /// Without moved().
    void setRanges(double from, double to);

    QCustomPlot& plot_;
    bool logarithmic_ = false;
    bool setting_ = false;
};

}  // namespace splitee
