// SPDX-License-Identifier: GPL-3.0-or-later
// Costs of layers on the command line: flags, files, profiles, sessions, maps and sweeps.
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

constexpr const char* kProfile = R"({"device_ms": [2, 4, 6], "exit_ms": 1, "cloud_factor": 2,
    "cut_bytes": [5000, 1000], "input_bytes": 3000, "megabits_per_second": 8, "round_trip_ms": 10})";
// What the profile comes to.
const QStringList kLayerFlags{"--lambda2",           "0.25",
                              "--offload-per-layer", "input=4.75,5,3.5,0",
                              "--compute-per-layer", "0.5,1.5,3"};

void makeCostFiles(const QTemporaryDir& folder) {
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(400, 3, 7))
                .has_value());
    put(folder.filePath("p.json"), kProfile);
    put(folder.filePath("e.json"),
        R"({"source": {"table": "t.exits"}, "experiment": {"policy": "splitee,splitee-s,cloud-only",
            "seeds": 2}, "costs": "p.json"})");
    put(folder.filePath("bad.json"), R"({"device_ms": [2, -4, 6]})");
    put(folder.filePath("two.json"), R"({"device_ms": [2, 4], "cut_bytes": [5], "cloud_factor": 2,
        "megabits_per_second": 8, "round_trip_ms": 10})");
}

QStringList replayedWith(const QStringList& more) {
    return QStringList{"run",     "--table", "t.exits", "--policy", "splitee,splitee-s,cloud-only",
                       "--seeds", "2"} +
           more;
}

}  // namespace

void TestCosts::flagsFilesAndProfilesMeanTheSameRun() {
    const QTemporaryDir folder;
    makeCostFiles(folder);
    const auto roundsOf = [&](const QStringList& arguments) {
        const auto done = program(arguments + QStringList{"--rounds-csv", "r.csv", "--seeds", "1",
                                                          "--policy", "splitee-s"},
                                  folder.path());
        return done.code == 0 ? bytesOf(folder.filePath("r.csv")) : done.err.toStdString();
    };
    const QStringList run{"run", "--table", "t.exits"};
    const std::string flags = roundsOf(run + kLayerFlags);
    QVERIFY2(flags.starts_with("round,"), flags.c_str());
    QCOMPARE(roundsOf(run + QStringList{"--costs", "p.json"}), flags);
    QCOMPARE(roundsOf({"run", "--experiment", "e.json"}), flags);
    QVERIFY(roundsOf(run) != flags);
    // --offload takes the place of a file's costs of layers, --lambda2 of a profile's.
    const auto one =
        program({"run", "--experiment", "e.json", "--offload", "2", "--json"}, folder.path());
    QVERIFY2(one.code == 0, qPrintable(one.err));
    QCOMPARE(jsonOf(one)["experiment"].toObject()["offload_per_layer"].toString(), QString());
    QCOMPARE(jsonOf(one)["experiment"].toObject()["offload"].toDouble(), 2.0);
    const auto exit =
        program(replayedWith({"--costs", "p.json", "--lambda2", "3", "--json"}), folder.path());
    QCOMPARE(jsonOf(exit)["experiment"].toObject()["lambda2"].toDouble(), 3.0);
    QCOMPARE(jsonOf(exit)["experiment"].toObject()["offload_per_layer"].toString(),
             QString("input=4.75,5,3.5,0"));
}

void TestCosts::aSessionKeepsThem() {
    const QTemporaryDir folder;
    makeCostFiles(folder);
    const auto played = program(replayedWith({"--costs", "p.json", "--session", "s.splitee"}) +
                                    QStringList{"--schedule", "offload_factor=0.5@100"},
                                folder.path());
    QVERIFY2(played.code == 0, qPrintable(played.err));
    const auto again = program({"again", "s.splitee", "--all"}, folder.path());
    QVERIFY2(again.code == 0 && again.out.contains("identical"), qPrintable(again.out + again.err));
    const auto listed = program({"runs", "s.splitee", "--json"}, folder.path());
    QVERIFY2(listed.code == 0, qPrintable(listed.err));
    QVERIFY2(listed.out.contains("\"offload_per_layer\": \"input=4.75,5,3.5,0\""),
             qPrintable(listed.out));
    const auto filtered =
        program({"runs", "s.splitee", "--filter", "offload_per_layer ~ '4.75,5'"}, folder.path());
    QVERIFY2(filtered.code == 0 && filtered.out.contains("splitee-s"), qPrintable(filtered.err));
}

