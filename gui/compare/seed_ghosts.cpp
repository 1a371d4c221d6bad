// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/seed_ghosts.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

constexpr std::size_t kMostGhostPoints = 200;
constexpr double kGhostReach = 10;  // pixels, of a click

}  // namespace

SeedGhosts::SeedGhosts(QCPAxisRect& rect)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("main")), rect_(rect) {}

void SeedGhosts::add(std::int64_t run, const std::vector<double>& x, const std::vector<double>& y) {
    Ghost ghost{run, {}, {}};
    const std::size_t each =
        std::max<std::size_t>(1, (y.size() + kMostGhostPoints - 1) / kMostGhostPoints);
    for (std::size_t k = 0; k < y.size(); ++k) {
        const bool last = k + 1 == y.size() || std::isnan(y[k + 1]);
        if ((k % each == 0 || last) && !std::isnan(y[k])) ghost.points << QPointF(x[k], y[k]);
    }
    if (ghost.points.size() > 1) ghosts_.push_back(std::move(ghost));
}

QPointF SeedGhosts::pixels(const QPointF& point) const {
    return {rect_.axis(QCPAxis::atBottom)->coordToPixel(point.x()),
            rect_.axis(QCPAxis::atLeft)->coordToPixel(point.y())};
}

std::optional<std::int64_t> SeedGhosts::runAt(const QPointF& place) const {
    std::optional<std::int64_t> nearest;
    double least = kGhostReach;
    for (const Ghost& ghost : ghosts_)
        for (qsizetype k = 1; k < ghost.points.size(); ++k) {
            const QPointF from = pixels(ghost.points[k - 1]), to = pixels(ghost.points[k]);
            if (place.x() < from.x() || place.x() > to.x()) continue;
            const double share =
                to.x() > from.x() ? (place.x() - from.x()) / (to.x() - from.x()) : 0;
            const double away = std::abs(from.y() + share * (to.y() - from.y()) - place.y());
            if (away >= least) continue;
            least = away;
            nearest = ghost.run;
        }
    return nearest;
}

QRect SeedGhosts::clipRect() const { return rect_.rect(); }

void SeedGhosts::draw(QCPPainter* painter) {
    QPolygonF line;
    for (const Ghost& ghost : ghosts_) {
        line.clear();
        for (const QPointF& point : ghost.points) line << pixels(point);
        QPen pen = ghost.pen;
        // A line of no width is one pixel wide, and drawn by a much faster way.
        if (!painter->modes().testFlag(QCPPainter::pmVectorized)) pen.setWidthF(0);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(line);
    }
}

}  // namespace splitee
