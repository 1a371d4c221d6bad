// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestCalibration : public QObject {
    Q_OBJECT
private slots:
    void binsEceAndAurocHaveTheirReferenceValues();
    void samplesWithoutALabelAreLeftOut();
    void tiesAloneTellNothing();
    void oneClassOfAnswersHasNoAuroc();
    void theFittedTemperatureHasItsReferenceValue();
    void fittingUndoesAKnownTemperature();
    void aTemperatureBeyondTheLimitsIsMarked();
    void twoClassesAreScaledExactly();
    void temperatureOneChangesNothing();
    void scalingKeepsTheOrderAndStaysInside();
    void temperaturesAreReadFromText_data();
    void temperaturesAreReadFromText();
    void badTemperaturesAreRefused_data();
    void badTemperaturesAreRefused();
    void anExperimentChecksItsTemperature();
    void noLabelsAndNoBinsAreRefused();
    void aStopEndsIt();
};
