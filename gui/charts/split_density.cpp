// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/split_density.h"

#include <algorithm>
#include <cmath>

namespace splitee {
namespace {

constexpr double kCellPixels = 4;

}  // namespace

SplitDensity::SplitDensity(QCPAxisRect& rect, const Theme& theme)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("main")), rect_(rect), theme_(theme) {}

std::int64_t SplitDensity::read(const RunHistory& run, bool logarithmic) {
    cells_.clear();
    style_ = run.style();
    const QCPAxis* x = rect_.axis(QCPAxis::atBottom);
    // By the whole plot's width: the axes may not have been laid out yet.
    const double least = std::max(x->range().lower, 0.5),
                 pixels = std::max(200, parentPlot()->width());
    const auto place = [&](double round) {
        return logarithmic ? pixels * std::log(std::max(round, least) / least) /
                                 std::log(x->range().upper / least)
                           : pixels * (round - x->range().lower) / x->range().size();
    };
    const RoundSeries& series = run.series(logarithmic);
    const auto& points = series.points();
    auto at = std::ranges::lower_bound(points, x->range().lower, {}, [](const SeriesPoint& p) {
        return static_cast<double>(p.last());
    });
    for (; at != points.end() && static_cast<double>(at->first) <= x->range().upper; ++at) {
        const double to = static_cast<double>(at->last()) + 0.5;
        const bool fits = !cells_.empty() && place(to) - place(cells_.back().from) <= kCellPixels;
        if (!fits)
            cells_.push_back(
                {static_cast<double>(at->first) - 0.5, 0, 0,
                 std::vector<std::int64_t>(static_cast<std::size_t>(run.exits()) + 1)});
        Cell& cell = cells_.back();
        cell.to = to;
        cell.rounds += at->rounds;
        const auto splits = series.splits(static_cast<std::size_t>(at - points.begin()));
        for (std::size_t i = 0; i < splits.size(); ++i) cell.splits[i] += splits[i];
    }
    return static_cast<std::int64_t>(cells_.size());
}

std::vector<double> SplitDensity::shares() const {
    if (cells_.empty()) return {};
    std::vector<double> shares(cells_.front().splits.size());
    double rounds = 0;
    for (const Cell& cell : cells_) {
        rounds += static_cast<double>(cell.rounds);
        for (std::size_t i = 0; i < shares.size(); ++i)
            shares[i] += static_cast<double>(cell.splits[i]);
    }
    for (double& share : shares) share /= rounds;
    return shares;
}

void SplitDensity::draw(QCPPainter* painter) {
    const QCPAxis *x = rect_.axis(QCPAxis::atBottom), *y = rect_.axis(QCPAxis::atLeft);
    const QColor surface = theme_.color(Token::Surface), full = theme_.policy(style_);
    painter->setPen(Qt::NoPen);
    const double row = std::abs(y->coordToPixel(1) - y->coordToPixel(2));
    const double gap = row > 8 ? 1 : 0;  // a light line between rows
    for (const Cell& cell : cells_) {
        const double left = std::max(x->coordToPixel(std::max(cell.from, x->range().lower)),
                                     static_cast<double>(rect_.left()));
        const double right = std::min(x->coordToPixel(cell.to), static_cast<double>(rect_.right()));
        for (std::size_t layer = 0; layer < cell.splits.size(); ++layer) {
            const double share =
                static_cast<double>(cell.splits[layer]) / static_cast<double>(cell.rounds);
            if (share <= 0) continue;
            // The square root keeps rare choices visible next to frequent ones.
            painter->setBrush(mixed(surface, full, 0.06 + 0.94 * std::sqrt(share)));
            const double middle = y->coordToPixel(static_cast<double>(layer));
            painter->drawRect(QRectF(QPointF(std::floor(left), std::floor(middle - row / 2 + gap)),
                                     QPointF(std::ceil(right), std::floor(middle + row / 2))));
        }
    }
}

}  // namespace splitee
