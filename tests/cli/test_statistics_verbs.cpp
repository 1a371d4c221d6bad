// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "engine/analysis/calibration.h"
#include "engine/world/temperature.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

// A table of 600 samples and 5 exits as t.exits, another of the same kind as v.exits.
void makeDriftTables(const QTemporaryDir& folder) {
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(600, 5, 7))
                .has_value());
    QVERIFY(splitee::writeTableFile(folder.filePath("v.exits").toStdString(), madeTable(400, 5, 8))
                .has_value());
}

bool near(double a, double b, double tolerance = 1e-9) {
    return std::abs(a - b) <= tolerance * (1 + std::abs(b));
}

}  // namespace

void TestStatisticsVerbs::everyFigureCarriesEverySpread() {
    const QTemporaryDir folder;
    makeDriftTables(folder);
    const QStringList arguments{"run",           "--table", "t.exits", "--policy",
                                "splitee,final", "--seeds", "5",       "--json"};
    const auto policies = jsonOf(program(arguments, folder.path()))["policies"].toObject();
    const auto again = jsonOf(program(arguments, folder.path()))["policies"].toObject();
    for (const char* key : {"accuracy", "cost_mean", "cost_reduction_vs_final",
                            "accuracy_change_vs_final", "offload_rate", "reward_mean", "regret"}) {
        const auto figure = policies["splitee"].toObject()[key].toObject();
        QCOMPARE(figure.keys(),
                 (QStringList{"ci95", "ci95_bootstrap", "ci95_t", "mean", "sd", "se", "unit"}));
        QVERIFY(near(figure["se"].toDouble(), figure["sd"].toDouble() / std::sqrt(5.0)));
        const auto t = figure["ci95_t"].toArray();
        QCOMPARE(figure["ci95"].toArray(), t);
        QVERIFY(
            near(t[1].toDouble() - t[0].toDouble(), 2 * 2.77645 * figure["se"].toDouble(), 1e-4));
        const auto bootstrap = figure["ci95_bootstrap"].toArray();
        QVERIFY(bootstrap[0].toDouble() <= figure["mean"].toDouble() &&
                figure["mean"].toDouble() <= bootstrap[1].toDouble());
        QCOMPARE(again["splitee"].toObject()[key].toObject(), figure);
    }
    const auto pulls = policies["splitee"].toObject()["pulls"].toObject();
    for (const char* key : {"ci95", "ci95_bootstrap", "ci95_t", "mean", "sd", "se"})
        QCOMPARE(pulls[key].toArray().size(), 5);
    const auto single = jsonOf(program({"run", "--table", "t.exits", "--seeds", "1", "--json"},
                                       folder.path()))["policies"]
                            .toObject();
    const auto cost = single["splitee"].toObject()["cost_mean"].toObject();
    QVERIFY(cost["mean"].isDouble());
    for (const char* key : {"ci95", "ci95_bootstrap", "ci95_t", "sd", "se"})
        QVERIFY2(cost[key].isNull(), key);
}

void TestStatisticsVerbs::theTableNamesItsBand_data() {
    QTest::addColumn<QString>("band");
    QTest::addColumn<QString>("says");
    QTest::newRow("default") << ""
                             << "± is the half width of the 95 % interval over seeds (Student's t)";
    QTest::newRow("se") << "se"
                        << "± is the standard error over seeds";
    QTest::newRow("sd") << "sd"
                        << "± is the standard deviation over seeds";
    QTest::newRow("bootstrap") << "bootstrap"
                               << "± is half the width of the bootstrap 95 % interval over seeds "
                                  "(percentile, 2,000 resamples)";
}

void TestStatisticsVerbs::theTableNamesItsBand() {
    QFETCH(QString, band);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeDriftTables(folder);
    QStringList arguments{"run", "--table", "t.exits", "--policy", "random", "--seeds", "5"};
    const auto cost = jsonOf(program(QStringList(arguments) << "--json", folder.path()))["policies"]
                          .toObject()["random"]
                          .toObject()["cost_mean"]
                          .toObject();
    if (!band.isEmpty()) arguments << "--band" << band;
    const auto done = program(arguments, folder.path());
    QVERIFY2(done.out.contains(says), qPrintable(done.out));
    const auto interval = cost["ci95_" + (band == "bootstrap" ? band : "t")].toArray();
    const double half = band == "se" || band == "sd"
                            ? cost[band].toDouble()
                            : (interval[1].toDouble() - interval[0].toDouble()) / 2;
    const QString cell = QString::asprintf("%.3f ±%.3f", cost["mean"].toDouble(), half);
    QVERIFY2(done.out.contains(cell), qPrintable(cell + "\n" + done.out));
    const auto single = program({"run", "--table", "t.exits", "--seeds", "1"}, folder.path());
    QVERIFY(!single.out.contains("±"));
}