void TestCosts::reportsAndListsTellThem() {
    const QTemporaryDir folder;
    makeCostFiles(folder);
    for (const QStringList& costs :
         {QStringList{"--costs", "p.json"}, QStringList{"--offload", "3"}})
        QCOMPARE(program(replayedWith(costs + QStringList{"--session", "s.splitee"}), folder.path())
                     .code,
                 0);
    const auto shown = program(replayedWith({"--costs", "p.json"}), folder.path());
    QVERIFY2(shown.out.contains("offload input=4.75,5,3.5,0 by layer, alpha"),
             qPrintable(shown.out));
    const auto told = program({"report", "s.splitee", "-o", "r.html"}, folder.path());
    QVERIFY2(told.code == 0, qPrintable(told.err));
    const QString page = QString::fromStdString(bytesOf(folder.filePath("r.html")));
    QVERIFY2(page.contains("Offloading per layer") && page.contains("input=4.75,5,3.5,0"),
             qPrintable(page.left(3000)));
    const auto curves = program({"curves", "--table", "t.exits", "--costs", "p.json", "--seeds",
                                 "2", "--policy", "splitee", "--measure", "offload_cost", "--json"},
                                folder.path());
    QVERIFY2(curves.code == 0, qPrintable(curves.err));
    QVERIFY(curves.out.contains("input=4.75,5,3.5,0"));
}

void TestCosts::mapsAndSweepsVaryTheFactor() {
    const QTemporaryDir folder;
    makeCostFiles(folder);
    const QStringList map{"regime", "--table", "t.exits", "--seeds", "1", "--mu-lambda", "0.1"};
    const auto factors =
        program(map + QStringList{"--costs", "p.json", "--offload-factor", "1,2", "--csv", "-"},
                folder.path());
    QVERIFY2(factors.code == 0, qPrintable(factors.err));
    QVERIFY2(factors.out.startsWith("alpha,mu_lambda,offload_factor,best_split"),
             qPrintable(factors.out.left(80)));
    const auto json = program(
        map + QStringList{"--offload-per-layer", "5,3.5,0", "--offload-factor", "0.5,3", "--json"},
        folder.path());
    QVERIFY2(json.code == 0, qPrintable(json.err));
    QCOMPARE(jsonOf(json)["offload_factor"].toArray(), (QJsonArray{0.5, 3}));
    const auto drawn = program(map + QStringList{"--costs", "p.json", "--svg", "-"}, folder.path());
    QVERIFY(drawn.out.contains("factor on o"));
    QVERIFY(program(map + QStringList{"--offload", "1,2", "--svg", "-"}, folder.path())
                .out.contains("offloading o, lambda"));
    const auto swept =
        program({"sweep", "--session", "s.splitee", "--table", "t.exits", "--costs", "p.json",
                 "--axis", "offload_factor=0.5,1,2", "--seeds", "2", "--policy", "splitee"},
                folder.path());
    QVERIFY2(swept.code == 0 && swept.out.contains("6 runs"), qPrintable(swept.out + swept.err));
}

void TestCosts::theVerbShowsAProfileAndWritesOne() {
    const QTemporaryDir folder;
    makeCostFiles(folder);
    const auto shown = program({"costs", "p.json"}, folder.path());
    QVERIFY2(shown.code == 0, qPrintable(shown.err));
    QVERIFY2(shown.out.contains("5.0      0.500      5.000"), qPrintable(shown.out));
    const auto json = program({"costs", "p.json", "--json"}, folder.path());
    const auto layers = jsonOf(json)["layers"].toArray();
    QCOMPARE(layers.size(), 3);
    QCOMPARE(layers[1].toObject()["offload"].toDouble(), 3.5);
    QCOMPARE(jsonOf(json)["offload_of_input"].toDouble(), 4.75);
    const auto slow =
        program({"costs", "p.json", "--megabits-per-second", "4", "--out", "-"}, folder.path());
    put(folder.filePath("slow.json"), slow.out.toStdString());
    const auto played = program(replayedWith({"--costs", "slow.json", "--json"}), folder.path());
    QVERIFY2(played.code == 0, qPrintable(played.err));
    QCOMPARE(jsonOf(played)["experiment"].toObject()["offload_per_layer"].toString(),
             QString("input=5.5,6.25,3.75,0"));
    put(folder.filePath("offline_profile.json"),
        R"({"cumulative_flops": [0, 1e6, 3e6], "serialized_bytes": [3000, 5000, 40],
            "exits": [{"exit_id": "a", "attach_point": "stem"}, {"exit_id": "final"}]})");
    put(folder.filePath("layer_stats.csv"), "boundary_id,name,x\n0,input,1\n1,stem,1\n2,end,1\n");
    const QStringList offline{"costs",
                              "offline_profile.json",
                              "--device-gflops",
                              "1",
                              "--cloud-factor",
                              "2",
                              "--megabits-per-second",
                              "8"};
    const auto lacking = program(offline, folder.path());
    QVERIFY2(lacking.code == 2 && lacking.err.contains("give --round-trip-ms"),
             qPrintable(lacking.err));
    const auto whole =
        program(offline + QStringList{"--round-trip-ms", "1", "--json"}, folder.path());
    QVERIFY2(whole.code == 0, qPrintable(whole.err));
    QCOMPARE(jsonOf(whole)["layers"].toArray()[0].toObject()["offload"].toDouble(), 4.66667);
    QCOMPARE(jsonOf(whole)["layers"].toArray()[0].toObject()["exit"].toString(), QString("a"));
}

