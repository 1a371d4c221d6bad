// SPDX-License-Identifier: GPL-3.0-or-later
// What is unknown on the command line is said in the order it was typed, with what may be meant.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "cli_tests.h"
#include "program.h"

using namespace splitee::test;

void TestUnknownWords::whatIsUnknownIsSaidInOrder_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* arguments, const char* says) {
        QTest::newRow(arguments) << arguments << says;
    };
    row("run --table t.csv --alhpa .5",
        "splitee run does not know --alhpa (did you mean --alpha?), .5; see splitee run --help");
    row("run --alhpa=.5 --table t.csv --bta=2",
        "splitee run does not know --alhpa=.5 (did you mean --alpha?), --bta=2 (did you mean "
        "--beta?); see splitee run --help");
    row("regime --tabel t.csv",
        "splitee regime does not know --tabel (did you mean --table?), t.csv; see splitee regime "
        "--help");
    row("regime", "see splitee regime --help");
    row("table inof t.csv",
        "unknown verb 'inof' of splitee table: did you mean info? valid are build, import, export "
        "or info");
    row("table info t.csv --jsn",
        "splitee table info does not know --jsn (did you mean --json?); see splitee table info "
        "--help");
    row("run --table t.csv --zzzzzzzzzzzzzzzz", "does not know --zzzzzzzzzzzzzzzz; see splitee");
    row("runs s.splitee --sesion x.splitee", "(did you mean --session?)");
    row("--vresion", "splitee does not know --vresion (did you mean --version?)");
}

void TestUnknownWords::whatIsUnknownIsSaidInOrder() {
    QFETCH(QString, arguments);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const auto done = program(arguments.split(' '), folder.path());
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(says) && done.err.count('\n') == 1, qPrintable(done.err));
}

namespace {

void makeFile(const QTemporaryDir& folder, const char* name, const QByteArray& content = "x") {
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

}  // namespace

void TestUnknownWords::aFileThatStandsAloneIsRecognised() {
    const QTemporaryDir folder;
    const std::pair<const char*, const char*> files[] = {{"mine.csv", "--table mine.csv"},
                                                         {"mine.mee", "--model mine.mee"},
                                                         {"mine.json", "--experiment mine.json"}};
    for (const auto& [name, says] : files) {
        makeFile(folder, name);
        const auto done = program({"run", name}, folder.path());
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(QStringLiteral("(did you mean %1?)").arg(says)),
                 qPrintable(done.err));
    }
    const auto none = program({"run", "none.csv"}, folder.path());
    QVERIFY2(!none.err.contains("did you mean"), qPrintable(none.err));
}

void TestUnknownWords::numbersAndPartsAreExplained() {
    const QTemporaryDir folder;
    const std::pair<QStringList, const char*> cases[] = {
        {{"--alpha", "0,7"},
         "--alpha needs a number, but '0,7' is none: write a decimal point, as in 0.7"},
        {{"--alpha", "a,b"}, "--alpha needs a number, but 'a,b' is none; see"},
        {{"--model", "builtin:signs", "--dataset", "signs", "--part", "trian"},
         "unknown part 'trian': did you mean train? valid are"}};
    for (const auto& [arguments, says] : cases) {
        const auto done = program(QStringList{"run"} + arguments, folder.path());
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(says), qPrintable(done.err));
    }
}

// Hours of training may lie there.
void TestUnknownWords::whatIsThereIsNotReplaced() {
    const QTemporaryDir folder;
    const QStringList train{"train", "--dataset", "signs", "--out", "mine.mee"};
    for (const char* name : {"mine.mee", "mine.mee.checkpoint"}) {
        makeFile(folder, name, "kept");
        const auto done = program(train, folder.path());
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(QString(name) + " exists already"), qPrintable(done.err));
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("kept"));
        QVERIFY(file.remove());
    }
}

void TestUnknownWords::aMistypedSessionIsNotMade() {
    const QTemporaryDir folder;
    for (const QStringList& arguments :
         {QStringList{"resume", "nosuch.splitee"}, QStringList{"resume", "nosuch.splitee", "3"},
          QStringList{"resume", "--session", "nosuch.splitee"}}) {
        const auto done = program(arguments, folder.path());
        QCOMPARE(done.code, 1);
        QVERIFY2(done.err.contains("nosuch.splitee: there is no such file"), qPrintable(done.err));
        QVERIFY(!QFile::exists(folder.filePath("nosuch.splitee")));
    }
}

void TestUnknownWords::samplesThatRepeatAreSaid() {
    const QTemporaryDir folder;
    makeFile(folder, "t.csv",
             "sample,label,conf_1,conf_2,pred_1,pred_2\n0,1,0.6,0.9,1,1\n1,0,0.9,0.9,0,0\n");
    const QStringList run{"run", "--table", "t.csv", "--policy", "final", "--rounds"};
    const auto more = program(run + QStringList{"5"}, folder.path());
    QCOMPARE(more.code, 0);
    QVERIFY2(more.err.contains("5 rounds over 2 samples: the samples repeat"),
             qPrintable(more.err));
    QVERIFY(!program(run + QStringList{"2"}, folder.path()).err.contains("repeat"));
}
