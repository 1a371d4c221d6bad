// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestPolicyEntry : public QObject {
    Q_OBJECT
private slots:
    void anEntryHasOneSpelling_data();
    void anEntryHasOneSpelling();
    void aPlainListIsAsItWas();
    void whatIsWrongIsOneSentence_data();
    void whatIsWrongIsOneSentence();
    void anEntryMakesTheRoundsOfThePolicyAlone_data();
    void anEntryMakesTheRoundsOfThePolicyAlone();
    void aReplayPlaysEachEntryByItsOwnParameters();
    void theListMeansTheSameInTheSettingsOfAnEntry();
    void aSweepPlaysEntriesAsTheirKinds();
    void anEntryIsCheckedByItsOwnParameters();
};