void TestStatisticsVerbs::policiesAreComparedOnTheSameSamples() {
    const QTemporaryDir folder;
    makeDriftTables(folder);
    const QStringList arguments{
        "run", "--table", "t.exits", "--policy", "splitee,splitee-s,final", "--seeds", "4"};
    const auto done = jsonOf(program(QStringList(arguments) << "--json", folder.path()));
    const auto all = done["comparisons"].toArray();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1].toObject()["policy"].toString(), QStringLiteral("final"));
    QCOMPARE(all[1].toObject()["against"].toString(), QStringLiteral("splitee"));
    QCOMPARE(all[1].toObject()["seeds"].toInt(), 4);
    const auto cost = all[1].toObject()["cost_mean"].toObject();
    const auto mean = [&](const char* policy) {
        return done["policies"]
            .toObject()[policy]
            .toObject()["cost_mean"]
            .toObject()["mean"]
            .toDouble();
    };
    QVERIFY(near(cost["mean"].toDouble(), mean("final") - mean("splitee")));
    // The final exit costs the same each time: the pair varies exactly as SplitEE does.
    QVERIFY(near(cost["sd"].toDouble(), done["policies"]
                                            .toObject()["splitee"]
                                            .toObject()["cost_mean"]
                                            .toObject()["sd"]
                                            .toDouble()));
    for (const char* key : {"accuracy_points", "reward_mean", "regret"})
        QVERIFY2(all[1].toObject()[key].toObject()["ci95_t"].isArray(), key);
    QVERIFY(all[1].toObject()["sentence"].toString().startsWith("Final exit costs "));

    const auto one = jsonOf(program(QStringList(arguments) << "--compare"
                                                           << "splitee-s,final"
                                                           << "--json",
                                    folder.path()))["comparisons"]
                         .toArray();
    QCOMPARE(one.size(), 1);
    const QString sentence = one[0].toObject()["sentence"].toString();
    QVERIFY2(sentence.startsWith("SplitEE-S costs ") &&
                 sentence.contains(" per sample than Final exit (95 % "),
             qPrintable(sentence));
    const auto printed = program(QStringList(arguments) << "--compare"
                                                        << "splitee-s,final",
                                 folder.path())
                             .out;
    QVERIFY2(printed.contains(sentence + "\n"), qPrintable(printed));
    const auto single =
        program({"run", "--table", "t.exits", "--policy", "splitee,final", "--seeds", "1"},
                folder.path())
            .out;
    QVERIFY2(single.contains("a single seed gives no interval"), qPrintable(single));
}

void TestStatisticsVerbs::operatingPointsOnTheFrontAreMarked() {
    const QTemporaryDir folder;
    auto table = madeTable(600, 3, 7);  // exit 2 never better than exit 1, exit 3 always right
    for (std::int64_t row = 0; row < table.samples(); ++row)
        for (std::size_t i = 0; i < 3; ++i) {
            const auto at = static_cast<std::size_t>(row) * 3 + i;
            const bool right = i == 2 || row % 2 == 0;
            table.confidence[at] = .9;
            table.prediction[at] = static_cast<std::int16_t>(
                (table.label[static_cast<std::size_t>(row)] + (right ? 0 : 1)) % 10);
        }
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), table).has_value());
    const QStringList arguments{"run",     "--table", "t.exits", "--policy", "fixed,final,random",
                                "--seeds", "3"};
    const auto policies = jsonOf(program(QStringList(arguments) << "--fixed-layer"
                                                                << "1"
                                                                << "--json",
                                         folder.path()))["policies"]
                              .toObject();
    QCOMPARE(policies["fixed"].toObject()["pareto"].toBool(), true);
    QCOMPARE(policies["final"].toObject()["pareto"].toBool(), true);
    const auto second = jsonOf(program({"run", "--table", "t.exits", "--policy", "fixed,best",
                                        "--fixed-layer", "2", "--seeds", "2", "--json"},
                                       folder.path()))["policies"]
                            .toObject();
    QCOMPARE(second["fixed"].toObject()["pareto"].toBool(true),
             false);  // best splits at layer 1: cheaper, as accurate
    QCOMPARE(second["best"].toObject()["pareto"].toBool(), true);
    const auto bound = jsonOf(program(
        {"run", "--table", "t.exits", "--policy", "fixed,oracle", "--seeds", "1", "--json"},
        folder.path()))["policies"]
                           .toObject();
    QCOMPARE(bound["oracle"].toObject()["pareto"].toBool(true), false);
    QCOMPARE(bound["fixed"].toObject()["pareto"].toBool(), true);
    const auto cloud =
        program({"run", "--table", "t.exits", "--policy", "cloud-only", "--seeds", "1"},
                folder.path())
            .out;
    QVERIFY2(cloud.contains(QRegularExpression("Cloud only.* 0\\n")),
             qPrintable(cloud));  // no layer of the device
    const auto printed = program(QStringList(arguments) << "--fixed-layer"
                                                        << "1",
                                 folder.path())
                             .out;
    QVERIFY2(printed.contains("Final exit *") && printed.contains("* on the Pareto front"),
             qPrintable(printed));
    table.label.assign(table.label.size(), splitee::kUnknownLabel);
    QVERIFY(splitee::writeTableFile(folder.filePath("u.exits").toStdString(), table).has_value());
    const auto unknown = jsonOf(program({"run", "--table", "u.exits", "--seeds", "2", "--json"},
                                        folder.path()))["policies"]
                             .toObject();
    QVERIFY(unknown["splitee"].toObject()["pareto"].isNull());
}

