// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestPolicies : public QObject {
    Q_OBJECT
private slots:
    void everyRoundEqualsTheSlowReference_data();
    void everyRoundEqualsTheSlowReference();
    void theBehaviourSignatureIsUnchanged();
    void tiesGoToTheLowestLayer();
    void theFirstRoundsPlayEachLayerOnceInOrder();
    void aPolicyNeverNeedsWhatADeviceWouldNotKnow_data();
    void aPolicyNeverNeedsWhatADeviceWouldNotKnow();
    void correctedSideObservationsEstimateEveryMeanRewardWithoutBias();
    void iSplitEeMakesTheDecisionsOfSplitEe();
    void theBestFixedSplitIsTheOneWithTheLargestMeanReward();
    void randomSplitsVisitEveryLayer();
    void everyParameterIsReadByAPolicy();
    void adaEeLeavesAlwaysAtThresholdZero();
    void ofAnOffloadedSampleAdaEeTakesTheMoreConfidentAnswer();
    void allOffersWhatTheRulesOfTheExperimentOffer();
};
