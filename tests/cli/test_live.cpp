// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <csignal>

#include "cli_tests.h"
#include "engine/rng.h"
#include "kept_rounds.h"
#include "program.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {}  // namespace

void TestLive::aLiveRunEqualsTheReplayOfItsTable_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("distortion");
    QTest::newRow("splitee, blur") << "splitee"
                                   << "gaussian_blur:0.8";
    QTest::newRow("splitee-s, noise") << "splitee-s"
                                      << "gaussian_noise:1.5";
    QTest::newRow("linucb, blur") << "linucb"
                                  << "gaussian_blur:0.8";
    QTest::newRow("entropy cascade, noise") << "entropy-cascade-offload"
                                            << "gaussian_noise:1.5";
    QTest::newRow("cloud only") << "cloud-only"
                                << "clean";
}

void TestLive::aLiveRunEqualsTheReplayOfItsTable() {
    QFETCH(QString, policy);
    QFETCH(QString, distortion);
    const QTemporaryDir folder;
    const QStringList source{"--model", "builtin:signs", "--dataset",
                             "signs",   "--distortion",  distortion};
    const QStringList play{"--policy", policy, "--seeds", "1",       "--rounds",      "300",
                           "--mu",     "0.02", "--order", "shuffle", "--fixed-layer", "3"};
    static const QTemporaryDir tables;  // of the network, one a distortion
    const QString table = tables.filePath(QString(distortion).replace(':', '_') + ".exits");
    if (!QFile::exists(table))
        QCOMPARE(program(QStringList{"table", "build", "--out", table} + source).code, 0);
    QCOMPARE(program(QStringList{"run", "--table", table, "--rounds-csv", "replay.csv"} + play,
                     folder.path())
                 .code,
             0);
    for (const char* threads : {"1", "2"}) {
        const auto out = QString("live") + threads + ".csv";
        QCOMPARE(
            program(QStringList{"run", "--threads", threads, "--rounds-csv", out} + source + play,
                    folder.path())
                .code,
            0);
        QVERIFY2(bytesOf(folder.filePath(out)) == bytesOf(folder.filePath("replay.csv")), threads);
    }
}

