// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_live_window.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <fstream>

#include "dropped_file.h"
#include "gui/app/examples.h"
#include "gui/app/message_bar.h"
#include "gui/app/welcome_page.h"
#include "gui/live/exits_panel.h"
#include "gui/live/run_view.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/track/network_track.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/dock_area.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_table.h"
#include "gui_tests.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

void TestLiveWindow::startsTheFirstExampleByOneClick() {
    auto* welcome = window_->findChild<WelcomePage*>();
    QTest::mouseClick(
        welcome->findChildren<QAbstractButton*>(QStringLiteral("exampleCard")).front(),
        Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(runs().round() >= 30, kPatience);
    QCOMPARE(runs().histories().size(), std::size_t{3});
    QCOMPARE(runs().played().model, std::string("builtin:signs"));
    QVERIFY(runs().opened().tables == nullptr);
    for (const RunHistory& history : runs().histories()) {
        QVERIFY(history.knows(Followed::Cost) && history.knows(Followed::Accuracy));
        QVERIFY(!history.knows(Followed::PseudoRegret) &&
                !history.knows(Followed::RealisedRegret) &&
                !history.knows(Followed::FinalAccuracy));
    }
    QVERIFY(!window_->view().track().state().thumbnail.isNull());
    QCOMPARE(window_->view().track().state().thumbnail.width(), 32);
    QVERIFY(!window_->view().track().state().classNames.isEmpty());
}

void TestLiveWindow::changedRunsEqualTheHeadlessProgram() {
    load(90);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    runs().runTo(20);
    waitFor(State::Paused);
    window_->setup().editField("offload", 8.0);
    ExperimentFile next = window_->setup().file();
    next.distortion = "gaussian_noise:2";
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 1);
    runs().runTo(40);
    waitFor(State::Paused);
    next = window_->setup().file();
    next.distortion = "clean";
    next.experiment.alpha = .8;
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 2);
    runs().runTo(60);
    waitFor(State::Paused);
    next.distortion = "gaussian_noise:2";  // known already
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 3);
    runs().play();
    waitFor(State::Finished);
    QCOMPARE(runs().played().experiment.schedule,
             std::string(
                 "offload=8@21, gaussian_noise:2@21, alpha=0.8@41, clean@41, gaussian_noise:2@61"));
    QCOMPARE(runs().changes().size(), std::size_t{5});
    QVERIFY(window_->messages().message().isEmpty());
    QVERIFY(runs().histories().front().costChangePercent() < 0);
    compareWithTheHeadlessProgram();
}

void TestLiveWindow::stopsWithinASample() {
    load(1000);
    runs().play();
    QTRY_VERIFY_WITH_TIMEOUT(runs().round() > 5, kPatience);
    window_->actions().stop->trigger();
    QElapsedTimer timer;
    timer.start();
    waitFor(State::Stopped);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(runs().round() < 1000);
    compareWithTheHeadlessProgram();
}

// What its rounds revealed is in the session: a program without a window goes on where the window
// stopped.
void TestLiveWindow::aStoppedRunGoesOnHeadless() {
    load(120);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    runs().runTo(40);
    waitFor(State::Paused);
    window_->setup().editField("offload", 8.0);
    QTRY_COMPARE(sent.count(), 1);
    runs().runTo(50);
    waitFor(State::Paused);
    runs().stop();
    waitFor(State::Stopped);
    for (const char* run : {"1", "2", "3"})
        QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                                   {"resume", "--session", path("session.splitee"), run}),
                 0);
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    QVERIFY(session.has_value());
    QCOMPARE(session->runs().find(1)->rounds, 120);
    QVERIFY(session->runs().find(1)->status == RunStatus::Finished);
    compareWithTheHeadlessProgram();
}

