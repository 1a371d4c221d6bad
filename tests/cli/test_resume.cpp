// SPDX-License-Identifier: GPL-3.0-or-later
// Killed runs go on to the end that they would have had, and kept runs repeat.
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "cli_tests.h"
#include "engine/rng.h"
#include "kept_rounds.h"
#include "program.h"
#include "storage/session/session.h"
#include "tests/last_write.h"

using namespace splitee::test;

namespace {

const int kKills = kills(2);

QStringList playArguments(const QString& source, const QString& session) {
    const bool live = source == "live";
    const QStringList where = live ? QStringList{"--model", "builtin:signs", "--dataset",
                                                 "signs",   "--distortion",  "gaussian_noise:1"}
                                   : QStringList{"--table", "builtin:cifar10-clean"};
    return QStringList{"run",
                       "--policy",
                       "splitee-s",
                       "--seeds",
                       "1",
                       "--rounds",
                       live ? "600" : "100000",
                       "--schedule",
                       "offload=2@300",
                       "--session",
                       session} +
           where;
}

}  // namespace

void TestResume::aKilledRunGoesOnToTheEndThatItWouldHaveHad_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("live") << "live";
    QTest::newRow("replay") << "replay";
}

void TestResume::aKilledRunGoesOnToTheEndThatItWouldHaveHad() {
    QFETCH(QString, source);
    const QTemporaryDir folder;
    QCOMPARE(program(playArguments(source, folder.filePath("whole.splitee"))).code, 0);
    const auto rounds = static_cast<std::uint64_t>(keptRounds(folder.filePath("whole.splitee")));
    const QString digest =
        program({"runs", "--digest", "--session", folder.filePath("whole.splitee")}).out;
    splitee::Rng rng(2026, "kill");
    int cut = 0;
    double lost = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        const QString session = folder.filePath(QString("%1.splitee").arg(kill));
        QProcess process;
        process.start(QStringLiteral(SPLITEE_PROGRAM), playArguments(source, session));
        // Anywhere in its first three quarters, on a machine of any speed.
        const auto from = 1 + static_cast<std::int64_t>(rng.below(rounds * 3 / 4));
        while (keptRounds(session) < from && !process.waitForFinished(1)) {
        }
        const double age = millisecondsSinceLastWrite(session.toStdString());
        process.kill();
        process.waitForFinished();
        const std::int64_t kept = keptRounds(session);
        QVERIFY(kept > 0);
        const auto resumed = program({"resume", "--session", session, "1"});
        if (resumed.code == 0) {
            ++cut;
            lost = std::max(lost, age);
        } else
            QVERIFY2(resumed.err.contains("is finished"),
                     qPrintable(resumed.err));  // the kill came too late
        QCOMPARE(program({"runs", "--digest", "--session", session}).out, digest);
    }
    QVERIFY(cut > 0);
    qInfo("%d of %d kills cut the run short; the last transaction was at most %.0f ms old", cut,
          kKills, lost);
}

// Seeds that were never begun are known, too.
void TestResume::whatWasAskedForIsFinishedAfterAKill() {
    const QTemporaryDir folder;
    const auto asked = [](const QString& session) {
        return QStringList{"run",       "--table",  "builtin:cifar10-clean",
                           "--policy",  "splitee",  "--seeds",
                           "6",         "--rounds", "20000",
                           "--session", session};
    };
    const QString whole = folder.filePath("whole.splitee"), cut = folder.filePath("cut.splitee");
    QCOMPARE(program(asked(whole)).code, 0);
    QProcess process;
    process.start(QStringLiteral(SPLITEE_PROGRAM), asked(cut));
    while (keptRounds(cut, 3) == 0 && !process.waitForFinished(1)) {
    }
    process.kill();
    process.waitForFinished();
    const auto listed = program({"runs", "--session", cut});
    QVERIFY2(listed.out.count("queued") >= 2, qPrintable(listed.out));
    const auto resumed = program({"resume", "--session", cut});
    QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
    QVERIFY2(resumed.out.contains("run 6 (splitee, seed 6): played to its end"),
             qPrintable(resumed.out));
    QCOMPARE(program({"runs", "--digest", "--session", cut}).out,
             program({"runs", "--digest", "--session", whole}).out);
    const auto again = program({"resume", "--session", cut});
    QVERIFY2(again.code == 0 && again.out.contains("every run is finished"),
             qPrintable(again.out + again.err));
}