void TestCosts::whatMakesNoSenseIsOneSentence_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* words, const char* says) {
        QTest::newRow(name) << words << says;
    };
    row("too few", "run --table t.exits --offload-per-layer 1,2",
        "offload_per_layer has 2 values, but the source has 3 layers");
    row("too many", "curves --table t.exits --offload-per-layer 1,2,3,4", "has 4 values");
    row("not a number", "run --table t.exits --offload-per-layer 1,nan,3", "has nan, but each");
    row("negative", "run --table t.exits --offload-per-layer 1,-2,3", "has -2, but each");
    row("a word", "sweep --session s.splitee --table t.exits --offload-per-layer 1,two,3",
        "has 'two', which is not a number");
    row("both", "run --table t.exits --offload 3 --offload-per-layer 1,2,3", "give one of them");
    row("profile and one", "run --table t.exits --offload 3 --costs p.json",
        "--costs and --offload exclude each other");
    row("profile and each", "run --table t.exits --offload-per-layer 1,2,3 --costs p.json",
        "--costs and --offload-per-layer exclude each other");
    row("no file", "run --table t.exits --costs none.json",
        "cannot read costs none.json: there is no such file");
    row("a bad file", "drift --table t.exits --schedule mu=1@5 --costs bad.json",
        "costs bad.json: cut_bytes is missing");
    row("another network", "run --table t.exits --costs two.json",
        "offload_per_layer has 2 values, but the source has 3 layers");
    row("a schedule of the one number",
        "run --table t.exits --costs p.json --schedule offload=3@10", "change offload_factor");
    row("an axis of the one number",
        "sweep --session s.splitee --table t.exits --costs p.json --axis offload=1,2",
        "vary offload_factor");
    row("a map over the one number", "regime --table t.exits --costs p.json --offload 1,2",
        "--costs and --offload exclude each other");
    row("a map over no factor", "regime --table t.exits --offload-factor 1,2",
        "--offload-factor multiplies costs of layers, and none are given");
    row("the input unknown", "run --table t.exits --policy cloud-only --offload-per-layer 1,2,3",
        "put input=COST before the layers");
    row("a factor below 0", "run --table t.exits --offload-factor=-1", "offload_factor is -1");
    row("falling computing", "run --table t.exits --compute-per-layer 3,2,1",
        "compute_per_layer falls from 3 to 2 at layer 2");
    row("the verb: no file", "costs none.json", "there is no such file");
    row("the verb: a table", "costs t.exits", "is not valid JSON");
    row("the verb: no bandwidth", "costs p.json --megabits-per-second 0",
        "--megabits-per-second is 0, but must be between");
    row("the verb: a unit", "costs p.json --unit hours", "unknown --unit 'hours'");
    row("the verb: no energy", "costs p.json --unit energy", "needs --energy-per-ms");
    row("the verb: too fast", "costs p.json --device-gflops 3", "is for offline profiles");
}

void TestCosts::whatMakesNoSenseIsOneSentence() {
    QFETCH(QString, words);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeCostFiles(folder);
    const auto done = program(words.split(' '), folder.path());
    QVERIFY2(done.code == 2 || done.code == 1, qPrintable(done.out + done.err));
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QCOMPARE(done.err.count('\n'), 1);
    QVERIFY(done.out.isEmpty());
}
