// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/menus.h"

#include <QActionGroup>
#include <QUndoGroup>

#include <utility>

#include "gui/live/run_actions.h"
#include "gui/widgets/dock_area.h"
#include "gui/widgets/theme.h"

namespace splitee {

Menus::Menus(const RunActions& actions, const Parts& parts, QWidget* window) : QMenuBar(window) {
    addFileMenu(actions, parts.recentFiles);
    addEditMenu(actions, parts.undo);
    QMenu* run = addMenu(tr("&Run"));
    run->setToolTipsVisible(true);  // a disabled command says why
    run->addActions(
        {actions.run, actions.pause, actions.step, actions.runTo, actions.restart, actions.stop});
    run->addSeparator();
    run->addActions({actions.live, actions.why, actions.readExits, actions.advise});
    addMenu(tr("R&uns"))->addActions(parts.runs);
    QMenu* networks = addMenu(tr("&Networks"));
    networks->addActions({actions.train, actions.attachExits, actions.readTable, actions.evaluate});
    networks->addSeparator();
    networks->addAction(actions.jobs);
    addViewMenu(actions, parts.docks, parts.theme);
    addMenu(tr("&Help"))
        ->addActions({actions.palette, actions.help, actions.tour, actions.welcome});
}

void Menus::addFileMenu(const RunActions& actions, QMenu& recentFiles) {
    QMenu* file = addMenu(tr("&File"));
    file->addActions({actions.open, actions.openFolder, actions.importNetwork});
    file->addMenu(&recentFiles);
    file->addActions({actions.saveExperiment, actions.saveTable, actions.exportChart});
    file->addSeparator();
    file->addActions({actions.openSession, actions.saveSession, actions.copySession});
    file->addSeparator();
    file->addAction(actions.sweep);
    file->addAction(actions.clearTables);
    file->addSeparator();
    file->addAction(actions.quit);
}

void Menus::addEditMenu(const RunActions& actions, QUndoGroup& undo) {
    QMenu* edit = addMenu(tr("&Edit"));
    QAction* back = undo.createUndoAction(this, tr("&Undo"));
    back->setShortcut(QKeySequence::Undo);
    QAction* again = undo.createRedoAction(this, tr("&Redo"));
    again->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    edit->addActions({back, again});
    edit->addSeparator();
    edit->addAction(actions.reset);
}

// The first nine docks get Ctrl+1 to Ctrl+9.
void Menus::addViewMenu(const RunActions& actions, DockArea& docks, Theme& theme) {
    QMenu* view = addMenu(tr("&View"));
    view->addActions({actions.follow, actions.logRounds, actions.linkRounds});
    view->addSeparator();
    int place = 0;
    for (QAction* toggle : docks.toggles()) {
        if (++place <= 9)
            toggle->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + place)));
        view->addAction(toggle);
    }
    connect(view->addAction(tr("&Reset layout")), &QAction::triggered, &docks,
            &DockArea::resetLayout);
    view->addSeparator();
    addThemeMenu(*view, theme);
    view->addAction(actions.reduceMotion);
}

void Menus::addThemeMenu(QMenu& menu, Theme& theme) {
    QMenu* themes = menu.addMenu(tr("&Theme"));
    auto* group = new QActionGroup(this);
    const std::pair<QString, Theme::Mode> modes[] = {{tr("As the &system"), Theme::Mode::System},
                                                     {tr("&Light"), Theme::Mode::Light},
                                                     {tr("&Dark"), Theme::Mode::Dark}};
    for (const auto& [text, mode] : modes) {
        QAction* action =
            themes->addAction(text, this, [&theme, mode = mode] { theme.setMode(mode); });
        action->setCheckable(true);
        action->setChecked(theme.mode() == mode);
        group->addAction(action);
    }
}

}  // namespace splitee
