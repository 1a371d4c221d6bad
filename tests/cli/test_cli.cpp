// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <array>

#include "../engine/made_tables.h"
#include "../engine/reference.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/session/session.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"
#include "tests/subjects_main.h"

using namespace splitee::test;

namespace {}  // namespace

void TestCli::everyVerbExplainsItself_data() {
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << ""
                          << "Exit codes";
    QTest::newRow("train") << "train"
                           << "--resume";
    QTest::newRow("eval") << "eval"
                          << "--distortion";
    QTest::newRow("model info") << "model info"
                                << "bytes at each cut";
    QTest::newRow("table build") << "table build"
                                 << "--out";
    QTest::newRow("table import") << "table import"
                                  << "published layout";
    QTest::newRow("table export") << "table export"
                                  << "builtin:NAME";
    QTest::newRow("table info") << "table info"
                                << "--json";
    QTest::newRow("calibrate") << "calibrate"
                               << "--validation";
    QTest::newRow("regime") << "regime"
                            << "LOW..HIGH/COUNT";
    QTest::newRow("curves") << "curves"
                            << "pseudo_regret";
    QTest::newRow("advise") << "advise"
                            << "--out-policy";
    QTest::newRow("run") << "run"
                         << "i-splitee";
    QTest::newRow("sweep") << "sweep"
                           << "--shard";
    QTest::newRow("again") << "again"
                           << "identical";
    QTest::newRow("resume") << "resume"
                            << "bit for bit";
    QTest::newRow("merge") << "merge"
                           << "--out";
    QTest::newRow("runs") << "runs"
                          << "--digest";
    QTest::newRow("show") << "show"
                          << "--session";
    QTest::newRow("reproduce") << "reproduce"
                               << "--stream";
    QTest::newRow("mark") << "mark"
                          << "--untag";
    QTest::newRow("list") << "list"
                          << "policies";
    QTest::newRow("export") << "export"
                            << "--out";
}

void TestCli::everyVerbExplainsItself() {
    QFETCH(QString, verb);
    QFETCH(QString, says);
    const auto help = program(verb.split(' ', Qt::SkipEmptyParts) << "--help");
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains(says), qPrintable(help.out));
    QVERIFY(help.err.isEmpty());
}

void TestCli::theRoundsOfAFileEqualTheSlowReference_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    QTest::newRow("splitee") << "splitee"
                             << "none";
    for (const char* side : {"released", "observed", "corrected"})
        QTest::addRow("splitee-s %s", side) << "splitee-s" << side;
}

void TestCli::theRoundsOfAFileEqualTheSlowReference() {
    QFETCH(QString, policy);
    QFETCH(QString, side);
    const QTemporaryDir folder;
    auto table = madeTable(5000, 6, 77);
    table.depth = splitee::unitDepths(6);  // CSV holds no depths
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), table).has_value());
    QStringList arguments{"run",  "--table",   "t.csv", "--policy",     policy,   "--mu",
                          "0.04", "--lambda2", "0.25",  "--offload",    "2",      "--alpha",
                          "0.6",  "--beta",    "1",     "--order",      "file",   "--seeds",
                          "1",    "--rounds",  "0",     "--rounds-csv", "out.csv"};
    if (side != "none") arguments << "--side" << side;
    QCOMPARE(program(arguments, folder.path()).code, 0);

    ReferenceProblem p{6, table.depth, {}, .04, 1, .25, 2, .6, 1, policy == "splitee-s"};
    for (std::int64_t row = 0; row < table.samples(); ++row)
        p.confidence.emplace_back(table.confidencesOf(row).begin(), table.confidencesOf(row).end());
    const auto reference = referenceRounds(p, side.toStdString());
    const auto lines =
        QString::fromStdString(bytesOf(folder.filePath("out.csv"))).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.first(),
             QStringLiteral("round,sample,split_layer,exited,reward,cost,prediction,correct"));
    QCOMPARE(lines.size(), 5001);
    for (int t = 0; t < 5000; ++t) {
        const auto fields = lines[t + 1].split(',');
        const auto& expected = reference[static_cast<std::size_t>(t)];
        const int exit = expected.exited ? expected.split : 6;
        const int prediction = table.predictionsOf(t)[static_cast<std::size_t>(exit - 1)];
        QCOMPARE(fields[0].toInt(), t + 1);
        QCOMPARE(fields[1].toInt(), t);
        QCOMPARE(fields[2].toInt(), expected.split);
        QCOMPARE(fields[3].toInt(), expected.exited ? 1 : 0);
        QVERIFY(std::abs(fields[4].toDouble() - expected.reward) < 1e-9);
        QVERIFY(std::abs(fields[5].toDouble() - expected.cost) < 1e-9);
        QCOMPARE(fields[6].toInt(), prediction);
        QCOMPARE(fields[7].toInt(), prediction == table.label[static_cast<std::size_t>(t)] ? 1 : 0);
    }
}