void TestLiveWindow::explainsEveryRoundThatIsKept() {
    load(60);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    runs().runTo(20);
    waitFor(State::Paused);
    ExperimentFile next = window_->setup().file();
    next.distortion = "gaussian_noise:2";
    window_->setup().edit(next, QStringLiteral("Distort"));
    QTRY_COMPARE(sent.count(), 1);
    runs().play();
    waitFor(State::Finished);
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    QVERIFY(session.has_value());
    window_->view().docks().reveal(QStringLiteral("why"));
    for (int policy = 0; policy < 3; ++policy)
        for (const std::int64_t round : {60, 1, 20, 21}) {
            window_->view().why().showRound(policy, round);
            const auto& account = window_->view().why().account();
            const std::string& name = runs().histories()[static_cast<std::size_t>(policy)].policy();
            QTRY_VERIFY_WITH_TIMEOUT(
                account && account->record.round == round && account->run.policy == name,
                kPatience);
            QVERIFY(account->record == session->rounds().read(policy + 1, round, 1)->front());
            QVERIFY(account->label >= 0);
            QVERIFY(
                std::isfinite(account->seen[static_cast<std::size_t>(account->answering() - 1)]));
            std::int64_t pulls = 0;
            for (const ArmView& arm : account->arms) pulls += arm.pulls;
            if (name == "splitee") QCOMPARE(pulls, round - 1);
        }
}

void TestLiveWindow::timesOfTheNetworkSetTheCosts() {
    load(60);
    ExitsPanel& exits = window_->view().exits();
    QCOMPARE(exits.table().model()->rowCount(), 7);
    QVERIFY(exits.measured().empty());
    exits.measure();
    QTRY_COMPARE_WITH_TIMEOUT(exits.measured().size(), std::size_t{7}, kPatience);
    QVERIFY(exits.profile().layerMilliseconds > 0);
    const double before = window_->setup().experiment().offload;
    exits.useAsCosts();
    const double o = window_->setup().experiment().offload;
    QVERIFY(std::abs(o - costWeightsOf(exits.profile(), runs().opened().depth, 1).offload) < 0.006);
    QCOMPARE(window_->setup().experiment().lambda1, 1.0);
    window_->setup().undoStack().undo();
    QCOMPARE(window_->setup().experiment().offload, before);
}

void TestLiveWindow::aMeasurementEndsWithItsNetwork() {
    load(60);
    ExitsPanel& exits = window_->view().exits();
    auto* button = exits.findChildren<QPushButton*>().front();
    QVERIFY(button->isEnabled());
    exits.measure();
    QVERIFY(!button->isEnabled());
    emit exits.findChildren<NumberField*>().front()->edited(
        1);  // a number that is typed does not offer a second one
    QVERIFY(!button->isEnabled());
    QElapsedTimer clock;
    clock.start();
    exits.measure();
    QVERIFY(clock.elapsed() < 50);
    ExperimentFile missing = window_->setup().file();
    missing.model = path("missing.mee").toStdString();
    runs().open(missing);
    waitFor(State::Failed);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Measure on this machine"), kPatience);
    QVERIFY(!button->isEnabled());  // there is no network
    QVERIFY(exits.measured().empty());
}

void TestLiveWindow::aBadModelChangesNothing() {
    load(200);
    runs().runTo(15);
    waitFor(State::Paused);
    QByteArray model = bytesOf(QStringLiteral(SPLITEE_RESOURCES "/models/signs.mee"));
    model[model.size() / 2] = static_cast<char>(model[model.size() / 2] ^ 1);
    QFile bad(path("bad.mee"));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(model) == model.size());
    bad.close();
    splitee::test::dropFile(*window_, path("bad.mee"));
    QTRY_VERIFY_WITH_TIMEOUT(!window_->messages().message().isEmpty(), kPatience);
    QCOMPARE(runs().state(), State::Paused);
    QCOMPARE(runs().round(), std::int64_t{15});
    QCOMPARE(window_->setup().file().model, std::string("builtin:signs"));
    ExperimentFile file = window_->setup().file();  // the same from an experiment
    file.model = path("missing.mee").toStdString();
    std::ofstream(path("bad.json").toStdString()) << toJson(file);
    window_->messages().dismiss();
    splitee::test::dropFile(*window_, path("bad.json"));
    QTRY_VERIFY_WITH_TIMEOUT(!window_->messages().message().isEmpty(), kPatience);
    QCOMPARE(runs().round(), std::int64_t{15});
    runs().runTo(20);
    waitFor(State::Paused);
    QCOMPARE(runs().round(), std::int64_t{20});
}

