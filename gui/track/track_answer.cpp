// SPDX-License-Identifier: GPL-3.0-or-later
// The answer of a round on the track: a card over the exit that gave it.
#include <algorithm>
#include <cmath>

#include "gui/track/track_painter.h"
#include "gui/widgets/number_text.h"

namespace splitee {

QString TrackPainter::confidenceText(double confidence) {
    const QString text = numberText(confidence, 2);
    return text.startsWith(QLatin1Char('0')) ? text.mid(1) : text;
}

QString TrackPainter::answerText(int layer) const {
    const RoundRecord& round = *state_.round;
    const auto i = static_cast<std::size_t>(layer - 1);
    const QString mark = round.correct < 0    ? QString()
                         : round.correct == 1 ? QStringLiteral(" ✓")
                                              : QStringLiteral(" ✗");
    QString text = state_.className(round.prediction) + mark;
    if (i < state_.seen.size() && !std::isnan(state_.seen[i]))
        text += QLatin1Char(' ') + confidenceText(state_.seen[i]);
    return text;
}

QRectF TrackPainter::answerCard(int layer) const {
    QFont font = theme_.captionFont();
    font.setWeight(QFont::DemiBold);
    const QRectF gauge = at_.gauge(layer);
    const double width = std::max(gauge.width() + 12,
                                  QFontMetrics(font).horizontalAdvance(answerText(layer)) + 14.0);
    const double x =
        std::clamp(at_.centre(layer) - width / 2, at_.left - 8, at_.card.right() - 4 - width);
    return {x, gauge.top() - at_.line - 7, width, at_.line + 5.0};
}

void TrackPainter::paintAnswer(QPainter& painter, int layer) const {
    const QColor color = theme_.color(state_.round->correct == 0 ? Token::Error : Token::Exit);
    QFont font = theme_.captionFont();
    font.setWeight(QFont::DemiBold);
    const QRectF card = answerCard(layer);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(theme_.color(Token::Surface));
    painter.drawRoundedRect(card, 6, 6);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(card, Qt::AlignCenter, answerText(layer));
}

}  // namespace splitee
