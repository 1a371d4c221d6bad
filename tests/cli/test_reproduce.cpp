// SPDX-License-Identifier: GPL-3.0-or-later
// 'splitee reproduce' as a process: its folder, its figures beside those of 'splitee run', and what
// it refuses.
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <cmath>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_csv.h"
#include "storage/tables/table_file.h"

using namespace splitee::test;

namespace {

constexpr const char* kDescription = R"json({"title": "Small", "regret_rounds": 60,
"experiment": {"offload": 3, "seeds": 4, "alpha": 0.5}, "offloads": [1, 3],
"policies": [{"name": "SplitEE", "experiment": {"policy": "splitee"}},
             {"name": "SplitEE-S (observed)", "experiment": {"policy": "splitee-s", "side": "observed"}},
             {"name": "Final exit", "offloads": false, "experiment": {"policy": "final"}}],
"claims": [{"name": "Claim", "policy": "SplitEE"}],
"streams": [{"name": "Bundled", "table": "one.exits", "alpha": 0.55, "claim": "Claim"},
            {"name": "Other", "pass": "other.csv", "file": "sets/other.csv", "claim": "Claim"},
            {"name": "Drawn", "pass": "signs"}]})json";

// A folder with the description and two tables.
class Place {
public:
    Place() {
        put(file("small.json"), kDescription);
        made_ = splitee::writeTableFile(file("one.exits").toStdString(), madeTable(300, 6, 5)) &&
                splitee::writeTableCsv(file("other.csv").toStdString(), madeTable(80, 6, 6));
    }
    [[nodiscard]] bool made() const { return made_; }
    [[nodiscard]] QString file(const QString& name) const { return folder_.filePath(name); }
    [[nodiscard]] Finished reproduce(const QStringList& more) const {
        return program(QStringList{"reproduce", "small.json"} + more, folder_.path());
    }

private:
    QTemporaryDir folder_;
    bool made_ = false;
};

// The mean of a figure in the CSV; NaN where it has none.
double csvFigure(const QString& csv, const QString& key) {
    for (const QString& line : csv.split('\n'))
        if (line.startsWith(key + ","))
            return line.mid(key.size() + 1).split(',').first().toDouble();
    return std::nan("");
}

}  // namespace

void TestReproduce::theFolderHoldsPageFiguresCsvAndSession() {
    const Place place;
    QVERIFY(place.made());
    const auto done = place.reproduce({"--out", "out", "--stream", "Other=other.csv"});
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QVERIFY2(done.out.contains("Claim: more than 50 % less cost"), qPrintable(done.out));
    QVERIFY2(done.out.contains("open out/small.html"), qPrintable(done.out));
    const QDir out(place.file("out"));
    QCOMPARE(out.entryList(QDir::Files, QDir::Name),
             (QStringList{"small.csv", "small.html", "small.md", "small.splitee"}));
    QCOMPARE(QDir(out.filePath("figures")).entryList(QDir::Files, QDir::Name),
             (QStringList{"bundled-offload.svg", "bundled-regret.svg", "claim-claim.svg",
                          "other-offload.svg", "other-regret.svg"}));
    const QString page = QString::fromStdString(bytesOf(out.filePath("small.md")));
    QVERIFY(page.contains("Rows that need a file"));
    QVERIFY(page.contains("--stream \"Drawn=signs\""));
    QVERIFY(!page.contains("Other=other.csv\"\n\n##"));
    const auto runs = program({"runs", out.filePath("small.splitee"), "--json"});
    QVERIFY2(runs.code == 0, qPrintable(runs.err));
    // Two streams: two policies at two o, the final exit at one, three regrets; four seeds.
    QCOMPARE(runs.out.count("\"finished\""), 2 * 4 * (2 * 2 + 1 + 3));
}

