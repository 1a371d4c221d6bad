// Accuracy against cost: a point a run, the front of those that no other beats, the final exit.
#pragma once

#include <vector>

#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"
#include "library/pareto.h"

namespace splitee {

class ParetoChart final : public ChartPanel {
    Q_OBJECT
public:
    explicit ParetoChart(const Theme& theme, QWidget* parent = nullptr);
    void show(ComparedRunsPtr compared);
    [[nodiscard]] const ParetoPicture& picture() const { return picture_; }
    [[nodiscard]] ChartTable visibleTable() const override;

signals:
    void runChosen(std::int64_t run);

protected:
    std::int64_t fill() override;
    void recolour() override;
    [[nodiscard]] QString crosshairTitle(double position) const override;
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double position) const override;
    [[nodiscard]] QString describe() const override;

private:
    void click(const QPointF& at);

    QCPAxisRect* rect_;
    QCPGraph *front_ = nullptr, *finals_ = nullptr;
    QCPItemText *frontName_, *finalName_;
    ComparedRunsPtr compared_;
    ParetoPicture picture_;
    std::vector<GroupLook> looks_;
    std::vector<QCPGraph*> dots_;     // [groups]
};

}  // namespace splitee
