// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestRules : public QObject {
    Q_OBJECT
private slots:
    void whatWasLearnedFollowsAChangeOfCosts_data();
    void whatWasLearnedFollowsAChangeOfCosts();
    void theLargestIndexIsChosenInTheRoundOfAChange_data();
    void theLargestIndexIsChosenInTheRoundOfAChange();
    void learningIsTheSameByAllRulesWhileCostsStay_data();
    void learningIsTheSameByAllRulesWhileCostsStay();
    void aCostThatConcernsNobodyMisleadsNoLearner();
    void whoEarnsMoreHasTheSmallerRegret_data();
    void whoEarnsMoreHasTheSmallerRegret();
    void regretsAgainstDifferentSplitsAreNotCompared();
    void defaultsLearnAndDetect();
};
