// SPDX-License-Identifier: GPL-3.0-or-later
// What the program writes: a stdout that cannot be written is an error, "-" is stdout, and reading
// a session leaves nothing beside it.
#include <QDir>
#include <QTest>

#include <unistd.h>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/session/session.h"
#include "storage/tables/table_csv.h"

using namespace splitee::test;

namespace {

// t.csv with four exits, and s.splitee with six runs on it.
void makeOutputSession(const QTemporaryDir& folder) {
    auto table = madeTable(200, 4, 5);
    table.depth = splitee::unitDepths(4);
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), table).has_value());
    const auto kept = program({"run", "--table", "t.csv", "--policy", "splitee,splitee-s",
                               "--seeds", "3", "--session", "s.splitee"},
                              folder.path());
    QVERIFY2(kept.code == 0, qPrintable(kept.err));
}

QStringList splitWords(const QString& text) { return text.split(' ', Qt::SkipEmptyParts); }

// Runs the program with a stdout of its own.
Finished withStdout(const QStringList& arguments, const QString& folder,
                    const std::function<void(QProcess&)>& arrange) {
    QProcess process;
    process.setWorkingDirectory(folder);
    arrange(process);
    process.start(QStringLiteral(SPLITEE_PROGRAM), arguments);
    if (!process.waitForFinished(300'000)) return {-1, {}, QStringLiteral("did not end")};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            {},
            QString::fromUtf8(process.readAllStandardError())};
}

QStringList besideSession(const QTemporaryDir& folder) {
    return QDir(folder.path()).entryList({"s.splitee-*"});
}

}  // namespace

void TestOutput::aFullStdoutIsSaid_data() {
    QTest::addColumn<QString>("arguments");
    for (const char* arguments :
         {"--help",
          "--version",
          "run --help",
          "table info --help",
          "runs --session s.splitee",
          "runs --session s.splitee --json",
          "runs --session s.splitee --digest",
          "show --session s.splitee 1",
          "show --session s.splitee 1 --json",
          "again --session s.splitee 1",
          "check s.splitee",
          "report s.splitee -o r.html",
          "merge s.splitee --out m.splitee",
          "table info t.csv",
          "table info t.csv --json",
          "model info builtin:signs",
          "calibrate --table t.csv",
          "calibrate --table t.csv --json",
          "run --table t.csv --seeds 2",
          "run --table t.csv --seeds 2 --json",
          "sweep --table t.csv --axis alpha=0.5,0.6 --seeds 1 --session w.splitee",
          "curves --table t.csv --seeds 2",
          "curves --table t.csv --seeds 2 --json",
          "regime --table t.csv --seeds 1 --mu-lambda 0.1 --offload 1",
          "drift --table t.csv --seeds 2 --schedule offload=2@100"})
        QTest::newRow(arguments) << arguments;
}

void TestOutput::aFullStdoutIsSaid() {
    QFETCH(QString, arguments);
    const QTemporaryDir folder;
    makeOutputSession(folder);
    const auto done = withStdout(splitWords(arguments), folder.path(), [](QProcess& process) {
        process.setStandardOutputFile("/dev/full");
    });
    QVERIFY2(done.code == 1, qPrintable(QString::number(done.code) + " " + done.err));
    // Where it failed before the end, the C library no longer knows why.
    QVERIFY2(done.err.startsWith("splitee: cannot write to standard output") &&
                 done.err.count('\n') == 1,
             qPrintable(done.err));
}

void TestOutput::aClosedStdoutIsSaid() {
    const QTemporaryDir folder;
    makeOutputSession(folder);
    const auto done =
        withStdout({"runs", "--session", "s.splitee"}, folder.path(),
                   [](QProcess& process) { process.setChildProcessModifier([] { ::close(1); }); });
    QVERIFY2(done.code == 1, qPrintable(QString::number(done.code) + " " + done.err));
    QVERIFY2(done.err.contains("cannot write to standard output"), qPrintable(done.err));
    // A file that is opened next must not take its place: what is printed would go into it.
    const auto exported =
        withStdout({"export", "--session", "s.splitee", "1", "--out", "e.csv"}, folder.path(),
                   [](QProcess& process) { process.setChildProcessModifier([] { ::close(1); }); });
    QVERIFY2(exported.code == 0, qPrintable(exported.err));
    QCOMPARE(
        program({"export", "--session", "s.splitee", "1", "--out", "f.csv"}, folder.path()).code,
        0);
    QVERIFY(bytesOf(folder.filePath("e.csv")) == bytesOf(folder.filePath("f.csv")));
}

