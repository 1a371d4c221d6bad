// SPDX-License-Identifier: GPL-3.0-or-later
// The session as a document: one writer, Save As, and runs that were killed with their window and
// go on.
#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <SQLiteCpp/SQLiteCpp.h>

#include <fstream>

#include "engine/rng.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/run/session_document.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "storage/session/session.h"
#include "tests/last_write.h"

using namespace splitee;
using State = RunController::State;

namespace {

constexpr int kSessionPatience =
    60'000;  // milliseconds; the network has to be loaded, perhaps on a busy machine

// How many moments a test kills at: few in a test run, SPLITEE_KILLS=100 by hand.
int kills() {
    const int wanted = qEnvironmentVariableIntValue("SPLITEE_KILLS");
    return wanted > 0 ? wanted : 1;
}

std::vector<StoredRun> runsOf(const std::filesystem::path& session) {
    auto store = Session::openReadOnly(session);
    if (!store) return {};
    return store->runs().all().value_or(std::vector<StoredRun>());
}

QString outputOf(const QStringList& arguments) {
    QProcess program;
    program.start(QStringLiteral(SPLITEE_PROGRAM), arguments);
    program.waitForFinished(kSessionPatience);
    return QString::fromUtf8(program.readAllStandardOutput() + program.readAllStandardError());
}

}  // namespace