void TestResume::sixteenStartersOnOneSessionLoseNothing() {
    constexpr int kStarters = 16;
    const QTemporaryDir folder;
    const QString session = folder.filePath("s.splitee");
    std::vector<std::unique_ptr<QProcess>> starters;
    for (int k = 0; k < kStarters; ++k) {
        // A table of its own: the session lacks it while the others write.
        const QString table = folder.filePath(QStringLiteral("t%1.csv").arg(k));
        std::string rows = "sample,label,conf_1,pred_1,conf_2,pred_2\n";
        for (int row = 0; row < 50 + k; ++row)
            rows += std::to_string(row) + ",1,0." + std::to_string(10 + row % 80) + ",0,0.9,1\n";
        put(table, rows);
        starters.push_back(std::make_unique<QProcess>());
        starters.back()->start(QStringLiteral(SPLITEE_PROGRAM),
                               {"run", "--table", table, "--policy", "splitee", "--seeds", "3",
                                "--rounds", "500", "--session", session});
    }
    for (const auto& starter : starters) {
        QVERIFY(starter->waitForFinished(120'000));
        QVERIFY2(starter->exitCode() == 0, starter->readAllStandardError().constData());
    }
    auto store = splitee::Session::openReadOnly(session.toStdString());
    const auto runs = store->runs().all();
    QVERIFY(runs.has_value());
    QCOMPARE(runs->size(), std::size_t{3 * kStarters});
    for (const auto& run : *runs) {
        QCOMPARE(run.status, splitee::RunStatus::Finished);
        QCOMPARE(run.rounds, 500);
    }
}

// Three writers on one session, killed at moments of the seed: what they committed is there, and
// resume comes to the rounds of a run that nobody killed.
void TestResume::writersThatAreKilledAtOnceLoseNothing() {
    const QTemporaryDir folder;
    const auto asked = [](int writer, const QString& session) {
        return QStringList{
            "run",  "--table", "builtin:cifar10-clean",     "--policy", "splitee-s", "--seeds",
            "1",    "--seed",  QString::number(writer + 1), "--rounds", "60000",     "--session",
            session};
    };
    splitee::Rng rng(2026, "writers");
    for (int kill = 0; kill < kKills; kill += 3) {
        const QString session = folder.filePath(QStringLiteral("k%1.splitee").arg(kill));
        std::array<QProcess, 3> writers;
        for (int w = 0; w < 3; ++w)
            writers[static_cast<std::size_t>(w)].start(QStringLiteral(SPLITEE_PROGRAM),
                                                       asked(w, session));
        const auto from = static_cast<std::int64_t>(1 + rng.below(150'000));
        const auto kept = [&] {
            return keptRounds(session, 1) + keptRounds(session, 2) + keptRounds(session, 3);
        };
        const auto living = [&] {
            return std::ranges::any_of(writers, [](QProcess& writer) {
                return !writer.waitForFinished(1) && writer.state() != QProcess::NotRunning;
            });
        };
        while (kept() < from && living()) {
        }
        for (QProcess& writer : writers) writer.kill();
        for (QProcess& writer : writers) writer.waitForFinished();
        const auto whole = program({"check", session});
        QVERIFY2(whole.code == 0, qPrintable(whole.out + whole.err));
        const auto resumed = program({"resume", "--session", session});
        QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
        auto store = splitee::Session::openReadOnly(session.toStdString());
        const auto runs = store->runs().all();
        QVERIFY(runs.has_value());
        for (const auto& run : *runs) {
            QCOMPARE(run.status, splitee::RunStatus::Finished);
            QCOMPARE(run.rounds, 60'000);
            const auto again = program({"again", "--session", session, QString::number(run.id)});
            QVERIFY2(again.code == 0, qPrintable(again.out + again.err));
        }
    }
}

void TestResume::aKeptRunRepeatsIdentically() {
    const QTemporaryDir folder;
    const QString session = folder.filePath("s.splitee");
    for (const char* source : {"live", "replay"})
        QCOMPARE(program(playArguments(source, session)).code, 0);
    for (const char* run : {"1", "2"}) {
        const auto again = program({"again", "--session", session, run});
        QVERIFY2(again.code == 0 && again.out.contains("identical"),
                 qPrintable(again.out + again.err));
    }
}

void TestResume::theTableThatWasPlayedIsTheOneRepeated() {
    const QTemporaryDir folder;
    const QString session = folder.filePath("s.splitee"), table = folder.filePath("t.csv");
    put(table,
        "sample,label,conf_1,pred_1,conf_2,pred_2\n0,0,0.9,0,0.95,0\n1,1,0.4,0,0.9,1\n2,0,0.7,0,0."
        "8,0\n");
    QCOMPARE(
        program({"run", "--table", table, "--seeds", "1", "--rounds", "50", "--session", session})
            .code,
        0);
    put(table,
        "sample,label,conf_1,pred_1,conf_2,pred_2\n0,0,0.9,0,0.95,0\n1,1,0.5,0,0.9,1\n2,0,0.7,0,0."
        "8,0\n");
    const auto kept = program(
        {"again", "--session", session, "1"});  // the session keeps the table that was played
    QVERIFY2(kept.code == 0 && kept.out.contains("identical, 50 rounds"),
             qPrintable(kept.out + kept.err));
    const auto missing = program({"again", "--session", session, "7"});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.contains("has no run 7"));
    const auto over = program({"resume", "--session", session, "1"});
    QCOMPARE(over.code, 1);
    QVERIFY2(over.err.contains("is finished: there is nothing to go on with"),
             qPrintable(over.err));
}
