// SPDX-License-Identifier: GPL-3.0-or-later
// Under a locale with decimal commas, which a window takes over from its desktop, every file has
// the bytes of the command line, and every file and text of people means the same.
#include <QRegularExpression>
#include <QTest>

#include <numeric>

#include "../engine/made_tables.h"
#include "cli_tests.h"
#include "comparison/report/report_html.h"
#include "comparison/run_filter.h"
#include "datasets/distortion.h"
#include "engine/run/schedule.h"
#include "program.h"
#include "storage/files/experiment_file.h"
#include "storage/files/provenance.h"
#include "storage/files/sweep_file.h"
#include "storage/session/run_figures.h"
#include "storage/session/session.h"
#include "storage/tables/rounds_csv.h"
#include "storage/tables/table_csv.h"
#include "tests/comma_locale.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::string pathIn(const QTemporaryDir& folder, const char* name) {
    return folder.filePath(name).toStdString();
}

ExitTable someTable() {
    auto table = madeTable(200, 4, 5);
    table.depth = unitDepths(4);
    return table;
}

void makeLocaleSession(const QTemporaryDir& folder) {
    QVERIFY(writeTableCsv(pathIn(folder, "t.csv"), someTable()).has_value());
    for (const char* offload : {"1", "2.5"}) {
        const auto kept = program({"run", "--table", "t.csv", "--policy", "splitee,splitee-s",
                                   "--seeds", "3", "--offload", offload, "--session", "s.splitee"},
                                  folder.path());
        QVERIFY2(kept.code == 0, qPrintable(kept.err));
    }
}

}  // namespace

void TestLocale::reportsHaveTheBytesOfTheCommandLine_data() {
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"html", "md", "tex"}) QTest::newRow(ending) << ending;
}

void TestLocale::reportsHaveTheBytesOfTheCommandLine() {
    QFETCH(QString, ending);
    const QTemporaryDir folder;
    makeLocaleSession(folder);
    const auto done = program({"report", "s.splitee", "-o", "cli." + ending}, folder.path());
    QVERIFY2(done.code == 0, qPrintable(done.err));
    const std::string expected = bytesOf(folder.filePath("cli." + ending));
    const QString made = QRegularExpression(QStringLiteral(" · made (\\S+) by "))
                             .match(QString::fromStdString(expected))
                             .captured(1);
    const CommaLocale commas;
    if (!commas.inForce()) QSKIP("no locale with decimal commas can be made here: no localedef");
    std::vector<std::int64_t> runs(12);
    std::iota(runs.begin(), runs.end(), 1);
    const auto compared = compareRuns(pathIn(folder, "s.splitee"), runs);
    QVERIFY(compared.has_value());
    const std::string path = folder.filePath("window." + ending).toStdString();
    QVERIFY(writeReport(path, *compared, {0, made.toStdString(), programText()}).has_value());
    QVERIFY(bytesOf(QString::fromStdString(path)) == expected);
}

void TestLocale::otherFilesHaveTheBytesOfTheCommandLine() {
    const QTemporaryDir folder;
    makeLocaleSession(folder);
    QCOMPARE(
        program({"export", "--session", "s.splitee", "1", "--out", "cli.csv"}, folder.path()).code,
        0);
    ExperimentFile experiment;
    experiment.experiment.offload = 2.25;
    experiment.table = "t.csv";
    Sweep sweep;
    sweep.axes = {*parseAxis("alpha=0.55,0.65")};
    RunSummary summary;
    summary.costMean = 1.0625;
    const std::string written = toJson(experiment), axes = toJson(sweep),
                      figures = summaryJson(summary), table = bytesOf(folder.filePath("t.csv"));
    const CommaLocale commas;
    if (!commas.inForce()) QSKIP("no locale with decimal commas can be made here: no localedef");
    QCOMPARE(toJson(experiment), written);
    QCOMPARE(toJson(sweep), axes);
    QCOMPARE(summaryJson(summary), figures);
    QVERIFY(writeTableCsv(pathIn(folder, "again.csv"), someTable()).has_value());
    QVERIFY(bytesOf(folder.filePath("again.csv")) == table);
    auto session = Session::openReadOnly(pathIn(folder, "s.splitee"));
    const auto rounds = session->rounds().read(1, 1, 1000);
    const auto csv = RoundsCsv::open(pathIn(folder, "window.csv"));
    QVERIFY(csv && (*csv)->consume(*rounds) && (*csv)->close());
    QVERIFY(bytesOf(folder.filePath("window.csv")) == bytesOf(folder.filePath("cli.csv")));
}

void TestLocale::textsOfPeopleMeanTheSame() {
    const QTemporaryDir folder;
    makeLocaleSession(folder);
    const auto before = readTableCsv(pathIn(folder, "t.csv"));
    auto session = Session::openReadOnly(pathIn(folder, "s.splitee"));
    const auto run = session->runs().find(7);  // the first with offload 2.5
    const CommaLocale commas;
    if (!commas.inForce()) QSKIP("no locale with decimal commas can be made here: no localedef");
    const auto table = readTableCsv(pathIn(folder, "t.csv"));
    QVERIFY(table && table->confidence == before->confidence);
    const auto experiment = parseExperiment(R"({"experiment": {"mu": 0.125}})", "x.json");
    QVERIFY(experiment && experiment->experiment.mu == 0.125);
    const auto axis = parseAxis("alpha=0.55,0.65");
    QVERIFY(axis && axis->values.size() == 2 && std::get<double>(axis->values[1]) == 0.65);
    const auto filter = RunFilter::parse("offload > 2.25 and offload < 2.75");
    QVERIFY(filter && filter->matches(rowOf(*run)));
    Experiment scheduled;
    scheduled.schedule = "offload=2.5@100";
    QVERIFY(scheduledSources(scheduled).has_value());
    QVERIFY(parseDistortion("gaussian_blur:0.8").has_value());
    auto again = Session::openReadOnly(pathIn(folder, "s.splitee"));
    QCOMPARE(again->runs().find(7)->experiment.offload, 2.5);
}
