// SPDX-License-Identifier: GPL-3.0-or-later
// One quantity of several policies over seeds on one pair of axes: the mean as a line, its 95 %
// interval as a band behind it.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "engine/replay/mean_curves.h"
#include "gui/charts/chart_panel.h"
#include "gui/widgets/theme.h"

namespace splitee {

class SeedCurves {
public:
    /// A policy's curve; `style`: its place among the policies.
    struct Entry {
        QString label;
        int style = 0;
        MeanCurve curve;
    };
    enum class Look { LineAndBand, Band, Ghost, Reference };

    /// `name`: of the quantity, in tables; `decimals` of its values.
    SeedCurves(QCPAxisRect& rect, const Theme& theme, Look look, QString name = {},
               int decimals = 1);

    void clear() { set({}, {}); }
    /// `round`: [K] of every curve.
    void set(std::vector<double> round, std::vector<Entry> entries);
    void recolour();

    [[nodiscard]] bool empty() const { return entries_.empty(); }
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    /// What the rounds from..to need of the value axis; the first rounds of a mean swing and do not
    /// count.
    void expand(QCPRange& range, bool& any, double from, double to) const;
    void label(EndLabels& labels) const;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double round) const;
    /// Appends rows of columns(): policy, quantity, round, mean, low, high.
    void appendRows(ChartTable& table, const QCPRange& rounds) const;
    [[nodiscard]] static QStringList columns();

private:
    struct Graphs {
        QCPGraph *line = nullptr, *low = nullptr, *high = nullptr;
    };
    [[nodiscard]] bool banded() const { return look_ == Look::LineAndBand || look_ == Look::Band; }
    [[nodiscard]] QColor textColor(const Entry& entry) const;

    QCPAxisRect& rect_;
    const Theme& theme_;
    Look look_;
    QString name_;
    int decimals_;
    std::vector<double> round_;
    std::vector<Entry> entries_;
    std::vector<Graphs> graphs_;  // as many as there ever were entries: they are kept and refilled
};

/// Sets a value axis to `range` with some air.
void fitValueAxis(QCPAxis& axis, QCPRange range, bool any, bool fromZero);

}  // namespace splitee
