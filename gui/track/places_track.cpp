// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/track/places_track.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/track/track_painter.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/plain_tip.h"

namespace splitee {
namespace {

constexpr int kCaptionRows = 3;
constexpr double kExitBox = 14, kCaptionGap = 8;

// As many digits as tell neighbours apart.
QString amountText(double value) { return numberText(value, value < 10 ? 2 : value < 100 ? 1 : 0); }

}  // namespace

PlacesTrack::PlacesTrack(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setAccessibleName(tr("Places for exits"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
}

void PlacesTrack::setPlaces(std::vector<TrackPlace> places) {
    places_ = std::move(places);
    state_ = {};
    for (const TrackPlace& place : places_) state_.depth.push_back(place.share);
    if (!places_.empty()) state_.depth.push_back(1);
    current_ = 0;
    describe();
}

void PlacesTrack::check(const std::vector<std::size_t>& places) {
    for (std::size_t i = 0; i < places_.size(); ++i)
        places_[i].checked = std::ranges::find(places, i) != places.end();
    describe();
}

std::vector<std::size_t> PlacesTrack::checked() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < places_.size(); ++i)
        if (places_[i].checked) found.push_back(i);
    return found;
}

QString PlacesTrack::words(const TrackPlace& place) const {
    return tr("%1: %2 % of the computing, %3 MFLOPs; %4 kB cross the cut")
        .arg(place.name, numberText(100 * place.share, place.share < 0.1 ? 1 : 0),
             amountText(place.megaflops), amountText(place.kilobytes));
}

QString PlacesTrack::sentence() const {
    if (places_.empty()) return tr("No place for an exit.");
    const TrackPlace& place = places_[static_cast<std::size_t>(current_)];
    return (place.checked ? tr("Exit at %1") : tr("No exit at %1")).arg(words(place));
}

TrackGeometry PlacesTrack::geometryNow() const { return {state_, theme_, rect(), kCaptionRows}; }

QPoint PlacesTrack::pointOf(std::size_t place) const {
    return geometryNow().block(static_cast<int>(place) + 1).center().toPoint();
}

void PlacesTrack::describe() {
    setAccessibleDescription(sentence());
    setToolTip(sentence());  // it may be elided
    update();
}

void PlacesTrack::toggle(std::size_t place) {
    places_[place].checked = !places_[place].checked;
    describe();
    emit checkedChanged();
}

void PlacesTrack::moveTo(int place) {
    current_ = std::clamp(place, 0, std::max(0, static_cast<int>(places_.size()) - 1));
    describe();
}

void PlacesTrack::mousePressEvent(QMouseEvent* event) {
    const int layer = geometryNow().layerAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || layer < 1 || layer > static_cast<int>(places_.size()))
        return QWidget::mousePressEvent(event);
    moveTo(layer - 1);
    toggle(static_cast<std::size_t>(current_));
}

void PlacesTrack::keyPressEvent(QKeyEvent* event) {
    if (places_.empty()) return QWidget::keyPressEvent(event);
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(current_ - 1);
        case Qt::Key_Right:
            return moveTo(current_ + 1);
        case Qt::Key_Home:
            return moveTo(0);
        case Qt::Key_End:
            return moveTo(static_cast<int>(places_.size()) - 1);
        case Qt::Key_Space:
            return toggle(static_cast<std::size_t>(current_));
        default:
            QWidget::keyPressEvent(event);
    }
}

bool PlacesTrack::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int layer = geometryNow().layerAt(help->pos());
    const auto place = static_cast<std::size_t>(layer - 1);
    QString text =
        tr("Click a place to attach an exit there, or to take it away; with the "
           "keyboard: arrows and Space");
    if (layer > static_cast<int>(places_.size())) text = tr("The network's own exit: it stays");
    if (layer > 0 && place < places_.size()) text = words(places_[place]);
    QToolTip::showText(help->globalPos(), plainTip(text), this);
    return true;
}

