// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps through the real program: whatever stops or divides one, the session in the end is that of
// one uninterrupted run.
#include "cli_tests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include "../engine/made_tables.h"
#include "engine/rng.h"
#include "process_session.h"
#include "program.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

// 100 points, 2 policies, 10 seeds: 2,000 runs of 400 rounds.
constexpr const char* kSweep =
    R"({"tables": ["t.exits"], "experiment": {"policy": "splitee,splitee-s", "seeds": 10, "rounds": 400},
    "axes": {"alpha": [0.5, 0.6, 0.7, 0.8, 0.9], "offload": {"from": 1, "to": 5, "steps": 5}, "mu": {"from": 0.01, "to": 1, "steps": 4, "scale": "log"}}})";

void prepare(const QTemporaryDir& folder) {
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(500, 5, 7))
                .has_value());
    put(folder.filePath("sweep.json"), kSweep);
}

QString digestOf(const QTemporaryDir& folder, const QString& session) {
    const auto done = program({"runs", "--session", session, "--digest"}, folder.path());
    return done.code == 0 ? done.out.trimmed() : done.err;
}

std::int64_t runsIn(const QTemporaryDir& folder, const QStringList& sessions) {
    std::int64_t runs = 0;
    for (const QString& name : sessions) {
        auto session = splitee::Session::openReadOnly(folder.filePath(name).toStdString());
        if (session) runs += session->runs().count().value_or(0);
    }
    return runs;
}

QString script(const char* name) { return QStringLiteral(SPLITEE_RESOURCES) + "/sweeps/" + name; }

}  // namespace

