// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/dock_area.h"

#include <QAction>
#include <QEvent>

#include <algorithm>

#include "gui/widgets/dock.h"
#include "gui/widgets/panel_header.h"

namespace splitee {
namespace {

constexpr int kLayoutVersion = 1;
constexpr qsizetype kCharts = 4;  // two rows of two
constexpr int kSideWidth = 420;
constexpr int kRoomy =
    1180;  // from here on there is room for two columns of charts and a panel beside them
constexpr qsizetype kRightColumn[] = {1, 3};

}  // namespace

// No widget in the centre: the docks share the whole area. The constructor of QMainWindow always
// makes a window of its own.
DockArea::DockArea(const Theme& theme, QWidget* parent) : QMainWindow(parent), theme_(theme) {
    setWindowFlags(Qt::Widget);
    setObjectName(QStringLiteral("dockArea"));
    setDockNestingEnabled(true);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setContextMenuPolicy(
        Qt::NoContextMenu);  // Qt's own lists the panels without a word on what they are
}

Dock* DockArea::add(const QString& name, const QString& title, QWidget* panel, bool open) {
    places_.push_back({new Dock(theme_, name, title, panel, this), open});
    addAt(places_.size() - 1);
    // The first panel on the right takes its width from the charts once, when it opens; after that
    // the user decides.
    if (places_.size() > kCharts) {
        connect(places_.back().dock->toggleViewAction(), &QAction::triggered, this,
                [this, dock = places_.back().dock](bool shown) {
                    if (!shown) return;
                    makeRoom(dock);
                    dock->raise();
                    if (dock->width() < kSideWidth && !dock->isFloating())
                        resizeDocks({dock}, {kSideWidth}, Qt::Horizontal);
                });
        // Queued: a panel that is being closed is in the layout still.
        connect(places_.back().dock->toggleViewAction(), &QAction::toggled, this,
                &DockArea::giveRoomBack, Qt::QueuedConnection);
    }
    return places_.back().dock;
}

void DockArea::addAt(qsizetype place) {
    Dock* dock = places_[place].dock;
    switch (place) {
        case 0:
            addDockWidget(Qt::LeftDockWidgetArea, dock);
            break;
        case 1:
            splitDockWidget(places_[0].dock, dock, Qt::Horizontal);
            break;
        case 2:
            splitDockWidget(places_[0].dock, dock, Qt::Vertical);
            break;
        case 3:
            splitDockWidget(places_[1].dock, dock, Qt::Vertical);
            break;
        case kCharts:
            addDockWidget(Qt::RightDockWidgetArea, dock);
            break;
        default:
            tabifyDockWidget(places_[kCharts].dock, dock);
    }
    dock->setVisible(places_[place].open);
}

// Where the window is narrow, three columns would leave none of them room: the right one of the
// charts goes behind the panel, as tabs.
void DockArea::makeRoom(Dock* side) {
    if (width() >= kRoomy || side->isFloating() || dockWidgetArea(side) != Qt::RightDockWidgetArea)
        return;
    bool made = false;
    for (const qsizetype place : kRightColumn) {
        Dock* chart = places_[place].dock;
        const bool asItWas = !chart->isFloating() &&
                             dockWidgetArea(chart) == Qt::LeftDockWidgetArea &&
                             tabifiedDockWidgets(chart).isEmpty();
        if (asItWas) tabifyDockWidget(side, chart);
        made = made || asItWas;
    }
    if (made) resizeDocks({places_.front().dock, side}, {1000, 1000}, Qt::Horizontal);
}

void DockArea::giveRoomBack() {
    for (qsizetype place = kCharts; place < places_.size(); ++place)
        if (!places_[place].dock->isHidden() && !places_[place].dock->isFloating()) return;
    for (const qsizetype place : kRightColumn) {
        Dock* chart = places_[place].dock;
        if (chart->isHidden() || chart->isFloating() ||
            dockWidgetArea(chart) != Qt::RightDockWidgetArea)
            continue;
        removeDockWidget(chart);
        addAt(place);
    }
}

void DockArea::resetLayout() {
    for (const Place& place : places_) {
        place.dock->setFloating(false);  // only one that is in the layout can be docked again
        removeDockWidget(place.dock);
    }
    for (qsizetype place = 0; place < places_.size(); ++place) addAt(place);
    const qsizetype charts = std::min(places_.size(), kCharts);
    QList<QDockWidget*> docks;
    for (qsizetype place = 0; place < charts; ++place) docks.push_back(places_[place].dock);
    for (const auto direction : {Qt::Horizontal, Qt::Vertical})
        resizeDocks(docks, QList<int>(charts, 1000), direction);
}

QList<QAction*> DockArea::toggles() const {
    QList<QAction*> actions;
    for (const Place& place : places_) actions.push_back(place.dock->toggleViewAction());
    return actions;
}

QStringList DockArea::names() const {
    QStringList names;
    for (const Place& place : places_) names.push_back(place.dock->objectName());
    return names;
}

bool DockArea::reveal(const QString& name) {
    for (const Place& place : places_) {
        if (place.dock->objectName() != name) continue;
        if (place.dock->isHidden()) place.dock->toggleViewAction()->trigger();
        place.dock->raise();
        place.dock->panel()->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

QByteArray DockArea::layoutState() const { return saveState(kLayoutVersion); }

bool DockArea::restoreLayout(const QByteArray& state) {
    return restoreState(state, kLayoutVersion);
}

// A tab says the title already; there is one where another panel is open in the same place.
bool DockArea::event(QEvent* event) {
    const bool done = QMainWindow::event(event);
    if (event->type() != QEvent::LayoutRequest) return done;
    for (const Place& place : places_) {
        const bool tabbed = std::ranges::any_of(
            tabifiedDockWidgets(place.dock),
            [](const QDockWidget* other) { return other->toggleViewAction()->isChecked(); });
        place.dock->header().setTitleShown(place.dock->isFloating() || !tabbed);
    }
    return done;
}

}  // namespace splitee
