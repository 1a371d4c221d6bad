// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QWheelEvent>

#include "engine/run/schedule.h"
#include "gui/app/examples.h"
#include "gui/app/message_bar.h"
#include "gui/app/welcome_page.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/run/shown_round.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/setup_panel.h"
#include "gui/widgets/number_field.h"
#include "gui_tests.h"
#include "storage/session/kept_tables.h"
#include "storage/session/session.h"
#include "storage/tables/bundled.h"

using namespace splitee;
using State = RunController::State;

namespace {

// The rounds of a run, as the round loop plays them.
struct Collected final : RoundSink {
    std::vector<RoundRecord> records;
    Result<void> consume(std::span<const RoundRecord> rounds) override {
        records.insert(records.end(), rounds.begin(), rounds.end());
        return {};
    }
};

std::vector<StoredRun> storedRuns(const QString& file) {
    auto session = Session::openReadOnly(file.toStdString());
    return session ? session->runs().all().value_or(std::vector<StoredRun>())
                   : std::vector<StoredRun>();
}

// Whether the rounds in the session are those that the stored experiment gives headless.
void compareWithRunOnce(const QString& file) {
    auto session = Session::openReadOnly(file.toStdString());
    QVERIFY(session.has_value());
    const auto runs = session->runs().all();
    QVERIFY(runs.has_value());
    QVERIFY(!runs->empty());
    for (const StoredRun& run : *runs) {
        const auto tables = openTables(run.provenance.source, run.experiment);
        QVERIFY(tables.has_value());
        QCOMPARE(tables->hash, run.provenance.dataHash);
        ReplayWorld world(tables->all());
        Collected collected;
        std::vector<RoundSink*> sinks{&collected};
        QVERIFY(runOnce(run.experiment, run.spec, world, sinks, {}, {}).has_value());
        const auto kept = session->rounds().read(run.id, 1, 1'000'000);
        QVERIFY(kept.has_value());
        QVERIFY(!kept->empty());
        QVERIFY(collected.records.size() >= kept->size());
        collected.records.resize(kept->size());
        QVERIFY2(collected.records == *kept, run.spec.policy.c_str());
    }
}

NumberField* field(MainWindow& window, const char* key) {
    return qobject_cast<NumberField*>(window.panel().settings().control(key));
}

}  // namespace

void TestWindow::init() {
    folder_ = std::make_unique<QTemporaryDir>();
    theme_ = std::make_unique<Theme>();
    window_ = std::make_unique<MainWindow>(*theme_, sessionFile().toStdString());
    window_->show();
    window_
        ->activateWindow();  // where no window manager does it: shortcuts are for the active window
    QVERIFY(QTest::qWaitForWindowActive(window_.get()));
}

void TestWindow::cleanup() {
    window_.reset();
    theme_.reset();
    folder_.reset();
}

void TestWindow::waitFor(State state) { QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, 20'000); }

// Opened, nothing played.
void TestWindow::load(const QString& example) {
    const auto found = exampleNamed(example);
    QVERIFY2(found.has_value(), found ? "" : found.error().message.c_str());
    window_->setup().load(found->file);
    waitFor(State::Ready);
}

void TestWindow::drop(const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &drop);
}

