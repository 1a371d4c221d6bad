// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Schedules, what a run is measured against under them, and their replay.
class TestSchedule : public QObject {
    Q_OBJECT
private slots:
    void entriesSwitchAtTheirRounds();
    void aRampIsLinearAndThenStays();
    void aSourceRampMixesByShare();
    void badSchedulesAreRefused_data();
    void badSchedulesAreRefused();
    void aScheduleThatChangesNothingChangesNoRound();
    void policiesPlayTheConditionsOfTheirRound();
    void regretIsMeasuredAgainstTheBestSplitOfEachSegment();
    void bestInHindsightIsTheBestSplitOfTheWholeRun();
    void replayUnderAScheduleEqualsTheLoop();
    void aRampOfAlphaIsMeasuredAsEachThresholdAlone();
    void ordersCanBeginAtAnyPass();
    void tablesOfOtherSamplesAreRefused();
    void tablesThatAreSavedTogetherAreFoundBesideTheFirst_data();
    void tablesThatAreSavedTogetherAreFoundBesideTheFirst();
};
