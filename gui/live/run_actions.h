// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the window, once: menus, toolbar and keys share these.
#pragma once

#include <QAction>

class QWidget;

namespace splitee {

struct RunActions {
    /// Each with its shortcut, owned by `window`.
    explicit RunActions(QWidget* window);

    QAction *open, *saveExperiment, *openSession, *saveSession, *copySession, *sweep, *quit;
    QAction *run, *step, *runTo, *restart, *stop;
    QAction *why, *reset;
    QAction *follow, *logRounds, *reduceMotion, *exportChart;
    QAction *palette, *help, *tour, *welcome;
};

}  // namespace splitee
