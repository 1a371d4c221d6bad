// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestRegime : public QObject {
    Q_OBJECT
private slots:
    void aTwoExitTableHasTheBestSplitsComputedByHand();
    void gainsAreAgainstTheBestTrivialPolicyOnTheSameSamples();
    void partsGiveTheExpectedRewardsOfEverySplit();
    void playedSamplesAreThoseOfARun_data();
    void playedSamplesAreThoseOfARun();
    void aMapIsTheSameOnOneAndTwoThreads();
    void aStopKeepsTheBestSplits();
    void anAxisReadsNumbersListsAndRanges();
    void anAxisThatMakesNoSenseIsOneSentence_data();
    void anAxisThatMakesNoSenseIsOneSentence();
    void aGridOutsideTheDeclaredRangesIsRefused();
};

class TestRegretTheory : public QObject {
    Q_OBJECT
private slots:
    void klInfOfTwoPointsIsTheKlOfBernoullis();
    void klInfOfASinglePointMovesMassToOne();
    void klInfEqualsASearchByThirds();
    void klInfDoesNotDependOnTheLowerEnd();
    void theConstantOfAHandMadeTable();
    void equalArmsHaveNoGap();
    void theSlopeOfALogarithmIsItsFactor();
    void theSlopeIsFittedOverTheLastDecades();
    void bandsAreWhatTheirNamesSay();
    void aMeasureThatIsNotKnownHasNoValue();
};
