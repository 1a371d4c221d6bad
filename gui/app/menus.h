// SPDX-License-Identifier: GPL-3.0-or-later
// The menu bar of the main window. It arranges actions that others have connected, and connects
// only those of the view: docks, their layout and the theme.
#pragma once

#include <QMenuBar>

class QUndoGroup;

namespace splitee {

class DockArea;
class Theme;
struct RunActions;

class Menus : public QMenuBar {
    Q_OBJECT
public:
    /// What the menus show besides the actions of the window.
    struct Parts {
        QMenu& recentFiles;
        QUndoGroup& undo;
        QList<QAction*> runs;  ///< of the table of runs, so that the palette finds them too
        DockArea& docks;
        Theme& theme;
    };

    /// All must outlive it.
    Menus(const RunActions& actions, const Parts& parts, QWidget* window);

private:
    void addFileMenu(const RunActions& actions, QMenu& recentFiles);
    void addEditMenu(const RunActions& actions, QUndoGroup& undo);
    void addViewMenu(const RunActions& actions, DockArea& docks, Theme& theme);
    void addThemeMenu(QMenu& menu, Theme& theme);
};

}  // namespace splitee
