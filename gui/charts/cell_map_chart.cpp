// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/cell_map_chart.h"

#include <QMouseEvent>

#include <algorithm>
#include <utility>

#include "gui/charts/axis_tickers.h"

namespace splitee {
namespace {

constexpr double kPaleShade = 0.1, kDeepShade = 0.85;  // of the device's colour

}  // namespace

CellMapChart::CellMapChart(const Theme& theme, const QString& title, const QString& across,
                           const QString& down, QWidget* parent)
    : ChartPanel(theme, title, false, parent),
      rect_(addAxes(across, down)),
      cells_(new CellGrid(*rect_, theme)),
      key_(new RegimeKey(plot(), theme)) {
    plot().plotLayout()->addElement(1, 0, key_);
    rect_->axis(QCPAxis::atLeft)->grid()->setVisible(false);
    disconnect(&plot(), &QCustomPlot::mouseMove, this, nullptr);  // a cell is told, not a column
    plot().setMouseTracking(true);
}

void CellMapChart::setCells(int columns, std::vector<CellGrid::Cell> cells,
                            std::vector<RegimeKey::Swatch> swatches, const QString& meaning) {
    cells_->set(columns, std::move(cells));
    key_->set(std::move(swatches), meaning);
    if (plot().toolTip().isEmpty() || plot().toolTip() == meaning_) plot().setToolTip(meaning);
    meaning_ = meaning;
}

void CellMapChart::clearCells() {
    cells_->set(0, {});
    key_->set({}, {});
    meaning_.clear();
    plot().setToolTip({});
}

void CellMapChart::nameCells(const QStringList& across, const QStringList& down, bool slanted) {
    QCPAxis *x = rect_->axis(QCPAxis::atBottom), *y = rect_->axis(QCPAxis::atLeft);
    setCellTicks(*x, across, axisLength(*x), slanted);
    setCellTicks(*y, down, std::min<double>(axesHeight(), axisLength(*y)));
}

QColor CellMapChart::shade(double share) const {
    return mixed(theme().color(Token::Surface), theme().color(Token::Device),
                 kPaleShade + (kDeepShade - kPaleShade) * share);
}

bool CellMapChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &plot() && event->type() == QEvent::MouseMove) {
        const int cell = cells_->cellAt(static_cast<QMouseEvent*>(event)->position());
        plot().setToolTip(cell < 0 ? meaning_ : tipAt(cell));
    }
    return ChartPanel::eventFilter(watched, event);
}

}  // namespace splitee
