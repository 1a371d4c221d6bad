// SPDX-License-Identifier: GPL-3.0-or-later
// The window's program as a process: what its command line takes and refuses.
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>

#include "tests/subjects_main.h"

namespace {

struct Finished {
    int code;
    QString out, err;
};

Finished workbench(const QStringList& arguments, const QString& folder,
                   const std::function<void(QProcess&)>& arrange = {}) {
    QProcess process;
    process.setWorkingDirectory(folder);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_SCALE_FACTOR"));
    process.setProcessEnvironment(environment);
    if (arrange) arrange(process);
    process.start(QStringLiteral(SPLITEE_WORKBENCH), arguments);
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, QStringLiteral("did not end")};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

// Without what Qt itself may say of the platform.
QStringList ownLines(const QString& err) {
    return err.split('\n', Qt::SkipEmptyParts).filter(QStringLiteral("splitee-workbench: "));
}

}  // namespace

class TestWorkbench : public QObject {
    Q_OBJECT
private slots:
    void whatMakesNoSenseIsOneSentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, int code,
                            const char* says) { QTest::newRow(name) << arguments << code << says; };
        const QString to = "a.png";
        row("comma scale", {"--scale", "1,5", "--screenshot", to}, 2, "--scale is '1,5'");
        row("zero scale", {"--scale", "0", "--screenshot", to}, 2, "--scale is '0'");
        row("huge scale", {"--scale=100", "--screenshot", to}, 2, "from 0.5 to 8");
        row("scale with a unit", {"--scale=2x", "--screenshot", to}, 2, "--scale is '2x'");
        row("empty scale", {"--scale=", "--screenshot", to}, 2, "--scale is ''");
        row("small size", {"--size", "639x400", "--screenshot", to}, 2, "--size is '639x400'");
        row("half a size", {"--size", "640", "--screenshot", to}, 2, "as in 1280x800");
        row("size with more", {"--size", "640x400x3", "--screenshot", to}, 2, "--size is");
        row("huge size", {"--size", "99999x99999", "--screenshot", to}, 2, "--size is");
        row("round a word", {"--round", "two", "--screenshot", to}, 2, "--round is 'two'");
        row("round 0", {"--round", "0", "--screenshot", to}, 2, "a whole number from 1 on");
        row("unknown theme", {"--theme", "grey", "--screenshot", to}, 2, "light or dark");
        row("unknown page", {"--page", "sweeps", "--screenshot", to}, 2, "live or runs");
        row("page without a session", {"--page", "runs", "--screenshot", to}, 2, "name its FILE");
        row("run without a file", {"--run", "--screenshot", to}, 2, "plays a FILE at once");
        row("dock alone", {"--dock", "regret"}, 2, "--dock goes with --screenshot");
        row("two files", {"--screenshot", to, "a.csv", "b.csv"}, 2, "there is one FILE to open");
        row("unknown option", {"--screnshot", to}, 2,
            "unknown option --screnshot: did you mean --screenshot? see splitee-workbench --help");
        row("unknown language", {"--language", "xx", "--screenshot", to}, 2, "xx");
        row("missing file", {"--screenshot", to, "none.exits"}, 1,
            "cannot open none.exits: there is no such file");
        row("missing session", {"--screenshot", to, "--page", "runs", "none.splitee"}, 1,
            "cannot open none.splitee: there is no such file");
        row("no table", {"--screenshot", to, "text.exits"}, 1, "text.exits");
        row("no session", {"--screenshot", to, "--page", "runs", "text.exits"}, 1,
            "not a session file");
        row("a name that turns the line", {"--screenshot", to, QString("a\u202e\u009b\x1b.exits")},
            1, "a\\u202e\\u009b\\x1b.exits");
        row("unknown example", {"--screenshot", to, "--example", "cifar11"}, 1, "cifar10-replay");
        row("no folder", {"--screenshot", "none/a.png"}, 1, "cannot write the picture none/a.png");
    }

    void whatMakesNoSenseIsOneSentence() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        QFile text(folder.filePath("text.exits"));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(5000, 'x'));
        text.close();
        const auto done = workbench(arguments, folder.path());
        QVERIFY2(done.code == code, qPrintable(QString::number(done.code) + " " + done.err));
        const auto lines = ownLines(done.err);
        QVERIFY2(lines.size() == 1 && lines.front().contains(says), qPrintable(done.err));
        QVERIFY(done.out.isEmpty());
        QVERIFY(!QFile::exists(folder.filePath("a.png")));
    }

    void aPictureHasTheSizeAndScaleAskedFor_data() {
        QTest::addColumn<QStringList>("scale");
        QTest::addColumn<double>("factor");
        QTest::newRow("none") << QStringList() << 1.0;
        QTest::newRow("two words") << QStringList{"--scale", "2"} << 2.0;
        QTest::newRow("one word") << QStringList{"--scale=2"} << 2.0;
        QTest::newRow("a part") << QStringList{"--scale=1.5"} << 1.5;
    }

    void aPictureHasTheSizeAndScaleAskedFor() {
        QFETCH(QStringList, scale);
        QFETCH(double, factor);
        const QTemporaryDir folder;
        const auto done = workbench(
            QStringList{"--screenshot", "a.png", "--size", "1280x720"} + scale, folder.path());
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(QImage(folder.filePath("a.png")).size(), (QSizeF(1280, 720) * factor).toSize());
    }

    void aPictureIsAsSmallAsAskedForOrRefused() {
        const QTemporaryDir folder;
        const auto done = workbench({"--screenshot", "a.png", "--size", "640x400"}, folder.path());
        if (done.code == 0)
            QCOMPARE(QImage(folder.filePath("a.png")).size(), QSize(640, 400));
        else
            QVERIFY2(done.err.contains("the window cannot be 640x400: it would be "),
                     qPrintable(done.err));
    }

    void aPictureOfASessionShowsItsRuns() {
        const QTemporaryDir folder;
        QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                                   {"run", "--table", "builtin:cifar10-clean", "--seeds", "1",
                                    "--rounds", "100", "--session", folder.filePath("s.splitee")}),
                 0);
        const auto done = workbench({"--screenshot", "a.png", "s.splitee"}, folder.path());
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QVERIFY(!QImage(folder.filePath("a.png")).isNull());
        QVERIFY(!QFile::exists(folder.filePath("s.splitee-wal")));
        QVERIFY(!QFile::exists(folder.filePath("s.splitee.lock")));
    }

    void aFullStdoutIsSaid_data() {
        QTest::addColumn<QString>("option");
        for (const char* option : {"--help", "--version"}) QTest::newRow(option) << option;
    }

    void aFullStdoutIsSaid() {
        QFETCH(QString, option);
        const QTemporaryDir folder;
        QCOMPARE(workbench({option}, folder.path()).code, 0);
        const auto full = workbench({option}, folder.path(), [](QProcess& process) {
            process.setStandardOutputFile("/dev/full");
        });
        QVERIFY2(full.code == 1 && full.err.contains("cannot write to standard output"),
                 qPrintable(full.err));
    }
};

int main(int argc, char** argv) {
    return splitee::test::runSubjects(std::array{splitee::test::subject<TestWorkbench>}, argc,
                                      argv);
}

#include "test_workbench.moc"
