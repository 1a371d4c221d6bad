// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/track/track_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "gui/track/text_card.h"
#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr double kSampleWidth = 92, kRightWidth = 64;
// A text in its place: shares of the track, and pixels.
constexpr double kTextShare = 0.22, kMostOfTrack = 0.36, kNarrowestText = 190, kWidestText = 300;
constexpr double kLeastBlock = 20;
constexpr double kTint = 0.09;

}  // namespace

TrackGeometry::TrackGeometry(const TrackState& shown, const Theme& theme, const QRect& area,
                             int rows)
    : state(shown) {
    card = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5);
    line = QFontMetrics(theme.captionFont()).height();
    sampleWidth = state.texts
                      ? std::min(kMostOfTrack * card.width(),
                                 std::clamp(kTextShare * card.width(), kNarrowestText, kWidestText))
                      : kSampleWidth;
    left = card.left() + sampleWidth;
    pitch = (card.width() - sampleWidth - kRightWidth) / std::max(1, state.exits());
    exitsTop = card.top() + 36;
    exitsBottom = exitsTop + line + 14;
    sentenceTop = card.bottom() - QFontMetrics(theme.bodyFont()).height() - 8;
    sharesTop = sentenceTop - rows * line - 10;
    const double top = exitsBottom + 10;
    blocksHeight = std::clamp(sharesTop - top - 4, 24.0, 76.0);
    blocksMiddle = (top + sharesTop - 4) / 2;
    for (int layer = 1; layer <= state.exits(); ++layer) {
        const auto i = static_cast<std::size_t>(layer - 1);
        greatest =
            std::max(layer == 1 ? 0 : greatest, state.depth[i] - (i > 0 ? state.depth[i - 1] : 0));
    }
}

QRectF TrackGeometry::block(int layer) const {
    const auto i = static_cast<std::size_t>(layer - 1);
    const double cost = state.depth[i] - (i > 0 ? state.depth[i - 1] : 0);
    const double height = std::max(kLeastBlock, blocksHeight * cost / greatest);
    const double width = std::min(64.0, pitch * 0.6);
    return {centre(layer) - width / 2, blocksMiddle - height / 2, width, height};
}

QRectF TrackGeometry::sampleCard() const {
    if (!state.texts) {
        const double size = std::min(64.0, blocksHeight);
        return {card.left() + 16, blocksMiddle - size / 2, 64.0, size};
    }
    const double top = exitsBottom + 6;
    return {card.left() + 16, top, sampleWidth - 40, sharesTop - 4 - top};
}

QRectF TrackGeometry::gauge(int layer) const {
    const double width = std::clamp(pitch - 22, 6.0, 76.0);
    return {centre(layer) - width / 2, exitsBottom - 9, width, 6};
}

int TrackGeometry::layerAt(const QPoint& point) const {
    if (state.exits() == 0 || point.x() < left) return 0;
    const int layer = static_cast<int>((point.x() - left) / pitch) + 1;
    return layer <= state.exits() ? layer : 0;
}

TrackPainter::TrackPainter(const TrackState& state, const Theme& theme, const QRect& area, int rows)
    : state_(state), theme_(theme), at_(state, theme, area, rows) {}

bool TrackPainter::computed(int layer) const {
    return !showsSample() || onDevice(layer) || !state_.round->exited;
}

void TrackPainter::paint(QPainter& painter) const {
    paintSides(painter);
    if (state_.exits() > 0) {
        paintWires(painter);
        paintSample(painter);
        for (int layer = 1; layer <= state_.exits(); ++layer) {
            if (showsSample()) paintExit(painter, layer);
            paintBlock(painter, layer);
            paintShare(painter, layer);
        }
        if (state_.split() >= 0) paintBorder(painter);
        if (offloaded()) paintOffload(painter);
        if (showsSample()) paintAnswer(painter, answering());
    }
    paintWords(painter);
}

void TrackPainter::paintNetwork(QPainter& painter) const {
    paintSides(painter);
    if (state_.exits() == 0) return;
    paintWires(painter);
    paintSample(painter);
    for (int layer = 1; layer <= state_.exits(); ++layer) paintBlock(painter, layer);
}

