// SPDX-License-Identifier: GPL-3.0-or-later
// One quantity of all runs on one pair of axes: a line each, and a band where a point stands for
// several rounds.
#pragma once

#include <functional>
#include <vector>

#include "gui/charts/chart_panel.h"

namespace splitee {

class RunCurves {
public:
    using Source = std::function<std::vector<CurvePoint>(const RunHistory&, const RoundView&)>;

    /// `name`: of the quantity, in tables; `decimals` of its values.
    RunCurves(QCPAxisRect& rect, const Theme& theme, QString name, int decimals, Source source);
    /// Dashed, thin, in the muted colour: what the runs are measured against. One line for all,
    /// from the first run.
    void setReference(QString label);

    void setRuns(const std::vector<const RunHistory*>& runs);
    void recolour();
    /// Reads the visible points and sets the value axis to them; returns the points of the line
    /// with the most.
    std::int64_t fill(const RoundView& view);
    void label(EndLabels& labels) const;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double round) const;
    /// Appends rows: policy, quantity, round, rounds, least, most, value.
    void appendRows(ChartTable& table) const;
    [[nodiscard]] static QStringList columns();

    /// The value axis has room for others too.
    void include(const RunCurves& others);
    void include(double value) { needs_.expand(value); }
    /// Sets the value axis to what is needed, with some air.
    void fitAxis();
    /// The value axis never ends below.
    void setFloor(double floor) { floor_ = floor; }

private:
    struct Curve {
        const RunHistory* run = nullptr;
        QCPGraph* line = nullptr;
        QCPGraph* least = nullptr;
        QCPGraph* most = nullptr;
        std::vector<CurvePoint> points;
    };
    void drop();

    QCPAxisRect& rect_;
    const Theme& theme_;
    QString name_;
    int decimals_;
    Source source_;
    QString reference_;
    double floor_ = -std::numeric_limits<double>::infinity();
    QCPRange needs_;
    bool needsAny_ = false;
    std::vector<Curve> curves_;
};

}  // namespace splitee
