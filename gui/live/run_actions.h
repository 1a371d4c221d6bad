// SPDX-License-Identifier: GPL-3.0-or-later
// Actions of the window, shared by menus, toolbar and keyboard.
#pragma once

#include <QAction>

class QWidget;

namespace splitee {

struct RunActions {
    /// Each with its shortcut, owned by `window`.
    explicit RunActions(QWidget* window);

    /// Enables it; a command that is disabled says why in place of what it does.
    static void allow(QAction& action, bool enabled, const QString& why);

    QAction *open, *openFolder, *importNetwork, *saveExperiment, *saveTable, *clearTables,
        *openSession, *saveSession, *copySession, *sweep, *quit;
    QAction *run, *pause, *step, *runTo, *restart, *stop, *readExits, *advise;
    QAction *live, *why, *reset;
    QAction *follow, *logRounds, *linkRounds, *reduceMotion, *exportChart;
    QAction *train, *attachExits, *readTable, *evaluate, *jobs;
    QAction *palette, *help, *tour, *welcome;
};

}  // namespace splitee
