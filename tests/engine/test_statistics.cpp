// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_statistics.h"

#include <QTest>

#include <cmath>
#include <limits>

#include "engine/analysis/comparison.h"
#include "engine/rng.h"

using namespace splitee;

namespace {

bool nearStatistic(double a, double b, double tolerance = 1e-12) {
    return std::abs(a - b) <= tolerance;
}

// Runs whose cost and accuracy (shares; none where empty) are these.
std::vector<RunSummary> runsWith(const std::vector<double>& cost,
                                 const std::vector<double>& accuracy = {}) {
    std::vector<RunSummary> runs(cost.size());
    for (std::size_t k = 0; k < runs.size(); ++k) {
        runs[k].costMean = cost[k];
        if (!accuracy.empty()) runs[k].accuracy = accuracy[k];
    }
    return runs;
}

using Values = std::vector<double>;

}  // namespace

void TestStatistics::intervalsUseStudentsT() {
    QVERIFY(nearStatistic(studentQuantile95(1), 12.706204736, 1e-8));  // tan(0.475 pi)
    QVERIFY(nearStatistic(studentQuantile95(2), 4.302652729749464, 1e-9));
    QVERIFY(nearStatistic(studentQuantile95(7), 2.3646242515927844, 1e-9));
    QVERIFY(nearStatistic(studentQuantile95(19), 2.093024054408263, 1e-9));
    QVERIFY(nearStatistic(studentQuantile95(100), 1.983971518523552, 1e-9));
    const auto e = estimate(Values{1, 2, 3, 4});
    QCOMPARE(e->mean, 2.5);
    QVERIFY(nearStatistic(*e->halfWidth, 3.182446305284263 * std::sqrt(5.0 / 3 / 4), 1e-9));
    QVERIFY(!estimate(Values{1.0})->halfWidth);
    QVERIFY(!estimate(Values{1.0})->standardDeviation);
    QVERIFY(!estimate(Values{}));
}

// Reference: numpy's mean, std(ddof=1) and percentile, over the draws of a second implementation of
// the stream.
void TestStatistics::everySpreadHasItsReferenceValue() {
    const Values values{3.1, 2.7, 4.4, 3.9, 2.2, 3.3, 5.0, 2.9};
    const BootstrapResamples resamples(values.size());
    const auto e = estimate(values, &resamples);
    QVERIFY(nearStatistic(e->mean, 3.4375));
    QVERIFY(nearStatistic(*e->standardDeviation, .931875988070761));
    QVERIFY(nearStatistic(*e->standardError, .32946791519487467));
    QVERIFY(
        nearStatistic(e->studentT()->low, 3.4375 - 2.3646242515927844 * .32946791519487467, 1e-9));
    QVERIFY(nearStatistic(e->bootstrap->low, 2.875));
    QVERIFY(nearStatistic(e->bootstrap->high, 4.0628125));
    QVERIFY(!estimate(values)->bootstrap);
}

void TestStatistics::equalValuesHaveNoSpreadAtAll() {
    const Values values(20, .1);  // whose plain sum is not 2
    const BootstrapResamples resamples(values.size());
    const auto e = estimate(values, &resamples);
    QCOMPARE(e->mean, .1);
    QCOMPARE(*e->standardDeviation, 0.0);
    QCOMPARE(e->bootstrap->low, .1);
    QCOMPARE(e->bootstrap->high, .1);
}

void TestStatistics::aBootstrapIsAFunctionOfItsValues() {
    Values values;
    Rng rng(3, "values");
    for (int k = 0; k < 50; ++k) values.push_back(rng.normal());
    const auto first = BootstrapResamples(50).interval95(values);
    QVERIFY(first == BootstrapResamples(50).interval95(values));
    for (double& value : values) value = 2 * value + 7;
    const auto scaled = BootstrapResamples(50).interval95(values);
    QVERIFY(nearStatistic(scaled.low, 2 * first.low + 7, 1e-9) &&
            nearStatistic(scaled.high, 2 * first.high + 7, 1e-9));
}

// Above some thousand values the draws are not kept: the interval must still be that of the normal
// approximation.
void TestStatistics::manyValuesAreDrawnAsFewAre() {
    Values values;
    Rng rng(4, "values");
    for (int k = 0; k < 5000; ++k) values.push_back(rng.normal());
    const BootstrapResamples resamples(values.size());
    const auto e = estimate(values, &resamples);
    QVERIFY(nearStatistic((e->bootstrap->high - e->bootstrap->low) / 2, *e->halfWidth,
                          .1 * *e->halfWidth));
    QVERIFY(e->bootstrap->holds(e->mean));
}

