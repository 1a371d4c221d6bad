// SPDX-License-Identifier: GPL-3.0-or-later
// Heat map of compared groups over two settings: the learned layer, the accuracy or the cost of
// each cell.
#pragma once

#include "comparison/setting_grid.h"
#include "gui/charts/cell_map_chart.h"
#include "gui/compare/group_look.h"

namespace splitee {

class SettingMapChart final : public CellMapChart {
    Q_OBJECT
public:
    explicit SettingMapChart(const Theme& theme, QWidget* parent = nullptr);

    /// `grid` of `compared`; null: nothing to show.
    void show(ComparedRunsPtr compared, SettingGrid grid, GridFigure figure);
    using QWidget::show;
    [[nodiscard]] const SettingGrid& grid() const { return grid_; }
    [[nodiscard]] QString wordsOf(int cell) const;
    [[nodiscard]] ChartTable visibleTable() const override;

protected:
    std::int64_t fill() override;
    [[nodiscard]] QString tipAt(int cell) const override { return wordsOf(cell); }
    [[nodiscard]] QString describe() const override;

private:
    [[nodiscard]] std::optional<double> figureOf(std::size_t cell) const;
    [[nodiscard]] QString figureText(double value) const;

    ComparedRunsPtr compared_;
    SettingGrid grid_;
    GridFigure figure_ = GridFigure::Layer;
};

/// "Learned layer", "Accuracy (%)", "Cost (λ)".
[[nodiscard]] QString gridFigureTitle(GridFigure figure);
/// A value of a setting in few words: "cifar10c · fog" for builtin:cifar10c-fog.
[[nodiscard]] QString gridValueText(const std::string& setting, const std::string& value);

}  // namespace splitee
