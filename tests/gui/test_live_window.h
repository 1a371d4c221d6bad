// SPDX-License-Identifier: GPL-3.0-or-later
// Live runs in the window: a network at work, against the program without a window.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <memory>

#include "gui/app/main_window.h"
#include "gui/widgets/theme.h"

class TestLiveWindow : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
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
    void everyPanelIsAlive();
    void tablesAreSavedAndCleared();
    void previewsTheDistortionAsTheSliderMoves();
    void choosesANetworkAndUndoesIt();
    void showsNoPreviewOfATable();

private:
    void load(std::int64_t rounds);
    void waitFor(splitee::RunController::State state);
    void compareWithTheHeadlessProgram();
    [[nodiscard]] splitee::RunController& runs() { return window_->controller(); }
    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<splitee::Theme> theme_;
    std::unique_ptr<splitee::MainWindow> window_;
    splitee::ExperimentFile file_;  // of a window that is closed
};
