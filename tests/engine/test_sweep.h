// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestSweep : public QObject {
    Q_OBJECT
private slots:
    void axesAreReadFromFlags();
    void wrongAxesAreRefused_data();
    void wrongAxesAreRefused();
    void aGridGoesThroughEveryCombinationOnce();
    void stepsReachBothEndsAndAreShortDecimals();
    void everyNumberAndChoiceOfAnExperimentCanBeAnAxis();
    void randomPointsFillTheirRangesAndStayWhatTheyAre();
    void aLatinHypercubeHasOnePointInEachPartOfEachAxis();
    void shardsDivideTheRunsWithoutOverlap();
    void seedsChangeFastestThenPoliciesThenPointsThenTables();
    void sourcesAndDistortionsAreAxes();
    void wrongSweepsAreRefused();
    void pointsThatATableCannotPlayAreNamed();
};
