// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

// made-clean.exits and made-blur-1.exits: the same samples, the second with unsure early exits;
// one.exits: a single exit.
void makeTables(const QTemporaryDir& folder) {
    splitee::ExitTable table = madeTable(2000, 5, 1);
    table.depth = splitee::unitDepths(5);
    put(folder.filePath("made-clean.exits"), splitee::encodeTable(table));
    for (std::size_t k = 0; k < table.confidence.size(); ++k)
        if (k % 5 < 3) table.confidence[k] *= .5;
    put(folder.filePath("made-blur-1.exits"), splitee::encodeTable(table));
    splitee::ExitTable other = madeTable(1999, 5, 1);
    other.depth = table.depth;
    put(folder.filePath("other-clean.exits"), splitee::encodeTable(other));
    put(folder.filePath("one.exits"), splitee::encodeTable(madeTable(50, 1, 1)));
    put(folder.filePath("empty.csv"), "sample,label,conf_1,conf_2,pred_1,pred_2\n");
}

}  // namespace

void TestDrift::driftSaysHowSoonPoliciesAdapt() {
    const QTemporaryDir folder;
    makeTables(folder);
    const QStringList arguments{"drift",
                                "--table",
                                "made-clean.exits",
                                "--schedule",
                                "blur:1@4000, offload=0.5@8000",
                                "--rounds",
                                "12000",
                                "--seeds",
                                "4",
                                "--policy",
                                "best,fixed,splitee,sw-ucb",
                                "--mu",
                                "0.05",
                                "--json",
                                "--csv",
                                "drift.csv"};
    const Finished drift = program(arguments, folder.path());
    QVERIFY2(drift.code == 0, qPrintable(drift.err));
    const QJsonArray all = QJsonDocument::fromJson(drift.out.toUtf8())["adaptations"].toArray();
    QCOMPARE(all.size(), 8);  // 4 policies, 2 switches
    QCOMPARE(all[0]["switch_round"].toInt(), 4000);
    QCOMPARE(all[1]["switch_round"].toInt(), 8000);
    for (const QJsonValue& one : all)
        if (!one["rounds"].isNull())
            QVERIFY(one["rounds"].toInt() >= 200 &&
                    one["rounds"].toInt() <= one["segment_rounds"].toInt());
    QVERIFY(
        bytesOf(folder.filePath("drift.csv")).starts_with("policy,switch_round,segment_rounds,"));
    QStringList single = arguments;
    single << "--threads"
           << "1";
    QCOMPARE(program(single, folder.path()).out, drift.out);
}

void TestDrift::aRunUnderAScheduleIsKeptAndRepeated() {
    const QTemporaryDir folder;
    makeTables(folder);
    const QStringList arguments{"run",
                                "--table",
                                "made-clean.exits",
                                "--schedule",
                                "blur:1@500..900, offload=8@1000",
                                "--policy",
                                "splitee-s",
                                "--offload",
                                "1",
                                "--seeds",
                                "1",
                                "--session",
                                "s.splitee",
                                "--rounds-csv",
                                "a.csv"};
    QCOMPARE(program(arguments, folder.path()).code, 0);
    const Finished shown = program({"show", "--session", "s.splitee", "1"}, folder.path());
    QVERIFY2(shown.out.contains("blur:1@500..900, offload=8@1000"), qPrintable(shown.out));
    QStringList again = arguments;
    again.last() = "b.csv";
    QCOMPARE(program(again, folder.path()).code, 0);
    QVERIFY(bytesOf(folder.filePath("a.csv")) == bytesOf(folder.filePath("b.csv")));
    QStringList plain = arguments;
    plain[4] = "offload=1@1000";
    plain.last() = "c.csv";
    QCOMPARE(program(plain, folder.path()).code, 0);
    QVERIFY(bytesOf(folder.filePath("a.csv")) != bytesOf(folder.filePath("c.csv")));
}