void TestStatistics::intervalsCoverTheMeanAsOftenAsTheySay() {
    const BootstrapResamples resamples(20);
    Rng rng(5, "values");
    int byT = 0;
    int byBootstrap = 0;
    for (int trial = 0; trial < 2000; ++trial) {
        Values values(20);
        for (double& value : values) value = 1 + rng.normal();
        const auto e = estimate(values, &resamples);
        byT += e->studentT()->holds(1) ? 1 : 0;
        byBootstrap += e->bootstrap->holds(1) ? 1 : 0;
    }
    QVERIFY2(byT >= 1870 && byT <= 1930, qPrintable(QString::number(byT)));  // 95 %, 3 sd = 29
    QVERIFY2(byBootstrap >= 1820 && byBootstrap <= 1910,
             qPrintable(QString::number(byBootstrap)));  // the percentile method is narrow
}

void TestStatistics::bandsAreNamed() {
    Estimate e{5, 2, 1, 3, Interval{4, 7}};
    QCOMPARE(*halfBand(e, *bandFrom("se")), 1.0);
    QCOMPARE(*halfBand(e, *bandFrom("sd")), 3.0);
    QCOMPARE(*halfBand(e, *bandFrom("t")), 2.0);
    QCOMPARE(*halfBand(e, *bandFrom("bootstrap")), 1.5);
    e.bootstrap.reset();
    QVERIFY(!halfBand(e, Band::Bootstrap));
    const auto unknown = bandFrom("ci");
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().message,
             std::string("band is 'ci', but must be se, sd, t or bootstrap"));
    for (const auto key : kBands) QVERIFY(!describe(*bandFrom(key)).empty());
}

void TestStatistics::thePareto_data() {
    QTest::addColumn<QList<double>>("costThenAccuracy");
    QTest::addColumn<QList<int>>("front");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("none") << QList<double>{} << QList<int>{};
    QTest::newRow("one") << QList<double>{3, .5} << QList<int>{1};
    QTest::newRow("a ladder") << QList<double>{3, .9, 1, .7, 2, .8} << QList<int>{1, 1, 1};
    QTest::newRow("dominated") << QList<double>{1, .7, 2, .6, 3, .9} << QList<int>{1, 0, 1};
    QTest::newRow("same cost") << QList<double>{1, .7, 1, .8} << QList<int>{0, 1};
    QTest::newRow("same accuracy") << QList<double>{1, .7, 2, .7} << QList<int>{1, 0};
    QTest::newRow("twins on it") << QList<double>{1, .7, 1, .7, 0, .1} << QList<int>{1, 1, 1};
    QTest::newRow("twins off it") << QList<double>{2, .7, 2, .7, 1, .7} << QList<int>{0, 0, 1};
    QTest::newRow("unknown") << QList<double>{1, nan, 2, .5, nan, .9} << QList<int>{0, 1, 0};
    QTest::newRow("zero") << QList<double>{0, 0, 1, 0} << QList<int>{1, 0};
}

void TestStatistics::thePareto() {
    QFETCH(QList<double>, costThenAccuracy);
    QFETCH(QList<int>, front);
    std::vector<OperatingPoint> points;
    for (qsizetype k = 0; k + 1 < costThenAccuracy.size(); k += 2)
        points.push_back({costThenAccuracy[k], costThenAccuracy[k + 1]});
    const auto marked = paretoFront(points);
    QCOMPARE(static_cast<qsizetype>(marked.size()), front.size());
    for (std::size_t k = 0; k < marked.size(); ++k)
        QCOMPARE(marked[k] ? 1 : 0, front[static_cast<qsizetype>(k)]);
}

void TestStatistics::pairedDifferencesAreNarrowerThanTheFigures() {
    const auto a = runsWith({1.02, 2.01, 3.00}, {.80, .70, .90});
    const auto b = runsWith({1.30, 2.32, 3.34}, {.80, .70, .90});
    const auto c = compare(a, b);
    QCOMPARE(c->seeds, 3);
    QVERIFY(nearStatistic(c->cost.mean, -.31));
    QVERIFY(nearStatistic(*c->cost.standardDeviation, .03));  // of -.28, -.31, -.34
    QVERIFY(nearStatistic(*c->cost.halfWidth, 4.302652729749464 * .03 / std::sqrt(3.0), 1e-9));
    QVERIFY(*c->cost.halfWidth < .05 * *estimate(Values{1.02, 2.01, 3.00})->halfWidth);
    QCOMPARE(c->accuracy->mean, 0.0);
    QVERIFY(!c->regret);
}