void TrackPainter::paintSides(QPainter& painter) const {
    const QColor surface = theme_.color(Token::Surface);
    painter.setPen(QPen(theme_.color(Token::Border), 1));
    painter.setBrush(surface);
    painter.drawRoundedRect(at_.card, 8, 8);
    const QFont font = theme_.titleFont();
    painter.setFont(font);
    const QRectF head = at_.card.adjusted(16, 8, -16, 0);
    if (state_.exits() == 0) return;
    if (state_.split() >= 0) {
        QPainterPath inside;
        inside.addRoundedRect(at_.card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        painter.save();
        painter.setClipPath(inside);
        const double border = at_.border(state_.border);
        const QRectF all = at_.card;
        painter.fillRect(QRectF(all.left(), all.top(), border - all.left(), all.height()),
                         mixed(surface, theme_.color(Token::Device), kTint));
        painter.fillRect(QRectF(border, all.top(), all.right() - border, all.height()),
                         mixed(surface, theme_.color(Token::Cloud), kTint));
        painter.restore();
    }
    painter.setPen(theme_.color(Token::Device));
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, state_.device);
    painter.setPen(theme_.color(Token::Cloud));
    painter.drawText(head, Qt::AlignRight | Qt::AlignTop, state_.cloud);
}

void TrackPainter::paintWires(QPainter& painter) const {
    const QColor quiet = mixed(theme_.color(Token::Surface), theme_.color(Token::MutedText), 0.5);
    double from = at_.state.texts ? at_.sampleCard().right() : at_.left - 12;
    for (int layer = 1; layer <= state_.exits(); ++layer) {
        const QRectF block = at_.block(layer);
        const bool sent = showsSample() && !state_.round->exited && layer == state_.split() + 1;
        if (!sent)
            painter.setPen(computed(layer) ? QPen(side(layer), 2) : QPen(quiet, 1.5, Qt::DotLine));
        else
            painter.setPen(QPen(theme_.color(Token::Offload), 3, Qt::DashLine));
        painter.drawLine(QLineF(from, at_.blocksMiddle, block.left(), at_.blocksMiddle));
        from = block.right();
    }
}

void TrackPainter::paintSample(QPainter& painter) const {
    const bool image = !state_.thumbnail.isNull() && showsSample();
    QRectF frame = at_.sampleCard();
    if (image) frame.setWidth(frame.height());
    QPainterPath path;
    path.addRoundedRect(frame, 6, 6);
    painter.setPen(QPen(theme_.color(Token::Border), 1));
    painter.setBrush(theme_.color(Token::Surface));
    painter.drawPath(path);
    if (state_.showsText()) return paintTextCard(painter, frame, state_.text, theme_);
    if (image) {
        painter.save();
        painter.setClipPath(path);
        painter.setRenderHint(QPainter::SmoothPixmapTransform,
                              state_.thumbnail.width() > frame.width());
        painter.drawImage(frame, state_.thumbnail);
        painter.restore();
        return;
    }
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    const QString number =
        showsSample() ? numberText(static_cast<double>(state_.round->sample)) : QString();
    painter.drawText(frame, Qt::AlignCenter,
                     !showsSample()
                         ? state_.texts ? NetworkTrack::tr("texts") : NetworkTrack::tr("samples")
                     : frame.height() > 2 * at_.line ? NetworkTrack::tr("sample\n%1").arg(number)
                                                     : number);
}

void TrackPainter::paintBlock(QPainter& painter, int layer) const {
    const QRectF block = at_.block(layer);
    const QColor color = side(layer), surface = theme_.color(Token::Surface);
    QFont font = theme_.bodyFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const bool filled = computed(layer);
    painter.setPen(filled ? Qt::NoPen : QPen(mixed(surface, color, 0.55), 1.5));
    painter.setBrush(filled ? color : mixed(surface, color, 0.05));
    painter.drawRoundedRect(filled ? block : block.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6);
    const QString number = QString::number(layer);
    if (QFontMetrics(font).horizontalAdvance(number) > block.width()) return;
    painter.setPen(filled ? (theme_.dark() ? theme_.color(Token::Background) : surface)
                          : mixed(surface, color, 0.8));
    painter.drawText(block, Qt::AlignCenter, number);
}

