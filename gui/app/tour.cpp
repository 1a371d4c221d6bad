// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/tour.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>

#include <algorithm>

#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kBubbleWidth = 340, kBubblePadding = 16, kBubbleGap = 12, kEdge = 8;

int heightOf(const QFont& font, const QString& text) {
    return QFontMetrics(font)
        .boundingRect(QRect(0, 0, kBubbleWidth - 2 * kBubblePadding, 1000), Qt::TextWordWrap, text)
        .height();
}

}  // namespace

Tour::Tour(const Theme& theme, std::vector<TourStop> stops, QWidget* window)
    : QWidget(window), theme_(theme), stops_(std::move(stops)) {
    setFocusPolicy(Qt::StrongFocus);
    window->installEventFilter(this);
    connect(&theme_, &Theme::changed, this, [this] { update(); });
    hide();
}

void Tour::begin() {
    before_ = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
    go(0);
}

void Tour::next() { at_ + 1 < static_cast<int>(stops_.size()) ? go(at_ + 1) : end(); }

void Tour::back() { go(std::max(0, at_ - 1)); }

void Tour::go(int stop) {
    at_ = stop;
    const TourStop& here = stops_[static_cast<std::size_t>(stop)];
    setAccessibleName(here.title);
    setAccessibleDescription(here.text);
    QWidget* target = here.target();
    for (QWidget* over = target; over != nullptr; over = over->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(over)) area->ensureWidgetVisible(target);
    openHole();
    update();
}

// Where something is to be tried out, the mouse gets through to it.
void Tour::openHole() {
    clearMask();
    if (const QRect hole = targetRect();
        stops_[static_cast<std::size_t>(at_)].handsOn && !hole.isNull())
        setMask(QRegion(rect()) - hole.adjusted(2, 2, -2, -2));  // but for its border
}

void Tour::end() {
    hide();
    if (before_ != nullptr) before_->setFocus(Qt::PopupFocusReason);
}

QRect Tour::targetRect() const {
    const QWidget* target = stops_[static_cast<std::size_t>(at_)].target();
    if (target == nullptr || !target->isVisible()) return {};
    return QRect(target->mapTo(parentWidget(), QPoint(0, 0)), target->size())
        .adjusted(-4, -4, 4, 4)
        .intersected(rect());
}

// Under its target where there is room, else above, else beside it.
QRect Tour::callout() const {
    const TourStop& stop = stops_[static_cast<std::size_t>(at_)];
    const int line = QFontMetrics(theme_.captionFont()).height();
    const int height = 2 * kBubblePadding + heightOf(theme_.titleFont(), stop.title) + 6 +
                       heightOf(theme_.bodyFont(), stop.text) + 10 + line;
    QRect box(0, 0, kBubbleWidth, height);
    const QRect target = targetRect();
    const QRect inside = rect().adjusted(kEdge, kEdge, -kEdge, -kEdge);
    if (target.isNull())
        box.moveCenter(inside.center());
    else if (target.bottom() + kBubbleGap + height <= inside.bottom())
        box.moveTopLeft({target.left(), target.bottom() + kBubbleGap});
    else if (target.top() - kBubbleGap - height >= inside.top())
        box.moveBottomLeft({target.left(), target.top() - kBubbleGap});
    else
        box.moveTopLeft({target.right() + kBubbleGap, std::max(target.top(), inside.top())});
    box.moveLeft(std::clamp(box.left(), inside.left(),
                            std::max(inside.left(), inside.right() - box.width())));
    box.moveTop(std::clamp(box.top(), inside.top(),
                           std::max(inside.top(), inside.bottom() - box.height())));
    return box;
}

void Tour::paintEvent(QPaintEvent*) {
    const TourStop& stop = stops_[static_cast<std::size_t>(at_)];
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath around;
    around.addRect(rect());
    const QRect target = targetRect();
    QPainterPath hole;
    if (!target.isNull()) hole.addRoundedRect(target, 8, 8);
    QColor veil = theme_.color(theme_.dark() ? Token::Background : Token::Text);
    veil.setAlphaF(theme_.dark() ? 0.7F : 0.35F);
    painter.fillPath(around.subtracted(hole), veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme_.color(Token::Accent), 2));
    painter.drawPath(hole);

    const QRect box = callout();
    painter.setPen(QPen(theme_.color(Token::Border), 1));
    painter.setBrush(theme_.color(Token::Surface));
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    QRect line = box.adjusted(kBubblePadding, kBubblePadding, -kBubblePadding, -kBubblePadding);
    const auto write = [&](const QFont& font, Token color, const QString& text, int gap) {
        painter.setFont(font);
        painter.setPen(theme_.color(color));
        painter.drawText(line, Qt::TextWordWrap, text);
        line.setTop(line.top() + heightOf(font, text) + gap);
    };
    write(theme_.titleFont(), Token::Text, stop.title, 6);
    write(theme_.bodyFont(), Token::Text, stop.text, 10);
    const QString last =
        at_ + 1 == static_cast<int>(stops_.size()) ? tr("Enter: done") : tr("Enter: next");
    const QString keys =
        at_ == 0 ? last + tr(" · Esc: end") : last + tr(" · Left: back · Esc: end");
    painter.setFont(theme_.captionFont());
    painter.setPen(theme_.color(Token::MutedText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, keys);
    painter.drawText(line, Qt::AlignRight | Qt::AlignTop,
                     tr("%1 of %2").arg(at_ + 1).arg(stops_.size()));
}

void Tour::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            return end();
        case Qt::Key_Right:
        case Qt::Key_Down:
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return next();
        case Qt::Key_Left:
        case Qt::Key_Up:
        case Qt::Key_Backspace:
            return back();
        default:
            event->accept();
    }
}

void Tour::mousePressEvent(QMouseEvent*) { next(); }

// While it is shown, no key goes to the window behind it.
bool Tour::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            key == Qt::Key_Tab ? next() : back();
            return true;
        }
    }
    return QWidget::event(event);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        openHole();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace splitee
