// SPDX-License-Identifier: GPL-3.0-or-later
// SESSION [RUN ..] as words, many runs at once, filters, columns and marks.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_csv.h"

using namespace splitee::test;

namespace {

QStringList typedWords(const QString& text) {
    QStringList words = text.split(' ', Qt::SkipEmptyParts);
    words.replaceInStrings("_", " ");
    words.replaceInStrings("EMPTY", "");
    return words;
}

// t.csv, and s.splitee with runs 1 to 3 of splitee and 4 to 6 of final.
void makeWordsSession(const QTemporaryDir& folder) {
    auto table = madeTable(200, 4, 5);
    table.depth = splitee::unitDepths(4);
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), table).has_value());
    const auto kept = program({"run", "--table", "t.csv", "--policy", "splitee,final", "--seeds",
                               "3", "--session", "s.splitee"},
                              folder.path());
    QVERIFY2(kept.code == 0, qPrintable(kept.err));
}

QJsonArray listOf(const Finished& done) {
    return QJsonDocument::fromJson(done.out.toUtf8()).array();
}
QJsonObject objectOf(const Finished& done) {
    return QJsonDocument::fromJson(done.out.toUtf8()).object();
}

}  // namespace

void TestSessionWords::wordsSayTheSameAsTheFlag_data() {
    QTest::addColumn<QString>("flag");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* flag, const char* words) {
        QTest::newRow(words) << flag << words;
    };
    row("runs --session s.splitee", "runs s.splitee");
    row("runs --session s.splitee --digest", "runs s.splitee --digest");
    row("show --session s.splitee 2", "show s.splitee 2");
    row("show 2 --json --session s.splitee", "show --json s.splitee 2");
    row("export --session s.splitee 2 --out -", "export s.splitee 2 --out -");
    row("again --session s.splitee 2", "again s.splitee 2");
    row("check --session s.splitee", "check s.splitee");
    row("report --session s.splitee 1 4 -o -", "report s.splitee 1 4 -o -");
    row("report --session s.splitee --out -", "report s.splitee --out -");
}

void TestSessionWords::wordsSayTheSameAsTheFlag() {
    QFETCH(QString, flag);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    makeWordsSession(folder);
    const auto before = program(typedWords(flag), folder.path());
    const auto now = program(typedWords(words), folder.path());
    QVERIFY2(before.code == 0 && now.code == 0, qPrintable(before.err + now.err));
    QVERIFY(!now.out.isEmpty());
    QCOMPARE(now.out, before.out);
}

void TestSessionWords::whatIsMissingOrTooMuchIsSaid_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* arguments, int code, const char* says) {
        QTest::newRow(arguments) << arguments << code << says;
    };
    row("runs", 2, "name the session, as in splitee runs SESSION [RUN ..]");
    row("show", 2, "name the session, as in splitee show SESSION RUN ..");
    row("show s.splitee", 2,
        "name a run of s.splitee, as in splitee show SESSION RUN .., or --all");
    row("show s.splitee first", 2, "run 'first' is not a number from 1 on");
    row("show s.splitee 0", 2, "run '0' is not a number from 1 on");
    row("show s.splitee 2x", 2, "run '2x' is not a number");
    row("show s.splitee 9", 1, "has no run 9: it holds 6 runs, numbers 1 to 6");
    row("show s.splitee 1 --all", 2, "--all and numbers of runs exclude each other");
    row("show none.splitee 1", 1, "there is no such file");
    row("again s.splitee", 2, "name a run of s.splitee");
    row("resume s.splitee 1 x", 2,
        "run 'x' is not a number from 1 on: splitee resume SESSION [RUN");
    row("resume s.splitee 1", 1, "is finished");
    row("check s.splitee 1", 2, "'1' is one word too many: splitee check SESSION");
    row("check", 2, "name the session, as in splitee check SESSION");
    row("export s.splitee 1", 2, "--out");
    row("export s.splitee 1 2 --out -", 2, "only one run fits on standard output");
    row("report s.splitee", 2, "name the file to write");
    row("report s.splitee --json --out -", 2, "both write to standard output");
    row("report s.splitee --out - --format pdf", 2, "valid are html, md or tex");
    row("runs s.splitee --filter offload_>", 2, "--filter: ");
    row("runs s.splitee --columns run,acuracy", 2, "did you mean accuracy?");
    row("runs s.splitee --digest --columns run", 2, "--digest is of a whole session");
    row("mark s.splitee 1", 2, "name what to mark: --star");
    row("mark s.splitee --star", 2, "name a run of s.splitee");
    row("mark s.splitee 9 --star", 1, "has no run 9");
    row("mark s.splitee 1 --star --no-star", 2, "exclude each other");
    row("mark none.splitee 1 --star", 1, "there is no such file");
    row("list tabels", 2, "did you mean tables?");
}

void TestSessionWords::whatIsMissingOrTooMuchIsSaid() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeWordsSession(folder);
    const auto done = program(typedWords(arguments), folder.path());
    QVERIFY2(done.code == code, qPrintable(QString::number(done.code) + " " + done.err));
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QVERIFY2(done.err.startsWith("splitee: ") && done.err.count('\n') == 1, qPrintable(done.err));
    QVERIFY(done.out.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath("none.splitee")));
}

