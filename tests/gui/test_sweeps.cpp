// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps on the real window: set up, watched, cancelled, taken up again, and held against splitee
// sweep.
#include <QCheckBox>
#include <QElapsedTimer>
#include <QFile>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>
#include <thread>

#include "gui/app/examples.h"
#include "gui/compare/compare_view.h"
#include "gui/compare/curves_card.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/sweeps/sweep_strip.h"
#include "gui/widgets/number_text.h"
#include "gui_tests.h"
#include "storage/session/session.h"
#include "sweep_window.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

std::vector<StoredRun> sweptRuns(const QString& session) {
    auto store = Session::openReadOnly(session.toStdString());
    return store ? store->runs().all().value_or(std::vector<StoredRun>())
                 : std::vector<StoredRun>();
}

}  // namespace

class TestSweeps : public SweepWindow {
    Q_OBJECT
private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void playsTheSetUpOverValuesAsTheProgramDoes() {
        setUp(500, 3);
        openSheet();
        type(QStringLiteral("0.6, 0.8"));
        QVERIFY(says(QStringLiteral("12 runs = 2 points × 2 policies × 3 seeds")));
        QVERIFY(says(QStringLiteral("Logged to s.splitee")));
        sheet().saveTo(path("saved.json"));
        QVERIFY(startButton()->isEnabled());
        startButton()->click();
        QVERIFY(!sheet().isVisible());
        QVERIFY(work().busy());
        QVERIFY(sweeps().strip().isVisible());
        waitForTheEnd();
        QVERIFY(!sweeps().strip().isVisible());
        QVERIFY2(said().startsWith(QLatin1String("The sweep is done: 12 runs played in ")),
                 qPrintable(said()));
        QTRY_COMPARE(window_->runs().model().rowCount(), 12);
        compareWithTheProgram(path("saved.json"));
        compare();
        QTRY_COMPARE(window_->runs().model().rowCount(), 4);  // each policy at each point
        QTRY_COMPARE(window_->runs().table().selectedRuns().size(), std::size_t{12});
        QVERIFY(!window_->messages().showsProblem());
        // Figures are compared at once; curves come when the runs are played again.
        CompareView& comparison = window_->comparison();
        QTRY_VERIFY(comparison.compared() != nullptr);
        QCOMPARE(comparison.compared()->groups.size(), std::size_t{4});
        QTRY_VERIFY2(comparison.words().contains(QLatin1String("paired over 3 seeds")),
                     qPrintable(comparison.words()));
        const CurvesCard& curves = comparison.curvesCard();  // shown in an event of its own
        QTRY_VERIFY(curves.note().startsWith(QLatin1String("12 runs were logged")));
        for (QPushButton* button : comparison.findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Play them again")) button->click();
        QTRY_VERIFY(curves.note().isEmpty());
        QVERIFY(!comparison.compared()->groups[0].runs[0].cost.empty());
    }

    void isWatchedCancelledAndTakenUpAgain() {
        const int threads =
            std::clamp(static_cast<int>(std::thread::hardware_concurrency()) - 1, 1, 16);
        const int seeds = 1500 * threads, all = 6 * seeds;  // some seconds on any machine
        setUp(10'000, seeds);
        openSheet();
        type(QStringLiteral("0.6,0.7,0.8"));
        sheet().saveTo(path("saved.json"));
        std::set<qlonglong> seen;
        int most = 0;
        connect(&work(), &SweepWork::progressed, this, [&] {
            seen.insert(work().stand().done);
            most = std::max(most, sweeps().strip().findChild<QProgressBar*>()->value());
        });
        startButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(seen.size() >= 3 && work().stand().perSecond > 0, kSweepPatience);
        QVERIFY2(work().busy(), "the sweep was over before it could be watched");
        QVERIFY2(sweeps().strip().text().contains(QRegularExpression(
                     QStringLiteral("of %1 runs · .* runs/s · .* left").arg(numberText(all)))),
                 qPrintable(sweeps().strip().text()));
        QVERIFY(most > 0);
        sweeps().strip().findChild<QPushButton*>()->click();
        QElapsedTimer cancelled;
        cancelled.start();
        waitForTheEnd();
        QVERIFY2(cancelled.elapsed() < 5000, qPrintable(QString::number(cancelled.elapsed())));
        QVERIFY2(said().contains(QLatin1String("The sweep was cancelled")), qPrintable(said()));
        const auto kept = sweptRuns(path("s.splitee"));
        QVERIFY(!kept.empty() && kept.size() < static_cast<std::size_t>(all));
        for (const StoredRun& run : kept)
            QVERIFY(run.status == RunStatus::Finished && !run.summary.empty());
        QTRY_COMPARE(static_cast<std::size_t>(window_->runs().model().rowCount()), kept.size());
        openSheet();  // as it was typed
        startButton()->click();
        waitForTheEnd();
        QVERIFY2(said().contains(QStringLiteral("%1 finished before").arg(kept.size())) ||
                     kept.size() >= 1000,
                 qPrintable(said()));
        QCOMPARE(sweptRuns(path("s.splitee")).size(), static_cast<std::size_t>(all));
        compareWithTheProgram(path("saved.json"), {"--threads", QString::number(threads)});
        openSheet();
        startButton()->click();
        waitForTheEnd();
        QVERIFY2(said().startsWith(QLatin1String("Nothing was left to play")), qPrintable(said()));
    }

    void whatIsWrongIsSaidAndNothingStarts_data() {
        QTest::addColumn<QString>("values");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("nothing") << QString()
                                 << QStringLiteral("Say which values Threshold α takes");
        QTest::newRow("comma") << QStringLiteral("0.6,") << QStringLiteral("holds an empty value");
        QTest::newRow("range") << QStringLiteral("0.6,1.5")
                               << QStringLiteral("holds 1.5, but must be between 0 and 1");
        QTest::newRow("word") << QStringLiteral("much") << QStringLiteral("but must be a number");
        QTest::newRow("steps") << QStringLiteral("0.5..0.9")
                               << QStringLiteral("a range without steps");
        QTest::newRow("many") << QStringLiteral("0.1..0.9/90000")
                              << QStringLiteral("more than 1,000,000 runs");
    }
    void whatIsWrongIsSaidAndNothingStarts() {
        QFETCH(QString, values);
        QFETCH(QString, sentence);
        setUp(500, 20);
        openSheet();
        QVERIFY(startButton()->isEnabled());
        rows().front()->values().setText(values);
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(says(sentence));
        QVERIFY2(startButton()->toolTip().contains(sentence), qPrintable(startButton()->toolTip()));
        QTest::keyClick(&rows().front()->values(), Qt::Key_Return);
        QVERIFY(!work().busy());
        QVERIFY(sheet().isVisible());
    }

    void aLiveSetUpSaysWhyItCannotBeSwept() {
        openSheet();
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(says(QStringLiteral("Choose an exit table")));
        window_->setup().load(exampleNamed(QStringLiteral("signs-live"))->file);
        openSheet();
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(says(QStringLiteral("the set-up is a live one")));
    }

    void aDroppedSweepFillsTheSheet_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("runs");
        QTest::newRow("grid") << QStringLiteral("/sweeps/example.json")
                              << QStringLiteral(
                                     " runs = 20 points × 4 policies × 5 seeds × 2 exit tables");
        QTest::newRow("random") << QStringLiteral("/sweeps/latin-hypercube.json")
                                << QStringLiteral(" runs = 200 points × 3 policies × 3 seeds");
    }
    void aDroppedSweepFillsTheSheet() {
        QFETCH(QString, file);
        QFETCH(QString, runs);
        const QString whole = QStringLiteral(SPLITEE_RESOURCES) + file;
        auto read = readSweepFile(whole.toStdString());
        QVERIFY(read.has_value());
        setUp(100, 1);
        drop(whole);
        QTRY_VERIFY_WITH_TIMEOUT(sheet().isVisible(), kSweepPatience);
        const auto plan = SweepPlan::make(*read);
        QVERIFY(plan.has_value());
        runs = numberText(static_cast<double>(plan->runs())) + runs;
        QVERIFY2(says(runs), qPrintable(runs));
        const auto typed = sheet().sweep();
        QVERIFY(typed.has_value());
        QVERIFY(*typed == *read);
        QVERIFY(startButton()->isEnabled());
        QCOMPARE(window_->setup().file().experiment.rounds, 100);  // the live page stays as it is
        sheet().saveTo(path("again.json"));
        QVERIFY(*readSweepFile(path("again.json").toStdString()) == *read);
    }

    void aDroppedFileThatIsNoSweepIsRefused() {
        QFile file(path("bad.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"tables": ["builtin:cifar10-clean"], "axis": {}})");
        file.close();
        drop(path("bad.json"));
        QTRY_VERIFY(said().contains(QLatin1String("did you mean axes")));
        QVERIFY(!sheet().isVisible());
    }

    // What plays on the live page is not touched, although it is a point of the sweep.
    void aLiveRunGoesOnBesideASweep() {
        setUp(2000, 1);
        window_->controller().runTo(700);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Paused, kSweepPatience);
        openSheet();
        type(QStringLiteral("0.7,0.8"));  // 0.7 is what plays
        startButton()->click();
        waitForTheEnd();
        QVERIFY2(said().startsWith(QLatin1String("The sweep is done: 4 runs")), qPrintable(said()));
        window_->controller().play();
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Finished, kSweepPatience);
        window_.reset();
        const auto runs = sweptRuns(path("s.splitee"));
        QCOMPARE(runs.size(), std::size_t{6});
        for (const StoredRun& run : runs) QVERIFY(run.status == RunStatus::Finished);
        QCOMPARE(std::ranges::count(runs, 2000, &StoredRun::rounds), 2);
    }

