// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "program.h"
#include "storage/tables/table_csv.h"
#include "terminal.h"

using namespace splitee::test;

namespace {

// Depths 1, 2, ..; the samples of test_regime.cpp where exits is 2.
void makeTable(const QTemporaryDir& folder, int samples, int exits) {
    auto table = madeTable(samples, exits, 5);
    table.depth = splitee::unitDepths(exits);
    QVERIFY(splitee::writeTableCsv(folder.filePath("t.csv").toStdString(), table).has_value());
}

QList<QStringList> csvOf(const QString& path) {
    QList<QStringList> rows;
    for (const QString& line :
         QString::fromStdString(bytesOf(path)).split('\n', Qt::SkipEmptyParts))
        rows << line.split(',');
    return rows;
}

// All words of a well-formed SVG; empty when it is not.
QStringList wordsOf(const QString& path) {
    const std::string bytes = bytesOf(path);
    QXmlStreamReader xml(QByteArray::fromStdString(bytes));
    QStringList words;
    int shapes = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        for (const auto& attribute : xml.attributes())
            if (attribute.value().contains(QLatin1String("nan")) ||
                attribute.value().contains(QLatin1String("inf")))
                return {};
        if (xml.name() == QLatin1String("text"))
            words << xml.readElementText();
        else
            ++shapes;
    }
    return xml.hasError() || shapes < 10 ? QStringList() : words;
}

}  // namespace