void TestCli::theSameSeedGivesTheSameBytes() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), madeTable(500, 6, 7))
                .has_value());
    const auto run = [&](const char* out, const char* seed) {
        program({"run", "--table", "t.csv", "--policy", "splitee-s", "--seeds", "1", "--seed", seed,
                 "--rounds", "1500", "--rounds-csv", out},
                folder.path());
        return bytesOf(folder.filePath(out));
    };
    const auto a = run("a.csv", "5");
    QVERIFY(a.size() > 1000);
    QVERIFY(a == run("b.csv", "5"));
    QVERIFY(a != run("c.csv", "6"));
}

void TestCli::aPackedTableIsTheSameTable() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(300, 5, 7))
                .has_value());
    QCOMPARE(program({"table", "export", "t.exits", "p.exits", "--packed"}, folder.path()).code, 0);
    QCOMPARE(
        program({"table", "export", "t.exits", "r.exits", "--packed", "--rounded"}, folder.path())
            .code,
        0);
    const auto hashOf = [&](const char* name) {
        return jsonOf(program({"table", "info", name, "--json"}, folder.path()))["hash"].toString();
    };
    QVERIFY(!hashOf("t.exits").isEmpty());
    QCOMPARE(hashOf("p.exits"), hashOf("t.exits"));
    QVERIFY(hashOf("r.exits") != hashOf("t.exits"));
    const auto bytes = [&](const char* name) { return QFileInfo(folder.filePath(name)).size(); };
    QVERIFY(bytes("p.exits") < bytes("t.exits"));
    QVERIFY(bytes("r.exits") < bytes("p.exits"));
    const auto rounds = [&](const char* name) {
        return program({"run", "--table", name, "--seeds", "1", "--rounds-csv", "-"}, folder.path())
            .out;
    };
    QCOMPARE(rounds("p.exits"), rounds("t.exits"));
}

void TestCli::jsonHoldsEveryPromisedKey() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(300, 5, 7))
                .has_value());
    const auto done = program(
        {"run", "--table", "t.exits", "--policy", "splitee,final", "--seeds", "4", "--json"},
        folder.path());
    QCOMPARE(done.code, 0);
    const auto policies = jsonOf(done)["policies"].toObject();
    QCOMPARE(policies.keys(), (QStringList{"final", "splitee"}));
    for (const char* key :
         {"accuracy", "cost_mean", "cost_reduction_vs_final", "accuracy_change_vs_final",
          "offload_rate", "reward_mean", "regret", "rounds_per_second"}) {
        const auto figure = policies["splitee"].toObject()[key].toObject();
        QVERIFY2(figure["mean"].isDouble(), key);
        const auto interval = figure["ci95"].toArray();
        QVERIFY2(interval[0].toDouble() <= figure["mean"].toDouble() &&
                     figure["mean"].toDouble() <= interval[1].toDouble(),
                 key);
    }
    const auto pulls = policies["splitee"].toObject()["pulls"].toObject()["mean"].toArray();
    double total = 0;
    for (const auto& layer : pulls) total += layer.toDouble();
    QCOMPARE(pulls.size(), 5);
    QCOMPARE(total, 300.0);
    QCOMPARE(policies["final"].toObject()["cost_reduction_vs_final"].toObject()["mean"].toDouble(),
             0.0);
}

void TestCli::aCsvTableAndItsBinaryFormGiveTheSameRounds() {
    const QTemporaryDir folder;
    auto table = madeTable(400, 5, 3);
    table.depth = splitee::unitDepths(5);
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), table).has_value());
    QCOMPARE(program({"table", "import", "t.csv", "t.exits"}, folder.path()).code, 0);
    QCOMPARE(program({"table", "export", "t.exits", "u.csv"}, folder.path()).code, 0);
    QVERIFY(bytesOf(folder.filePath("t.csv")) == bytesOf(folder.filePath("u.csv")));
    for (const char* name : {"t.csv", "t.exits"})
        QCOMPARE(program({"run", "--table", name, "--seeds", "1", "--rounds-csv",
                          QString(name) + ".rounds"},
                         folder.path())
                     .code,
                 0);
    QVERIFY(bytesOf(folder.filePath("t.csv.rounds")) == bytesOf(folder.filePath("t.exits.rounds")));
}

