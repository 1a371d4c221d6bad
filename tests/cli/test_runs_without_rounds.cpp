// SPDX-License-Identifier: GPL-3.0-or-later
// again and report on runs whose rounds were not kept.
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

void TestRunsWithoutRounds::figuresAreRepeatedAndReported() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(500, 5, 7))
                .has_value());
    const auto swept =
        program({"sweep", "--session", "s.splitee", "--table", "t.exits", "--policy",
                 "splitee,splitee-s", "--seeds", "3", "--rounds", "400", "--axis", "offload=1,5"},
                folder.path());
    QVERIFY2(swept.code == 0, qPrintable(swept.err));
    const auto repeated = program({"again", "s.splitee", "1"}, folder.path());
    QVERIFY2(repeated.code == 0 && repeated.out.contains("identical figures over"),
             qPrintable(repeated.out + repeated.err));
    QCOMPARE(program({"report", "s.splitee", "--json"}, folder.path()).code, 0);
    const auto told = program({"report", "s.splitee", "-o", "r.html"}, folder.path());
    QVERIFY2(told.code == 0 && told.err.contains("no rounds, so there are no curves"),
             qPrintable(told.err));
    const auto curves = program({"report", "s.splitee", "-o", "r.html", "--curves"}, folder.path());
    QVERIFY2(curves.code == 0 && curves.err.isEmpty(), qPrintable(curves.err));
    SQLite::Database(folder.filePath("s.splitee").toStdString(), SQLite::OPEN_READWRITE)
        .exec("UPDATE run SET summary = replace(summary, '\"cost_mean\":', '\"cost_mean\":1')");
    const auto other = program({"again", "s.splitee", "1"}, folder.path());
    QVERIFY2(other.code == 1 && other.out.contains("differs: cost per sample 1"),
             qPrintable(other.out + other.err));
    const auto refused =
        program({"report", "s.splitee", "-o", "r.html", "--curves"}, folder.path());
    QVERIFY2(refused.code == 1 && refused.err.contains("comes to other figures"),
             qPrintable(refused.err));
}
