// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/distortions/distortion_tiles.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "gui/setup/distortion_names.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/own_keys.h"
#include "gui/widgets/place_tip.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kPicture = 72, kTileGap = 10, kTileMargin = 12, kDepthBar = 5, kBarGap = 4,
              kNarrowestTile = 104;

// Under a picture: its name, the answer, the depth.
int captionsHeight(const QFontMetrics& metrics) {
    return 2 * metrics.height() + kBarGap + kDepthBar + 4;
}

QString answerOf(const Preview& preview) {
    const auto& seen = preview.distorted;
    const auto answer = static_cast<std::size_t>(seen.prediction.back());
    return answer < preview.classes.size() ? QString::fromStdString(preview.classes[answer])
                                           : QString::number(answer);
}

bool isWrong(const Preview& preview) {
    return !preview.label.empty() && answerOf(preview).toStdString() != preview.label;
}

}  // namespace

DistortionTiles::DistortionTiles(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);  // so that a scroll area gives it all the height
    setSizePolicy(policy);
    setAccessibleName(tr("One image under every corruption"));
    tiles_.push_back({{}, -1, true, {}, {}});
    for (int family = 0; family <= static_cast<int>(CorruptionFamily::Scene); ++family)
        for (const CorruptionInfo& info : kCorruptions)
            if (static_cast<int>(info.family) == family)
                tiles_.push_back({{DistortionKind::Corruption, severity_, info.corruption},
                                  family,
                                  true,
                                  {},
                                  {}});
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

Distortion DistortionTiles::distortion(int tile) const { return tiles_[at(tile)].distortion; }

const Preview* DistortionTiles::seen(int tile) const {
    const auto& seen = tiles_[at(tile)].seen;
    return seen ? &*seen : nullptr;
}

void DistortionTiles::setSeverity(double severity) {
    if (severity == severity_) return;
    severity_ = severity;
    for (Tile& tile : tiles_) {
        if (tile.distortion.kind == DistortionKind::Clean) continue;
        tile.distortion.amount = severity;
        tile.stale = true;
    }
    update();
}

void DistortionTiles::setAlpha(double alpha) {
    if (alpha == alpha_) return;
    alpha_ = alpha;
    update();
}

void DistortionTiles::setChosen(const std::optional<Distortion>& chosen) {
    if (chosen == chosen_) return;
    chosen_ = chosen;
    update();
}

void DistortionTiles::restart(bool forget) {
    for (Tile& tile : tiles_) {
        tile.stale = true;
        if (forget) tile.seen.reset();
    }
    update();
}

int DistortionTiles::nextStale() const {
    const QRect visible = visibleRegion().boundingRect();
    int hidden = -1;
    for (int tile = 0; tile < count(); ++tile) {
        if (!tiles_[at(tile)].stale) continue;
        if (tiles_[at(tile)].place.intersects(visible)) return tile;
        if (hidden < 0) hidden = tile;
    }
    return hidden;
}

void DistortionTiles::show(int tile, const Preview& preview) {
    Tile& shown = tiles_[at(tile)];
    const auto of = parseDistortion(preview.request.source.distortion);
    shown.stale = !of || !(*of == shown.distortion);  // the slider has moved on
    shown.seen = preview;
    update(shown.place);
}

QString DistortionTiles::words(int tile) const {
    const Tile& one = tiles_[at(tile)];
    const QString name = one.distortion.kind == DistortionKind::Clean
                             ? distortionTitle(one.distortion)
                             : distortionLabel(toText(one.distortion));
    if (!one.seen) return name;
    const Preview& preview = *one.seen;
    if (!preview.error.empty())
        return name + QStringLiteral(": ") + QString::fromStdString(preview.error);
    const auto& confidence = preview.distorted.confidence;
    const int layer = leavesAt(confidence, alpha_);
    QString text = tr("%1: the final exit says %2 (confidence %3)")
                       .arg(name, answerOf(preview), numberText(confidence.back(), 2));
    if (isWrong(preview)) text += tr(", but it is %1").arg(QString::fromStdString(preview.label));
    return text + QStringLiteral(". ") +
           (confidence[static_cast<std::size_t>(layer - 1)] >= alpha_
                ? tr("It would leave at exit %1 of %2.").arg(layer).arg(confidence.size())
                : tr("No exit is certain enough: it would go to the last of %1.")
                      .arg(confidence.size()));
}