void TestCli::publishedTablesAreImported() {
    if (qEnvironmentVariable("SPLITEE_DATA").isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    const QString traces = qEnvironmentVariable("SPLITEE_DATA") + "/traces/";
    const QTemporaryDir folder;
    const auto accuracyOf = [&](const char* file) {
        if (program({"table", "import", traces + file, "t.exits"}, folder.path()).code != 0)
            return QJsonArray();
        return jsonOf(program({"table", "info", "t.exits", "--json"},
                              folder.path()))["accuracy_per_exit"]
            .toArray();
    };
    const auto mobile = accuracyOf("cifar10-mobilenet-2exit/ee_data_branches.csv");
    QCOMPARE(mobile.size(), 2);
    QCOMPARE(mobile[0].toDouble(), .7915);
    QCOMPARE(mobile[1].toDouble(), .8291);
    const auto alex = accuracyOf("cifar10-alexnet-2exit/results_ee_alexnet_for_ucb_3.csv");
    QCOMPARE(alex[1].toDouble(), .9064);
    QCOMPARE(accuracyOf("sst2-bert-12exit/df_samples_0000-0581.csv").size(), 12);
    const auto refused = program(
        {"table", "import",
         traces + "imdb-elasticbert/Exit_Predictions_TrainDevTest_IMDb_4exits.csv", "x.exits"},
        folder.path());
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains("no confidences"));
}

void TestCli::aSessionKeepsRunsThatCanBeExportedAgain() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(300, 5, 7))
                .has_value());
    QCOMPARE(program({"run", "--table", "t.exits", "--policy", "splitee,random", "--seeds", "2",
                      "--session", "s.splitee", "--rounds-csv", "r.csv"},
                     folder.path())
                 .code,
             0);
    const auto runs =
        QJsonDocument::fromJson(
            program({"runs", "--session", "s.splitee", "--json"}, folder.path()).out.toUtf8())
            .array();
    QCOMPARE(runs.size(), 4);
    for (const auto& run : runs) {
        QCOMPARE(run.toObject()["status"].toString(), QStringLiteral("finished"));
        QCOMPARE(run.toObject()["rounds"].toInt(), 300);
    }
    QCOMPARE(
        program({"export", "--session", "s.splitee", "1", "--out", "e.csv"}, folder.path()).code,
        0);
    QVERIFY(bytesOf(folder.filePath("e.csv")) == bytesOf(folder.filePath("r.csv")));
    const auto shown =
        jsonOf(program({"show", "--session", "s.splitee", "2", "--json"}, folder.path()));
    QCOMPARE(shown["seed"].toInt(), 2);
    QVERIFY(!shown["provenance"].toObject()["cpu"].toString().isEmpty());
    QVERIFY(!shown["provenance"].toObject()["data_hash"].toString().isEmpty());
    QCOMPARE(shown["experiment"].toObject()["mu"].toDouble(), .1);
    {
        auto store = splitee::Session::open(folder.filePath("s.splitee").toStdString());
        QVERIFY(store && store->marks().set(2, {"as published", true, "paper", "", false}));
    }
    QVERIFY(program({"runs", "--session", "s.splitee"}, folder.path())
                .out.contains("  # as published\n"));
    QCOMPARE(
        jsonOf(program({"show", "--session", "s.splitee", "2", "--json"}, folder.path()))["marks"]
            .toObject()["name"]
            .toString(),
        QStringLiteral("as published"));
    QVERIFY(program({"show", "--session", "s.splitee", "2"}, folder.path())
                .out.contains("as published"));
    QVERIFY(program({"check", "s.splitee"}, folder.path())
                .out.contains("s.splitee: 4 runs, 1200 rounds, "));
    const auto none = program({"show", "--session", "s.splitee", "9"}, folder.path());
    QCOMPARE(none.code, 1);
    QVERIFY(none.err.contains("1 to 4"));
}

