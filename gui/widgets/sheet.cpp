// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sheet.h"

#include <QKeyEvent>
#include <QLayout>

#include <algorithm>

namespace splitee {
namespace {

constexpr int kSheetMargin = 8, kSheetFromTop = 52;

}  // namespace

Sheet::Sheet(int width, QWidget* parent) : QFrame(parent), width_(width) {
    parent->installEventFilter(this);
    setProperty("sheet", true);
    hide();
}

void Sheet::present() {
    show();
    place();
    raise();
}

void Sheet::place() {
    if (!isVisible()) return;
    layout()->activate();
    const QSize room = parentWidget()->size() - 2 * QSize(kSheetMargin, kSheetMargin);
    setFixedSize(std::min(width_, room.width()), std::min(sizeHint().height(), room.height()));
    move((parentWidget()->width() - width()) / 2,
         std::clamp(parentWidget()->height() - height() - kSheetMargin, kSheetMargin,
                    kSheetFromTop));
}

void Sheet::leave() {
    hide();
    parentWidget()->setFocus();
}

// Keys without Ctrl or Alt are the sheet's own: Space, say, would run what lies below.
bool Sheet::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto modifiers = static_cast<QKeyEvent*>(event)->modifiers();
        if (!(modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void Sheet::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) return leave();
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) return accept();
    QFrame::keyPressEvent(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace splitee
