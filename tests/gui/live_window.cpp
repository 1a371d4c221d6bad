// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_window.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <fstream>

#include "gui/app/examples.h"
#include "gui/setup/setup_panel.h"
#include "storage/session/run_identity.h"
#include "storage/session/session.h"
#include "storage/tables/rounds_csv.h"

using State = splitee::RunController::State;

namespace splitee::test {

void LiveWindow::open() {
    folder_ = std::make_unique<QTemporaryDir>();
    theme_ = std::make_unique<Theme>();
    window_ = std::make_unique<MainWindow>(*theme_, path("session.splitee").toStdString());
    window_->show();
    window_
        ->activateWindow();  // where no window manager does it: shortcuts are for the active window
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void LiveWindow::close() {
    window_.reset();
    theme_.reset();
    folder_.reset();
}

QByteArray LiveWindow::bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void LiveWindow::waitFor(State state) {
    QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, kPatience);
}

// The example, shorter; nothing played.
void LiveWindow::load(std::int64_t rounds) {
    ExperimentFile file = exampleNamed(QStringLiteral("signs-live"))->file;
    file.experiment.rounds = rounds;
    window_->setup().load(file);
    waitFor(State::Ready);
}

// Plays what the session holds once more by the program without a window: every run must come to
// the same bytes.
void LiveWindow::compareWithTheHeadlessProgram() {
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    QVERIFY(session.has_value());
    const auto stored = session->runs().all();
    QVERIFY(stored.has_value());
    QCOMPARE(stored->size(), std::size_t{3});
    ExperimentFile file = window_ ? runs().played() : file_;
    file.experiment = stored->front().experiment;
    file.experiment.rounds = stored->front().rounds;  // no more than were played
    std::ofstream(path("repeat.json").toStdString()) << toJson(file);
    QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                               {"run", "--experiment", path("repeat.json"), "--rounds-csv",
                                path("headless.csv"), "--session", path("headless.splitee")}),
             0);
    auto headless = Session::openReadOnly(path("headless.splitee").toStdString());
    QVERIFY(headless.has_value());
    const auto repeated = headless->runs().all();
    QCOMPARE(repeated->size(), stored->size());
    for (std::size_t k = 0; k < stored->size(); ++k) {
        const StoredRun& run = (*stored)[k];
        const auto rounds = session->rounds().read(run.id, 1, run.rounds);
        QVERIFY(rounds.has_value() && !rounds->empty());
        auto csv = RoundsCsv::open(path("window.csv").toStdString());
        QVERIFY(csv.has_value());
        QVERIFY((*csv)->consume(*rounds).has_value());
        QVERIFY((*csv)->close().has_value());
        const QString repeat =
            k == 0 ? path("headless.csv")
                   : folder_->filePath(QStringLiteral("headless.%1.1.csv")
                                           .arg(QString::fromStdString(run.spec.policy)));
        QVERIFY2(bytesOf(repeat) == bytesOf(path("window.csv")), run.spec.policy.c_str());
        const StoredRun& other = (*repeated)[k];
        QCOMPARE(other.spec.policy, run.spec.policy);
        QCOMPARE(other.provenance.modelHash, run.provenance.modelHash);
        QCOMPARE(other.provenance.dataHash, run.provenance.dataHash);
        QCOMPARE(other.provenance.distortion, run.provenance.distortion);
        QCOMPARE(other.provenance.source, run.provenance.source);
        QCOMPARE(comparableFigures(other.summary), comparableFigures(run.summary));
    }
}

}  // namespace splitee::test