int DistortionTiles::layOut(int width, std::vector<QRect>& places,
                            std::vector<Heading>& headings) const {
    const QFontMetrics metrics(theme_.captionFont());
    const int room = std::max(width - 2 * kTileMargin, kNarrowestTile);
    const int columns = std::max(1, (room + kTileGap) / (kNarrowestTile + kTileGap));
    const int each = (room - (columns - 1) * kTileGap) / columns;
    const int high = kPicture + captionsHeight(metrics);
    int y = 4, column = 0, family = -2;
    for (const Tile& tile : tiles_) {
        if (tile.family != family) {
            if (column > 0) y += high + kTileGap;
            column = 0;
            family = tile.family;
            if (family >= 0) {
                headings.push_back({family, {kTileMargin, y, room, metrics.height() + 4}});
                y += metrics.height() + 6;
            }
        } else if (column == columns) {
            column = 0;
            y += high + kTileGap;
        }
        places.emplace_back(kTileMargin + column * (each + kTileGap), y, each, high);
        ++column;
    }
    return y + high + kTileMargin;
}

int DistortionTiles::heightForWidth(int width) const {
    std::vector<QRect> places;
    std::vector<Heading> headings;
    return layOut(width, places, headings);
}

QSize DistortionTiles::sizeHint() const {
    const int width = 2 * kTileMargin + 3 * kNarrowestTile + 2 * kTileGap;
    return {width, heightForWidth(width)};
}

void DistortionTiles::resizeEvent(QResizeEvent*) {
    std::vector<QRect> places;
    headings_.clear();
    layOut(width(), places, headings_);
    for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i].place = places[i];
}

void DistortionTiles::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    for (const Heading& heading : headings_)
        painter.drawText(heading.place, Qt::AlignLeft | Qt::AlignVCenter,
                         familyTitle(static_cast<CorruptionFamily>(heading.family)));
    for (int tile = 0; tile < count(); ++tile)
        if (tiles_[at(tile)].place.adjusted(-4, -4, 4, 4).intersects(event->rect()))
            paintTile(painter, tile);
}