void TestOutput::aDashIsStdout_data() {
    QTest::addColumn<QString>("arguments");  // OUT stands for the file
    QTest::addColumn<QString>("file");
    const auto row = [](const char* arguments, const char* file) {
        QTest::newRow(arguments) << arguments << file;
    };
    row("export --session s.splitee 2 --out OUT", "o.csv");
    row("report s.splitee -o OUT", "o.md");
    row("calibrate --table t.csv --validation t.csv --out OUT", "o.json");
    row("curves --table t.csv --seeds 2 --csv OUT", "o.csv");
    row("curves --table t.csv --seeds 2 --svg OUT", "o.svg");
    row("regime --table t.csv --seeds 1 --mu-lambda 0.1,0.2 --offload 1 --csv OUT", "o.csv");
    row("regime --table t.csv --seeds 1 --mu-lambda 0.1,0.2 --offload 1 --svg OUT", "o.svg");
    row("drift --table t.csv --seeds 2 --schedule offload=2@100 --csv OUT", "o.csv");
    row("run --table t.csv --seeds 1 --rounds-csv OUT", "o.csv");
    row("table export t.csv OUT", "o.csv");
}

void TestOutput::aDashIsStdout() {
    QFETCH(QString, arguments);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    makeOutputSession(folder);
    QString named = arguments, dashed = arguments;
    const auto toFile = program(splitWords(named.replace("OUT", file)), folder.path());
    QVERIFY2(toFile.code == 0, qPrintable(toFile.err));
    const auto toStdout = program(splitWords(dashed.replace("OUT", "-")), folder.path());
    QVERIFY2(toStdout.code == 0, qPrintable(toStdout.err));
    QVERIFY(!QFile::exists(folder.filePath("-")));
    QCOMPARE(toStdout.out.toStdString(), bytesOf(folder.filePath(file)));
    QVERIFY(!toStdout.out.isEmpty());
    const auto full = withStdout(splitWords(dashed), folder.path(), [](QProcess& process) {
        process.setStandardOutputFile("/dev/full");
    });
    QVERIFY2(full.code == 1 && full.err.contains("No space left on device"), qPrintable(full.err));
}

void TestOutput::stdoutTakesOneThing_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* arguments, const char* says) {
        QTest::newRow(arguments) << arguments << says;
    };
    row("curves --table t.csv --csv - --svg -", "--csv and --svg both write to standard output");
    row("curves --table t.csv --csv - --json", "--csv and --json both write to standard output");
    row("regime --table t.csv --svg - --json", "--svg and --json both write to standard output");
    row("drift --table t.csv --schedule offload=2@100 --csv - --json",
        "--csv and --json both write to standard output");
    row("run --table t.csv --rounds-csv - --json",
        "--rounds-csv and --json both write to standard output");
    row("run --table t.csv --rounds-csv -", "only one run fits on standard output");
    row("calibrate --table t.csv --validation t.csv --out - --json",
        "--out and --json both write to standard output");
    row("merge s.splitee --out -", "cannot go to standard output");
    row("check s.splitee --recover -", "cannot go to standard output");
    row("run --table t.csv --session -", "cannot go to standard output");
    row("train --dataset signs --out -", "cannot go to standard output");
}

void TestOutput::stdoutTakesOneThing() {
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeOutputSession(folder);
    const auto done = program(splitWords(arguments), folder.path());
    QVERIFY2(done.code == 2, qPrintable(QString::number(done.code) + " " + done.err));
    QVERIFY2(done.err.contains(says) && done.err.count('\n') == 1, qPrintable(done.err));
    QVERIFY(done.out.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath("-")));
}

void TestOutput::namesAreEscaped_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    const char* escaped = "a\\x1b[31m\\u009b\\u202ez\\nq";
    QTest::newRow("runs") << "runs --session s.splitee" << escaped;
    QTest::newRow("show") << "show --session s.splitee 1" << escaped;
    QTest::newRow("runs --json") << "runs --session s.splitee --json"
                                 << "a\\u001b[31m\\u009b\\u202ez\\nq";
    const char* replaced = "a\uFFFD[31m\uFFFD\uFFFDz q";
    for (const char* format : {"html", "md", "tex"})
        QTest::newRow(format) << QString("report s.splitee -o - --format ") + format
                              << QString::fromUtf8(replaced).replace(
                                     "[", QLatin1String(format) == "md" ? "\\[" : "[");
    QTest::newRow("error") << "table info NAME" << escaped;
    QTest::newRow("unknown verb") << "NAME" << escaped;
}

