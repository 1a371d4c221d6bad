// SPDX-License-Identifier: GPL-3.0-or-later
// Live runs in the window: a network at work, against the program without a window.
#pragma once

#include "live_window.h"

class TestLiveWindow : public splitee::test::LiveWindow {
    Q_OBJECT
private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void startsTheFirstExampleByOneClick();
    void changedRunsEqualTheHeadlessProgram();
    void stopsWithinASample();
    void aStoppedRunGoesOnHeadless();
    void explainsEveryRoundThatIsKept();
    void timesOfTheNetworkSetTheCosts();
    void aMeasurementEndsWithItsNetwork();
    void aBadModelChangesNothing();
    void opensADroppedModel();
    void closesDuringALiveRun();
    void previewsTheDistortionAsTheSliderMoves();
    void choosesANetworkAndUndoesIt();
    void showsNoPreviewOfATable();
};