void TestWindow::startsAnExampleByOneClick() {
    auto* welcome = window_->findChild<WelcomePage*>();
    QVERIFY(welcome != nullptr);
    const auto cards = welcome->findChildren<QAbstractButton*>(QStringLiteral("exampleCard"));
    const auto examples = bundledExamples();
    QCOMPARE(cards.size(), std::ranges::count_if(examples, &Example::onWelcome));
    QVERIFY(cards.size() >= 3);
    QTest::mouseClick(cards.back(), Qt::LeftButton);
    waitFor(State::Running);
    QSlider& speed = window_->findChild<RunBar*>()->speed();
    QVERIFY(speed.value() < speed.maximum());  // there is something to watch
    speed.setValue(speed.maximum());
    waitFor(State::Finished);
    QCOMPARE(runs().round(), std::int64_t{10'000});
    QCOMPARE(runs().histories().size(), std::size_t{4});
    for (const RunHistory& history : runs().histories())
        QCOMPARE(history.rounds(), std::int64_t{10'000});
    QVERIFY(!window_->view().charts().front()->note().isEmpty());
}

void TestWindow::opensADroppedTable() {
    const QString table = folder_->filePath(QStringLiteral("mine.exits"));
    QVERIFY(QFile::copy(
        QString::fromStdString(resolve("builtin:cifar10-clean", "tables", ".exits")->string()),
        table));
    drop(table);
    waitFor(State::Ready);
    QCOMPARE(window_->setup().file().table, table.toStdString());
    QCOMPARE(runs().opened().depth.size(), std::size_t{7});
    QTest::keyClick(window_.get(), Qt::Key_Space);
    waitFor(State::Finished);
}

void TestWindow::keepsWhatItHasWhenATableIsBad() {
    load(QStringLiteral("cifar10-replay"));
    window_->controller().runTo(500);
    waitFor(State::Paused);
    const QString bad = folder_->filePath(QStringLiteral("bad.csv"));
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no table\n1,2,3\n");
    file.close();
    drop(bad);
    QTRY_VERIFY(!window_->messages().message().isEmpty());
    QVERIFY(window_->messages().isVisible());
    QCOMPARE(runs().state(), State::Paused);
    QCOMPARE(runs().round(), std::int64_t{500});
    QCOMPARE(window_->setup().file().table, std::string("builtin:cifar10-clean"));
    QTest::keyClick(window_.get(), Qt::Key_Space);
    waitFor(State::Finished);
}

void TestWindow::runsPausesStepsAndStopsByKeyboard() {
    load(QStringLiteral("cifar10-replay"));
    window_->controller().setSpeed(200);
    QTest::keyClick(window_.get(), Qt::Key_Space);
    waitFor(State::Running);
    QTRY_VERIFY(runs().round() > 0);
    QTest::keyClick(window_.get(), Qt::Key_Space);
    QCOMPARE(runs().state(), State::Paused);
    QTest::keyClick(window_.get(), Qt::Key_Right);  // after what was under way
    waitFor(State::Paused);
    const std::int64_t paused = runs().round();
    QTest::keyClick(window_.get(), Qt::Key_Right);
    QTRY_COMPARE(runs().round(), paused + 1);
    waitFor(State::Paused);
    window_->actions().stop->trigger();
    waitFor(State::Stopped);
    QCOMPARE(runs().round(), paused + 1);
    for (const StoredRun& run : storedRuns(sessionFile())) {
        QCOMPARE(run.status, RunStatus::Stopped);
        QCOMPARE(run.rounds, paused + 1);
        QVERIFY(!run.summary.empty());
    }
}

void TestWindow::runsToARound() {
    load(QStringLiteral("cifar10-replay"));
    runs().runTo(1234);
    waitFor(State::Paused);
    QCOMPARE(runs().round(), std::int64_t{1234});
}

void TestWindow::playsAtTheSpeedAskedFor() {
    load(QStringLiteral("cifar10-replay"));
    runs().setSpeed(200);
    QElapsedTimer timer;
    timer.start();
    runs().play();
    QTRY_VERIFY(runs().round() >= 50);
    runs().pause();
    QVERIFY2(static_cast<double>(runs().round()) < 0.26 * static_cast<double>(timer.elapsed()),
             qPrintable(QString::number(runs().round())));
}

void TestWindow::changesACostWhileItRuns() {
    load(QStringLiteral("cifar10-replay"));
    runs().setSpeed(2000);
    runs().play();
    QTRY_VERIFY(runs().round() > 300);
    window_->setup().editField("offload", 8.0);
    QTRY_COMPARE(runs().changes().size(), std::size_t{1});
    QCOMPARE(runs().changes().front().before, 5.0);
    QCOMPARE(runs().changes().front().after, 8.0);
    QVERIFY(runs().changes().front().round > 300);
    QCOMPARE(runs().state(), State::Running);
    runs().setSpeed(kFlatOut);
    waitFor(State::Finished);
    for (const StoredRun& run : storedRuns(sessionFile())) {
        QCOMPARE(run.experiment.schedule,
                 "offload=8@" + std::to_string(runs().changes().front().round));
        QCOMPARE(run.status, RunStatus::Finished);
    }
    compareWithRunOnce(sessionFile());
}

void TestWindow::undoesSettings() {
    load(QStringLiteral("cifar10-replay"));
    const Experiment before = window_->setup().experiment();
    field(*window_, "offload")->show(9);
    emit field(*window_, "offload")->edited(9);
    emit field(*window_, "offload")->edited(11);
    QCOMPARE(window_->setup().experiment().offload, 11.0);
    QCOMPARE(window_->setup().undoStack().count(), 1);  // a drag is one step
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window_->setup().experiment() == before);
    QCOMPARE(field(*window_, "offload")->value(), 5.0);
    QTest::keyClick(window_.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window_->setup().experiment().offload, 11.0);
    window_->panel().resetToPaper();
    QCOMPARE(window_->setup().experiment().alpha, Experiment().alpha);
    QCOMPARE(window_->setup().experiment().offload, Experiment().offload);
}

void TestWindow::restartRepeatsTheChanges() {
    load(QStringLiteral("cifar10-replay"));
    runs().runTo(1000);
    waitFor(State::Paused);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    window_->setup().editField("mu", 0.3);
    QTRY_COMPARE(sent.count(), 1);
    runs().play();
    waitFor(State::Finished);
    QCOMPARE(runs().changes().size(), std::size_t{1});
    const std::vector<std::int64_t> pulls = runs().histories().front().pulls();
    const double cost = runs().histories().front().costMean();
    QTest::keyClick(window_.get(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(runs().state(), State::Running);
    waitFor(State::Finished);
    QCOMPARE(window_->setup().experiment().mu, 0.1);
    QCOMPARE(window_->setup().experiment().schedule, std::string("mu=0.3@1001"));
    QCOMPARE(runs().histories().front().pulls(), pulls);
    QCOMPARE(runs().histories().front().costMean(), cost);
}

void TestWindow::refusesWhatCannotChange() {
    load(QStringLiteral("cifar10-replay"));
    window_->setup().editField("policy", QStringLiteral("splitee,best"));
    QTRY_COMPARE(runs().opened().policies.size(), std::size_t{2});
    waitFor(State::Ready);
    runs().runTo(100);
    waitFor(State::Paused);
    QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
    window_->setup().editField("offload", 8.0);
    QTRY_COMPARE(sent.count(), 1);
    runs().play();
    waitFor(State::Finished);
    QVERIFY(runs().changes().empty());
    QVERIFY(!window_->messages().message().isEmpty());
    compareWithRunOnce(sessionFile());
}

void TestWindow::switchesTheme() {
    load(QStringLiteral("cifar10-replay"));
    runs().runTo(100);
    waitFor(State::Paused);
    theme_->setMode(Theme::Mode::Light);
    const QColor light = window_->grab().toImage().pixelColor(4, 4);
    theme_->setMode(Theme::Mode::Dark);
    const QColor dark = window_->grab().toImage().pixelColor(4, 4);
    QVERIFY(light.lightness() > 200);
    QVERIFY(dark.lightness() < 80);
}

void TestWindow::wheelChangesNoValue() {
    load(QStringLiteral("cifar10-replay"));
    const Experiment before = window_->setup().experiment();
    for (const char* name : {"QDoubleSpinBox", "QSlider", "QComboBox"})
        for (QWidget* control : window_->panel().findChildren<QWidget*>()) {
            if (!control->inherits(name)) continue;
            QWheelEvent wheel({5, 5}, control->mapToGlobal(QPointF(5, 5)), {0, 0}, {0, -120},
                              Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(control, &wheel);
        }
    QVERIFY(window_->setup().experiment() == before);
}

void TestWindow::closesDuringARun() {
    load(QStringLiteral("cifar10-replay"));
    runs().setSpeed(1000);
    runs().play();
    QTRY_VERIFY(runs().round() > 100);
    QElapsedTimer timer;
    timer.start();
    window_->close();
    window_.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    for (const StoredRun& run : storedRuns(sessionFile())) {
        QCOMPARE(run.status, RunStatus::Interrupted);
        QCOMPARE(run.message, std::string("the window was closed"));
        QVERIFY(run.rounds > 100);
    }
    compareWithRunOnce(sessionFile());
}

void TestWindow::sessionHoldsTheRoundsOfRunOnce() {
    for (const char* example : {"cifar10-rising-noise", "costs-change"}) {
        window_->start(*exampleNamed(QString::fromLatin1(example)));
        waitFor(State::Finished);
    }
    QCOMPARE(storedRuns(sessionFile()).size(), std::size_t{8});
    compareWithRunOnce(sessionFile());
}

void TestWindow::anySequenceOfOrdersEndsWell() {
    load(QStringLiteral("cifar10-replay"));
    QRandomGenerator random(7);
    for (int k = 0; k < 200; ++k) {
        switch (random.bounded(11)) {
            case 0:
                window_->actions().run->trigger();
                break;
            case 1:
                window_->actions().step->trigger();
                break;
            case 2:
                window_->actions().stop->trigger();
                break;
            case 3:
                window_->actions().restart->trigger();
                break;
            case 4:
                window_->setup().editField("offload", random.bounded(20));
                break;
            case 5:
                window_->setup().editField("alpha", random.bounded(100) / 100.0);
                break;
            case 6:
                window_->setup().undoStack().undo();
                break;
            case 7:
                runs().setSpeed(random.bounded(2) == 0 ? kFlatOut : 500);
                break;
            case 8:
                window_->shownRound().choose(random.bounded(3000));
                break;
            case 9:
                window_->actions().live->trigger();
                break;
            default:
                QTest::qWait(random.bounded(20));
                break;
        }
    }
    window_->close();
    window_.reset();
    for (const StoredRun& run : storedRuns(sessionFile()))
        QVERIFY(run.status == RunStatus::Stopped || run.status == RunStatus::Finished ||
                run.status == RunStatus::Interrupted);
}

std::unique_ptr<QObject> splitee::test::windowTests() { return std::make_unique<TestWindow>(); }
