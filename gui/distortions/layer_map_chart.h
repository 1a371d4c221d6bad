// SPDX-License-Identifier: GPL-3.0-or-later
// The learned layer as a heat map over two parameters, with a frame where the set-up is. A click on
// a cell, or Enter on the framed one, sets both.
#pragma once

#include <memory>

#include "gui/charts/cell_map_chart.h"
#include "gui/distortions/layer_map.h"

namespace splitee {

class LayerMapChart final : public CellMapChart {
    Q_OBJECT
public:
    explicit LayerMapChart(const Theme& theme, QWidget* parent = nullptr);

    /// Null: nothing to show. `policy`: place in the cells' figures.
    void show(std::shared_ptr<const LayerMap> map, std::size_t policy);
    using QWidget::show;
    [[nodiscard]] const LayerMap* map() const { return map_.get(); }
    /// The cell that the set-up lies in; -1: none.
    void setMarked(int cell);
    [[nodiscard]] QString wordsOf(int cell) const;
    [[nodiscard]] ChartTable visibleTable() const override;

signals:
    void chosen(int cell);

protected:
    std::int64_t fill() override;
    [[nodiscard]] QString tipAt(int cell) const override { return wordsOf(cell); }
    [[nodiscard]] QString describe() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::shared_ptr<const LayerMap> map_;
    std::size_t policy_ = 0;
    int marked_ = -1;
};

}  // namespace splitee
