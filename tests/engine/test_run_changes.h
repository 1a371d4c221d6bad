// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Changes of a run that plays: they repeat, and cannot touch rounds already played.
class TestRunChanges : public QObject {
    Q_OBJECT
private slots:
    void aChangeRepeats_data();
    void aChangeRepeats();
    void manyChangesRepeat();
    void whatHasBeenPlayedCannotChange_data();
    void whatHasBeenPlayedCannotChange();
    void costsAndAlphaAreThoseOfTheNextRound();
    void aPolicyThatPlansAheadRefusesChanges();
    void aChangeIsWrittenIntoTheSchedule();
    void aSourceIsAddedWhileRunsPlay();
};
