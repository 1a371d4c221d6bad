// SPDX-License-Identifier: GPL-3.0-or-later
// Chart of accuracy against cost: the mean of each group with its intervals, a faint point per run,
// the Pareto front, the final exit.
#pragma once

#include <optional>
#include <vector>

#include "comparison/pareto.h"
#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"

namespace splitee {

class ParetoChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit ParetoChart(const Theme& theme, QWidget* parent = nullptr);
    void show(ComparedRunsPtr compared);
    [[nodiscard]] const ParetoPicture& picture() const { return picture_; }
    [[nodiscard]] std::optional<std::int64_t> chosen() const {
        return chosen_;
    }  ///< the run with the ring
    [[nodiscard]] ChartTable visibleTable() const override;

signals:
    /// A click on its point, or an arrow key: the next by cost.
    void runChosen(std::int64_t run);
    /// Clicked twice, or Enter.
    void runOpened(std::int64_t run);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    [[nodiscard]] const ParetoPoint* pointAt(const QPointF& at) const;
    [[nodiscard]] bool isOnFront(std::size_t group) const;
    void addMeans();
    void hover(const QPointF& at);
    void choose(const ParetoPoint& point);
    void step(int by);

    QCPAxisRect* rect_;
    QCPGraph *front_ = nullptr, *finals_ = nullptr, *ring_ = nullptr;
    QCPItemText *frontName_, *finalName_;
    ComparedRunsPtr compared_;
    ParetoPicture picture_;
    std::vector<GroupLook> looks_;
    std::vector<QCPGraph*> dots_;      // [groups] of their runs
    std::vector<QCPGraph*> means_;     // [picture_.means]
    std::vector<QCPErrorBars*> bars_;  // two for each of them
    std::optional<std::int64_t> chosen_;
    QPoint pressed_;
};

}  // namespace splitee
