// SPDX-License-Identifier: GPL-3.0-or-later
// CellGrid draws coloured cells at whole numbers of a pair of axes, with a word in each where it
// has the room.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "gui/widgets/theme.h"

namespace splitee {

/// Names for the cells along an axis, as many as have room; of classes across they may be slanted.
/// `length`: of the axis in pixels.
void setCellTicks(QCPAxis& axis, const QStringList& names, double length, bool slanted = false);

class CellGrid : public QCPLayerable {
    Q_OBJECT
public:
    struct Cell {
        QColor color;  ///< invalid: nothing is known there
        QString text;
    };
    CellGrid(QCPAxisRect& rect, const Theme& theme);
    /// [rows * columns], columns fastest: cell (c, r) lies around x = c, y = r.
    void set(int columns, std::vector<Cell> cells);
    [[nodiscard]] int columns() const { return columns_; }
    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
    /// The cell at a pixel of the plot; -1: none.
    [[nodiscard]] int cellAt(const QPointF& pixel) const;
    /// A frame around one cell; -1: none.
    void setMarked(int cell) { marked_ = cell; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] QRectF place(int cell) const;
    QCPAxisRect& rect_;
    const Theme& theme_;
    int columns_ = 0, marked_ = -1;
    std::vector<Cell> cells_;
};

}  // namespace splitee