void TestDrift::senselessPoliciesAndSchedulesAreRefusedInOneSentence_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const QStringList run{"run", "--table", "made-clean.exits", "--seeds", "1"};
    QTest::newRow("alpha 1.5") << run + QStringList{"--alpha", "1.5"} << "alpha is 1.5";
    QTest::newRow("window 0") << run + QStringList{"--policy", "sw-ucb", "--window", "0"}
                              << "window is 0";
    QTest::newRow("discount 0") << run + QStringList{"--policy", "d-ucb", "--discount", "0"}
                                << "discount is 0";
    QTest::newRow("odd detection window")
        << run + QStringList{"--policy", "m-ucb", "--detection-window", "7"}
        << "give an even number";
    QTest::newRow("exploration share")
        << run + QStringList{"--policy", "cusum-ucb", "--explore", "2"} << "explore is 2";
    QTest::newRow("no thresholds")
        << run + QStringList{"--policy", "joint", "--threshold-arms", "0"} << "threshold_arms is 0";
    QTest::newRow("adaee at the final exit")
        << run + QStringList{"--policy", "adaee", "--fixed-layer", "5"}
        << "adaee needs an exit before the final one";
    QTest::newRow("adaee with one exit")
        << QStringList{"run", "--table", "one.exits", "--policy", "adaee"}
        << "the source has 1 exit";
    QTest::newRow("cascade beyond the network")
        << run + QStringList{"--policy", "confidence-cascade-offload", "--fixed-layer", "9"}
        << "the source has 5 exits";
    QTest::newRow("entropy unknown")
        << run + QStringList{"--policy", "entropy-cascade"} << "need the entropy of every exit";
    QTest::newRow("unknown policy")
        << run + QStringList{"--policy", "ucb-tunned"} << "did you mean ucb-tuned?";
    QTest::newRow("unknown table")
        << QStringList{"run", "--table", "nowhere.exits"} << "nowhere.exits";
    QTest::newRow("empty table") << QStringList{"run", "--table", "empty.csv"} << "no samples";
    QTest::newRow("unknown source")
        << run + QStringList{"--schedule", "snow:3@100"} << "cannot switch to 'snow:3'";
    QTest::newRow("source of other samples")
        << run + QStringList{"--schedule", "other-clean.exits@100"}
        << "they differ in their samples";
    QTest::newRow("ramp beyond the end") << run + QStringList{"--schedule", "offload=8@1000..9000"}
                                         << "reaches beyond the end: a run has 2000 rounds";
    QTest::newRow("schedule of alpha 1.5")
        << run + QStringList{"--schedule", "alpha=1.5@10"} << "alpha is 1.5";
    QTest::newRow("schedule key") << run + QStringList{"--schedule", "ofload=1@10"}
                                  << "did you mean offload?";
    QTest::newRow("schedule without round")
        << run + QStringList{"--schedule", "offload=1"} << "cannot be read";
    QTest::newRow("drift of nothing")
        << QStringList{"drift", "--table", "made-clean.exits"} << "drift needs --schedule";
    QTest::newRow("drift without a switch")
        << QStringList{"drift", "--table", "made-clean.exits", "--schedule", "offload=5@0"}
        << "nothing changes";
    QTest::newRow("drift over too long a window")
        << QStringList{"drift",      "--table",      "made-clean.exits",
                       "--schedule", "offload=8@10", "--adapt-window",
                       "5000"}
        << "window is 5000";
    QTest::newRow("drift finer than a run is read")
        << QStringList{"drift",      "--table",      "made-clean.exits", "--rounds", "10000000",
                       "--schedule", "offload=8@10", "--adapt-window",   "10"}
        << "need one of at least 510";
    QTest::newRow("drift of policies without splits")
        << QStringList{"drift", "--table",    "made-clean.exits", "--policy",
                       "joint", "--schedule", "offload=8@10"}
        << "none of the policies given (joint)";
    QTest::newRow("drift with one exit")
        << QStringList{"drift", "--table", "one.exits", "--schedule", "offload=8@2"}
        << "single exit";
    QTest::newRow("best over a ramp without end")
        << run + QStringList{"--policy",      "best",       "--rounds",
                             "1000000000000", "--schedule", "offload=8@1..1000000000000"}
        << "more than 1,000,000";
    QTest::newRow("session without a name")
        << run + QStringList{"--session", ""} << "needs the name of a file";
    QTest::newRow("number without a number")
        << run + QStringList{"--alpha", ""} << "needs a number";
}

void TestDrift::senselessPoliciesAndSchedulesAreRefusedInOneSentence() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeTables(folder);
    const Finished refused = program(arguments, folder.path());
    QVERIFY(refused.code == 1 || refused.code == 2);
    QVERIFY2(refused.err.contains(says), qPrintable(refused.err));
    QCOMPARE(refused.err.count('\n'), 1);
}