void TestSessionWords::manyRunsAtOnce() {
    const QTemporaryDir folder;
    makeWordsSession(folder);
    const auto run = [&](const char* arguments) {
        return program(typedWords(arguments), folder.path());
    };
    const auto two = listOf(run("show s.splitee 5 2 --json"));
    QCOMPARE(two.size(), 2);
    QCOMPARE(two[0].toObject()["run"].toInt(), 5);
    QCOMPARE(listOf(run("show s.splitee --all --json")).size(), 6);
    QCOMPARE(objectOf(run("show s.splitee 5 --json"))["run"].toInt(), 5);  // as it always was
    QCOMPARE(run("show s.splitee 1 2").out.count("started_at "), 2);
    QCOMPARE(run("export s.splitee 1 2 --out e.csv").code, 0);
    QCOMPARE(QDir(folder.path()).entryList({"e*.csv"}), (QStringList{"e.1.csv", "e.2.csv"}));
    QCOMPARE(run("export s.splitee 2 --out e.csv").code, 0);
    QVERIFY(bytesOf(folder.filePath("e.csv")) == bytesOf(folder.filePath("e.2.csv")));
    const auto again = run("again s.splitee --all");
    QVERIFY2(again.code == 0, qPrintable(again.err));
    QCOMPARE(again.out.count(": identical, 200 rounds\n"), 6);
    const auto json = objectOf(run("again s.splitee 3 4 --json"));
    QVERIFY(json["identical"].toBool());
    QCOMPARE(json["runs"].toArray().size(), 2);
    QCOMPARE(json["runs"].toArray()[1].toObject()["rounds"].toInt(), 200);
    QCOMPARE(listOf(run("runs s.splitee 2 3 --json")).size(), 2);
    const auto checked = objectOf(run("check s.splitee --json"));
    QVERIFY(checked["whole"].toBool() && checked["runs"].toInt() == 6);
    const auto merged = objectOf(run("merge s.splitee --out m.splitee --json"));
    QCOMPARE(merged["runs_added"].toInt(), 6);
}

void TestSessionWords::runsAreFilteredAndShowTheColumnsAskedFor() {
    const QTemporaryDir folder;
    makeWordsSession(folder);
    const auto run = [&](const QStringList& arguments) {
        const auto done = program(QStringList{"runs", "s.splitee"} + arguments, folder.path());
        if (done.code != 0) qWarning("%s", qPrintable(done.err));
        return done;
    };
    QCOMPARE(listOf(run({"--filter", "policy = final and seed >= 2", "--json"})).size(), 2);
    QCOMPARE(run({"--filter", "policy = final"}).out.count('\n'), 4);
    const auto table = run({"--columns", "run,policy,seed,accuracy", "--filter", "seed = 1"}).out;
    const auto lines = table.split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].simplified(), QString("run policy seed accuracy"));
    QVERIFY2(lines[1].simplified().startsWith("1 splitee 1 0."), qPrintable(table));
    const auto json = objectOf(run({"--columns", "run,policy,accuracy,cost_mean,name", "--json"}));
    QCOMPARE(json["runs"].toArray().size(), 6);
    const auto first = json["runs"].toArray()[0].toObject();
    QVERIFY(first["accuracy"].isDouble() && first["name"].isNull());
    QCOMPARE(json["units"].toObject()["accuracy"].toString(), QString("share"));
    // What is in the trash is listed only where the filter speaks of it, as in the window.
    QCOMPARE(program({"mark", "s.splitee", "1", "--trash"}, folder.path()).code, 0);
    QCOMPARE(listOf(run({"--filter", "policy = splitee", "--json"})).size(), 2);
    QCOMPARE(listOf(run({"--filter", "trashed", "--json"})).size(), 1);
    QCOMPARE(listOf(run({"--json"})).size(), 6);
}

void TestSessionWords::runsAreMarked() {
    const QTemporaryDir folder;
    makeWordsSession(folder);
    const auto marksOf = [&](int number) {
        return objectOf(program({"show", "s.splitee", QString::number(number), "--json"},
                                folder.path()))["marks"]
            .toObject();
    };
    const QString digest = program({"runs", "s.splitee", "--digest"}, folder.path()).out;
    const auto done = program({"mark", "s.splitee", "1", "3", "--star", "--tag", "blur, paper",
                               "--tag", "old", "--name", "as published", "--note", "see p. 3"},
                              folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(done.out, QString("s.splitee: 2 runs marked\n"));
    QCOMPARE(marksOf(3)["tags"].toString(), QString("blur, paper, old"));
    QVERIFY(marksOf(3)["starred"].toBool());
    QCOMPARE(marksOf(3)["note"].toString(), QString("see p. 3"));
    QCOMPARE(marksOf(2)["name"].toString(), QString());
    const auto after = listOf(program({"mark", "s.splitee", "3", "--no-star", "--untag", "paper",
                                       "--note", "", "--trash", "--json"},
                                      folder.path()));
    QCOMPARE(after[0].toObject()["marks"].toObject()["tags"].toString(), QString("blur, old"));
    QVERIFY(!marksOf(3)["starred"].toBool() && marksOf(3)["trashed"].toBool());
    QCOMPARE(marksOf(3)["note"].toString(), QString());
    QCOMPARE(marksOf(3)["name"].toString(), QString("as published"));
    QCOMPARE(program({"mark", "s.splitee", "--all", "--restore"}, folder.path()).code, 0);
    QVERIFY(!marksOf(3)["trashed"].toBool());
    // All or nothing: a run that is not there changes no other.
    QCOMPARE(program({"mark", "s.splitee", "2", "9", "--star"}, folder.path()).code, 1);
    QVERIFY(!marksOf(2)["starred"].toBool());
    QCOMPARE(program({"runs", "s.splitee", "--digest"}, folder.path()).out, digest);
}

void TestSessionWords::theResumeOfWords() {
    const QTemporaryDir folder;
    makeWordsSession(folder);
    const auto words = program({"resume", "s.splitee", "1"}, folder.path());
    const auto flag = program({"resume", "--session", "s.splitee", "1"}, folder.path());
    QCOMPARE(words.code, flag.code);
    QCOMPARE(words.err, flag.err);
}