void TestReproduce::figuresAreThoseOfRun() {
    const Place place;
    QVERIFY(place.made());
    QCOMPARE(place.reproduce({"--out", "out", "--seeds", "7"}).code, 0);
    const QString csv = QString::fromStdString(bytesOf(place.file("out/small.csv")));
    const QString page = QString::fromStdString(bytesOf(place.file("out/small.md")));
    for (const char* o : {"1", "3"}) {
        const auto run = jsonOf(program({"run", "--table", place.file("one.exits"), "--policy",
                                         "splitee-s,final", "--side", "observed", "--alpha", "0.55",
                                         "--offload", o, "--seeds", "7", "--json"}));
        const auto figures = run["policies"].toObject()["splitee-s"].toObject();
        const auto mean = [&](const char* key) {
            return figures[key].toObject()["mean"].toDouble(-1);
        };
        const QString at = QString("ours,Bundled,SplitEE-S (observed),%1,300,").arg(o);
        const auto same = [](double a, double b) {
            return std::abs(a - b) < 1e-9 * std::max(1.0, std::abs(b));
        };
        QVERIFY(same(csvFigure(csv, at + "accuracy"), 100 * mean("accuracy")));
        QVERIFY(same(csvFigure(csv, at + "cost"), mean("cost_mean")));
        QVERIFY(same(csvFigure(csv, at + "cost_change"), -mean("cost_reduction_vs_final")));
        QVERIFY(same(csvFigure(csv, at + "accuracy_change"), mean("accuracy_change_vs_final")));
        QVERIFY(same(csvFigure(csv, at + "offloaded"), 100 * mean("offload_rate")));
    }
    const double cost = csvFigure(csv, "ours,Bundled,SplitEE-S (observed),3,300,cost");
    QVERIFY2(page.contains(QString::number(cost, 'f', 3) + " ±"), qPrintable(page));
    QVERIFY(page.contains("over 7 seeds"));
    // The command that the page gives for a row says what the row says.
    const qsizetype from = page.indexOf("    splitee run ");
    QVERIFY(from > 0);
    QStringList words = page.mid(from, page.indexOf('\n', from) - from).trimmed().split(' ');
    words.removeFirst();
    for (QString& word : words) word.remove('"');
    const auto again = jsonOf(program(words + QStringList{"--json"}, QDir(place.file("")).path()));
    const auto byHand = again["policies"].toObject()["splitee"].toObject();
    QCOMPARE(byHand["seeds"].toInt(), 7);
    QCOMPARE(QString::number(byHand["cost_mean"].toObject()["mean"].toDouble(), 'f', 6),
             QString::number(csvFigure(csv, "ours,Bundled,SplitEE,3,300,cost"), 'f', 6));
}

void TestReproduce::aFolderIsNotOverwrittenByChance() {
    const Place place;
    QVERIFY(place.made());
    QVERIFY(QDir().mkpath(place.file("empty")));
    QCOMPARE(place.reproduce({"--out", "empty", "--stream", "Other=no.csv"}).code, 1);
    QCOMPARE(place.reproduce({"--out", "empty"}).code, 0);
    const std::string before = bytesOf(place.file("empty/small.csv"));
    const auto refused = place.reproduce({"--out", "empty", "--seeds", "2"});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("is not empty") && refused.err.contains("--overwrite"),
             qPrintable(refused.err));
    QVERIFY(bytesOf(place.file("empty/small.csv")) == before);
    put(place.file("empty/mine.txt"), "mine");
    QCOMPARE(place.reproduce({"--out", "empty", "--seeds", "2", "--overwrite"}).code, 0);
    QVERIFY(bytesOf(place.file("empty/small.csv")) != before);
    QVERIFY(bytesOf(place.file("empty/mine.txt")) == "mine");
    // The old session went: what it holds are the runs of the page.
    const auto runs = program({"runs", place.file("empty/small.splitee"), "--json"});
    QCOMPARE(runs.out.count("\"finished\""), 2 * (2 * 2 + 1 + 3));
    QCOMPARE(place.reproduce({}).code, 0);
    QVERIFY(QFile::exists(place.file("reproduction-small/small.html")));
}

void TestReproduce::tablesAreReadLiveFirst() {
    const Place place;
    QVERIFY(place.made());
    const auto done = place.reproduce(
        {"--out", "out", "--stream", "Drawn=signs", "--model", "builtin:signs", "--samples", "50"});
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QVERIFY2(done.err.contains("reading Drawn: builtin:signs on signs"), qPrintable(done.err));
    const auto table =
        jsonOf(program({"table", "info", place.file("out/tables/drawn.exits"), "--json"}));
    QCOMPARE(table["samples"].toInt(), 50);
    const QString page = QString::fromStdString(bytesOf(place.file("out/small.md")));
    QVERIFY(page.contains("Drawn was read live: builtin:signs on signs, part test, clean."));
    QVERIFY(page.contains("## Drawn"));
}

void TestReproduce::theBundledOnesArePlayed_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("splitee") << "splitee";
    QTest::newRow("i-splitee") << "i-splitee";
}