void TrackPainter::paintExit(QPainter& painter, int layer) const {
    const auto i = static_cast<std::size_t>(layer - 1);
    const QRectF gauge = at_.gauge(layer);
    const QColor surface = theme_.color(Token::Surface),
                 quiet = mixed(surface, theme_.color(Token::MutedText), 0.35);
    const double confidence =
        i < state_.seen.size() ? state_.seen[i] : std::numeric_limits<double>::quiet_NaN();
    const bool seen = !std::isnan(confidence);
    painter.setPen(QPen(quiet, 1, seen ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(QLineF(at_.centre(layer), gauge.bottom() + 3, at_.centre(layer),
                            at_.block(layer).top() - 2));
    if (!seen) {
        painter.setPen(QPen(quiet, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(gauge.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        return;
    }
    const bool passes = confidence >= state_.alpha || layer == state_.exits();
    painter.setPen(Qt::NoPen);
    painter.setBrush(quiet);
    painter.drawRoundedRect(gauge, 3, 3);
    painter.setBrush(passes ? theme_.color(Token::Exit) : side(layer));
    painter.drawRoundedRect(
        QRectF(gauge.left(), gauge.top(), gauge.width() * confidence, gauge.height()), 3, 3);
    if (layer < state_.exits()) {  // the last exit answers whatever its confidence
        const double x = gauge.left() + gauge.width() * state_.alpha;
        painter.fillRect(QRectF(x - 1, gauge.top() - 3, 2, gauge.height() + 6),
                         theme_.color(Token::Text));
    }
    if (layer == answering() || (!at_.roomy() && layer != state_.split())) return;
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::Text));
    const QRectF above(at_.centre(layer) - 40, gauge.top() - at_.line - 4, 80, at_.line);
    const QString said = confidenceText(confidence);
    const double ink = painter.fontMetrics().horizontalAdvance(said) + 6;
    // The answer's card stands before the numbers beside it.
    if (answerCard(answering()).intersects(above.adjusted((80 - ink) / 2, 0, (ink - 80) / 2, 0)))
        return;
    painter.drawText(above, Qt::AlignCenter, said);
}

void TrackPainter::paintShare(QPainter& painter, int layer) const {
    const auto i = static_cast<std::size_t>(layer - 1);
    if (i >= state_.shares.size()) return;
    const double share = state_.shares[i];
    const QRectF block = at_.block(layer);
    const QColor quiet = mixed(theme_.color(Token::Surface), theme_.color(Token::MutedText), 0.25);
    if (!showsSample()) {  // at speed, bars where the exits were
        const double bottom = at_.exitsBottom + 4;
        const double height = bottom - (at_.card.top() + 34);
        painter.setPen(Qt::NoPen);
        painter.setBrush(quiet);
        painter.drawRect(QRectF(block.left(), bottom - 1, block.width(), 1));
        painter.setBrush(side(layer));
        painter.drawRoundedRect(QRectF(block.left(), bottom - std::max(1.0, height * share),
                                       block.width(), std::max(1.0, height * share)),
                                2, 2);
    }
    if (!at_.roomy() && layer != state_.split()) return;
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(share >= 0.005 ? Token::Text : Token::MutedText));
    if (layer == state_.split()) {
        QFont bold = theme_.captionFont();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
    }
    const QString text = share > 0 && share < 0.005
                             ? NetworkTrack::tr("<1 %")
                             : NetworkTrack::tr("%1 %").arg(numberText(100 * share));
    const QRectF place(at_.centre(layer) - 40, at_.sharesTop, 80, at_.line);
    const double wide = painter.fontMetrics().horizontalAdvance(text);
    const QRectF ink = place.adjusted((80 - wide) / 2, 0, -(80 - wide) / 2, 0);
    // Where layers stand close, what this round costs is said in place of a share.
    if (offloaded() && offloadChip().intersects(ink)) return;
    painter.drawText(place, Qt::AlignCenter, text);
}

QString TrackPainter::offloadText() const {
    return NetworkTrack::tr("+%1 λ").arg(shortText(state_.round->offloadCost));
}

QRectF TrackPainter::offloadChip() const {
    QFont font = theme_.captionFont();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const double width = metrics.horizontalAdvance(offloadText()) + 14;
    return {at_.border(state_.border) - width / 2, at_.sharesTop - 2, width,
            metrics.height() + 3.0};
}

void TrackPainter::paintBorder(QPainter& painter) const {
    const double x = at_.border(state_.border);
    painter.setPen(QPen(theme_.color(Token::Text), 2));
    painter.drawLine(QLineF(x, at_.card.top() + 8, x, at_.sentenceTop - 4));
    QFont font = theme_.bodyFont();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    const QString text = state_.split() == 0
                             ? NetworkTrack::tr("split before layer 1")
                             : NetworkTrack::tr("split after layer %1").arg(state_.split());
    const double width = metrics.horizontalAdvance(text) + 22, height = metrics.height() + 6;
    // The pill keeps clear of the names of the sides.
    const QFontMetrics names(theme_.titleFont());
    const double least = at_.card.left() + 24 + names.horizontalAdvance(state_.device);
    const double most = at_.card.right() - 24 - names.horizontalAdvance(state_.cloud) - width;
    const QRectF pill(std::max(least, std::min(x - width / 2, most)), at_.card.top() + 6, width,
                      height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.color(Token::Text));
    painter.drawRoundedRect(pill, height / 2, height / 2);
    painter.setFont(font);
    painter.setPen(theme_.color(Token::Surface));
    painter.drawText(pill, Qt::AlignCenter, text);
}

void TrackPainter::paintOffload(QPainter& painter) const {
    const double x = at_.border(state_.border);
    const QColor color = theme_.color(Token::Offload);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x, at_.blocksMiddle), 5, 5);
    QFont font = theme_.captionFont();
    font.setWeight(QFont::DemiBold);
    const QRectF chip = offloadChip();
    painter.setPen(QPen(color, 1));
    painter.setBrush(theme_.color(Token::Surface));
    painter.drawRoundedRect(chip, 6, 6);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(chip, Qt::AlignCenter, offloadText());
}

