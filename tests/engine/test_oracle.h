// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestOracle : public QObject {
    Q_OBJECT
private slots:
    void everyPolicyHasAnOracle();
    void theBetaQuantileIsTheKnownOne();
    void theKlIndexSolvesItsEquation();
    void gammaDrawsHaveTheirMeanAndVariance();
    void ucb1PlaysTheRoundsWorkedOutByHand();
    void cascadesStopWhereTheirRulesSay();
    void aCusumRestartsTheArmThatChanged();
    void everyPolicyEqualsItsOracleWhereManyArmsTie_data();
    void everyPolicyEqualsItsOracleWhereManyArmsTie();
};
