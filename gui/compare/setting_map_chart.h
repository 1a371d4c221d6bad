// SPDX-License-Identifier: GPL-3.0-or-later
// Heat map of compared groups over two settings: the learned layer, the accuracy or the cost of
// each cell.
#pragma once

#include "comparison/setting_grid.h"
#include "gui/charts/chart_panel.h"
#include "gui/compare/group_look.h"

namespace splitee {

class CellGrid;
class RegimeKey;

class SettingMapChart final : public ChartPanel {
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
    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double) const override { return {}; }
    [[nodiscard]] QString describe() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] std::optional<double> figureOf(std::size_t cell) const;
    [[nodiscard]] QString figureText(double value) const;
    [[nodiscard]] QColor shade(double share) const;

    QCPAxisRect* rect_;
    CellGrid* cells_;
    RegimeKey* key_;
    ComparedRunsPtr compared_;
    SettingGrid grid_;
    GridFigure figure_ = GridFigure::Layer;
};

/// "Learned layer", "Accuracy (%)", "Cost (λ)".
[[nodiscard]] QString gridFigureTitle(GridFigure figure);
/// A value of a setting in few words: "cifar10c · fog" for builtin:cifar10c-fog.
[[nodiscard]] QString gridValueText(const std::string& setting, const std::string& value);

}  // namespace splitee
