// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of single seeds behind the means of a comparison. A hundred graphs would take a tenth of a
// second to draw: these are thinned, and each is drawn in one stroke.
#pragma once

#include <qcustomplot.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace splitee {

class SeedGhosts : public QCPLayerable {
    Q_OBJECT
public:
    struct Ghost {
        std::int64_t run = 0;
        QPen pen;
        QPolygonF points;  ///< in the coordinates of the axes, rising
    };
    /// Over what its layer holds already, under what is added to it later.
    explicit SeedGhosts(QCPAxisRect& rect);

    void clear() { ghosts_.clear(); }
    /// `x` and `y`: [K]; of y NaN where it is not known.
    void add(std::int64_t run, const std::vector<double>& x, const std::vector<double>& y);
    [[nodiscard]] std::vector<Ghost>& ghosts() { return ghosts_; }
    /// The run whose curve passes nearest to a place of the plot, if it is near.
    [[nodiscard]] std::optional<std::int64_t> runAt(const QPointF& place) const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    [[nodiscard]] QRect clipRect() const override;
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] QPointF pixels(const QPointF& point) const;

    QCPAxisRect& rect_;
    std::vector<Ghost> ghosts_;
};

}  // namespace splitee
