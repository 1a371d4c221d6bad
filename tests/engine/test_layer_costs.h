// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestLayerCosts : public QObject {
    Q_OBJECT
private slots:
    void textsAreReadBack();
    void badTextsAreOneSentence_data();
    void badTextsAreOneSentence();
    void costsMustFitTheSource_data();
    void costsMustFitTheSource();
    void everyPolicyEqualsItsOracle_data();
    void everyPolicyEqualsItsOracle();
    void equalCostsPlayTheRoundsOfTheOneNumber();
    void theInputsCostMustBeKnownToSendIt();
    void aScheduleMultipliesThemAll();
    void aRegimeMapVariesTheFactor();
    void aSweepVariesTheFactor();
    void measuredCostsAreWrittenShort();
};
