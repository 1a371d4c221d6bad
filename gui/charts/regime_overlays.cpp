// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/regime_overlays.h"

#include <algorithm>

namespace splitee {
namespace {

constexpr double kRadius = 7;
constexpr int kSwatch = 12, kOverlayGap = 4, kBetween = 10;

}  // namespace

RegimeMarker::RegimeMarker(QCPAxisRect& rect, const Theme& theme)
    : QCPLayerable(rect.parentPlot(), QStringLiteral("overlay")), rect_(rect), theme_(theme) {}

// A setting outside the map lies at its edge.
QPointF RegimeMarker::pixel() const {
    const double x = rect_.axis(QCPAxis::atBottom)->coordToPixel(x_),
                 y = rect_.axis(QCPAxis::atLeft)->coordToPixel(y_);
    return {std::clamp(x, static_cast<double>(rect_.left()), static_cast<double>(rect_.right())),
            std::clamp(y, static_cast<double>(rect_.top()), static_cast<double>(rect_.bottom()))};
}

void RegimeMarker::draw(QCPPainter* painter) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme_.color(Token::MutedText));
    for (const QPointF& dot : dots_)
        painter->drawEllipse(QPointF(rect_.axis(QCPAxis::atBottom)->coordToPixel(dot.x()),
                                     rect_.axis(QCPAxis::atLeft)->coordToPixel(dot.y())),
                             1, 1);
    const QPointF at = pixel();
    painter->setPen(QPen(theme_.color(Token::Text), 1));
    painter->drawLine(QLineF(at.x(), rect_.top(), at.x(), rect_.bottom()));
    painter->drawLine(QLineF(rect_.left(), at.y(), rect_.right(), at.y()));
    painter->setPen(QPen(theme_.color(Token::Text), 2));
    painter->setBrush(theme_.color(Token::Surface));
    painter->drawEllipse(at, kRadius, kRadius);
}

RegimeKey::RegimeKey(QCustomPlot& plot, const Theme& theme)
    : QCPLayoutElement(&plot), theme_(theme) {
    setLayer(QStringLiteral("overlay"));
}

void RegimeKey::set(std::vector<Swatch> swatches, QString note) {
    swatches_ = std::move(swatches);
    note_ = std::move(note);
    const int height = 2 * (QFontMetrics(theme_.captionFont()).height() + kOverlayGap);
    setMinimumSize(10, height);
    setMaximumSize(QWIDGETSIZE_MAX, height);
}

void RegimeKey::draw(QCPPainter* painter) {
    painter->setFont(theme_.captionFont());
    const QFontMetrics metrics(theme_.captionFont());
    const int line = metrics.height() + kOverlayGap;
    int x = rect().left() + 8;
    for (const Swatch& swatch : swatches_) {
        painter->setPen(QPen(theme_.color(Token::Border), 1));
        painter->setBrush(swatch.color);
        painter->drawRect(QRect(x, rect().top() + (line - kSwatch) / 2, kSwatch, kSwatch));
        x += kSwatch + kOverlayGap;
        const int width = metrics.horizontalAdvance(swatch.text);
        painter->setPen(theme_.color(Token::Text));
        painter->drawText(QRect(x, rect().top(), width + 2, line), Qt::AlignLeft | Qt::AlignVCenter,
                          swatch.text);
        x += width + kBetween;
    }
    painter->setPen(theme_.color(Token::MutedText));
    const QRect under(rect().left() + 8, rect().top() + line, rect().width() - 12, line);
    painter->drawText(under, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(note_, Qt::ElideRight, under.width()));
}

}  // namespace splitee