void TestStatistics::aSentenceSaysWhatTheIntervalsSay_data() {
    QTest::addColumn<QList<double>>("cost");      // differences, seed by seed
    QTest::addColumn<QList<double>>("accuracy");  // the same, shares; empty: no labels
    QTest::addColumn<QString>("says");
    const QList<double> same{0, 0, 0};
    QTest::newRow("less")
        << QList<double>{-.28, -.31, -.34} << same
        << "A costs 0.31 lambda less per sample than B (95 % 0.24 to 0.38), at the same accuracy";
    QTest::newRow("more")
        << QList<double>{.28, .31, .34} << same
        << "A costs 0.31 lambda more per sample than B (95 % 0.24 to 0.38), at the same accuracy";
    QTest::newRow("unclear") << QList<double>{-.1, .1, .03} << same
                             << "A shows no clear difference in cost per sample from B (0.01 "
                                "lambda, 95 % -0.24 to 0.26), at the same accuracy";
    QTest::newRow("equal") << same << same
                           << "A costs the same per sample as B, at the same accuracy";
    QTest::newRow("every seed")
        << QList<double>{-2, -2, -2} << same
        << "A costs 2.00 lambda less per sample than B (with every seed), at the same accuracy";
    QTest::newRow("small") << QList<double>{-.00028, -.00031, -.00034} << same
                           << "A costs 0.00031 lambda less per sample than B (95 % 0.00024 to "
                              "0.00038), at the same accuracy";
    QTest::newRow("higher") << same << QList<double>{.019, .020, .021}
                            << "A costs the same per sample as B, at an accuracy 2.00 points "
                               "higher (95 % 1.75 to 2.25)";
    QTest::newRow("lower")
        << same << QList<double>{-.019, -.020, -.021}
        << "A costs the same per sample as B, at an accuracy 2.00 points lower (95 % 1.75 to 2.25)";
    QTest::newRow("accuracy unclear") << same << QList<double>{-.01, .01, .003}
                                      << "A costs the same per sample as B, with no clear "
                                         "difference in accuracy (0.10 points, 95 % -2.42 to 2.62)";
    QTest::newRow("no labels")
        << same << QList<double>{}
        << "A costs the same per sample as B; without labels, accuracy is unknown";
}

void TestStatistics::aSentenceSaysWhatTheIntervalsSay() {
    QFETCH(QList<double>, cost);
    QFETCH(QList<double>, accuracy);
    QFETCH(QString, says);
    const Values baseCost{1.5, 2.5, 4};
    const Values baseAccuracy{.5, .625, .75};
    Values otherCost;
    Values otherAccuracy;
    for (qsizetype k = 0; k < 3; ++k) {
        otherCost.push_back(baseCost[static_cast<std::size_t>(k)] + cost[k]);
        if (!accuracy.isEmpty())
            otherAccuracy.push_back(baseAccuracy[static_cast<std::size_t>(k)] + accuracy[k]);
    }
    const auto c = compare(runsWith(otherCost, otherAccuracy),
                           runsWith(baseCost, accuracy.isEmpty() ? Values{} : baseAccuracy));
    QCOMPARE(QString::fromStdString(sentence(*c, "A", "B")), says);
}

void TestStatistics::aSingleSeedSaysThatItGivesNoInterval() {
    const auto c = compare(runsWith({1.25}, {.75}), runsWith({1.5}, {.5}));
    QCOMPARE(QString::fromStdString(sentence(*c, "A", "B")),
             QStringLiteral("A costs 0.25 lambda less per sample than B, at an accuracy 25.00 "
                            "points higher; a single seed gives no interval"));
    const auto same = compare(runsWith({1.25}), runsWith({1.25}));
    QCOMPARE(QString::fromStdString(sentence(*same, "A", "B")),
             QStringLiteral("A costs the same per sample as B; without labels, accuracy is "
                            "unknown; a single seed gives no interval"));
}

void TestStatistics::onlyCommonSeedsAreCompared() {
    const auto c = compare(runsWith({1, 2, 3}), runsWith({2, 3}));
    QCOMPARE(c->seeds, 2);
    QCOMPARE(c->cost.mean, -1.0);
    QVERIFY(!compare(runsWith({}), runsWith({2, 3})));
}