void TestCli::anExperimentFileIsOverriddenByFlags() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(300, 5, 7))
                .has_value());
    put(folder.filePath("e.json"),
        R"({"experiment": {"alpha": 0.55, "seeds": 3, "policy": "final"}, "source": {"table": "t.exits"}})");
    const auto done =
        jsonOf(program({"run", "--experiment", "e.json", "--seeds", "2", "--json"}, folder.path()));
    QCOMPARE(done["experiment"].toObject()["alpha"].toDouble(), .55);
    QCOMPARE(done["experiment"].toObject()["seeds"].toInt(), 2);
    QCOMPARE(done["policies"].toObject().keys(), QStringList{"final"});
}

void TestCli::theBundledExampleRuns() {
    const QDir experiments(QStringLiteral(SPLITEE_RESOURCES) + "/experiments");
    const auto files = experiments.entryList({"*.json"});
    QVERIFY(files.contains("example.json"));
    for (const QString& file : files) {
        QStringList arguments{"run", "--experiment", experiments.filePath(file), "--seeds", "1"};
        const bool scheduled = bytesOf(experiments.filePath(file)).find("\"schedule\"") !=
                               std::string::npos;  // needs all of its rounds
        if (!scheduled)
            arguments << "--rounds"
                      << "200";
        const auto done = program(arguments);
        QVERIFY2(done.code == 0, qPrintable(file + ": " + done.err));
        QVERIFY(done.out.contains("SplitEE"));
    }
}

void TestCli::theBundledTablesAreThere() {
    QStringList names{"cifar10-clean"};
    for (const char* sigma : {"0.5", "0.6", "0.7", "0.8", "0.9", "1"})
        names << QString("cifar10-gaussian_blur-") + sigma;
    for (const char* level : {"0.5", "1", "1.5", "2", "2.5", "3"})
        names << QString("cifar10-gaussian_noise-") + level;
    for (const QString& name : names) {
        const auto info = jsonOf(program({"table", "info", "builtin:" + name, "--json"}));
        QVERIFY2(info["samples"].toInt() == 10000, qPrintable(name));
        QCOMPARE(info["depth"].toArray().last().toInt(), 19);
    }
    const auto all = program({"run", "--table", "builtin:cifar10-clean", "--policy", "all",
                              "--rounds", "100", "--seeds", "2"});
    QVERIFY2(all.code == 0 && all.err.isEmpty(),
             qPrintable(all.err));  // none left out: entropies and context are in the tables
    QVERIFY2(
        all.out.contains("LinUCB") && all.out.contains("30 further policies compared with SplitEE"),
        qPrintable(all.out));
    const auto unknown = program({"table", "info", "builtin:nothing"});
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains("builtin:cifar10-clean"));
}

void TestCli::furtherRunsGetRoundsFilesOfTheirOwn() {
    const QTemporaryDir folder;
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(50, 5, 7))
                .has_value());
    QCOMPARE(program({"run", "--table", "t.exits", "--policy", "splitee,final", "--seeds", "2",
                      "--seed", "8", "--rounds-csv", "r.csv"},
                     folder.path())
                 .code,
             0);
    QCOMPARE(QDir(folder.path()).entryList({"r*.csv"}),
             (QStringList{"r.csv", "r.final.8.csv", "r.final.9.csv", "r.splitee.9.csv"}));
}

int main(int argc, char** argv) {
    return runSubjects(std::array{subject<TestCli>,
                                  subject<TestStatisticsVerbs>,
                                  subject<TestCharts>,
                                  subject<TestBadInput>,
                                  subject<TestOutput>,
                                  subject<TestSessionWords>,
                                  subject<TestJsonShapes>,
                                  subject<TestUnknownWords>,
                                  subject<TestCompletion>,
                                  subject<TestLocale>,
                                  subject<TestLive>,
                                  subject<TestImport>,
                                  subject<TestResume>,
                                  subject<TestSmallDisk>,
                                  subject<TestOracleTables>,
                                  subject<TestDrift>,
                                  subject<TestDistortionsVerb>,
                                  subject<TestSweepVerb>,
                                  subject<TestReproduce>,
                                  subject<TestPeopleFiles>,
                                  subject<TestRunsWithoutRounds>,
                                  subject<TestTextNetwork>,
                                  subject<TestCosts>,
                                  subject<TestPolicyFile>,
                                  subject<TestPolicyEntries>,
                                  subject<TestAdvise>},
                       argc, argv);
}
