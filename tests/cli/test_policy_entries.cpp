// SPDX-License-Identifier: GPL-3.0-or-later
// Several policies of one kind with parameters of their own, from the command line to the session.
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <utility>
#include <vector>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "kept_rounds.h"
#include "program.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

void makeEntryTable(const QTemporaryDir& folder) {
    QVERIFY(splitee::writeTableFile(folder.filePath("t.exits").toStdString(), madeTable(200, 5, 7))
                .has_value());
}

// 2 seeds, 400 rounds and layer 2, but for what `more` says.
QStringList runOf(const QString& policies, const QStringList& more = {}) {
    QStringList words{"run", "--table", "t.exits", "--policy", policies};
    for (const auto& [flag, value] :
         {std::pair("--seeds", "2"), std::pair("--rounds", "400"), std::pair("--fixed-layer", "2")})
        if (!more.contains(flag)) words << flag << value;
    return words + more;
}

constexpr const char* kEntries = "splitee,splitee:beta=0.1,fixed:layer=3,fixed:layer=4";

}  // namespace

void TestPolicyEntries::figuresAreThoseOfThePolicyAlone() {
    const QTemporaryDir folder;
    makeEntryTable(folder);
    const auto done = program(runOf(kEntries, {"--json"}), folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto policies = jsonOf(done)["policies"].toObject();
    QCOMPARE(policies.keys(), (QStringList{"fixed:fixed_layer=3", "fixed:fixed_layer=4", "splitee",
                                           "splitee:beta=0.1"}));
    const auto alone = [&](const QString& policy, const QStringList& more) {
        return jsonOf(
                   program(runOf(policy, QStringList{"--json"} + more), folder.path()))["policies"]
            .toObject()[policy]
            .toObject();
    };
    const auto without = [](QJsonObject figures) {
        for (const char* key : {"seconds", "rounds_per_second", "pareto"}) figures.remove(key);
        return figures;
    };
    QCOMPARE(without(policies["splitee:beta=0.1"].toObject()),
             without(alone("splitee", {"--beta", "0.1"})));
    QCOMPARE(without(policies["splitee"].toObject()), without(alone("splitee", {})));
    QCOMPARE(without(policies["fixed:fixed_layer=4"].toObject()),
             without(alone("fixed", {"--fixed-layer", "4"})));
    QVERIFY(without(policies["splitee"].toObject()) !=
            without(policies["splitee:beta=0.1"].toObject()));
    const auto printed =
        program(runOf(kEntries, {"--compare", "fixed:layer=4,splitee:beta=.1"}), folder.path());
    QVERIFY2(printed.out.contains("SplitEE, beta 0.1") &&
                 printed.out.contains("Fixed split, fixed_layer 4 costs "),
             qPrintable(printed.out + printed.err));
}

void TestPolicyEntries::roundsHaveFilesOfTheirOwn() {
    const QTemporaryDir folder;
    makeEntryTable(folder);
    QCOMPARE(
        program(runOf(kEntries, {"--seeds", "1", "--rounds-csv", "r.csv"}), folder.path()).code, 0);
    QCOMPARE(QDir(folder.path()).entryList({"r*.csv"}),
             (QStringList{"r.csv", "r.fixed.fixed_layer=3.1.csv", "r.fixed.fixed_layer=4.1.csv",
                          "r.splitee.beta=0.1.1.csv"}));
    QCOMPARE(program(runOf("splitee", {"--beta", "0.1", "--seeds", "1", "--rounds-csv", "a.csv"}),
                     folder.path())
                 .code,
             0);
    QCOMPARE(bytesOf(folder.filePath("r.splitee.beta=0.1.1.csv")),
             bytesOf(folder.filePath("a.csv")));
}

void TestPolicyEntries::anExperimentFileListsThem() {
    const QTemporaryDir folder;
    makeEntryTable(folder);
    put(folder.filePath("e.json"),
        R"({"experiment": {"policy": "sw-ucb:window=20,sw-ucb:window=200", "seeds": 2, )"
        R"("rounds": 400}, "source": {"table": "t.exits"}})");
    const auto done = program({"run", "--experiment", "e.json", "--json"}, folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(jsonOf(done)["policies"].toObject().keys(),
             (QStringList{"sw-ucb:window=20", "sw-ucb:window=200"}));
}

// As if each had been run by itself: same digest; repeated, checked, exported and filtered by its
// own parameters.
void TestPolicyEntries::aSessionHoldsThemByTheirOwnParameters() {
    const QTemporaryDir folder;
    makeEntryTable(folder);
    const auto played = program(runOf(kEntries, {"--session", "s.splitee"}), folder.path());
    QVERIFY2(played.code == 0, qPrintable(played.err));
    const std::vector<QStringList> each{{"splitee", "--beta", "1"},
                                        {"splitee", "--beta", "0.1"},
                                        {"fixed", "--fixed-layer", "3"},
                                        {"fixed", "--fixed-layer", "4"}};
    for (const QStringList& one : each)
        QCOMPARE(program(runOf(one.first(), QStringList{"--session", "alone.splitee"} + one.mid(1)),
                         folder.path())
                     .code,
                 0);
    const auto in = [&](const QStringList& words) { return program(words, folder.path()); };
    QCOMPARE(in({"runs", "s.splitee", "--filter", "policy = fixed and fixed_layer = 4", "--json"})
                 .out.count("\"run\":"),
             2);
    const auto again = in({"again", "s.splitee", "3", "5", "8"});
    QVERIFY2(again.code == 0 && again.out.count("identical, 400 rounds") == 3 &&
                 again.out.contains("run 5 (fixed:fixed_layer=3, seed 1)") &&
                 again.out.contains("run 3 (splitee:beta=0.1, seed 1)"),
             qPrintable(again.out + again.err));
    QVERIFY2(in({"check", "s.splitee"}).code == 0, "the session is whole");
    QVERIFY(in({"runs", "s.splitee"}).out.contains("fixed:fixed_layer=4"));
    QCOMPARE(in({"export", "s.splitee", "7", "--out", "e.csv"}).code, 0);
    QCOMPARE(in({"export", "alone.splitee", "7", "--out", "f.csv"}).code, 0);
    QCOMPARE(bytesOf(folder.filePath("e.csv")), bytesOf(folder.filePath("f.csv")));
    const auto report = in({"report", "s.splitee", "--out", "r.html"});
    QVERIFY2(report.code == 0, qPrintable(report.err));
    const auto page = QString::fromStdString(bytesOf(folder.filePath("r.html")));
    QVERIFY(page.contains("SplitEE, beta 0.1") && page.contains("Fixed split, fixed_layer 4"));
    QCOMPARE(in({"runs", "s.splitee", "--digest"}).out,
             in({"runs", "alone.splitee", "--digest"}).out);
}

void TestPolicyEntries::aKilledExperimentIsResumed() {
    const QTemporaryDir folder;
    makeEntryTable(folder);
    const QString whole = folder.filePath("whole.splitee"), cut = folder.filePath("cut.splitee");
    const auto asked = [&](const QString& session) {
        return runOf(kEntries, {"--seeds", "1", "--rounds", "20000", "--session", session});
    };
    QCOMPARE(program(asked(whole), folder.path()).code, 0);
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(SPLITEE_PROGRAM), asked(cut));
    while (keptRounds(cut, 2) == 0 && !process.waitForFinished(1)) {
    }
    process.kill();
    process.waitForFinished();
    const auto resumed = program({"resume", "--session", cut}, folder.path());
    QVERIFY2(resumed.code == 0, qPrintable(resumed.err));
    QCOMPARE(program({"runs", "--digest", "--session", cut}).out,
             program({"runs", "--digest", "--session", whole}).out);
}

void TestPolicyEntries::aSweepCountsThemAsPolicies() {
    const QTemporaryDir folder;
    makeEntryTable(folder);
    const QStringList sweep{
        "sweep",      "--table",   "t.exits",  "--policy", "splitee:beta=0.1,splitee",
        "--seeds",    "2",         "--rounds", "300",      "--axis",
        "mu=0.1,0.2", "--session", "w.splitee"};
    const auto done = program(sweep, folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto runs =
        program({"runs", "w.splitee", "--filter", "policy = splitee and beta = 0.1", "--json"},
                folder.path());
    QCOMPARE(runs.out.count("\"run\":"), 4);
    QCOMPARE(program(sweep, folder.path()).code, 0);  // nothing is missing
    QCOMPARE(program({"runs", "w.splitee", "--json"}, folder.path()).out.count("\"run\":"), 8);
    const auto refused = program(QStringList(sweep) << "--axis"
                                                    << "beta=1,2",
                                 folder.path());
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains("axis beta varies what policy splitee:beta=0.1 sets"),
             qPrintable(refused.err));
}
