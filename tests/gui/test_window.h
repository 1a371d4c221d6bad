// SPDX-License-Identifier: GPL-3.0-or-later
// The window itself, driven as a user would: by keys, clicks and drops.
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include <memory>

#include "gui/app/main_window.h"
#include "gui/widgets/theme.h"

class TestWindow : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void startsAnExampleByOneClick();
    void opensADroppedTable();
    void keepsWhatItHasWhenATableIsBad();
    void runsPausesStepsAndStopsByKeyboard();
    void runsToARound();
    void playsAtTheSpeedAskedFor();
    void changesACostWhileItRuns();
    void undoesSettings();
    void restartRepeatsTheChanges();
    void refusesWhatCannotChange();
    void switchesTheme();
    void wheelChangesNoValue();
    void closesDuringARun();
    void sessionHoldsTheRoundsOfRunOnce();
    void anySequenceOfOrdersEndsWell();

private:
    void load(const QString& example);
    void waitFor(splitee::RunController::State state);
    void drop(const QString& path);
    [[nodiscard]] splitee::RunController& runs() { return window_->controller(); }
    [[nodiscard]] QString sessionFile() const {
        return folder_->filePath(QStringLiteral("session.splitee"));
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<splitee::Theme> theme_;
    std::unique_ptr<splitee::MainWindow> window_;
};