void TestLiveWindow::opensADroppedModel() {
    QVERIFY(QFile::copy(QStringLiteral(SPLITEE_RESOURCES "/models/signs.mee"), path("mine.mee")));
    splitee::test::dropFile(*window_, path("mine.mee"));
    waitFor(State::Ready);
    QCOMPARE(window_->setup().file().model, path("mine.mee").toStdString());
    QCOMPARE(window_->setup().file().dataset, std::string("signs"));
    QCOMPARE(runs().opened().depth.size(), std::size_t{7});
    QCOMPARE(runs().opened().stages.size(), std::size_t{7});
}

void TestLiveWindow::closesDuringALiveRun() {
    load(1000);
    runs().play();
    QTRY_VERIFY_WITH_TIMEOUT(runs().round() > 10, kPatience);
    file_ = runs().played();
    QElapsedTimer timer;
    timer.start();
    window_->close();
    window_.reset();
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    const auto stored = session->runs().all();
    QCOMPARE(stored->size(), std::size_t{3});
    for (const StoredRun& run : *stored) {
        QCOMPARE(run.status, RunStatus::Interrupted);
        QVERIFY(run.rounds > 10);
        QCOMPARE(run.rounds, stored->front().rounds);
    }
    compareWithTheHeadlessProgram();
}

// The confidences are those that the network's exit table holds of the same image.
void TestLiveWindow::previewsTheDistortionAsTheSliderMoves() {
    load(100);
    window_->start({{}, {}, {}, {}, window_->setup().file()});
    LiveSourceForm& form = window_->panel().source().live();
    PreviewView& view = form.preview();
    QVERIFY(view.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(view.preview().distorted.confidence.size() == 7, kPatience);
    QVERIFY(view.preview().clean.image != view.preview().distorted.image);
    for (const double severity : {0.5, 0.8, 1.4, 2.0})
        emit form.severity().edited(severity);  // the slider is dragged
    form.severity().show(2);
    emit form.severity().edited(2);
    QCOMPARE(window_->setup().file().distortion, std::string("gaussian_blur:2"));
    QCOMPARE(window_->setup().undoStack().count(), 1);
    const auto source =
        openLiveSource(liveRequest(window_->setup().file()), window_->setup().experiment().seed);
    QVERIFY(source.has_value());
    const auto table = source->model->buildExitTable(*source->dataset, 1, 1, {}, {});
    QVERIFY(table.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(view.preview().distorted.confidence, table->confidence, kPatience);
    QCOMPARE(view.preview().distorted.image, source->dataset->read(0)->image());
    QCOMPARE(view.preview().clean.image, source->images->read(0)->image());
    view.showNext();
    QTRY_COMPARE_WITH_TIMEOUT(view.preview().clean.image, source->images->read(1)->image(),
                              kPatience);
}

void TestLiveWindow::choosesANetworkAndUndoesIt() {
    window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
    waitFor(State::Finished);
    auto* sources = window_->panel().source().findChild<QComboBox*>();
    const int at = sources->findText(QStringLiteral("road signs, a network live"));
    QVERIFY(at >= 0);
    emit sources->activated(at);
    QTRY_COMPARE(window_->setup().file().model, std::string("builtin:signs"));
    QCOMPARE(window_->setup().file().dataset, std::string("signs"));
    QVERIFY(window_->setup().file().table.empty());
    QVERIFY(window_->panel().source().live().isVisible());
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window_->setup().file().table, std::string("builtin:cifar10-clean"));
    QVERIFY(!window_->panel().source().live().isVisible());
}

void TestLiveWindow::showsNoPreviewOfATable() {
    window_->start(*exampleNamed(QStringLiteral("costs-change")));
    waitFor(State::Finished);
    QVERIFY(!window_->panel().source().live().preview().isVisible());
    QVERIFY(window_->panel().source().live().preview().preview().clean.confidence.empty());
    QVERIFY(window_->view().track().state().thumbnail.isNull());
}

std::unique_ptr<QObject> splitee::test::liveWindowTests() {
    return std::make_unique<TestLiveWindow>();
}