// kill -9 at any moment; the session must open, hold every round that was committed, and say
// interrupted.
void TestLive::aKilledRunKeepsEveryCommittedRound() {
    const QTemporaryDir folder;
    const QString session = folder.filePath("s.splitee");
    const std::string path = session.toStdString();
    splitee::Rng rng(static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()), "moments");
    for (int kill = 1; kill <= kills(4); ++kill) {
        QProcess process;
        process.start(QStringLiteral(SPLITEE_PROGRAM),
                      {"run", "--model", "builtin:signs", "--dataset", "signs", "--session",
                       session, "--seed", QString::number(kill)});
        QVERIFY(process.waitForStarted());
        const auto wanted = 1 + static_cast<std::int64_t>(rng.below(200));
        QVERIFY(QTest::qWaitFor([&] { return keptRounds(session, kill) >= wanted; }, 60'000));
        std::int64_t committed = 0;
        {
            auto store = splitee::Session::open(path, splitee::Session::Access::Write);
            QVERIFY(store.has_value());
            const auto run = store->runs().find(kill);
            QVERIFY(run.has_value());
            QCOMPARE(run->status,
                     splitee::RunStatus::Running);  // a living writer's run is left alone
            committed = run->rounds;
        }
        process.kill();  // SIGKILL
        process.waitForFinished();
        auto store = splitee::Session::open(path, splitee::Session::Access::Write);
        QVERIFY(store.has_value());
        const auto run = store->runs().find(kill);
        QCOMPARE(run->status, splitee::RunStatus::Interrupted);
        QVERIFY(run->rounds >= committed && committed > 0);
        const auto rounds = store->rounds().read(kill, 1, 1 << 20);
        QCOMPARE(static_cast<std::int64_t>(rounds->size()), run->rounds);
        for (std::size_t t = 0; t < rounds->size(); ++t)
            QCOMPARE((*rounds)[t].round, static_cast<std::int64_t>(t) + 1);
    }
}

void TestLive::ctrlCStopsARunAndKeepsItsRounds() {
    const QTemporaryDir folder;
    const QString session = folder.filePath("s.splitee");
    QProcess process;
    process.start(QStringLiteral(SPLITEE_PROGRAM),
                  {"run", "--model", "builtin:signs", "--dataset", "signs", "--rounds", "100000",
                   "--session", session});
    QVERIFY(QTest::qWaitFor([&] { return keptRounds(session) > 0; }, 60'000));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 130);
    auto store = splitee::Session::open(folder.filePath("s.splitee").toStdString(),
                                        splitee::Session::Access::ReadOnly);
    QVERIFY(store.has_value());
    const auto run = store->runs().find(1);
    QCOMPARE(run->status, splitee::RunStatus::Stopped);
    QVERIFY(run->rounds > 0);
}

void TestLive::modelInfoCountsAndMeasures() {
    const auto info = jsonOf(program({"model", "info", "builtin:signs", "--json"}));
    const auto stages = info["stages"].toArray();
    QCOMPARE(stages.size(), 7);
    QCOMPARE(info["kind"].toString(), QStringLiteral("mobilenet"));
    QCOMPARE(info["title"].toString(), QStringLiteral("MobileNetV2, width 0.35"));
    const auto first = stages.first().toObject();
    QCOMPARE(first["exit"].toString(), QStringLiteral("block 3"));
    QCOMPARE(first["depth"].toDouble(), 3.0);
    QCOMPARE(first["payload"].toArray().first().toObject()["shape"].toArray(),
             (QJsonArray{8, 16, 16}));
    QCOMPARE(first["cut_bytes"].toInt(), 8 * 16 * 16 * 4);
    for (const auto& stage : stages) {
        QVERIFY(stage.toObject()["stage_ms"].toDouble() > 0);
        QVERIFY(stage.toObject()["flops"].toDouble() > 0);
        QVERIFY(stage.toObject()["cut_bytes"].toDouble() > 0);
        QVERIFY(stage.toObject()["parameters"].toDouble() > 0);
    }
    QVERIFY(info["provenance"].toObject()["command"].toString().startsWith(
        "splitee train --dataset signs"));
}

void TestLive::theBundledSignsModelKnowsItsSigns() {
    const auto accuracy = jsonOf(program({"eval", "--model", "builtin:signs", "--dataset", "signs",
                                          "--samples", "500", "--json"}))["accuracy_per_exit"]
                              .toArray();
    QCOMPARE(accuracy.size(), 7);
    QVERIFY2(accuracy.last().toDouble() >= .95,
             qPrintable(QString::number(accuracy.last().toDouble())));
    QVERIFY2(accuracy.first().toDouble() < .85,
             qPrintable(QString::number(accuracy.first().toDouble())));  // hard samples exist
}

void TestLive::theBundledCifarModelHasTheAccuracyOfTheReadme() {
    if (qEnvironmentVariable("SPLITEE_DATA").isEmpty()) QSKIP("skipped: SPLITEE_DATA is not set");
    const auto table = splitee::readTable(
        QStringLiteral(SPLITEE_RESOURCES "/tables/cifar10-wide-clean.exits").toStdString());
    QVERIFY(table.has_value());
    const auto accuracyOf = [&](std::int64_t samples, int exit) {
        double correct = 0;
        for (std::int64_t row = 0; row < samples; ++row)
            correct += table->predictionsOf(row)[static_cast<std::size_t>(exit)] ==
                       table->label[static_cast<std::size_t>(row)];
        return correct / static_cast<double>(samples);
    };
    QVERIFY(std::abs(accuracyOf(10'000, 6) - .9037) < .0005);
    QVERIFY(std::abs(accuracyOf(10'000, 0) - .7768) < .0005);
    // The table is what the network answered: a part of it says whether it still does.
    const auto accuracy =
        jsonOf(program({"eval", "--model", "builtin:cifar10", "--dataset",
                        "cifar10:" + qEnvironmentVariable("SPLITEE_DATA") + "/cifar10", "--samples",
                        "1000", "--json"}))["accuracy_per_exit"]
            .toArray();
    QCOMPARE(accuracy.size(), 7);
    for (int exit = 0; exit < 7; ++exit)
        QVERIFY2(std::abs(accuracy[exit].toDouble() - accuracyOf(1000, exit)) < .003,
                 qPrintable(QString::number(accuracy[exit].toDouble())));
}