    void theWindowClosesDuringASweep() {
        setUp(10'000, 5000);
        openSheet();
        QTest::keyClick(&rows().front()->values(), Qt::Key_Return);  // as it stands there
        QTRY_VERIFY_WITH_TIMEOUT(window_->runs().model().rowCount() > 2,
                                 kSweepPatience);  // new runs appear while it plays
        QVERIFY(work().busy());
        QElapsedTimer closing;
        closing.start();
        window_.reset();
        QVERIFY2(closing.elapsed() < 3000, qPrintable(QString::number(closing.elapsed())));
        const auto kept = sweptRuns(path("s.splitee"));
        QVERIFY(kept.size() > 2 && kept.size() < 50'000);
        for (const StoredRun& run : kept) QVERIFY(run.status == RunStatus::Finished);
    }

    void roundsAreKeptWhereThatIsWanted() {
        setUp(300, 1);
        openSheet();
        type(QStringLiteral("0.6,0.8"));
        sheet().findChild<QCheckBox*>()->click();
        sheet().saveTo(path("saved.json"));
        startButton()->click();
        waitForTheEnd();
        for (const StoredRun& run : sweptRuns(path("s.splitee"))) QCOMPARE(run.rounds, 300);
        compareWithTheProgram(path("saved.json"), {"--keep-rounds"});
        compare();
        QTRY_COMPARE(window_->runs().table().selectedRuns().size(), std::size_t{4});
    }

    void aSecondWindowSweepsIntoItsOwnSession() {
        MainWindow second(*theme_, path("s.splitee").toStdString());
        second.show();
        setUp(100, 1);
        second.setup().load(window_->setup().file());
        second.sweeps().open();
        auto* button =
            second.sweeps().sheet().findChild<QPushButton*>(QStringLiteral("startSweep"));
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(!second.sweeps().work().busy(), kSweepPatience);
        QCOMPARE(sweptRuns(path("s-2.splitee")).size(), std::size_t{10});
        QVERIFY(sweptRuns(path("s.splitee")).empty());
    }

    void whatCannotBePlayedIsOneSentence() {
        QFile file(path("gone.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"tables": ["gone.exits"], "axes": {"alpha": [0.5, 0.6]}})");
        file.close();
        drop(path("gone.json"));
        QTRY_VERIFY_WITH_TIMEOUT(sheet().isVisible(), kSweepPatience);
        startButton()->click();
        waitForTheEnd();
        QVERIFY2(said().contains(QLatin1String("gone.exits")), qPrintable(said()));
        QVERIFY(!sweeps().strip().isVisible());
        setUp(100, 1);
        openSheet();
        QVERIFY(startButton()->isEnabled());
    }
};

std::unique_ptr<QObject> splitee::test::sweepTests() { return std::make_unique<TestSweeps>(); }

#include "test_sweeps.moc"