void TestReproduce::theBundledOnesArePlayed() {
    QFETCH(QString, name);
    const QTemporaryDir folder;
    QStringList words{"reproduce", name, "--out", folder.filePath("out"), "--seeds", "2", "--json"};
    const bool texts = program({"list", "tables"}).out.contains("builtin:sst2-");
    const Place place;
    if (name == "splitee" && !texts)
        words << "--stream"
              << "IMDb=" + place.file("one.exits");
    const auto done = program(words);
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto json = jsonOf(done);
    QCOMPARE(json["reproduction"].toString(), name);
    QVERIFY(!json["claims"].toArray().isEmpty());
    for (const auto& claim : json["claims"].toArray())
        for (const auto& stream : claim.toObject()["streams"].toArray())
            if (stream.toObject()["met"].isBool() && !stream.toObject()["met"].toBool())
                QVERIFY2(!stream.toObject()["reason"].toString().isEmpty(),
                         qPrintable(stream.toObject()["stream"].toString()));
    const QString page = QString::fromStdString(bytesOf(folder.filePath("out/" + name + ".md")));
    const bool alike = name == "i-splitee";  // thresholds, within a claim
    QCOMPARE(page.contains("λ and each stream's α."), !alike);
    QCOMPARE(page.contains("λ and α = 0.5, the paper's."), alike);
    QCOMPARE(page.contains("λ and α = 0.8, the lowest tenth that"), alike);
    QVERIFY(program({"list", "reproductions"}).out.split('\n').contains(name));
}

void TestReproduce::aFolderOfDataGivesTheTrace() {
    const QString data = qEnvironmentVariable("SPLITEE_DATA");
    const QString trace = "traces/sst2-bert-12exit/df_samples_0000-0581.csv";
    if (!QFile::exists(data + "/" + trace))
        QSKIP("the published trace is needed: set SPLITEE_DATA");
    const QTemporaryDir folder;
    const auto done = program(
        {"reproduce", "splitee", "--data", data, "--seeds", "2", "--out", folder.filePath("out")});
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QVERIFY2(done.out.contains("Published trace – "), qPrintable(done.out));
    QVERIFY(!done.out.contains("Published trace – not played"));
}

void TestReproduce::whatMakesNoSenseIsOneSentence_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QStringList& words, int code, const char* says) {
        QTest::newRow(name) << words << code << says;
    };
    row("an unknown one", {"reproduce", "splite"}, 2, "did you mean splitee?");
    row("a file that is not there", {"reproduce", "no/such.json"}, 2, "there is no such file");
    row("no JSON", {"reproduce", "bad.json"}, 2, "is not valid JSON");
    row("an unknown stream", {"reproduce", "small.json", "--stream", "Othr=other.csv"}, 2,
        "did you mean Other?");
    row("no =", {"reproduce", "small.json", "--stream", "Other"}, 2, "is not NAME=FILE");
    row("twice", {"reproduce", "small.json", "--stream", "Other=a", "--stream", "Other=b"}, 2,
        "is given twice");
    row("no such table", {"reproduce", "small.json", "--out", "o1", "--stream", "Other=no.csv"}, 1,
        "no.csv");
    row("no table at all",
        {"reproduce", "small.json", "--out", "o2", "--stream", "Other=small.json"}, 1,
        "small.json");
    row("a live stream without a model", {"reproduce", "small.json", "--stream", "Drawn=signs"}, 2,
        "no model is named: give --model");
    row("nothing to read", {"reproduce", "small.json", "--live"}, 2,
        "--live finds nothing to read");
    row("no such model",
        {"reproduce", "small.json", "--out", "o3", "--stream", "Drawn=signs", "--model",
         "builtin:nothing"},
        1, "builtin:nothing");
    row("a file for a folder", {"reproduce", "small.json", "--out", "other.csv"}, 1,
        "it is a file");
    row("below a file", {"reproduce", "small.json", "--out", "other.csv/out"}, 1, "other.csv/out");
    row("where nobody may write", {"reproduce", "small.json", "--out", "/proc/self/out"}, 1,
        "cannot write");
    row("no seeds", {"reproduce", "small.json", "--seeds", "0"}, 2, "--seeds");
    row("stdout", {"reproduce", "small.json", "--out", "-"}, 2, "--out");
}

void TestReproduce::whatMakesNoSenseIsOneSentence() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Place place;
    put(place.file("bad.json"), "{");
    const auto done = program(words, QFileInfo(place.file("small.json")).path());
    QVERIFY2(done.code == code, qPrintable(done.err));
    QVERIFY2(done.err.startsWith("splitee: ") && done.err.contains(says), qPrintable(done.err));
    if (!words.contains("builtin:nothing"))  // a live reading is announced
        QCOMPARE(done.err.count('\n'), 1);
    QVERIFY(!QFile::exists(place.file("reproduction-small/small.html")));
}
