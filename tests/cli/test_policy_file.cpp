// SPDX-License-Identifier: GPL-3.0-or-later
// splitee run --policy-file: a run by the file that a device plays.
#include <QTemporaryDir>
#include <QTest>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

void makePolicyFiles(const QTemporaryDir& folder) {
    splitee::ExitTable table = madeTable(500, 3, 7);
    table.depth = splitee::unitDepths(3);
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), table).has_value());
    const std::string shared = R"("rules": 2, "mu": 0.05, "lambda1": 1, "lambda2": 0.2,
        "compute_per_layer": "1,2,3", "alpha": 0.6)";
    put(folder.filePath("p.json"),
        R"({"policy": "sw-ucb", "offload": 3, "window": 80, )" + shared + "}");
    put(folder.filePath("layers.json"),
        R"({"policy": "splitee-s", "offload_per_layer": "4,3,0", "temperature": "1.5", )" + shared +
            "}");
    put(folder.filePath("five.json"),
        R"({"policy": "final", "rules": 2, "mu": 0, "lambda1": 1, "lambda2": 0, "offload": 1,
            "compute_per_layer": "1,2,3,4,5", "alpha": 0.5})");
    put(folder.filePath("best.json"), R"({"policy": "best", "offload": 3, )" + shared + "}");
    put(folder.filePath("e.json"), R"({"source": {"table": "t.exits"}, "experiment": {}})");
    put(folder.filePath("costs.json"), "{}");
}

const QStringList kByFile{"run", "--table", "t.exits", "--policy-file", "p.json"};

}  // namespace

void TestPolicyFile::aFileIsPlayedAsItsFlagsAre() {
    const QTemporaryDir folder;
    makePolicyFiles(folder);
    const QStringList shared{"--mu",      "0.05", "--lambda1",           "1",
                             "--lambda2", "0.2",  "--compute-per-layer", "1,2,3",
                             "--alpha",   "0.6"};
    const auto played = [&](const QStringList& arguments) {
        const auto done = program(
            QStringList{"run", "--table", "t.exits", "--order", "file", "--seeds", "1", "--rounds",
                        "900", "--rounds-csv", "-", "--schedule", "offload_factor=3@400"} +
                arguments,
            folder.path());
        return done.code == 0 ? done.out : done.err;
    };
    const QString one = played({"--policy-file", "p.json"});
    QVERIFY2(one.startsWith("round,"), qPrintable(one));
    QCOMPARE(one, played(shared +
                         QStringList{"--policy", "sw-ucb", "--offload", "3", "--window", "80"}));
    QVERIFY(one != played({"--policy", "sw-ucb"}));
    // A flag that says what the file says is fine.
    QCOMPARE(one, played({"--policy-file", "p.json", "--alpha", "0.60", "--policy", "sw-ucb"}));
    const QString layers = played({"--policy-file", "layers.json"});
    QVERIFY2(layers.startsWith("round,"), qPrintable(layers));
    QCOMPARE(layers, played(shared + QStringList{"--policy", "splitee-s", "--offload-per-layer",
                                                 "4,3,0", "--temperature", "1.5"}));
}

void TestPolicyFile::whatContradictsTheFileIsOneSentence_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("alpha") << kByFile + QStringList{"--alpha", "0.5"}
                           << "--alpha says 0.5, but the policy of p.json plays by 0.6";
    QTest::newRow("policy") << kByFile + QStringList{"--policy", "splitee"}
                            << "--policy says 'splitee', but the policy of p.json plays by "
                               "'sw-ucb'";
    QTest::newRow("a default") << kByFile + QStringList{"--beta", "2"}
                               << "--beta says 2, but the policy of p.json plays by 1";
    QTest::newRow("costs") << kByFile + QStringList{"--costs", "costs.json"}
                           << "--costs and --policy-file exclude each other";
    QTest::newRow("one offload")
        << QStringList{"run",         "--table",   "t.exits", "--policy-file",
                       "layers.json", "--offload", "5"}
        << "but layers.json has one for each";
    QTest::newRow("an experiment")
        << QStringList{"run", "--experiment", "e.json", "--policy-file", "p.json"}
        << "--experiment and --policy-file exclude each other";
    QTest::newRow("other layers") << QStringList{"run", "--table", "t.exits", "--policy-file",
                                                 "five.json"}
                                  << "compute_per_layer has 5 values, but the source has 3 layers";
    QTest::newRow("for tables only")
        << QStringList{"run", "--table", "t.exits", "--policy-file", "best.json"}
        << "policy file best.json: policy 'best'";
    QTest::newRow("no file") << QStringList{"run", "--table", "t.exits", "--policy-file", "x.json"}
                             << "cannot read policy file x.json";
    QTest::newRow("no policy") << QStringList{"run", "--table", "t.exits", "--policy-file",
                                              "e.json"}
                               << "'source' holds a list or an object";
}

void TestPolicyFile::whatContradictsTheFileIsOneSentence() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makePolicyFiles(folder);
    const auto done = program(arguments, folder.path());
    QCOMPARE(done.code, 2);
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QCOMPARE(done.err.count('\n'), 1);
    QVERIFY(done.out.isEmpty());
}
