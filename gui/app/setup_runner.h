// SPDX-License-Identifier: GPL-3.0-or-later
// Controller of the Run menu: opens the set-up in the RunController, forwards edits of it to the
// runs that play, and runs, pauses and restarts them.
#pragma once

#include <QObject>
#include <QTimer>

#include <string>
#include <utility>
#include <vector>

#include "storage/files/experiment_file.h"

class QWidget;

namespace splitee {

class RunController;
class Setup;
struct CutShort;
struct RunActions;

class SetupRunner : public QObject {
    Q_OBJECT
public:
    /// Connects run, step, runTo, restart and stop of `actions`. All must outlive it but for
    /// `window`, which owns it.
    SetupRunner(Setup& setup, RunController& controller, const RunActions& actions,
                QWidget& window);

    /// Replaces the set-up and opens it.
    void load(const ExperimentFile& file, bool playAtOnce);
    /// Opens the set-up as it is; what played before is stopped.
    void open(bool playAtOnce);
    /// Replaces the set-up by that of interrupted runs and resumes them.
    void resume(const CutShort& runs);

    /// New runs with the changes that restartNeeded() told of, from the next round on, as part of
    /// the schedule.
    void restartWithChange();

    /// Whether the set-up differs from what plays or has played: then it holds from the next run
    /// on.
    [[nodiscard]] bool waitsForNextRun() const;
    /// What the rounds that are shown were played with; where there are none, the set-up.
    [[nodiscard]] const ExperimentFile& shown() const;

signals:
    void opened();
    void resumed();
    /// A setting was changed while a policy plays that knows the schedule beforehand: the runs go
    /// on without the change, and only new ones can have it.
    void restartNeeded(const QString& sentence);
    void settingsSent();  ///< the controller has the edited settings

private:
    void onSetupChanged();
    void openKeepingFocus();
    void sendSettings();
    void runOrPause();
    void restart();
    void requestRound();
    [[nodiscard]] std::vector<std::pair<std::string, double>> blockedChanges() const;
    [[nodiscard]] QString policyThatBlocks() const;
    void updateActions();

    Setup& setup_;
    RunController& controller_;
    const RunActions& actions_;
    QWidget& window_;
    QTimer openSoon_, sendSoon_;
    ExperimentFile sent_;  // the settings that play now
};

}  // namespace splitee
