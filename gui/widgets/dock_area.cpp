// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/dock_area.h"

#include <QAction>
#include <QEvent>
#include <QScopedValueRollback>
#include <QTabBar>

#include <algorithm>

#include "gui/widgets/dock.h"
#include "gui/widgets/panel_header.h"

namespace splitee {
namespace {

constexpr int kLayoutVersion = 1;
constexpr qsizetype kCharts = 4;  // two rows of two
constexpr int kSideWidth = 420;
constexpr int kLeastPanelWidth = 280, kGapWidth = 8;  // of a panel that shares the area
constexpr int kTwoColumns =
    2 * kLeastPanelWidth + kGapWidth;  // below, a panel has the area for itself
constexpr int kThreeColumns = 1180;    // two columns of charts and a panel beside them
constexpr int kLeastAreaHeight = 296;  // two rows of charts
constexpr int kCalmPasses = 4;         // without a new size, until a layout is at rest

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

QSize DockArea::minimumSizeHint() const {
    return QMainWindow::minimumSizeHint().expandedTo({0, kLeastAreaHeight});
}

Dock* DockArea::add(const QString& name, const QString& title, QWidget* panel, bool open) {
    auto* toggle = new QAction(title, this);
    toggle->setCheckable(true);
    places_.push_back({new Dock(theme_, name, title, panel, this), open, toggle});
    {
        const QScopedValueRollback arranging(arranging_, true);
        addAt(places_.size() - 1);
    }
    connectPlace(places_.back());
    return places_.back().dock;
}

void DockArea::connectPlace(const Place& place) {
    Dock* dock = place.dock;
    QAction* toggle = place.toggle;
    toggle->setChecked(!dock->isHidden());
    connect(toggle, &QAction::triggered, this, [this, dock, toggle] {
        if (!dock->isHidden() && !dock->isBuried()) {
            dock->close();
        } else {
            open(dock);
            toggle->setChecked(true);
        }
    });
    connect(dock->toggleViewAction(), &QAction::toggled, toggle, &QAction::setChecked);
    connect(dock, &Dock::aboutToClose, this, [this] {
        remember();
        ++closing_;
        // Queued: a panel that is being closed is in the layout still.
        QMetaObject::invokeMethod(
            this,
            [this] {
                --closing_;
                if (!recall()) giveRoomBack();
            },
            Qt::QueuedConnection);
    });
    // What the user has dragged elsewhere stays there.
    const auto moved = [this] {
        if (!arranging_) layouts_.clear();
    };
    connect(dock, &QDockWidget::topLevelChanged, this, moved);
    connect(dock, &QDockWidget::dockLocationChanged, this, moved);
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

DockArea::Room DockArea::room() const {
    return width() >= kThreeColumns ? Room::ThreeColumns
           : width() >= kTwoColumns ? Room::TwoColumns
                                    : Room::OneColumn;
}

// And how many columns there was room for.
QString DockArea::openPanels() const {
    QString open = QString::number(static_cast<int>(room()));
    for (const Place& place : places_)
        if (!place.dock->isHidden()) open += QLatin1Char(' ') + place.dock->objectName();
    return open;
}

Dock* DockArea::sidePanel() const {
    for (qsizetype place = kCharts; place < places_.size(); ++place) {
        Dock* dock = places_[place].dock;
        if (!dock->isHidden() && !dock->isFloating() &&
            dockWidgetArea(dock) == Qt::RightDockWidgetArea)
            return dock;
    }
    return nullptr;
}

// Not while a panel closes or a layout is being restored: half of it would replace it.
void DockArea::remember() {
    const QString open = openPanels();
    if (!arranging_ && isVisible() && closing_ == 0 && open != restoring_)
        layouts_.insert(open, saveState(kLayoutVersion));
}

// Whether just these panels were open before, in a window about as wide.
bool DockArea::recall() {
    const auto known = layouts_.constFind(openPanels());
    if (known == layouts_.constEnd() || !isVisible()) return false;
    const QByteArray layout = *known;
    restoring_ = openPanels();
    restoreUntilAtRest(layout, restoring_, size(), 0);
    return restoreArranged(layout);
}

bool DockArea::restoreArranged(const QByteArray& layout) {
    const QScopedValueRollback arranging(arranging_, true);
    return restoreState(layout, kLayoutVersion);
}

// The layouts around the area give it the height that just these panels need, in some passes of
// events: it is restored for each size, until the size has stayed for kCalmPasses passes.
void DockArea::restoreUntilAtRest(const QByteArray& layout, const QString& open, QSize last,
                                  int calm) {
    if (calm == kCalmPasses) {
        if (restoring_ == open) restoring_.clear();
        return;
    }
    const auto next = [this, layout, open, last, calm] {
        if (openPanels() != open || restoring_ != open) return;
        if (size() == last && calm > 0) return restoreUntilAtRest(layout, open, last, calm + 1);
        restoreArranged(layout);
        restoreUntilAtRest(layout, open, size(), size() == last ? 1 : 0);
    };
    QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
}

void DockArea::open(Dock* dock) {
    if (dock->isHidden()) {
        remember();
        dock->show();
        if (!recall()) makeRoom(dock);
    }
    dock->raise();
    emit shown(dock);
}

// Where the window is narrow, three columns would leave none of them room: the right one of the
// charts goes behind the panel, as tabs, or all charts. After that the user decides.
void DockArea::makeRoom(Dock* side) {
    if (side->isFloating() || dockWidgetArea(side) != Qt::RightDockWidgetArea) return;
    const QScopedValueRollback arranging(arranging_, true);
    const Room here = room();
    bool made = false;
    for (qsizetype place = 0; place < std::min(kCharts, places_.size()); ++place) {
        const bool rightColumn = place % 2 == 1;
        if (here == Room::ThreeColumns || (here == Room::TwoColumns && !rightColumn)) continue;
        Dock* chart = places_[place].dock;
        const bool asItWas = !chart->isFloating() &&
                             dockWidgetArea(chart) == Qt::LeftDockWidgetArea &&
                             tabifiedDockWidgets(chart).isEmpty();
        const bool hidden = chart->isHidden();
        if (asItWas) tabifyDockWidget(side, chart);
        if (asItWas) chart->setVisible(!hidden);
        made = made || asItWas;
    }
    if (made) side->raise();
    // Queued: the panel gets a first place by the layout.
    QMetaObject::invokeMethod(
        this,
        [this, side, here, made] {
            if (side->isHidden() || here != room()) return;
            if (made && here == Room::TwoColumns)
                resizeDocks({places_.front().dock, side}, {1000, 1000}, Qt::Horizontal);
            else if (here == Room::ThreeColumns && side->width() < kSideWidth)
                resizeDocks({places_[0].dock, places_[1].dock, side},
                            {(width() - kSideWidth) / 2, (width() - kSideWidth) / 2, kSideWidth},
                            Qt::Horizontal);
        },
        Qt::QueuedConnection);
}

void DockArea::giveRoomBack() {
    if (sidePanel() != nullptr) return;
    const QScopedValueRollback arranging(arranging_, true);
    bool any = false;
    for (qsizetype place = 0; place < std::min(kCharts, places_.size()); ++place) {
        Dock* chart = places_[place].dock;
        if (chart->isFloating() || dockWidgetArea(chart) != Qt::RightDockWidgetArea) continue;
        const bool hidden = chart->isHidden();
        removeDockWidget(chart);
        addAt(place);
        chart->setVisible(!hidden);
        any = true;
    }
    if (any) shareEvenly();
}

// The window is wider or narrower now than what its layout was made for.
void DockArea::fitRoom() {
    if (!isVisible() || room() == room_) return;
    const bool first = room_ == Room::Unknown;
    room_ = room();
    Dock* side = sidePanel();
    if (side == nullptr || recall()) return;
    if (first) return makeRoom(side);
    const QScopedValueRollback arranging(arranging_, true);
    QList<Dock*> sides;  // away for a moment, so that the charts come back
    for (qsizetype place = kCharts; place < places_.size(); ++place)
        if (Dock* dock = places_[place].dock; !dock->isHidden() && !dock->isFloating() &&
                                              dockWidgetArea(dock) == Qt::RightDockWidgetArea)
            sides.push_back(dock);
    for (Dock* dock : sides) dock->setVisible(false);
    giveRoomBack();
    for (Dock* dock : sides) dock->setVisible(true);
    makeRoom(side);
    side->raise();
}

void DockArea::shareEvenly() {
    const qsizetype charts = std::min(places_.size(), kCharts);
    QList<QDockWidget*> docks;
    for (qsizetype place = 0; place < charts; ++place) docks.push_back(places_[place].dock);
    for (const auto direction : {Qt::Horizontal, Qt::Vertical})
        resizeDocks(docks, QList<int>(charts, 1000), direction);
}

void DockArea::resetLayout() {
    const QScopedValueRollback arranging(arranging_, true);
    layouts_.clear();
    for (const Place& place : places_) {
        place.dock->setFloating(false);  // only one that is in the layout can be docked again
        removeDockWidget(place.dock);
    }
    for (qsizetype place = 0; place < places_.size(); ++place) addAt(place);
    shareEvenly();
}

QList<QAction*> DockArea::toggles() const {
    QList<QAction*> actions;
    for (const Place& place : places_) actions.push_back(place.toggle);
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
        open(place.dock);
        place.dock->panel()->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

QByteArray DockArea::layoutState() const { return saveState(kLayoutVersion); }

bool DockArea::restoreLayout(const QByteArray& state) {
    const QScopedValueRollback arranging(arranging_, true);
    if (!restoreState(state, kLayoutVersion)) return false;
    layouts_.clear();
    room_ = Room::Unknown;
    QMetaObject::invokeMethod(this, &DockArea::fitRoom, Qt::QueuedConnection);
    return true;
}

void DockArea::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    if (isVisible() && room() != room_)
        QMetaObject::invokeMethod(this, &DockArea::fitRoom, Qt::QueuedConnection);
}

void DockArea::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    QMetaObject::invokeMethod(this, &DockArea::fitRoom, Qt::QueuedConnection);
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
    dressTabs();
    return done;
}

// Whole titles; what has no room is reached by arrows. setElideMode() asks for a new layout also
// where nothing changes, which would end here again, and so on for ever.
void DockArea::dressTabs() {
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (tabs->elideMode() != Qt::ElideNone) tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
    }
}

}  // namespace splitee
