// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class TestReplay : public QObject {
    Q_OBJECT
private slots:
    void kernelsMakeTheChoicesOfTheRoundLoop_data();
    void kernelsMakeTheChoicesOfTheRoundLoop();
    void kernelsMakeTheChoicesOfTheRoundLoopUnderRandomWeights();
    void kernelsKeepToTheRoundLoopOverManyRounds();
    void theBestSplitIsThatOfTheSums();
    void figuresAloneAreThoseOfTheRoundLoop();
    void everyPolicyAddsUpToItsRounds_data();
    void everyPolicyAddsUpToItsRounds();
    void curvesBelongToTheirPoints_data();
    void curvesBelongToTheirPoints();
    void whatCannotPlayIsRefused();
};