void DistortionTiles::paintTile(QPainter& painter, int tile) const {
    const Tile& one = tiles_[at(tile)];
    const QRect& place = one.place;
    const QColor muted = theme_.color(Token::MutedText), text = theme_.color(Token::Text);
    const bool plays = chosen_ && *chosen_ == one.distortion;
    const bool focused = hasFocus() && tile == current_;
    if (plays || focused) {
        painter.setPen(
            QPen(theme_.color(Token::Accent), plays ? 2 : 1, plays ? Qt::SolidLine : Qt::DotLine));
        painter.setBrush(
            plays ? mixed(theme_.color(Token::Surface), theme_.color(Token::Accent), 0.08)
                  : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(place).adjusted(-4, -3, 4, 3), 4, 4);
        painter.setBrush(Qt::NoBrush);
    }
    const QFontMetrics metrics(painter.font());
    const QRect picture(place.left(), place.top(), kPicture, kPicture);
    const int line = metrics.height();
    QRect words(place.left(), picture.bottom() + 3, place.width(), line);
    painter.setPen(plays ? text : muted);
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(distortionTitle(one.distortion), Qt::ElideRight, words.width()));
    words.translate(0, line);
    if (!one.seen || !one.seen->error.empty()) {
        painter.fillRect(picture,
                         mixed(theme_.color(Token::Surface), theme_.color(Token::Border), 0.5));
        return;
    }
    const Preview& preview = *one.seen;
    const Image& seen = preview.distorted.image;
    const QImage image(seen.pixels.data(), seen.width, seen.height, 3 * seen.width,
                       QImage::Format_RGB888);
    if (one.stale) painter.setOpacity(0.6);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, seen.width > kPicture);
    painter.drawImage(picture, image);
    const auto& confidence = preview.distorted.confidence;
    const bool wrong = isWrong(preview);
    QFont font = painter.font();
    font.setItalic(wrong);  // so that it shows without its colour
    painter.setFont(font);
    painter.setPen(wrong ? theme_.color(Token::Error) : text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(QStringLiteral("%1 %2").arg(
                                            answerOf(preview), numberText(confidence.back(), 2)),
                                        Qt::ElideMiddle, words.width()));
    font.setItalic(false);
    painter.setFont(font);
    // The layers, filled up to the one where it leaves.
    const auto layers = static_cast<int>(confidence.size());
    const int depth = leavesAt(confidence, alpha_);
    const bool certain = confidence[static_cast<std::size_t>(depth - 1)] >= alpha_;
    const double cell = static_cast<double>(kPicture) / layers;
    for (int layer = 1; layer <= layers; ++layer) {
        const QRectF bar(place.left() + (layer - 1) * cell, words.bottom() + kBarGap,
                         std::max(1.0, cell - 1), kDepthBar);
        painter.fillRect(bar, layer <= depth ? theme_.color(certain ? Token::Exit : Token::Offload)
                                             : mixed(theme_.color(Token::Surface),
                                                     theme_.color(Token::Border), 0.7));
    }
    painter.setPen(muted);
    painter.drawText(QRect(picture.right() + 6, words.bottom() + kBarGap + kDepthBar / 2 - line / 2,
                           place.right() - picture.right() - 6, line),
                     Qt::AlignLeft | Qt::AlignVCenter, QString::number(depth));
    painter.setOpacity(1);
}

int DistortionTiles::tileAt(const QPoint& point) const {
    const auto found =
        std::ranges::find_if(tiles_, [&](const Tile& tile) { return tile.place.contains(point); });
    return found == tiles_.end() ? -1 : static_cast<int>(found - tiles_.begin());
}

void DistortionTiles::choose(int tile) {
    current_ = tile;
    emit chosen(QString::fromStdString(toText(tiles_[at(tile)].distortion)));
    update();
}

void DistortionTiles::mousePressEvent(QMouseEvent* event) {
    const int tile = tileAt(event->pos());
    if (event->button() == Qt::LeftButton && tile >= 0) choose(tile);
}

void DistortionTiles::moveTo(int tile) {
    current_ = std::clamp(tile, 0, count() - 1);
    setAccessibleDescription(words(current_));
    emit currentMoved(tiles_[at(current_)].place);
    update();
}

void DistortionTiles::keyPressEvent(QKeyEvent* event) {
    const QRect& now = tiles_[at(current_)].place;
    const auto rowStep = [&](int sign) {
        // The nearest tile of the next row that way.
        int best = current_;
        double least = 1e9;
        for (int tile = 0; tile < count(); ++tile) {
            const QRect& place = tiles_[at(tile)].place;
            const double down = sign * (place.top() - now.top());
            if (down <= 0) continue;
            const double far = 10 * down + std::abs(place.left() - now.left());
            if (far < least) {
                least = far;
                best = tile;
            }
        }
        return best;
    };
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(current_ - 1);
        case Qt::Key_Right:
            return moveTo(current_ + 1);
        case Qt::Key_Up:
            return moveTo(rowStep(-1));
        case Qt::Key_Down:
            return moveTo(rowStep(1));
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return choose(current_);
        default:
            return QWidget::keyPressEvent(event);
    }
}

// Arrows, Space and Enter are the tiles' own, not the run's.
bool DistortionTiles::event(QEvent* event) {
    if (keepsKey(event, kGridKeys)) return true;
    if (showsTip(
            event, *this, [this](const QPoint& point) { return tileAt(point); },
            [this](int tile) { return words(tile); }, [this](int tile) { return place(tile); }))
        return true;
    return QWidget::event(event);
}

}  // namespace splitee
