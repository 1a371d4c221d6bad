// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Runs played piece by piece: the same rounds as in one go, and what can be seen of a policy.
class TestRunPlayer : public QObject {
    Q_OBJECT
private slots:
    void piecesMakeTheRoundsOfOneRun_data();
    void piecesMakeTheRoundsOfOneRun();
    void playersTakeTurnsOnOneWorld();
    void aWaypointMakesTheRoundsThatFollowed_data();
    void aWaypointMakesTheRoundsThatFollowed();
    void aWaypointFollowsALaterChange();
    void aWaypointIsSmall();
    void theLayerOfTheLargestIndexIsChosen_data();
    void theLayerOfTheLargestIndexIsChosen();
    void anArmTellsWhatItsFormulaSays();
    void onlyPoliciesWithAnIndexTellArms();
    void seenIsWhatTheRoundRevealed_data();
    void seenIsWhatTheRoundRevealed();
    void aFailureKeepsTheRoundsBefore();
    void aWorldIsToldWhatComes();
    void whatCannotPlayIsRefused();
};
