// SPDX-License-Identifier: GPL-3.0-or-later
// What is unknown on the command line is said in the order it was typed, with what may be meant.
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