void TestCharts::aRegimeMapSaysTheSameInEveryFormat() {
    const QTemporaryDir folder;
    makeTable(folder, 300, 4);
    const QStringList arguments{"regime",
                                "--table",
                                "t.csv",
                                "--policy",
                                "splitee,splitee-s,confidence-cascade",
                                "--mu-lambda",
                                "0.01..1/3/log",
                                "--offload",
                                "0..4/2",
                                "--alpha",
                                "0.5,0.8",
                                "--seeds",
                                "3",
                                "--csv",
                                "m.csv",
                                "--svg",
                                "m.svg",
                                "--json"};
    const auto done = program(arguments, folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QVERIFY(done.err.isEmpty());
    const auto cells = jsonOf(done)["cells"].toArray();
    QCOMPARE(cells.size(), 12);
    const auto rows = csvOf(folder.filePath("m.csv"));
    QCOMPARE(rows.size(), 1 + 12 * 3);
    QCOMPARE(rows[0].size(), 21);
    for (int k = 0; k < 36; ++k) {
        const QStringList& row = rows[k + 1];
        QCOMPARE(row.size(), 21);
        const auto cell = cells[k / 3].toObject();
        const auto policy = cell["policies"].toObject()[row[9]].toObject();
        QCOMPARE(row[1].toDouble(), cell["mu_lambda"].toDouble());
        QCOMPARE(row[3].toInt(), cell["best_split"].toInt());
        QCOMPARE(row[5], cell["best_trivial"].toObject()["policy"].toString());
        QCOMPARE(row[13].toDouble(), policy["gain"].toObject()["mean"].toDouble());
        QCOMPARE(row[14].toDouble(), policy["gain"].toObject()["ci95"].toArray()[0].toDouble());
        QCOMPARE(row[16].toDouble(), policy["gain_over_ends"].toObject()["mean"].toDouble());
        QVERIFY(row[16].toDouble() >=
                row[13].toDouble());  // the ends are two of the trivial policies
        // One pass: every sample once, so gains are differences of means over the table.
        QVERIFY(std::abs(row[10].toDouble() - row[6].toDouble() - row[13].toDouble()) < 1e-9);
    }
    QVERIFY(std::abs(rows[4][1].toDouble() - .1) < 1e-12);  // in equal ratios
    const auto words = wordsOf(folder.filePath("m.svg"));
    for (const char* word : {"Best fixed split, alpha 0.5", "SplitEE: gain, alpha 0.8",
                             "SplitEE-S: gain, alpha 0.5", "Confidence cascade: gain, alpha 0.5",
                             "mu·lambda, reward per lambda", "offloading o, lambda"})
        QVERIFY2(words.contains(QString::fromUtf8(word)),
                 qPrintable(QString::fromUtf8(word) + " is not in " + words.join('|')));
    const std::string csv = bytesOf(folder.filePath("m.csv"));
    const std::string svg = bytesOf(folder.filePath("m.svg"));
    QCOMPARE(program(arguments, folder.path()).out, done.out);
    QCOMPARE(bytesOf(folder.filePath("m.csv")), csv);
    QCOMPARE(bytesOf(folder.filePath("m.svg")), svg);
}

void TestCharts::aRegimeMapIsPrintedForPeople() {
    const QTemporaryDir folder;
    makeTable(folder, 100, 3);
    const auto done = program({"regime", "--table", "t.csv", "--policy", "splitee", "--mu-lambda",
                               "0.1", "--offload", "5", "--seeds", "2", "--against", "ends"},
                              folder.path());
    QCOMPARE(done.code, 0);
    QVERIFY2(done.out.contains("best split: layer 3 (final exit) in 100 % of the cells"),
             qPrintable(done.out));
    QVERIFY(done.out.contains("SplitEE  "));
    QVERIFY(done.out.contains("the better of always offloading at layer 1"));
}

void TestCharts::curvesSayTheSameInEveryFormat() {
    const QTemporaryDir folder;
    makeTable(folder, 400, 3);
    const QStringList arguments{"curves",
                                "--table",
                                "t.csv",
                                "--policy",
                                "splitee,random",
                                "--mu",
                                "0.05",
                                "--seeds",
                                "4",
                                "--points",
                                "20",
                                "--measure",
                                "pseudo_regret,cost,accuracy,pulls",
                                "--csv",
                                "c.csv",
                                "--svg",
                                "c.svg",
                                "--json"};
    const auto done = program(arguments, folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const auto policies = jsonOf(done)["policies"].toObject();
    const auto rows = csvOf(folder.filePath("c.csv"));
    QCOMPARE(rows[0].join(','), QStringLiteral("policy,round,measure,mean,low,high,band,seeds"));
    QCOMPARE(rows.size(), 1 + 2 * 6 * 20);  // pulls of 3 layers
    QHash<QString, double> last;
    for (int k = 1; k < rows.size(); ++k) {
        const auto curve =
            policies[rows[k][0]].toObject()["curves"].toObject()[rows[k][2]].toObject();
        QCOMPARE(rows[k][3].toDouble(), curve["mean"].toArray()[(k - 1) % 20].toDouble());
        QVERIFY(rows[k][4].toDouble() <= rows[k][3].toDouble() &&
                rows[k][3].toDouble() <= rows[k][5].toDouble());
        QCOMPARE(rows[k][6], QStringLiteral("t"));
        QCOMPARE(rows[k][7], QStringLiteral("4"));
        last[rows[k][0] + rows[k][2]] = rows[k][3].toDouble();
    }
    QCOMPARE(rows[20][1], QStringLiteral("400"));
    QCOMPARE(last["splitee"
                  "pulls_1"] +
                 last["splitee"
                      "pulls_2"] +
                 last["splitee"
                      "pulls_3"],
             400.0);
    // What the curve ends at is what a run of the same experiment reports.
    const auto run = jsonOf(program({"run", "--table", "t.csv", "--policy", "splitee,random",
                                     "--mu", "0.05", "--seeds", "4", "--json"},
                                    folder.path()))["policies"]
                         .toObject();
    for (const char* policy : {"splitee", "random"}) {
        const auto figures = run[policy].toObject();
        QVERIFY(std::abs(last[policy + QStringLiteral("pseudo_regret")] -
                         figures["regret"].toObject()["mean"].toDouble()) < 1e-8);
        QVERIFY(std::abs(last[policy + QStringLiteral("cost")] / 400 -
                         figures["cost_mean"].toObject()["mean"].toDouble()) < 1e-9);
        QVERIFY(std::abs(last[policy + QStringLiteral("accuracy")] -
                         figures["accuracy"].toObject()["mean"].toDouble()) < 1e-9);
        const auto reference = policies[policy].toObject()["reference"].toObject();
        QVERIFY(reference["lai_robbins"].toDouble() > 0);
        QVERIFY(reference["lai_robbins_bernoulli"].toDouble() >=
                reference["lai_robbins"].toDouble());
        QVERIFY(policies[policy]
                    .toObject()["pseudo_regret_slope"]
                    .toObject()["standard_error"]
                    .toDouble() > 0);
    }
    const auto words = wordsOf(folder.filePath("c.svg"));
    for (const char* word : {"SplitEE", "Random split", "Pseudo-regret", "Cost", "Accuracy so far",
                             "C ln t (Lai-Robbins)", "Pseudo-regret, reward, summed"})
        QVERIFY2(words.contains(word), qPrintable(QString(word) + " is not in " + words.join('|')));
    const std::string svg = bytesOf(folder.filePath("c.svg"));
    QCOMPARE(program(arguments, folder.path()).out, done.out);
    QCOMPARE(bytesOf(folder.filePath("c.svg")), svg);
}

void TestCharts::everyPolicyMeasureAndBandIsDrawn_data() {
    QTest::addColumn<QString>("arguments");
    QTest::newRow("plain") << "";
    QTest::newRow("log axes") << "--log-x --log-y --band se";
    QTest::newRow("bootstrap") << "--band bootstrap --lambda2 0.5";
    QTest::newRow("one seed") << "--seeds 1";
    QTest::newRow("one round") << "--rounds 1";
    QTest::newRow("costs nothing") << "--mu 0 --alpha 0";
}

void TestCharts::everyPolicyMeasureAndBandIsDrawn() {
    QFETCH(QString, arguments);
    const QTemporaryDir folder;
    makeTable(folder, 200, 3);
    const auto done =
        program(QStringList{"curves", "--table", "t.csv", "--policy", "all", "--measure", "all",
                            "--points", "30", "--csv", "c.csv", "--svg", "c.svg"} +
                    (arguments.contains("--seeds") ? QStringList() : QStringList{"--seeds", "3"}) +
                    arguments.split(' ', Qt::SkipEmptyParts),
                folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    for (const QString& line : done.err.split('\n', Qt::SkipEmptyParts))
        QVERIFY2(line.startsWith("splitee: left out entropy-cascade"), qPrintable(line));
    const auto words = wordsOf(folder.filePath("c.svg"));
    for (const char* word : {"SplitEE", "SplitEE-S", "Final exit", "Realised regret", "Exit cost",
                             "Offload rate so far"})
        QVERIFY2(words.contains(word), qPrintable(QString(word) + " is not in " + words.join('|')));
    const QString csv = QString::fromStdString(bytesOf(folder.filePath("c.csv")));
    QVERIFY(!csv.contains("nan") && !csv.contains("inf"));
    QVERIFY(csv.contains("splitee,") && csv.contains(",pulls_3,"));
    QVERIFY(!csv.contains(
        "confidence-cascade,1,pseudo_regret"));  // has no pseudo-regret: its choice is no split
}

void TestCharts::ctrlCKeepsTheCellsThatAreDone() {
    const QTemporaryDir folder;
    makeTable(folder, 2000, 4);
    QProcess process;
    Terminal terminal;
    terminal.takeStderrOf(process);
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(SPLITEE_PROGRAM),
                  {"regime", "--table", "t.csv", "--rounds", "20000", "--seeds", "100", "--csv",
                   "m.csv", "--svg", "m.svg", "--json"});
    QVERIFY(terminal.says(" of 525 cells"));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(process.waitForFinished(20'000));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(process.exitCode(), 130);
    const auto json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QVERIFY(json["cancelled"].toBool());
    QCOMPARE(json["cells"].toArray().size(), 525);
    QVERIFY(csvOf(folder.filePath("m.csv")).size() < 1 + 525 * 2);
    QVERIFY(!wordsOf(folder.filePath("m.svg")).isEmpty());
}

void TestCharts::aReportOfKeptRunsIsOneFileOrATable() {
    const QTemporaryDir folder;
    makeTable(folder, 200, 3);
    const auto kept = program({"run", "--table", "t.csv", "--policy", "splitee,splitee-s",
                               "--seeds", "3", "--session", "s.splitee"},
                              folder.path());
    QVERIFY2(kept.code == 0, qPrintable(kept.err));
    const auto done =
        program({"report", "s.splitee", "-o", "r.html", "--baseline", "4"}, folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(done.out, QString("r.html: 2 groups of 6 runs\n"));
    const std::string html = bytesOf(folder.filePath("r.html"));
    QVERIFY(html.find("paired over 3 seeds") != std::string::npos);
    QVERIFY(html.find("baseline: SplitEE-S") != std::string::npos);  // run 4 is its first
    QVERIFY(html.find("<script") == std::string::npos);
    // The same numbers as the engine's own comparison of the same runs.
    const auto compared = program({"run", "--table", "t.csv", "--policy", "splitee,splitee-s",
                                   "--seeds", "3", "--compare", "splitee,splitee-s"},
                                  folder.path());
    const qsizetype begin = compared.out.indexOf("SplitEE c") >= 0
                                ? compared.out.indexOf("SplitEE c")
                                : compared.out.indexOf("SplitEE shows");
    QVERIFY2(begin >= 0, qPrintable(compared.out));
    const QString sentence = compared.out.mid(begin, compared.out.indexOf('\n', begin) - begin);
    QVERIFY2(QString::fromStdString(html).contains(sentence), qPrintable(sentence));
    QCOMPARE(program({"report", "s.splitee", "1", "4", "-o", "r.tex"}, folder.path()).code, 0);
    QVERIFY(bytesOf(folder.filePath("r.tex")).starts_with("\\begin{tabular}"));
    for (const auto& [arguments, says] : std::initializer_list<std::pair<QStringList, QString>>{
             {{"report", "s.splitee", "-o", "r.pdf"}, ".html, .md or .tex"},
             {{"report", "s.splitee", "77", "-o", "r.html"}, "77"},
             {{"report", "s.splitee", "1", "-o", "r.html", "--baseline", "2"}, "baseline run 2"},
             {{"report", "none.splitee", "-o", "r.html"}, "none.splitee"}}) {
        const auto refused = program(arguments, folder.path());
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains(says) && refused.err.count('\n') == 1,
                 qPrintable(refused.err));
    }
}

void TestCharts::whatMakesNoSenseIsOneSentence_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* arguments, int code, const char* says) {
        QTest::newRow(name) << arguments << code << says;
    };
    row("regime: no table", "regime", 2, "--table");
    row("regime: unknown table", "regime --table nothing.csv", 1, "there is no such file");
    row("regime: unknown builtin", "regime --table builtin:nothing", 1, "bundled are");
    row("regime: one exit", "regime --table one.csv", 2, "single exit");
    row("regime: empty grid", "regime --table t.csv --mu-lambda 0.1..1/0", 2,
        "--mu-lambda '0.1..1/0': a range of 0 values is empty");
    row("regime: reversed range", "regime --table t.csv --offload 10..0/21", 2,
        "--offload '10..0/21': the range is reversed");
    row("regime: log from 0", "regime --table t.csv --mu-lambda 0..1/25/log", 2,
        "must start above 0");
    row("regime: too many cells", "regime --table t.csv --mu-lambda 0..1/200 --offload 0..1/200", 2,
        "40000 cells");
    row("regime: too many values", "regime --table t.csv --mu-lambda 0..1/99999999", 2, "too many");
    row("regime: alpha above 1", "regime --table t.csv --alpha 0.5,1.5", 2, "alpha is 1.5");
    row("regime: offload below 0", "regime --table t.csv --offload=-1..1/3", 2, "offload is -1");
    row("regime: word", "regime --table t.csv --alpha high", 2, "'high' is not a number");
    row("regime: unknown policy", "regime --table t.csv --policy spliteee", 2,
        "did you mean splitee?");
    row("regime: unknown opponent", "regime --table t.csv --against best", 2, "trivial or ends");
    row("regime: no such folder",
        "regime --table t.csv --mu-lambda 0.1 --offload 1 --seeds 1 --svg nowhere/m.svg", 1,
        "cannot write regime chart");
    row("regime: unknown flag", "regime --table t.csv --mu-lamda 1", 2, "--mu-lamda");
    row("curves: no table", "curves", 2, "--table");
    row("curves: unknown table", "curves --table nothing.csv", 1, "there is no such file");
    row("curves: one exit", "curves --table one.csv", 2, "single exit");
    row("curves: unknown measure", "curves --table t.csv --measure regret", 2,
        "pseudo_regret or realised_regret?");
    row("curves: misspelt measure", "curves --table t.csv --measure acuracy", 2,
        "did you mean accuracy?");
    row("curves: unknown band", "curves --table t.csv --band iqr", 2, "iqr");
    row("curves: no points", "curves --table t.csv --points 0", 2, "points is 0");
    row("curves: too many points", "curves --table t.csv --points 100000", 2, "points is 100000");
    row("curves: too many values", "curves --table t.csv --points 10000 --seeds 100000", 2,
        "fewer seeds or points");
    row("curves: no decades", "curves --table t.csv --fit-decades 0", 2, "fit-decades is 0");
    row("curves: alpha above 1", "curves --table t.csv --alpha 1.5", 2, "alpha is 1.5");
    row("curves: unknown policy", "curves --table t.csv --policy all,splitee", 2,
        "unknown policy 'all'");
    row("curves: pulls as a chart", "curves --table t.csv --measure pulls --svg c.svg", 2,
        "--csv and --json only");
    row("regime: empty name", "regime --table t.csv --svg EMPTY", 2, "needs the name of a file");
    row("curves: empty number", "curves --table t.csv --points EMPTY", 2, "needs a number");
    row("curves: empty alpha", "curves --table t.csv --alpha EMPTY", 2, "--alpha: needs a number");
    row("curves: negative seed", "curves --table t.csv --seed -1", 2,
        "must be a whole number from 0 on, not -1");
    row("curves: last seed too large", "curves --table t.csv --seed 9007000000000000 --seeds 2", 2,
        "the last of 2 seeds must be at most 9007000000000000");
    row("curves: no such folder", "curves --table t.csv --seeds 1 --csv nowhere/c.csv", 1,
        "cannot write curves");
}

void TestCharts::whatMakesNoSenseIsOneSentence() {
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    makeTable(folder, 20, 2);
    put(folder.filePath("one.csv"), "sample,label,conf_1,pred_1\n0,1,.5,1\n");
    QStringList words = arguments.split(' ', Qt::SkipEmptyParts);
    words.replaceInStrings("EMPTY", "");
    const auto done = program(words, folder.path());
    QVERIFY2(done.code == code, qPrintable(QString::number(done.code) + " " + done.err));
    QVERIFY2(done.err.contains(says), qPrintable(done.err));
    QVERIFY2(done.err.startsWith("splitee: ") && done.err.count('\n') == 1, qPrintable(done.err));
    QVERIFY(done.out.isEmpty());
}