class TestSessions : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    double age_ = 0;  // of the last transaction before the kill, in milliseconds

    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] std::unique_ptr<MainWindow> window(const char* session) {
        return std::make_unique<MainWindow>(*theme_, path(session));
    }

    // Plays an experiment in a window of its own, which is killed once it has kept so many rounds.
    // Its session.
    std::filesystem::path killed(const ExperimentFile& file, std::int64_t rounds, int number) {
        const QString home = folder_->filePath(QStringLiteral("home%1").arg(number));
        std::ofstream(path("killed.json")) << toJson(file);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home);
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SPLITEE_WORKBENCH),
                      {"--run", QString::fromStdString(path("killed.json").string())});
        const QDir sessions(home + QStringLiteral("/splitee/splitee-workbench/sessions"));
        const auto session = [&] {
            const QStringList names = sessions.entryList({QStringLiteral("*.splitee")});
            return names.isEmpty()
                       ? std::filesystem::path()
                       : std::filesystem::path(sessions.filePath(names.front()).toStdString());
        };
        const auto far = [&] {
            const auto runs = runsOf(session());
            return !runs.empty() && runs.front().rounds >= rounds;
        };
        if (!QTest::qWaitFor(far, kSessionPatience)) qWarning("the window does not play");
        age_ = test::millisecondsSinceLastWrite(session());
        program.kill();
        program.waitForFinished();
        return session();
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
    }
    void cleanup() { folder_.reset(); }

    void aSecondWindowKeepsItsRunsElsewhere() {
        auto first = window("s.splitee");
        QCOMPARE(first->document().file(), path("s.splitee"));
        auto second = window("s.splitee");
        QCOMPARE(second->document().file(), path("s-2.splitee"));
        QCOMPARE(second->controller().session(), path("s-2.splitee"));
        QVERIFY2(second->messages().message().contains("s.splitee is open in another window"),
                 qPrintable(second->messages().message()));
        const auto refused = second->document().writeTo(path("s.splitee"));
        QVERIFY(!refused);
        QCOMPARE(second->document().file(), path("s-2.splitee"));
        first.reset();
        QVERIFY(second->document().writeTo(path("s.splitee")).has_value());  // free again
        QCOMPARE(second->controller().session(), path("s.splitee"));
    }

    void aSessionInAnotherWindowIsShownAndSaysSo() {
        auto first = window("s.splitee");
        first->start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(first->controller().state(), State::Finished, kSessionPatience);
        auto second = window("s.splitee");
        second->show();
        second->openFile(QString::fromStdString(path("s.splitee").string()));
        QTRY_VERIFY_WITH_TIMEOUT(second->runs().isVisible(), kSessionPatience);
        QTRY_COMPARE(second->runs().model().rowCount(),
                     static_cast<int>(runsOf(path("s.splitee")).size()));
        QVERIFY2(second->messages().message().contains("is open in another window"),
                 qPrintable(second->messages().message()));
        QCOMPARE(second->controller().session(), path("s-2.splitee"));
    }

    void saveAsCopiesWhatIsThereAndGoesOnThere() {
        auto one = window("a.splitee");
        one->start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Finished, kSessionPatience);
        QSignalSpy saved(&one->document(), &SessionDocument::saved);
        one->document().saveTo(path("copy.splitee"), false);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(one->document().file(), path("a.splitee"));
        one->document().saveTo(path("b.splitee"), true);
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(one->document().file(), path("b.splitee"));
        one->start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Finished, kSessionPatience);
        const auto before = runsOf(path("a.splitee")).size();
        QVERIFY(before > 0);
        QCOMPARE(runsOf(path("copy.splitee")).size(), before);
        QCOMPARE(runsOf(path("b.splitee")).size(), 2 * before);
        const QString digest = outputOf(
            {"runs", "--digest", "--session", QString::fromStdString(path("a.splitee").string())});
        QVERIFY(!digest.isEmpty());
        QCOMPARE(outputOf({"runs", "--digest", "--session",
                           QString::fromStdString(path("copy.splitee").string())}),
                 digest);
    }

    void aStoppedRunGoesOnFromThePageOfRuns() {
        auto one = window("stopped.splitee");
        one->show();
        ExperimentFile file = exampleNamed(QStringLiteral("costs-change"))->file;
        one->setup().load(file);
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Ready, kSessionPatience);
        one->controller().runTo(700);
        QTRY_COMPARE(one->controller().state(), State::Paused);
        one->controller().change("offload", 7);
        one->controller().runTo(900);
        QTRY_COMPARE(one->controller().round(), 900);
        QTRY_COMPARE(one->controller().state(), State::Paused);
        one->controller().stop();
        QTRY_COMPARE(one->controller().state(), State::Stopped);
        emit one->runs().goOnWanted(path("stopped.splitee"),
                                    2);  // any of them takes the others along
        QTRY_COMPARE(one->controller().state(), State::Paused);
        QCOMPARE(one->controller().round(), 900);
        one->controller().change("offload", 9);  // before a new round
        one->controller().play();
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Finished, kSessionPatience);
        QCOMPARE(one->controller().changes().size(), std::size_t{1});
        one.reset();
        const auto runs = runsOf(path("stopped.splitee"));
        QCOMPARE(runs.size(), policiesOf(file.experiment)->size());
        for (const StoredRun& run : runs) {
            QVERIFY(run.status == RunStatus::Finished);
            QVERIFY2(run.experiment.schedule.find("offload=9@901") != std::string::npos,
                     run.experiment.schedule.c_str());
            const QString again = outputOf(
                {"again", "--session", QString::fromStdString(path("stopped.splitee").string()),
                 QString::number(run.id)});
            QVERIFY2(again.contains("identical, 10000 rounds"), qPrintable(again));
        }
    }

    // From the page of runs: verified, changed by hand, opened as a set-up.
    void keptRunsAreRepeatedAndVerified() {
        auto one = window("kept.splitee");
        one->show();
        one->start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Finished, kSessionPatience);
        RunsPage& page = one->runs();
        const auto says = [&](const QString& words) {
            return one->messages().message().contains(words);
        };
        one->showRunsOf(QString::fromStdString(path("kept.splitee").string()));
        const int all = static_cast<int>(runsOf(path("kept.splitee")).size());
        QTRY_COMPARE(page.model().rowCount(), all);
        page.table().selectAll();
        page.action(QStringLiteral("again"))->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(says(QStringLiteral("%1 of %1 runs are identical").arg(all)),
                                  qPrintable(one->messages().message()), kSessionPatience);
        page.table().selectionModel()->setCurrentIndex(
            page.model().index(0, RunTableModel::kTitle),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        const auto run = page.model().table().first(0).run.id;
        Session::open(path("kept.splitee"))
            ->database()
            .exec("UPDATE round SET reward = reward + 1 WHERE run_id = " + std::to_string(run) +
                  " AND round = 17");
        page.action(QStringLiteral("again"))->trigger();
        QTRY_VERIFY2_WITH_TIMEOUT(
            says(QStringLiteral("run %1 differs from round 17 on: reward").arg(run)),
            qPrintable(one->messages().message()), kSessionPatience);
        page.action(QStringLiteral("go-on"))->trigger();
        QTRY_VERIFY2(says("cannot go on: it is finished"), qPrintable(one->messages().message()));
        page.action(QStringLiteral("set-up"))->trigger();
        QTRY_VERIFY(!page.isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Ready, kSessionPatience);
        QCOMPARE(one->setup().experiment().schedule,
                 exampleNamed(QStringLiteral("costs-change"))->file.experiment.schedule);
    }

    // Closed during a run, whatever the file is called then: it is offered and goes on.
    void aClosedRunIsOfferedUnderEveryNameOfItsSession_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("as it was") << "closed.splitee";
        QTest::newRow("relative") << "./x/../closed.splitee";
        QTest::newRow("through a link") << "link.splitee";
        QTest::newRow("in a linked folder") << "folder/closed.splitee";
    }
    void aClosedRunIsOfferedUnderEveryNameOfItsSession() {
        QFETCH(QString, name);
        {
            auto one = window("closed.splitee");
            ExperimentFile file = exampleNamed(QStringLiteral("costs-change"))->file;
            one->controller().open(file);
            QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Ready, kSessionPatience);
            one->controller().runTo(300);
            QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Paused, kSessionPatience);
            one->close();
        }
        std::filesystem::create_directory(path("x"));
        std::filesystem::create_symlink(path("closed.splitee"), path("link.splitee"));
        std::filesystem::create_directory_symlink(folder_->path().toStdString(), path("folder"));
        const QString before = QDir::currentPath();
        const auto back = qScopeGuard([&] { QDir::setCurrent(before); });
        QVERIFY(QDir::setCurrent(folder_->path()));
        auto one = window("other.splitee");
        one->show();
        one->openFile(name);
        QTRY_VERIFY2_WITH_TIMEOUT(
            one->messages().message().contains(QStringLiteral("interrupted at round 300")),
            qPrintable(one->messages().message()), kSessionPatience);
        for (QToolButton* button : one->messages().findChildren<QToolButton*>())
            if (button->text() == QLatin1String("Resume")) button->click();
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Paused, kSessionPatience);
        QCOMPARE(one->controller().round(), 300);
        one->controller().play();
        QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Finished, kSessionPatience);
        one.reset();
        for (const StoredRun& run : runsOf(path("closed.splitee")))
            QCOMPARE(run.status, RunStatus::Finished);
        QCOMPARE(runsOf(path("closed.splitee")).size(),
                 policiesOf(exampleNamed(QStringLiteral("costs-change"))->file.experiment)->size());
    }

    void aRunThatWasPlayedTwiceGoesOnByItself() {
        auto one = window("twice.splitee");
        for (int play = 0; play < 2; ++play) {
            one->controller().open(exampleNamed(QStringLiteral("costs-change"))->file);
            QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Ready, kSessionPatience);
            one->controller().runTo(300);
            QTRY_COMPARE(one->controller().state(), State::Paused);
            one->controller().stop();
            QTRY_COMPARE(one->controller().state(), State::Stopped);
        }
        const auto all = runsOf(path("twice.splitee"));
        const auto last = cutShortWith(path("twice.splitee"), all.back().id);
        QVERIFY(last.has_value());
        QCOMPARE(last->runs.size(), all.size() / 2);
        QCOMPARE(last->runs.back(), all.back().id);
    }

    // A full disk may keep the end of one run and not that of the next.
    void aRunThatCouldNotBeEndedGoesOnWithItsNeighbours() {
        {
            auto one = window("open.splitee");
            one->start(*exampleNamed(QStringLiteral("costs-change")));
            one->controller().runTo(300);
            QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Paused, kSessionPatience);
            one->controller().stop();
            QTRY_COMPARE(one->controller().state(), State::Stopped);
        }
        const auto all = runsOf(path("open.splitee"));
        SQLite::Database(path("open.splitee").string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE run SET status = 'running' WHERE id = 2");
        const auto cut = cutShortWith(path("open.splitee"), 1);
        QVERIFY(cut.has_value());
        QCOMPARE(cut->runs.size(), all.size());
        // Nor that of any: as long as this process may be playing them, they are left alone.
        SQLite::Database(path("open.splitee").string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE run SET status = 'running'");
        const auto busy = cutShortWith(path("open.splitee"), 1);
        QVERIFY(!busy.has_value());
        QVERIFY(busy.error().message.find("it is running") != std::string::npos);
        const auto idle = cutShortWith(path("open.splitee"), 1, true);
        QVERIFY2(idle.has_value(), idle ? "" : idle.error().message.c_str());
        QCOMPARE(idle->runs.size(), all.size());
    }

    void aSessionThatEndedWellOffersNothing() {
        {
            auto one = window("well.splitee");
            one->start(*exampleNamed(QStringLiteral("costs-change")));
            QTRY_COMPARE_WITH_TIMEOUT(one->controller().state(), State::Finished, kSessionPatience);
        }
        const auto found = lastCutShort(path("well.splitee"));
        QVERIFY(found.has_value());
        QVERIFY(!found->has_value());
    }

    void runsThatWereKilledWithTheirWindowGoOn_data() {
        QTest::addColumn<QString>("example");
        QTest::addColumn<int>("rounds");
        QTest::newRow("live") << "signs-live" << 150;
        QTest::newRow("replay") << "costs-change" << 60'000;
    }
    void runsThatWereKilledWithTheirWindowGoOn() {
        QFETCH(QString, example);
        QFETCH(int, rounds);
        ExperimentFile file = exampleNamed(example)->file;
        file.experiment.rounds = rounds;
        Rng rng(2026, "kill");
        int wentOn = 0;
        double lost = 0;
        for (int kill = 0; kill < kills(); ++kill) {
            const auto session = killed(
                file,
                1 + static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(rounds) / 2)),
                kill);
            auto next = std::make_unique<MainWindow>(*theme_, session);
            const auto cut = lastCutShort(session);
            QVERIFY2(cut.has_value(), cut ? "" : cut.error().message.c_str());
            if (!*cut) continue;  // the kill came too late
            lost = std::max(lost, age_);
            const std::int64_t kept = (*cut)->round;
            next->show();
            next->lookForCutShort({session});
            QTRY_VERIFY_WITH_TIMEOUT(next->messages().message().contains("was interrupted"),
                                     kSessionPatience);
            for (QToolButton* button : next->messages().findChildren<QToolButton*>())
                if (button->text() == QLatin1String("Resume")) button->click();
            QTRY_COMPARE_WITH_TIMEOUT(next->controller().state(), State::Paused, kSessionPatience);
            QCOMPARE(next->controller().round(), kept);
            next->controller().play();
            QTRY_COMPARE_WITH_TIMEOUT(next->controller().state(), State::Finished,
                                      kSessionPatience);
            next.reset();
            for (const StoredRun& run : runsOf(session)) {
                QVERIFY(run.status == RunStatus::Finished);
                QCOMPARE(run.rounds, rounds);
                const QString again =
                    outputOf({"again", "--session", QString::fromStdString(session.string()),
                              QString::number(run.id)});
                QVERIFY2(again.contains("identical"), qPrintable(again));
            }
            ++wentOn;
        }
        QVERIFY(wentOn > 0);
        qInfo("%d of %d kills cut runs short; the last transaction was at most %.0f ms old", wentOn,
              kills(), lost);
    }
};

std::unique_ptr<QObject> splitee::test::sessionTests() { return std::make_unique<TestSessions>(); }

#include "test_sessions.moc"
