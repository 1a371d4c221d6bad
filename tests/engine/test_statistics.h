// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestStatistics : public QObject {
    Q_OBJECT
private slots:
    void intervalsUseStudentsT();
    void everySpreadHasItsReferenceValue();
    void equalValuesHaveNoSpreadAtAll();
    void aBootstrapIsAFunctionOfItsValues();
    void manyValuesAreDrawnAsFewAre();
    void intervalsCoverTheMeanAsOftenAsTheySay();
    void bandsAreNamed();
    void thePareto_data();
    void thePareto();
    void pairedDifferencesAreNarrowerThanTheFigures();
    void aSentenceSaysWhatTheIntervalsSay_data();
    void aSentenceSaysWhatTheIntervalsSay();
    void aSingleSeedSaysThatItGivesNoInterval();
    void onlyCommonSeedsAreCompared();
};
