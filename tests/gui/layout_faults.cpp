// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout_faults.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QVariant>
#include <QWidget>

#include <algorithm>

#include "drawn_texts.h"

namespace splitee::test {
namespace {

constexpr double kTouch = 1;  // pixels that two inks may share: antialiasing

QString named(const QWidget& widget) {
    QString text = QString::fromLatin1(widget.metaObject()->className());
    for (const QString& more : {widget.objectName(), widget.property("text").toString()})
        if (!more.isEmpty()) text += QStringLiteral(" '%1'").arg(more);
    return text;
}

QString placed(const QRectF& at) {
    return QStringLiteral("(%1,%2 %3x%4)")
        .arg(at.x(), 0, 'f', 0)
        .arg(at.y(), 0, 'f', 0)
        .arg(at.width(), 0, 'f', 0)
        .arg(at.height(), 0, 'f', 0);
}

// Whether one can scroll to the rest of it; headers move with their table.
bool canScrollTo(const QWidget* widget, Qt::Orientation direction) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
        if (area == nullptr) continue;
        const QScrollBar* bar =
            direction == Qt::Horizontal ? area->horizontalScrollBar() : area->verticalScrollBar();
        if (bar->minimum() < bar->maximum()) return true;
    }
    return false;
}

// A row of tabs that is too long.
bool hasArrows(const QTabBar& tabs) {
    const auto buttons = tabs.findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(buttons, [](const QToolButton* one) { return one->isVisible(); });
}

// A floating window and what is on top by design are not part of the layout.
bool isOverlay(const QWidget& widget) {
    return widget.isWindow() || widget.property("overlay").toBool() ||
           qobject_cast<const QTabBar*>(widget.parentWidget()) != nullptr;
}

// Qt moves what a tab hides beyond the upper left corner.
bool isBuried(const QWidget& widget) {
    return widget.geometry().right() < 0 && widget.geometry().bottom() < 0;
}

// Scrolled away; a text in a widget that is too small shows a part of it.
bool isHidden(const DrawnText& text) {
    return text.visible.width() <= kTouch || text.visible.height() <= kTouch;
}

void checkWidgets(const QWidget& parent, QStringList& faults) {
    std::vector<const QWidget*> children;
    for (const QObject* child : parent.children())
        if (const auto* widget = qobject_cast<const QWidget*>(child);
            widget != nullptr && widget->isVisible() && !widget->size().isEmpty() &&
            !isOverlay(*widget) && !isBuried(*widget))
            children.push_back(widget);
    const auto* area = qobject_cast<const QAbstractScrollArea*>(parent.parentWidget());
    const bool scrolls = area != nullptr && area->viewport() == &parent;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const QRect place = children[i]->geometry();
        const QRect inside =
            scrolls ? place & QRect(parent.rect().left(), place.top(),
                                    area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                                        ? parent.width()
                                        : place.right() + 1,
                                    place.height())
                    : place & parent.rect();
        if (inside != place)
            faults << QStringLiteral("%1 %2 lies outside its parent %3 %4")
                          .arg(named(*children[i]), placed(place), named(parent),
                               placed(parent.rect()));
        for (std::size_t k = 0; k < i; ++k)
            if (place.intersects(children[k]->geometry()))
                faults << QStringLiteral("%1 %2 and %3 %4 intersect")
                              .arg(named(*children[k]), placed(children[k]->geometry()),
                                   named(*children[i]), placed(place));
        checkWidgets(*children[i], faults);
    }
}

QString toolTipAt(const QWidget& owner, const QPoint& at) {
    if (qobject_cast<const QTabBar*>(&owner) != nullptr) return {};  // tabs show whole titles
    if (const auto* view = qobject_cast<const QAbstractItemView*>(owner.parentWidget());
        view != nullptr && view->viewport() == &owner) {
        if (const auto* header = qobject_cast<const QHeaderView*>(view))
            return header->model()
                ->headerData(header->logicalIndexAt(at), header->orientation(), Qt::ToolTipRole)
                .toString();
        return view->indexAt(at).data(Qt::ToolTipRole).toString();
    }
    for (const QWidget* widget = &owner; widget != nullptr && !widget->isWindow();
         widget = widget->parentWidget())
        if (!widget->toolTip().isEmpty()) return widget->toolTip();
    return {};
}

// "Open…" is a whole text.
bool endsSo(const QWidget& owner, const QPoint& at, const QString& text) {
    QStringList whole{owner.property("text").toString(),
                      owner.property("placeholderText").toString(),
                      owner.property("currentText").toString()};
    if (const auto* tabs = qobject_cast<const QTabBar*>(&owner))
        whole << tabs->tabText(tabs->tabAt(at));
    if (const auto* view = qobject_cast<const QAbstractItemView*>(owner.parentWidget()))
        whole << view->indexAt(at).data().toString();
    static const QRegularExpression hash(  // written so
        QStringLiteral("^([0-9a-f]{8}…|–)(, ([0-9a-f]{8}…|–))*$"));
    return text.endsWith(QStringLiteral(" …")) || hash.match(text).hasMatch() ||
           std::ranges::any_of(whole, [&](QString one) {
               return one.remove(QLatin1Char('&')).simplified().contains(text.simplified());
           });
}

void checkText(QWidget& window, const DrawnText& drawn, QStringList& faults) {
    const QPoint at =
        drawn.visible.isEmpty() ? drawn.ink.center().toPoint() : drawn.visible.center().toPoint();
    const QWidget* found = window.childAt(at);
    const QWidget& owner = found != nullptr ? *found : window;
    const QPoint inside = owner.mapFrom(&window, at);
    if (drawn.text.contains(QChar(0x2026)) && !endsSo(owner, inside, drawn.text) &&
        toolTipAt(owner, inside).isEmpty())
        faults << QStringLiteral("'%1' %2 is elided, and %3 has no tooltip")
                      .arg(drawn.text, placed(drawn.ink), named(owner));
    const double across = drawn.ink.width() - drawn.visible.width(),
                 down = drawn.ink.height() - drawn.visible.height();
    if (across <= kTouch + 0.5 && down <= kTouch + 0.5) return;
    if (qobject_cast<const QLineEdit*>(&owner) != nullptr && !toolTipAt(owner, inside).isEmpty())
        return;  // it scrolls under the cursor
    if (const auto* tabs = qobject_cast<const QTabBar*>(&owner);
        tabs != nullptr && hasArrows(*tabs))
        return;
    if ((across <= kTouch + 0.5 || canScrollTo(&owner, Qt::Horizontal)) &&
        (down <= kTouch + 0.5 || canScrollTo(&owner, Qt::Vertical)))
        return;
    faults << QStringLiteral("'%1' %2 is cut to %3 in %4")
                  .arg(drawn.text, placed(drawn.ink), placed(drawn.visible), named(owner));
}

}  // namespace

QStringList layoutFaults(QWidget& window) {
    QStringList faults;
    checkWidgets(window, faults);
    const std::vector<DrawnText> texts = drawnTexts(window);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (isHidden(texts[i])) continue;
        checkText(window, texts[i], faults);
        for (std::size_t k = 0; k < i; ++k) {
            const QRectF both = texts[i].visible & texts[k].visible;
            if (both.width() > kTouch && both.height() > kTouch)
                faults << QStringLiteral("'%1' %2 and '%3' %4 overprint each other")
                              .arg(texts[k].text, placed(texts[k].ink), texts[i].text,
                                   placed(texts[i].ink));
        }
    }
    return faults;
}

}  // namespace splitee::test
