// SPDX-License-Identifier: GPL-3.0-or-later
// SweepWindow is a window for tests of sweeps: its sheet, what it says, and the program without a
// window to compare with.
#pragma once

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <memory>
#include <vector>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/sweeps/axis_row.h"
#include "gui/sweeps/sweep_sheet.h"
#include "gui/sweeps/sweeps.h"
#include "gui/widgets/theme.h"

namespace splitee::test {

inline constexpr int kSweepPatience = 120'000;  ///< milliseconds, on a busy machine

/// All that the program without a window prints.
inline QString sweepOutput(const QStringList& arguments) {
    QProcess program;
    program.start(QStringLiteral(SPLITEE_PROGRAM), arguments);
    program.waitForFinished(kSweepPatience);
    return QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
}

class SweepWindow : public QObject {
protected:
    void openWindow() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(*theme_, path("s.splitee").toStdString());
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void closeWindow() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }
    [[nodiscard]] QString path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] Sweeps& sweeps() { return window_->sweeps(); }
    [[nodiscard]] SweepSheet& sheet() { return sweeps().sheet(); }
    [[nodiscard]] SweepWork& work() { return sweeps().work(); }
    [[nodiscard]] QPushButton* startButton() {
        return sheet().findChild<QPushButton*>(QStringLiteral("startSweep"));
    }
    [[nodiscard]] QString said() { return window_->messages().message(); }
    [[nodiscard]] std::vector<AxisRow*> rows() {
        std::vector<AxisRow*> shown;
        for (AxisRow* row : sheet().findChildren<AxisRow*>())
            if (row->isVisible()) shown.push_back(row);
        return shown;
    }
    [[nodiscard]] bool says(const QString& words) {
        for (const QLabel* label : sheet().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }

    // The set-up of the live page: two policies on a bundled table.
    void setUp(std::int64_t rounds, std::int64_t seeds,
               const char* table = "builtin:cifar10-clean") {
        ExperimentFile file;
        file.table = table;
        file.experiment.policies = "splitee,random";
        file.experiment.rounds = rounds;
        file.experiment.seeds = seeds;
        window_->setup().load(file);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), RunController::State::Ready,
                                  kSweepPatience);
    }
    void openSheet() {
        for (QAction* menu : window_->menuBar()->actions())
            for (QAction* action : menu->menu()->actions())
                if (action->text()
                        .remove(QLatin1Char('&'))
                        .startsWith(QLatin1String("Start a sweep")))
                    action->trigger();
        QVERIFY(sheet().isVisible());
    }
    void type(const QString& values) {
        QLineEdit& field = rows().front()->values();
        field.selectAll();
        QTest::keyClicks(&field, values);
    }
    void compare() {
        for (QToolButton* button : window_->messages().findChildren<QToolButton*>())
            if (button->text() == QLatin1String("Compare")) button->click();
    }
    void waitForTheEnd() { QTRY_VERIFY_WITH_TIMEOUT(!work().busy(), kSweepPatience); }
    void drop(const QString& file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &enter);
        QDropEvent dropped({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window_.get(), &dropped);
    }
    // The session equals that of the program with the saved sweep.
    void compareWithTheProgram(const QString& saved, const QStringList& flags = {}) {
        QVERIFY(QFile::exists(saved));
        const QString played =
            sweepOutput(QStringList{"sweep", saved, "--session", path("headless.splitee")} + flags);
        QVERIFY2(played.contains("0 finished before"), qPrintable(played));
        const QString digest =
            sweepOutput({"runs", "--digest", "--session", path("headless.splitee")});
        QVERIFY(!digest.isEmpty());
        QCOMPARE(sweepOutput({"runs", "--digest", "--session", path("s.splitee")}), digest);
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

}  // namespace splitee::test
