#include "gui/dock_area.h"

#include <QAction>
#include <QDockWidget>

namespace splitee {

// No widget in the centre: the docks share the whole area. The constructor of QMainWindow always makes a window of its own.
DockArea::DockArea(QWidget* parent) : QMainWindow(parent) {
    setWindowFlags(Qt::Widget);
    setDockNestingEnabled(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
}

QDockWidget* DockArea::add(const QString& name, const QString& title, QWidget* panel, bool open) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    const qsizetype place = docks_.size();
    switch (place) {
        case 0: addDockWidget(Qt::LeftDockWidgetArea, dock); break;
        case 1: splitDockWidget(docks_[0], dock, Qt::Horizontal); break;
        case 2: splitDockWidget(docks_[0], dock, Qt::Vertical); break;
        case 3: splitDockWidget(docks_[1], dock, Qt::Vertical); break;
        case 4: addDockWidget(Qt::RightDockWidgetArea, dock); break;
        default: tabifyDockWidget(docks_[4], dock);
    }
    dock->setVisible(open);
    docks_.push_back(dock);
    return dock;
}

QList<QAction*> DockArea::toggles() const {
    QList<QAction*> actions;
    for (QDockWidget* dock : docks_) actions.push_back(dock->toggleViewAction());
    return actions;
}

void DockArea::reveal(const QString& name) {
    for (QDockWidget* dock : docks_) {
        if (dock->objectName() != name) continue;
        dock->show();
        dock->raise();
    }
}

}  // namespace splitee