// How fast texts are read, at the end of the row; returns where that begins.
double TrackPainter::paintRate(QPainter& painter, const QRectF& row) const {
    if (!state_.texts || state_.piecesPerSecond <= 0 || !state_.round) return row.right();
    const QString text = NetworkTrack::tr("%1 pieces/s").arg(numberText(state_.piecesPerSecond));
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, text);
    return row.right() - QFontMetrics(theme_.captionFont()).horizontalAdvance(text) - 12;
}

void TrackPainter::paintWords(QPainter& painter) const {
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    const QRectF left(at_.card.left() + 16, at_.exitsTop, at_.sampleWidth - 20,
                      at_.exitsBottom - at_.exitsTop);
    if (state_.exits() > 0 && showsSample())
        painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
                         NetworkTrack::tr("confidence\nα %1").arg(numberText(state_.alpha, 2)));
    else if (state_.exits() > 0 && !state_.shares.empty())
        painter.drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
                         NetworkTrack::tr("share of\nrounds"));
    if (state_.exits() > 0 && !state_.shares.empty())
        painter.drawText(
            QRectF(at_.card.left() + 16, at_.sharesTop, at_.sampleWidth - 16, at_.line),
            Qt::AlignLeft | Qt::AlignVCenter, NetworkTrack::tr("split here"));
    QRectF below(at_.card.left() + 16, at_.sentenceTop, at_.card.width() - 32,
                 at_.card.bottom() - at_.sentenceTop - 6);
    below.setRight(paintRate(painter, below));
    painter.setFont(theme_.bodyFont());
    painter.setPen(theme_.color(state_.split() < 0 ? Token::MutedText : Token::Text));
    const QFontMetrics metrics(theme_.bodyFont());
    painter.drawText(
        below, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(state_.sentence(), Qt::ElideRight, static_cast<int>(below.width())));
}

}  // namespace splitee
