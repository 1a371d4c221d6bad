// SPDX-License-Identifier: GPL-3.0-or-later
// Which share of the rounds chose each layer, over time: one shade a cell.
#pragma once

#include <qcustomplot.h>

#include <vector>

#include "gui/run/run_history.h"
#include "gui/widgets/theme.h"

namespace splitee {

class SplitDensity : public QCPLayerable {
    Q_OBJECT
public:
    /// Some rounds, by the split layer they chose.
    struct Cell {
        double from = 0, to = 0;
        std::int64_t rounds = 0;
        std::vector<std::int64_t> splits;  ///< [L + 1]
    };
    SplitDensity(QCPAxisRect& rect, const Theme& theme);
    /// Reads what of the run is visible, joined to cells that can be told apart; returns how many
    /// points of it there are.
    std::int64_t read(const RunHistory& run, bool logarithmic);
    void clear() { cells_.clear(); }
    /// [L + 1] of the rounds that were read, by split layer; empty where there are none.
    [[nodiscard]] std::vector<double> shares() const;
    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

protected:
    [[nodiscard]] QRect clipRect() const override { return rect_.rect(); }
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void draw(QCPPainter* painter) override;

private:
    QCPAxisRect& rect_;
    const Theme& theme_;
    int style_ = 0;
    std::vector<Cell> cells_;
};

}  // namespace splitee