// A box on a stem: what the exit's head looks at. Where it is checked, the cut is drawn behind it.
void PlacesTrack::paintExitOf(QPainter& painter, const TrackGeometry& at, int layer) const {
    const bool own = layer == state_.exits();
    const bool on = own || places_[static_cast<std::size_t>(layer - 1)].checked;
    const QColor surface = theme_.color(Token::Surface), exit = theme_.color(Token::Exit),
                 quiet = mixed(surface, theme_.color(Token::MutedText), 0.6);
    const QRectF box(at.centre(layer) - kExitBox / 2, at.exitsTop + 4, kExitBox, kExitBox);
    painter.setPen(QPen(on ? exit : quiet, on ? 2 : 1, on ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(
        QLineF(at.centre(layer), box.bottom() + 1, at.centre(layer), at.block(layer).top() - 2));
    painter.setPen(QPen(on ? exit : quiet, 1.5));
    painter.setBrush(on ? exit : surface);
    painter.drawRoundedRect(box, own ? kExitBox / 2 : 3, own ? kExitBox / 2 : 3);
    if (on) {
        painter.setPen(QPen(surface, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{QPointF(box.left() + 3.5, box.top() + 7.5),
                                       QPointF(box.left() + 6, box.top() + 10),
                                       QPointF(box.left() + 10.5, box.top() + 4.5)});
    }
    if (hasFocus() && layer == current_ + 1) {
        painter.setPen(QPen(theme_.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 5, 5);
    }
    if (!on || own) return;
    painter.setPen(QPen(theme_.color(Token::Offload), 2, Qt::DashLine));
    painter.drawLine(QLineF(at.border(layer), at.exitsTop + 4, at.border(layer), at.sharesTop - 3));
}

void PlacesTrack::paintCaptions(QPainter& painter, const TrackGeometry& at) const {
    std::vector<std::array<QString, kCaptionRows>> texts;
    for (const TrackPlace& place : places_)
        texts.push_back({tr("%1 %").arg(numberText(100 * place.share, place.share < 0.1 ? 1 : 0)),
                         amountText(place.megaflops), amountText(place.kilobytes)});
    const QFontMetrics metrics(theme_.captionFont());
    double widest = 1;
    for (const auto& rows : texts)
        for (const QString& text : rows)
            widest = std::max(widest, metrics.horizontalAdvance(text) + kCaptionGap);
    // Where places stand close, every second one or fewer has room, and the checked ones first.
    double free = at.left;
    painter.setFont(theme_.captionFont());
    const auto paintColumn = [&](std::size_t place) {
        const double middle = at.centre(static_cast<int>(place) + 1);
        painter.setPen(theme_.color(places_[place].checked ? Token::Text : Token::MutedText));
        for (int row = 0; row < kCaptionRows; ++row)
            painter.drawText(
                QRectF(middle - widest, at.sharesTop + row * at.line, 2 * widest, at.line),
                Qt::AlignCenter, texts[place][static_cast<std::size_t>(row)]);
    };
    const auto start = [&](std::size_t place) {
        return at.centre(static_cast<int>(place) + 1) - widest / 2;
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (start(i) < free) continue;
        const auto next =
            std::find_if(places_.begin() + static_cast<std::ptrdiff_t>(i) + 1, places_.end(),
                         [](const TrackPlace& p) { return p.checked; });
        const bool hides =
            !places_[i].checked && next != places_.end() &&
            start(static_cast<std::size_t>(next - places_.begin())) < start(i) + widest;
        if (hides) continue;
        paintColumn(i);
        free = start(i) + widest;
    }
    const std::array titles{tr("depth"), tr("MFLOPs"), tr("kB sent")};
    painter.setPen(theme_.color(Token::MutedText));
    for (int row = 0; row < kCaptionRows; ++row)
        painter.drawText(QRectF(at.card.left() + 16, at.sharesTop + row * at.line,
                                at.left - at.card.left() - 20, at.line),
                         Qt::AlignLeft | Qt::AlignVCenter, titles[static_cast<std::size_t>(row)]);
}

void PlacesTrack::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TrackGeometry at = geometryNow();
    TrackPainter(state_, theme_, rect(), kCaptionRows).paintNetwork(painter);
    if (!places_.empty()) {
        for (int layer = 1; layer <= state_.exits(); ++layer) paintExitOf(painter, at, layer);
        paintCaptions(painter, at);
    }
    painter.setFont(theme_.titleFont());
    painter.setPen(theme_.color(Token::Text));
    const QRectF head = at.card.adjusted(16, 8, -16, 0);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignTop, tr("Where exits can be attached"));
    painter.setFont(theme_.bodyFont());
    painter.setPen(theme_.color(Token::MutedText));
    const QRectF foot(at.card.left() + 16, at.sentenceTop, at.card.width() - 32,
                      QFontMetrics(theme_.bodyFont()).height());
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(theme_.bodyFont())
                         .elidedText(sentence(), Qt::ElideMiddle, static_cast<int>(foot.width())));
}

}  // namespace splitee
