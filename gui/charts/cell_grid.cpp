// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/cell_grid.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

constexpr double kCellGap = 0.5;  // pixels around a cell
constexpr int kWordAir = 2, kTickAir = 6;
constexpr double kSlant = -40;

}  // namespace

void setCellTicks(QCPAxis& axis, const QStringList& names, double length, bool slanted) {
    const QFontMetrics metrics(axis.tickLabelFont());
    int widest = 0;
    for (const QString& name : names) widest = std::max(widest, metrics.horizontalAdvance(name));
    const bool upright = axis.axisType() == QCPAxis::atLeft;
    const double cell = length / std::max<double>(1, static_cast<double>(names.size()));
    const bool slant = slanted && !upright && widest + kTickAir > cell;
    const double needed = upright || slant ? metrics.height() : widest + kTickAir;
    const auto each = std::max<qsizetype>(1, static_cast<qsizetype>(std::ceil(needed / cell)));
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype k = 0; k < names.size(); k += each)
        ticks->addTick(static_cast<double>(k), names[k]);
    axis.setTicker(ticks);
    axis.setTickLabelRotation(slant ? kSlant : 0);
    axis.setRange(-0.5, static_cast<double>(names.size()) - 0.5);
}

CellGrid::CellGrid(QCPAxisRect& rect, const Theme& theme)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("main")), rect_(rect), theme_(theme) {}

void CellGrid::set(int columns, std::vector<Cell> cells) {
    columns_ = columns;
    cells_ = std::move(cells);
}

QRectF CellGrid::place(int cell) const {
    const int column = cell % columns_, row = cell / columns_;
    const QCPAxis *x = rect_.axis(QCPAxis::atBottom), *y = rect_.axis(QCPAxis::atLeft);
    return QRectF(QPointF(x->coordToPixel(column - 0.5), y->coordToPixel(row - 0.5)),
                  QPointF(x->coordToPixel(column + 0.5), y->coordToPixel(row + 0.5)))
        .normalized();
}

int CellGrid::cellAt(const QPointF& pixel) const {
    if (columns_ == 0 || !rect_.rect().contains(pixel.toPoint())) return -1;
    const auto column =
        static_cast<int>(std::lround(rect_.axis(QCPAxis::atBottom)->pixelToCoord(pixel.x())));
    const auto row =
        static_cast<int>(std::lround(rect_.axis(QCPAxis::atLeft)->pixelToCoord(pixel.y())));
    const int cell = row * columns_ + column;
    return column < 0 || column >= columns_ || row < 0 || cell >= static_cast<int>(cells_.size())
               ? -1
               : cell;
}

void CellGrid::draw(QCPPainter* painter) {
    painter->setFont(theme_.captionFont());
    const QFontMetricsF metrics(theme_.captionFont());
    const QColor text = theme_.color(Token::Text), surface = theme_.color(Token::Surface);
    for (int k = 0; k < static_cast<int>(cells_.size()); ++k) {
        const Cell& cell = cells_[static_cast<std::size_t>(k)];
        if (!cell.color.isValid()) continue;
        const QRectF box = place(k).adjusted(kCellGap, kCellGap, -kCellGap, -kCellGap);
        painter->fillRect(box, cell.color);
        if (cell.text.isEmpty() || metrics.height() > box.height() ||
            metrics.horizontalAdvance(cell.text) + kWordAir > box.width())
            continue;
        // The one of the two that differs more from the cell.
        const int away = std::abs(cell.color.lightness() - text.lightness()),
                  near = std::abs(cell.color.lightness() - surface.lightness());
        painter->setPen(away >= near ? text : surface);
        painter->drawText(box, Qt::AlignCenter, cell.text);
    }
    if (marked_ < 0 || marked_ >= static_cast<int>(cells_.size())) return;
    painter->setPen(QPen(text, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(place(marked_).adjusted(1, 1, -1, -1));
}

}  // namespace splitee