void TestSweepVerb::killedThreeTimesInFourShardsItMergesToTheUninterruptedSweep() {
    if (QStandardPaths::findExecutable("parallel").isEmpty())
        QSKIP("skipped: GNU parallel is not installed");
    const QTemporaryDir folder;
    prepare(folder);
    // Long enough that a kill surely comes before the end.
    put(folder.filePath("sweep.json"),
        QString(kSweep).replace("\"rounds\": 400", "\"rounds\": 10000").toStdString());
    const auto whole =
        program({"sweep", "sweep.json", "--session", "whole.splitee"}, folder.path());
    QVERIFY2(whole.code == 0 && whole.out.contains("2000 runs, 0 finished before, 2000 played"),
             qPrintable(whole.out + whole.err));

    QStringList parts;
    for (int part = 1; part <= 4; ++part) parts << QString("all.part%1of4.splitee").arg(part);
    splitee::Rng rng(2024, "kill");
    std::int64_t before = 0;
    for (int round = 1; round <= 3; ++round) {
        const auto enough = before + 20 + static_cast<std::int64_t>(rng.below(200));
        QProcess process;
        startApart(process, folder, "bash", {script("parallel.sh"), "sweep.json", "all.splitee"});
        QVERIFY(process.waitForStarted());
        while (process.state() == QProcess::Running && runsIn(folder, parts) < enough)
            process.waitForFinished(2);
        QVERIFY2(process.state() == QProcess::Running,
                 "the sweep was over before it could be killed");
        killAll(static_cast<pid_t>(process.processId()));
        process.waitForFinished();
        const auto kept = runsIn(folder, parts);
        QVERIFY2(kept >= enough && kept < 2000, qPrintable(QString::number(kept)));
        QVERIFY(!QFile::exists(folder.filePath("all.splitee")));
        before = kept;
    }
    QProcess process;
    startApart(process, folder, "bash", {script("parallel.sh"), "sweep.json", "all.splitee", "4"});
    QVERIFY(process.waitForFinished(300'000));
    const QString said = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(process.exitCode() == 0 &&
                 said.contains("all.splitee: 2000 runs added, 0 there already, 1 exit table added"),
             qPrintable(said));
    std::int64_t again = 0;  // what the killed ones had finished was not played again
    for (const QString& line : said.split('\n'))
        if (line.contains("in shard"))
            again += line.section("before, ", 1).section(' ', 0, 0).toInt();
    QCOMPARE(again, 2000 - before);
    QCOMPARE(runsIn(folder, {"all.splitee"}), 2000);
    QCOMPARE(digestOf(folder, "all.splitee"), digestOf(folder, "whole.splitee"));
    QVERIFY(digestOf(folder, parts[0]) != digestOf(folder, "whole.splitee"));
}

void TestSweepVerb::aSlurmArrayMergesToTheUninterruptedSweep() {
    for (const char* needed : {"sbatch", "slurmctld", "slurmd", "munged"})
        if (QStandardPaths::findExecutable(needed).isEmpty() &&
            QStandardPaths::findExecutable(needed, {"/usr/sbin", "/sbin"}).isEmpty())
            QSKIP(qPrintable(
                QString("skipped: %1 is not installed (Debian package slurm-wlm)").arg(needed)));
    const QTemporaryDir folder;
    const QTemporaryDir node;
    prepare(folder);
    QProcess start;
    start.start("bash", {QStringLiteral(SPLITEE_SLURM_NODE), "start", node.path()});
    start.waitForFinished(60'000);
    if (start.exitCode() != 0)
        QSKIP(qPrintable("skipped: no SLURM node starts here: " + start.readAllStandardError()));
    const auto stop = qScopeGuard([&] {
        QProcess::execute("bash", {QStringLiteral(SPLITEE_SLURM_NODE), "stop", node.path()});
    });

    QProcess submit;
    submit.setWorkingDirectory(folder.path());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("SPLITEE", QStringLiteral(SPLITEE_PROGRAM));
    environment.insert("SLURM_CONF", node.filePath("slurm.conf"));
    submit.setProcessEnvironment(environment);
    submit.start("bash", {script("slurm.sh"), "sweep.json", "all.splitee", "4"});
    QVERIFY(submit.waitForFinished(30'000));
    QVERIFY2(submit.exitCode() == 0, submit.readAllStandardError().constData());
    const auto merged = [&] {
        for (const QString& name : QDir(folder.path()).entryList({"slurm-*.out"}))
            if (bytesOf(folder.filePath(name)).find("2000 runs added") != std::string::npos)
                return true;
        return false;
    };
    QVERIFY(QTest::qWaitFor(merged, 120'000));
    QCOMPARE(program({"sweep", "sweep.json", "--session", "whole.splitee"}, folder.path()).code, 0);
    QCOMPARE(digestOf(folder, "all.splitee"), digestOf(folder, "whole.splitee"));
}

void TestSweepVerb::threadsAndKeptRoundsDoNotChangeWhatIsPlayed() {
    const QTemporaryDir folder;
    prepare(folder);
    const auto sweep = [&](const char* session, const QStringList& more) {
        return program(QStringList{"sweep", "sweep.json", "--axis", "alpha=0.6,0.8", "--seeds", "2",
                                   "--session", session} +
                           more,
                       folder.path())
            .code;
    };
    QCOMPARE(sweep("one.splitee", {"--threads", "1"}), 0);
    QCOMPARE(sweep("two.splitee", {"--threads", "2"}), 0);
    QCOMPARE(digestOf(folder, "one.splitee"), digestOf(folder, "two.splitee"));
    QCOMPARE(sweep("kept.splitee", {"--threads", "1", "--keep-rounds"}), 0);
    QCOMPARE(sweep("kept2.splitee", {"--threads", "2", "--keep-rounds"}), 0);
    QCOMPARE(digestOf(folder, "kept.splitee"), digestOf(folder, "kept2.splitee"));
    QVERIFY(digestOf(folder, "kept.splitee") !=
            digestOf(folder, "one.splitee"));  // it has more to say
    const auto merged = program({"merge", "--out", "one.splitee", "kept2.splitee"},
                                folder.path());  // but not something else
    QVERIFY2(merged.out.contains("0 runs added, 160 there already"),
             qPrintable(merged.out + merged.err));
    QCOMPARE(digestOf(folder, "one.splitee"), digestOf(folder, "kept.splitee"));
    QCOMPARE(sweep("two.splitee", {"--keep-rounds"}), 0);  // rounds asked for afterwards are played
    QCOMPARE(digestOf(folder, "two.splitee"), digestOf(folder, "kept.splitee"));
    QCOMPARE(program({"export", "--session", "two.splitee", "161", "--out", "r.csv"}, folder.path())
                 .code,
             0);
    QCOMPARE(QString::fromStdString(bytesOf(folder.filePath("r.csv"))).count('\n'), 401);
}

void TestSweepVerb::aKilledSweepThatKeepsRoundsRemovesItsRemains() {
    const QTemporaryDir folder;
    prepare(folder);
    const QStringList sweep{"sweep",         "sweep.json", "--rounds", "20000",
                            "--axis",        "alpha=0.7",  "--seeds",  "1",
                            "--keep-rounds", "--session",  "s.splitee"};
    QProcess process;
    startApart(process, folder, QStringLiteral(SPLITEE_PROGRAM), sweep);
    QVERIFY(process.waitForStarted());
    while (process.state() == QProcess::Running && runsIn(folder, {"s.splitee"}) < 5)
        process.waitForFinished(2);
    killAll(static_cast<pid_t>(process.processId()));
    process.waitForFinished();
    const auto kept = runsIn(folder, {"s.splitee"});
    QVERIFY2(kept >= 5 && kept < 40, qPrintable(QString::number(kept)));
    const auto rest = program(sweep + QStringList{"--json"}, folder.path());
    QVERIFY2(rest.code == 0, qPrintable(rest.err));
    const auto report = QJsonDocument::fromJson(rest.out.toUtf8()).object();
    QVERIFY(report["removed"].toInt() > 0);
    QCOMPARE(report["finished_before"].toInt() + report["removed"].toInt(), static_cast<int>(kept));
    QCOMPARE(report["finished_before"].toInt() + report["played"].toInt(), 40);
    QCOMPARE(runsIn(folder, {"s.splitee"}), 40);
    QStringList fresh = sweep;
    fresh.last() = "fresh.splitee";
    QCOMPARE(program(fresh, folder.path()).code, 0);
    QCOMPARE(digestOf(folder, "s.splitee"), digestOf(folder, "fresh.splitee"));
}

void TestSweepVerb::ctrlCKeepsWhatIsDone() {
    const QTemporaryDir folder;
    prepare(folder);
    QProcess process;
    startApart(process, folder, QStringLiteral(SPLITEE_PROGRAM),
               {"sweep", "sweep.json", "--rounds", "20000", "--session", "s.splitee"});
    QVERIFY(process.waitForStarted());
    while (process.state() == QProcess::Running && runsIn(folder, {"s.splitee"}) < 20)
        process.waitForFinished(2);
    kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(process.readAllStandardError().contains("cancelled: the finished runs are kept"));
    const auto kept = runsIn(folder, {"s.splitee"});
    QVERIFY(kept >= 20 && kept < 2000);
    QVERIFY(QString(process.readAllStandardOutput())
                .contains(QString("0 finished before, %1 played").arg(kept)));
}

void TestSweepVerb::flagsAloneGiveTheSameRunsAsTheFile() {
    const QTemporaryDir folder;
    prepare(folder);
    QCOMPARE(program({"sweep", "sweep.json", "--session", "file.splitee", "--shard", "3/7"},
                     folder.path())
                 .code,
             0);
    QCOMPARE(
        program({"sweep", "--session", "flags.splitee", "--shard", "3/7", "--table", "t.exits",
                 "--policy", "splitee,splitee-s", "--seeds", "10", "--rounds", "400", "--axis",
                 "offload=1,2,3,4,5", "--axis", "mu=0.01..1/4/log", "--axis", "alpha=0.5..0.9/5"},
                folder.path())
            .code,
        0);
    QCOMPARE(digestOf(folder, "flags.splitee"), digestOf(folder, "file.splitee"));
    const auto random =
        program({"sweep", "sweep.json", "--session", "random.splitee", "--design",
                 "latin_hypercube", "--samples", "20", "--seeds", "1", "--axis", "mu=0.01..1/log"},
                folder.path());  // continuous, so that no two points are equal
    QVERIFY2(random.out.contains("random.splitee: 40 runs"), qPrintable(random.out + random.err));
}

void TestSweepVerb::aRunOfASweepCanBeRepeatedBitForBit() {
    const QTemporaryDir folder;
    prepare(folder);
    QCOMPARE(program({"sweep", "sweep.json", "--session", "s.splitee", "--shard", "1/100"},
                     folder.path())
                 .code,
             0);
    const auto shown =
        QJsonDocument::fromJson(
            program({"show", "--session", "s.splitee", "7", "--json"}, folder.path()).out.toUtf8())
            .object();
    const QJsonObject again{
        {"experiment", shown["experiment"]},
        {"source", QJsonObject{{"table", shown["provenance"].toObject()["source"]}}}};
    put(folder.filePath("again.json"), QJsonDocument(again).toJson().toStdString());
    QCOMPARE(
        program({"run", "--experiment", "again.json", "--session", "again.splitee"}, folder.path())
            .code,
        0);
    const auto merged = program({"merge", "--out", "s.splitee", "again.splitee"}, folder.path());
    QVERIFY2(merged.out.contains("0 runs added, 1 there already"),
             qPrintable(merged.out + merged.err));
    const auto none =
        program({"export", "--session", "s.splitee", "1", "--out", "r.csv"}, folder.path());
    QVERIFY(none.code == 1 && none.err.contains("keeps no rounds"));
}

void TestSweepVerb::theBundledSweepsArePlayable() {
    const QTemporaryDir folder;
    const QDir sweeps(QStringLiteral(SPLITEE_RESOURCES) + "/sweeps");
    const auto files = sweeps.entryList({"*.json"});
    QVERIFY(files.size() >= 2);
    for (const QString& file : files) {
        const auto done = program({"sweep", sweeps.filePath(file), "--session",
                                   folder.filePath(file), "--rounds", "50", "--shard", "1/20"});
        QVERIFY2(done.code == 0, qPrintable(file + ": " + done.err));
    }
}

void TestSweepVerb::badInputIsOneSentence_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int code, const char* says) {
        QTest::newRow(name) << arguments << code << says;
    };
    row("no session", "sweep --table t.exits", 2, "--session");
    row("no table", "sweep --session s.splitee", 2, "has no exit table");
    row("absent file", "sweep nothing.json --session s.splitee", 2, "there is no such file");
    row("broken file", "sweep bad.json --session s.splitee", 2, "line 1 is not valid JSON");
    row("unknown key", "sweep key.json --session s.splitee", 2, "did you mean axes?");
    row("unknown axis", "sweep axis.json --session s.splitee", 2,
        "unknown axis 'alhpa': did you mean alpha?");
    row("axis twice in a file", "sweep twice.json --session s.splitee", 2,
        "holds the key 'alpha' twice");
    row("axis twice in flags",
        "sweep --table t.exits --axis alpha=0.1 --axis alpha=0.2 --session s.splitee", 2,
        "axis alpha is given twice");
    row("axis and flag", "sweep sweep.json --alpha 0.5 --session s.splitee", 2,
        "--alpha sets what axis alpha varies");
    row("empty axis", "sweep --table t.exits --axis alpha= --session s.splitee", 2,
        "axis alpha is empty");
    row("empty axis in a file", "sweep empty.json --session s.splitee", 2, "axis alpha is empty");
    row("axis out of range", "sweep --table t.exits --axis alpha=0.5,1.5 --session s.splitee", 2,
        "axis alpha holds 1.5");
    row("axis without values", "sweep --table t.exits --axis alpha --session s.splitee", 2,
        "is not KEY=VALUE");
    row("grid without steps", "sweep --table t.exits --axis alpha=0.5..0.9 --session s.splitee", 2,
        "a grid cannot go through");
    row("random without axes", "sweep --table t.exits --design random --session s.splitee", 2,
        "needs an axis");
    row("no samples", "sweep sweep.json --design random --samples 0 --session s.splitee", 2,
        "samples is 0");
    row("unknown design", "sweep sweep.json --design cube --session s.splitee", 2,
        "grid, random or latin_hypercube");
    row("too many runs", "sweep sweep.json --axis beta=0..1/1000 --session s.splitee", 2,
        "more than 1,000,000 runs");
    row("unknown policy", "sweep sweep.json --policy splitey --session s.splitee", 2,
        "unknown policy 'splitey'");
    row("shard 5/4", "sweep sweep.json --shard 5/4 --session s.splitee", 2,
        "there is no shard 5/4");
    row("shard 0/4", "sweep sweep.json --shard 0/4 --session s.splitee", 2,
        "there is no shard 0/4");
    row("shard of words", "sweep sweep.json --shard one --session s.splitee", 2,
        "is not PART/PARTS");
    row("no threads", "sweep sweep.json --threads 0 --session s.splitee", 2, "--threads");
    row("unknown table", "sweep sweep.json --table builtin:cifar11 --session s.splitee", 1,
        "bundled are");
    row("absent table", "sweep sweep.json --table nothing.exits --session s.splitee", 1,
        "there is no such file");
    row("empty table", "sweep sweep.json --table empty.csv --session s.splitee", 1, "no samples");
    row("table twice", "sweep sweep.json --table t.exits --table t.exits --session s.splitee", 2,
        "named twice");
    row("layer beyond the table",
        "sweep --table t.exits --policy fixed --axis fixed_layer=3,6 --session s.splitee", 1,
        "at fixed_layer 6");
    row("session is no session", "sweep sweep.json --session sweep.json", 1, "not a session file");
    row("merge nothing", "merge --out m.splitee", 2, "sessions");
    row("merge without output", "merge good.splitee", 2, "--out");
    row("merge an absent file", "merge --out m.splitee good.splitee nothing.splitee", 1,
        "there is no such file");
    row("merge a foreign file", "merge --out m.splitee good.splitee t.exits", 1,
        "not a session file");
    row("merge a damaged file", "merge --out m.splitee good.splitee damaged.splitee", 1, "damaged");
    row("merge into itself", "merge --out good.splitee good.splitee", 1, "into itself");
    row("merge into no folder", "merge --out nowhere/m.splitee good.splitee", 1, "cannot");
    row("merge into another file", "merge --out t.exits good.splitee", 1, "not a session file");
    row("digest of nothing", "runs --digest --session nothing.splitee", 1, "there is no such file");
}

void TestSweepVerb::badInputIsOneSentence() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    prepare(folder);
    put(folder.filePath("bad.json"), "{\"axes\": ");
    put(folder.filePath("key.json"), R"({"axis": {}})");
    put(folder.filePath("axis.json"), R"({"tables": ["t.exits"], "axes": {"alhpa": [0.5]}})");
    put(folder.filePath("twice.json"),
        R"({"tables": ["t.exits"], "axes": {"alpha": [0.5], "alpha": [0.6]}})");
    put(folder.filePath("empty.json"), R"({"tables": ["t.exits"], "axes": {"alpha": []}})");
    put(folder.filePath("empty.csv"), "sample,label,conf_1,conf_2,pred_1,pred_2\n");
    if (arguments.contains("good.splitee")) {
        QCOMPARE(
            program({"sweep", "--table", "t.exits", "--seeds", "3", "--session", "good.splitee"},
                    folder.path())
                .code,
            0);
        auto bytes = bytesOf(folder.filePath("good.splitee"));
        for (std::size_t k = 4096; k < bytes.size(); k += 3)
            bytes[k] = static_cast<char>(bytes[k] ^ 0x5a);
        put(folder.filePath("damaged.splitee"), bytes);
    }
    const auto before = bytesOf(folder.filePath("good.splitee"));
    const auto done = program(arguments.split(' '), folder.path());
    QVERIFY2(done.code == code, qPrintable(QString::number(done.code) + " " + done.err));
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QVERIFY2(done.err.startsWith("splitee: ") && done.err.count('\n') == 1, qPrintable(done.err));
    QVERIFY(done.out.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath("m.splitee")));
    QVERIFY(bytesOf(folder.filePath("good.splitee")) == before);
}
