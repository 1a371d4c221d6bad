// SPDX-License-Identifier: GPL-3.0-or-later
// ReplayWindow is a window with 2,000 rounds of a bundled exit table, for tests.
#pragma once

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>

#include "gui/app/main_window.h"
#include "gui/widgets/theme.h"

namespace splitee::test {

class ReplayWindow : public QObject {
protected:
    void openWindow() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->resize(1600, 1000);
        window_->show();
    }
    void closeWindow() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }
    void open(const std::string& schedule, const std::string& policies = "splitee") {
        ExperimentFile file;
        file.table = "builtin:cifar10-clean";
        file.experiment.policies = policies;
        file.experiment.schedule = schedule;
        file.experiment.rounds = 2000;
        file.experiment.seeds = 1;
        window_->setup().load(file);
        QTRY_VERIFY_WITH_TIMEOUT(runs().state() == RunController::State::Ready &&
                                     runs().played().experiment == file.experiment,
                                 20'000);
    }
    void play() {
        runs().play();
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), RunController::State::Finished, 20'000);
    }
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] const Experiment& set() { return window_->setup().experiment(); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace splitee::test
