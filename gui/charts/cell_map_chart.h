// SPDX-License-Identifier: GPL-3.0-or-later
// CellMapChart is the base class of charts of coloured cells with a key under them. The tooltip
// tells the cell under the pointer.
#pragma once

#include <vector>

#include "gui/charts/cell_grid.h"
#include "gui/charts/chart_panel.h"
#include "gui/charts/regime_overlays.h"

namespace splitee {

class CellMapChart : public ChartPanel {
    Q_OBJECT
protected:
    CellMapChart(const Theme& theme, const QString& title, const QString& across,
                 const QString& down, QWidget* parent);

    /// Cells by rows of `columns`, and what their colours mean, which is also the tooltip where no
    /// cell is pointed at, as it may be elided.
    void setCells(int columns, std::vector<CellGrid::Cell> cells,
                  std::vector<RegimeKey::Swatch> swatches, const QString& meaning);
    void clearCells();
    /// Names of the cells along both axes; those across may be slanted.
    void nameCells(const QStringList& across, const QStringList& down, bool slanted = false);
    /// From pale (0) to deep (1), in the colour of the device.
    [[nodiscard]] QColor shade(double share) const;
    /// The tooltip over a cell.
    [[nodiscard]] virtual QString tipAt(int cell) const = 0;
    [[nodiscard]] QCPAxisRect& rect() const { return *rect_; }
    [[nodiscard]] CellGrid& cells() const { return *cells_; }

    [[nodiscard]] std::vector<Crosshair::Value> valuesAt(double) const override { return {}; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCPAxisRect* rect_;
    CellGrid* cells_;
    RegimeKey* key_;
    QString meaning_;
};

}  // namespace splitee
