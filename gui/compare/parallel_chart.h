// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of parallel coordinates: an axis for each setting that differs and for each measure, a line
// per run. Dragging on an axis selects the runs that pass there.
#pragma once

#include <optional>
#include <vector>

#include "engine/run/statistics.h"
#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"

namespace splitee {

class ParallelChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit ParallelChart(const Theme& theme, QWidget* parent = nullptr);
    void show(ComparedRunsPtr compared);
    /// Keeps the runs whose value on an axis lies there, as shares of the axis; empty: all.
    void brush(std::size_t axis, std::optional<Interval> shares);
    void clearBrushes();
    /// The runs that every brush keeps.
    [[nodiscard]] std::vector<std::int64_t> kept() const;
    [[nodiscard]] QStringList axes() const;
    [[nodiscard]] std::optional<std::int64_t> chosen() const {
        return chosen_;
    }  ///< the run with the thick line
    [[nodiscard]] ChartTable visibleTable() const override;

signals:
    /// A click on its line, or an arrow key: the next of those that are kept.
    void runChosen(std::int64_t run);
    /// Clicked twice, or Enter.
    void runOpened(std::int64_t run);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double) const override { return {}; }
    [[nodiscard]] QString describe() const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Axis {
        QString name;
        std::vector<double> values;  // [runs]; NaN: it has none
        std::vector<QString> words;  // of an axis of words: one a place, else empty
        double low = 0, high = 1;
        std::optional<Interval> brush;
        QCPItemLine* line = nullptr;
        QCPItemText *title = nullptr, *lowText = nullptr, *highText = nullptr;
        QCPItemRect* box = nullptr;
        [[nodiscard]] double share(double value) const {
            return high > low ? (value - low) / (high - low) : 0.5;
        }
    };
    struct Line {
        std::int64_t run;
        std::size_t group;
        QCPGraph* graph;
    };
    void addAxis(const QString& name, std::vector<double> values, std::vector<QString> words);
    void collect();
    void makeItems();
    [[nodiscard]] bool passes(std::size_t run) const;
    [[nodiscard]] std::optional<std::size_t> axisAt(const QPointF& at) const;
    [[nodiscard]] double shareAt(const QPointF& at) const;
    /// Of those that are kept, near enough to be clicked.
    [[nodiscard]] std::optional<std::int64_t> runAt(const QPointF& at) const;
    void press(const QPointF& at);
    void drag(const QPointF& at);
    void release(const QPointF& at);
    void hover(const QPointF& at);
    void choose(std::int64_t run);
    void step(int by);

    QCPAxisRect* rect_;
    ComparedRunsPtr compared_;
    std::vector<GroupLook> looks_;
    std::vector<Axis> axes_;
    std::vector<Line> lines_;
    std::optional<std::int64_t> chosen_;
    std::optional<std::size_t> dragged_;
    bool brushed_ = false;  // since the button went down, or then a brush ended
    double dragFrom_ = 0;
};

}  // namespace splitee