void TestStatisticsVerbs::calibrationIsPrintedAndWritten() {
    const QTemporaryDir folder;
    makeDriftTables(folder);
    const auto done = program({"calibrate", "--table", "t.exits", "--validation", "v.exits",
                               "--bins", "10", "--out", "T.json", "--json"},
                              folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto json = jsonOf(done);
    const auto exits = json["exits"].toArray();
    QCOMPARE(exits.size(), 5);
    const auto measured = *splitee::calibrationOf(madeTable(600, 5, 7), 10);
    const auto fitted = *splitee::fitTemperatures(madeTable(400, 5, 8));
    for (int i = 0; i < 5; ++i) {
        const auto exit = exits[i].toObject();
        const auto& expected = measured[static_cast<std::size_t>(i)];
        QCOMPARE(exit["exit"].toInt(), i + 1);
        QVERIFY(near(exit["ece"].toDouble(), expected.ece) &&
                near(exit["auroc"].toDouble(), *expected.auroc));
        QVERIFY(near(exit["accuracy"].toDouble(), expected.accuracy) &&
                near(exit["confidence_mean"].toDouble(), expected.confidence));
        int counted = 0;
        for (const auto& bin : exit["bins"].toArray()) counted += bin.toObject()["count"].toInt();
        QCOMPARE(exit["bins"].toArray().size(), 10);
        QCOMPARE(counted, 600);
        QCOMPARE(exit["temperature"].toObject()["value"].toDouble(),
                 fitted[static_cast<std::size_t>(i)].temperature);
        QVERIFY(near(exit["after"].toObject()["auroc"].toDouble(), exit["auroc"].toDouble()));
    }
    const auto written =
        QJsonDocument::fromJson(QByteArray::fromStdString(bytesOf(folder.filePath("T.json"))))
            .object();
    QCOMPARE(written["temperature"], json["temperature"]);
    QCOMPARE(written["temperatures"].toArray().size(), 5);
    const auto printed =
        program({"calibrate", "--table", "t.exits", "--validation", "v.exits"}, folder.path());
    QVERIFY2(printed.out.contains("15 bins") && printed.out.contains("ECE after") &&
                 printed.out.contains("--temperature " + written["temperature"].toString()),
             qPrintable(printed.out));
    QVERIFY(
        !program({"calibrate", "--table", "t.exits"}, folder.path()).out.contains("--temperature"));
}

// A run at a temperature equals a run on the table that was scaled beforehand.
void TestStatisticsVerbs::temperaturesAreAppliedBeforeTheRun() {
    const QTemporaryDir folder;
    makeDriftTables(folder);
    const std::vector<double> temperatures{.5, 1, 2, 1.5, 3};
    const auto scaled = splitee::withTemperatures(madeTable(600, 5, 7), temperatures);
    QVERIFY(splitee::writeTableFile(folder.filePath("s.exits").toStdString(), *scaled).has_value());
    const auto rounds = [&](const QString& table, const QString& temperature) {
        const auto done = program(
            {"run", "--table", table, "--temperature", temperature, "--seeds", "1", "--policy",
             "splitee-s", "--alpha", "0.6", "--rounds-csv", "r.csv", "--session", "s.splitee"},
            folder.path());
        return done.code == 0 ? bytesOf(folder.filePath("r.csv")) : std::string();
    };
    const auto atTemperature = rounds("t.exits", "0.5,1,2,1.5,3");
    QVERIFY(atTemperature.size() > 1000);
    QVERIFY(atTemperature == rounds("s.exits", "1"));
    QVERIFY(atTemperature != rounds("t.exits", "1"));
    const auto run =
        jsonOf(program({"show", "--session", "s.splitee", "1", "--json"}, folder.path()));
    QCOMPARE(run["experiment"].toObject()["temperature"].toString(),
             QStringLiteral("0.5,1,2,1.5,3"));
}
