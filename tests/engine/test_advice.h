// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// Advice against figures that are worked out by hand from the table.
class TestAdvice : public QObject {
    Q_OBJECT
private slots:
    void fixedSplitsHaveTheFiguresOfTheTable();
    void theGoalDecides_data();
    void theGoalDecides();
    void aCoarseGridIsRefined();
    void whatNothingReachesIsSaid();
    void theLearnerIsComparedInPairs();
    void aLearnerIsAdvisedOnlyWhereItSurelyDoesBetter();
    void settlingIsCountedFromTheFirstRound();
    void whatIsAdvisedPlaysFromItsFile();
    void whatCannotBeAdvisedIsOneSentence_data();
    void whatCannotBeAdvisedIsOneSentence();
};