void TestOutput::namesAreEscaped() {
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeOutputSession(folder);
    const QString name = QString::fromUtf8("a\x1b[31m\u009b\u202ez\nq");
    {
        auto session = splitee::Session::open(folder.filePath("s.splitee").toStdString());
        for (int run = 1; run <= 3; ++run)
            QVERIFY(session->marks().set(
                run, {name.toStdString(), true, name.toStdString(), name.toStdString(), false}));
    }
    QStringList words = splitWords(arguments);
    words.replaceInStrings("NAME", name);
    const auto done = program(words, folder.path());
    const QString all = done.out + done.err;
    QVERIFY2(all.contains(says), qPrintable(all.left(3000)));
    for (const QChar c : all)
        QVERIFY2(c == '\n' || (c.category() != QChar::Other_Control &&
                               (c.category() != QChar::Other_Format)),
                 qPrintable(QString::number(c.unicode(), 16)));
}

void TestOutput::readingASessionLeavesNothingBesideIt_data() {
    QTest::addColumn<QString>("arguments");
    for (const char* arguments :
         {"runs --session s.splitee", "runs --session s.splitee --digest",
          "show --session s.splitee 1", "export --session s.splitee 1 --out e.csv",
          "check s.splitee", "again --session s.splitee 1", "report s.splitee -o r.html",
          "merge s.splitee --out m.splitee", "run --table s.splitee#1 --seeds 1"})
        QTest::newRow(arguments) << arguments;
}

void TestOutput::readingASessionLeavesNothingBesideIt() {
    QFETCH(QString, arguments);
    const QTemporaryDir folder;
    makeOutputSession(folder);
    QCOMPARE(besideSession(folder), QStringList());
    const std::string before = bytesOf(folder.filePath("s.splitee"));
    QCOMPARE(program(splitWords(arguments), folder.path()).code, 0);
    QCOMPARE(besideSession(folder), QStringList());
    QVERIFY(bytesOf(folder.filePath("s.splitee")) == before);
    // Of one who writes at the same time nothing is taken away.
    {
        auto writer = splitee::Session::open(folder.filePath("s.splitee").toStdString());
        QVERIFY(writer && writer->marks().set(1, {"named", false, "", "", false}));
        QCOMPARE(besideSession(folder), (QStringList{"s.splitee-shm", "s.splitee-wal"}));
        QCOMPARE(program(splitWords(arguments), folder.path()).code, 0);
        QCOMPARE(besideSession(folder), (QStringList{"s.splitee-shm", "s.splitee-wal"}));
        QVERIFY(writer->marks().set(2, {"named too", false, "", "", false}));
    }
    QCOMPARE(besideSession(folder), QStringList());
    auto kept = splitee::Session::openReadOnly(folder.filePath("s.splitee").toStdString());
    QCOMPARE(kept->runs().find(2)->marks.name, std::string("named too"));
}

// The program's main thread has an exception barrier, too: std::bad_alloc becomes a sentence.
void TestOutput::aFullMemoryIsSaid() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("skipped: a sanitizer's own memory does not fit below the limit");
#endif
    constexpr int kRows = 1'000'000, kExits = 12, kLimitKiB = 220'000;  // 160 MB of numbers
    const QTemporaryDir folder;
    QByteArray text("sample,label");
    for (const char* column : {",conf_", ",pred_"})
        for (int exit = 1; exit <= kExits; ++exit) text += column + QByteArray::number(exit);
    QByteArray rest(",1");
    for (int exit = 0; exit < kExits; ++exit) rest += ",0.5";
    for (int exit = 0; exit < kExits; ++exit) rest += ",1";
    text += '\n';
    for (int row = 0; row < kRows; ++row) text += QByteArray::number(row) + rest + '\n';
    QFile file(folder.filePath("large.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(
        "sh",
        {"-c", QStringLiteral("ulimit -v %1; exec \"$0\" table info large.csv").arg(kLimitKiB),
         QStringLiteral(SPLITEE_PROGRAM)});
    QVERIFY(process.waitForFinished(300'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(),
             QByteArray("splitee: there is not enough memory for this\n"));
}
