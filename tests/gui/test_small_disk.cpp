// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that runs full under a window, and one that may not be written. The disk is seen by a
// process of its own only: these functions run this program once more on it.
#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/runs/run_table_model.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "storage/session/session.h"
#include "tests/small_disk.h"

using namespace splitee;
using State = RunController::State;

namespace {

constexpr int kDiskPatience = 60'000;  // milliseconds

std::filesystem::path session() {
    return qEnvironmentVariable("SPLITEE_SMALL_DISK").toStdString() + "/s.splitee";
}

// The same function on a small disk. What it printed; none where nobody may mount.
std::optional<QString> onDisk() {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TEST"), QCoreApplication::applicationFilePath());
    environment.insert(QStringLiteral("FUNCTION"),
                       QString::fromLatin1(QTest::currentTestFunction()));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    return test::onSmallDisk(
        QStringLiteral("SPLITEE_SMALL_DISK=\"$DISK\" \"$TEST\" TestSmallDisk $FUNCTION"),
        QStringLiteral("2m"), environment);
}

void remount(const QString& options) {
    QCOMPARE(
        QProcess::execute(QStringLiteral("mount"),
                          {"-o", "remount," + options, qEnvironmentVariable("SPLITEE_SMALL_DISK")}),
        0);
}

}  // namespace

#define ON_SMALL_DISK()                                                    \
    if (!qEnvironmentVariableIsSet("SPLITEE_SMALL_DISK")) {                \
        const auto out = onDisk();                                         \
        if (!out) QSKIP("this machine lets nobody mount a small disk");    \
        QVERIFY2(out->contains(" 0 failed, 0 skipped"), qPrintable(*out)); \
        return;                                                            \
    }

class TestSmallDisk : public QObject {
    Q_OBJECT
    Theme theme_;

private slots:
    void aRunOnAFullDiskGoesOnOnceThereIsRoom() {
        ON_SMALL_DISK();
        MainWindow window(theme_, session());
        window.show();
        ExperimentFile file = exampleNamed(QStringLiteral("costs-change"))->file;
        file.experiment.rounds = 60'000;
        window.controller().open(file, true);
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().state(), State::Failed, kDiskPatience);
        QVERIFY2(window.messages().message().contains("the disk is full"),
                 qPrintable(window.messages().message()));
        const auto kept = Session::openReadOnly(session())->runs().all();
        QVERIFY(kept.has_value() && kept->front().rounds > 0 &&
                kept->front().rounds < file.experiment.rounds);
        remount(QStringLiteral("size=100m"));
        emit window.runs().goOnWanted(session(), kept->front().id);
        QTRY_VERIFY2_WITH_TIMEOUT(window.controller().state() == State::Paused,
                                  qPrintable(window.messages().message()), kDiskPatience);
        QCOMPARE(window.controller().round(), kept->front().rounds);
        window.controller().play();
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().state(), State::Finished, kDiskPatience);
        for (const StoredRun& run : *kept) {
            QProcess again;
            again.start(QStringLiteral(SPLITEE_PROGRAM),
                        {"again", "--session", QString::fromStdString(session().string()),
                         QString::number(run.id)});
            QVERIFY(again.waitForFinished(kDiskPatience));
            QVERIFY(again.readAll().contains("identical, 60000 rounds"));
        }
    }

    void aSessionThatMayNotBeWrittenIsShown() {
        ON_SMALL_DISK();
        {
            MainWindow before(theme_, session());
            before.start(*exampleNamed(QStringLiteral("costs-change")));
            before.controller().runTo(500);
            QTRY_COMPARE_WITH_TIMEOUT(before.controller().state(), State::Paused, kDiskPatience);
        }
        remount(QStringLiteral("ro"));
        MainWindow window(theme_, session());
        window.show();
        window.showRunsOf(QString::fromStdString(session().string()));
        QTRY_VERIFY_WITH_TIMEOUT(window.runs().model().rowCount() > 0, kDiskPatience);
        window.start(*exampleNamed(QStringLiteral("costs-change")));
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().state(), State::Failed, kDiskPatience);
        QVERIFY2(window.messages().message().contains("may not be written"),
                 qPrintable(window.messages().message()));
        QVERIFY(window.runs().model().rowCount() > 0);
    }
};

std::unique_ptr<QObject> splitee::test::smallDiskTests() {
    return std::make_unique<TestSmallDisk>();
}

#include "test_small_disk.moc"
