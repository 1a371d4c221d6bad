// SPDX-License-Identifier: GPL-3.0-or-later
// splitee advise: what to take home, as text, Markdown, JSON and a policy file.
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

void makeAdviceFiles(const QTemporaryDir& folder) {
    splitee::ExitTable table = madeTable(500, 3, 7);
    table.depth = splitee::unitDepths(3);
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), table).has_value());
    QVERIFY(splitee::writeTableFile(folder.filePath("one.exits").toStdString(), madeTable(50, 1, 1))
                .has_value());
    put(folder.filePath("p.json"), R"({"device_ms": [2, 4, 6], "exit_ms": 1, "cloud_factor": 2,
        "cut_bytes": [5000, 1000], "megabits_per_second": 8, "round_trip_ms": 10})");
    put(folder.filePath("energy.json"), R"({"device_ms": [2, 4, 6], "unit": "energy",
        "cut_bytes": [5000, 1000], "energy_per_ms": 2, "energy_per_byte": 0.01})");
}

const QStringList kAdvise{"advise", "--table", "t.exits", "--mu",      "0.05", "--seeds",
                          "3",      "--alpha", "0.3,0.6", "--offload", "2"};

}  // namespace

void TestAdvise::theAdviceIsPrintedWrittenAndPlayed() {
    const QTemporaryDir folder;
    makeAdviceFiles(folder);
    const QStringList asked = kAdvise + QStringList{"--min-accuracy", "45"};
    const auto told =
        program(asked + QStringList{"--out", "a.md", "--out-policy", "a.json"}, folder.path());
    QVERIFY2(told.code == 0, qPrintable(told.err));
    QVERIFY2(told.out.contains("goal: an accuracy of at least 45 %"), qPrintable(told.out));
    QVERIFY2(told.out.contains("does as well as"), qPrintable(told.out));
    const QString page = QString::fromStdString(bytesOf(folder.filePath("a.md")));
    QVERIFY2(page.startsWith("# Advice for t.exits\n"), qPrintable(page));
    QVERIFY(page.contains("| split at layer 1 |") && page.contains("| SplitEE-S |"));
    const auto json = jsonOf(program(asked + QStringList{"--json"}, folder.path()));
    QCOMPARE(json["candidates"].toArray().size(), 2 * (2 + 2) + 1);
    QCOMPARE(json["fixed_does"].toBool(), true);
    for (const QJsonValue& line : json["sentences"].toArray())
        QVERIFY2(page.contains(line.toString()) && told.out.contains(line.toString()),
                 qPrintable(line.toString()));
    const auto threads = program(asked + QStringList{"--json", "--threads", "1"}, folder.path());
    QCOMPARE(jsonOf(threads), json);

    const auto played =
        program({"run", "--table", "t.exits", "--policy-file", "a.json", "--seeds", "3", "--json"},
                folder.path());
    QVERIFY2(played.code == 0, qPrintable(played.err));
    const auto figures = jsonOf(played)["policies"].toObject().begin().value().toObject();
    for (const char* figure : {"accuracy", "cost_mean"})
        QCOMPARE(figures[figure].toObject()["mean"].toDouble(),
                 json["advised"].toObject()[figure].toObject()["mean"].toDouble());
}

void TestAdvise::aLatencyIsACostByTheProfile() {
    const QTemporaryDir folder;
    makeAdviceFiles(folder);
    const QStringList asked{"advise",  "--table", "t.exits", "--costs", "p.json",
                            "--seeds", "2",       "--alpha", "0.3,0.6"};
    const auto inMs =
        jsonOf(program(asked + QStringList{"--max-latency-ms", "10", "--json"}, folder.path()));
    const auto inLambda =
        jsonOf(program(asked + QStringList{"--max-cost", "2.5", "--json"}, folder.path()));
    QCOMPARE(inMs["lambda_ms"].toDouble(), 4.0);  // a stage's mean
    QCOMPARE(inMs["goal"].toObject()["cost_ceiling"].toDouble(), 2.5);
    QVERIFY(inMs["advised"].isObject());
    QCOMPARE(inMs["advised"], inLambda["advised"]);
    const auto told = program(asked + QStringList{"--max-latency-ms", "10"}, folder.path());
    QVERIFY2(told.out.contains("2.5 lambda a sample, 10 ms"), qPrintable(told.out));
}

void TestAdvise::whatMakesNoSenseIsOneSentence_data() {
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("says");
    const auto row = [](const QStringList& more, const char* says) {
        QTest::newRow(qPrintable(more.join(' '))) << more << says;
    };
    row({"--min-accuracy", "0.9"}, "--min-accuracy is in %: write 90 for 0.9");
    row({"--min-accuracy", "101"}, "must be between 0 and 100");
    row({"--min-accuracy", "90", "--max-cost", "3"}, "exclude each other");
    row({"--max-latency-ms", "10"}, "needs --costs");
    row({"--max-latency-ms", "10", "--costs", "energy.json"}, "is of energy");
    row({"--max-latency-ms", "10", "--costs", "p.json", "--lambda2", "1"}, "leave out --lambda2");
    row({"--alpha", "0.5..0.9"}, "without steps");
    row({"--alpha", "0.5,1.2"}, "alpha");
    row({"--alpha", "x"}, "alpha");
    row({"--policy", "oracle"}, "policy 'oracle'");
    row({"--policy", "splitie"}, "did you mean splitee?");
    row({"--table", "one.exits"}, "a single exit");
    row({"--out", "-", "--json"}, "standard output");
    row({"--side", "released"}, "side 'released'");
}

void TestAdvise::whatMakesNoSenseIsOneSentence() {
    QFETCH(QStringList, more);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeAdviceFiles(folder);
    QStringList arguments{"advise"};
    if (!more.contains("--table"))
        arguments << "--table"
                  << "t.exits";
    const auto done = program(arguments + QStringList{"--seeds", "2"} + more, folder.path());
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QCOMPARE(done.err.count('\n'), 1);
    QVERIFY(done.out.isEmpty());
}
