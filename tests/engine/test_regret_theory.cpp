// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <cmath>

#include "engine/analysis/regret_theory.h"
#include "engine/policies/kl_ucb.h"
#include "engine/replay/mean_curves.h"
#include "engine/rng.h"
#include "made_tables.h"
#include "test_regime.h"

using namespace splitee;
using namespace splitee::test;

namespace {

bool nearTheory(double a, double b, double within = 1e-12) {
    return std::abs(a - b) <= within * std::max(1.0, std::abs(b));
}

std::vector<double> ones(int count, int of) {
    std::vector<double> values(static_cast<std::size_t>(of), 0.0);
    std::fill_n(values.begin(), count, 1.0);
    return values;
}

std::vector<double> drawn(int count, std::uint64_t seed) {
    Rng rng(seed, "test");
    std::vector<double> values;
    for (int k = 0; k < count; ++k) values.push_back(.8 * rng.uniform() * rng.uniform());
    return values;
}

}  // namespace

void TestRegretTheory::klInfOfTwoPointsIsTheKlOfBernoullis() {
    for (const auto& [count, mean] :
         std::vector<std::pair<int, double>>{{3, .6}, {0, .2}, {5, .51}, {1, .999}}) {
        const double expected = bernoulliKl(count / 10.0, mean);
        QVERIFY(nearTheory(klInf(ones(count, 10), mean), expected, 1e-10));
    }
    QVERIFY(nearTheory(bernoulliKl(.3, .6), .3 * std::log(.5) + .7 * std::log(.7 / .4)));
    QCOMPARE(bernoulliKl(.4, .4), 0.0);
    QVERIFY(std::isinf(bernoulliKl(.4, 1)));
    QCOMPARE(klInf(ones(6, 10), .6), 0.0);
    QVERIFY(std::isinf(klInf(ones(6, 10), 1)));
}

void TestRegretTheory::klInfOfASinglePointMovesMassToOne() {
    // Half of the mass has to go from .2 to 1 for a mean of .6: -ln .5.
    QVERIFY(nearTheory(klInf(std::vector<double>(7, .2), .6), std::log(2.0)));
}

void TestRegretTheory::klInfEqualsASearchByThirds() {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto values = drawn(200, seed);
        for (const double mean : {.25, .5, .9}) {
            const auto dual = [&](double share) {
                double sum = 0;
                for (const double value : values)
                    sum += std::log(1 - share / (1 - mean) * (value - mean)) / 200;
                return sum;
            };
            double low = 0;
            double high = 1;
            for (int step = 0; step < 200; ++step) {  // a third of the range falls away each time
                const double third = (high - low) / 3;
                (dual(low + third) < dual(high - third) ? low : high) =
                    dual(low + third) < dual(high - third) ? low + third : high - third;
            }
            const double best = dual((low + high) / 2);
            QVERIFY2(nearTheory(klInf(values, mean), best, 1e-8),
                     qPrintable(QString::number(klInf(values, mean) - best)));
            double sum = 0;
            for (const double value : values) sum += value / 200;
            QVERIFY(klInf(values, mean) >= bernoulliKl(sum, mean));
        }
    }
}

void TestRegretTheory::klInfDoesNotDependOnTheLowerEnd() {
    auto values = drawn(100, 4);
    const double before = klInf(values, .7);
    for (double& value : values)
        value = 1 - .4 * (1 - value);  // the range's lower end moved to -1.5
    QVERIFY(nearTheory(klInf(values, 1 - .4 * .3), before, 1e-10));
}

void TestRegretTheory::theConstantOfAHandMadeTable() {
    // Free computing and alpha 0: rewards are confidences, 3 of 10 and 6 of 10 of them 1.
    ExitTable table{"made", 2, {1, 2}, {}, {}, {}, {}};
    for (int row = 0; row < 10; ++row) {
        table.confidence.insert(table.confidence.end(), {row < 3 ? 1.0 : 0.0, row < 6 ? 1.0 : 0.0});
        table.label.push_back(0);
    }
    const auto theory =
        laiRobbins(table, 0, makeCostTable({0, 1, 0, 5}, table.depth, ExitsEvaluated::AtSplit));
    QCOMPARE(theory.best, 2);
    QVERIFY(nearTheory(theory.arms[0].gap, .3));
    QCOMPARE(theory.arms[1].gap, 0.0);
    QVERIFY(nearTheory(theory.constant, .3 / bernoulliKl(.3, .6), 1e-10));
    QVERIFY(nearTheory(theory.bernoulliConstant, theory.constant, 1e-10));

    // Two samples with rewards .8, .5 at layer 1 and .8, .6 at layer 2, in the range -.3 to .9.
    const ExitTable two{"two", 2, {1, 2}, {.9, 1, .4, .8}, {1, 1, 0, 1}, {1, 1}, {0, 1}};
    const auto costly =
        laiRobbins(two, .7, makeCostTable({.1, 1, 0, 2}, two.depth, ExitsEvaluated::AtSplit));
    QVERIFY(nearTheory(costly.low, -.3) && nearTheory(costly.high, .9));
    QVERIFY(nearTheory(costly.arms[0].reward, .65) && nearTheory(costly.arms[0].gap, .05));
    QVERIFY(nearTheory(costly.constant,
                       .05 / klInf(std::vector<double>{1.1 / 1.2, .8 / 1.2}, 1 / 1.2), 1e-9));
    QVERIFY(nearTheory(costly.bernoulliConstant, .05 / bernoulliKl(.95 / 1.2, 1 / 1.2), 1e-9));
    QVERIFY(costly.bernoulliConstant > costly.constant);

    // Layer 1 earns .8, .5 again. Layer 2, the final one, costs .4 and so earns at most .6: rewards
    // .6 and 0. A mean of .65 is beyond it, so nothing has to be spent on finding that out.
    const ExitTable capped{"capped", 2, {1, 4}, {.9, 1, .6, .4}, {1, 1, 0, 1}, {1, 1}, {0, 1}};
    const CostTable costs = makeCostTable({.1, 1, 0, 2}, capped.depth, ExitsEvaluated::AtSplit);
    const auto beyond = laiRobbins(capped, .5, costs);
    QCOMPARE(beyond.best, 1);
    QVERIFY(nearTheory(beyond.arms[0].reward, .65));
    QVERIFY(std::isinf(beyond.arms[1].klInf));
    QCOMPARE(beyond.constant, 0.0);
    // Where it may come up to .65, its own cap decides, not that of layer 1.
    const ExitTable under{"under", 2, {1, 2}, {.9, 1, .6, .4}, {1, 1, 0, 1}, {1, 1}, {0, 1}};
    const auto near =
        laiRobbins(under, .5, makeCostTable({.1, 1, 0, 2}, under.depth, ExitsEvaluated::AtSplit));
    QVERIFY(nearTheory(near.arms[1].gap, .15));  // rewards .8 and .2 in -.3 to .8
    QVERIFY(
        nearTheory(near.constant, .15 / klInf(std::vector<double>{1, .5 / 1.1}, .95 / 1.1), 1e-9));
}

void TestRegretTheory::equalArmsHaveNoGap() {
    ExitTable table{"made", 3, {1, 2, 3}, {}, {}, {}, {}};
    for (int row = 0; row < 7; ++row) {
        table.confidence.insert(table.confidence.end(), 3, row / 7.0);
        table.label.push_back(0);
    }
    const auto theory =
        laiRobbins(table, 0, makeCostTable({0, 1, 0, 5}, table.depth, ExitsEvaluated::AtSplit));
    QCOMPARE(theory.best, 1);
    QCOMPARE(theory.constant, 0.0);
}

void TestRegretTheory::theSlopeOfALogarithmIsItsFactor() {
    const std::vector<std::int64_t> round{10, 20, 50, 100};
    std::vector<std::vector<double>> curves(2);
    for (const std::int64_t t : round) {
        curves[0].push_back(7 + 1 * std::log(static_cast<double>(t)));
        curves[1].push_back(2 + 3 * std::log(static_cast<double>(t)));
    }
    const auto fit = logSlope(round, curves, 1);
    QVERIFY(fit.has_value());
    QVERIFY(nearTheory(fit->slope, 2));
    QVERIFY(nearTheory(*fit->standardError, 1));  // slopes 1 and 3: sd sqrt 2, over sqrt 2
    QVERIFY(!logSlope(round, std::span(curves).first(1), 1)->standardError);
}

void TestRegretTheory::theSlopeIsFittedOverTheLastDecades() {
    const std::vector<std::int64_t> round{1, 10, 100, 1000, 10000};
    const std::vector<std::vector<double>> curves{{500, 0, 0, std::log(10.0), 2 * std::log(10.0)}};
    const auto two = logSlope(round, curves, 2);
    QCOMPARE(two->fromRound, std::int64_t{100});
    QCOMPARE(two->points, 3);
    QVERIFY(nearTheory(two->slope, 1));
    QCOMPARE(logSlope(round, curves, 3)->points, 4);
    QVERIFY(!logSlope(round, curves, 1));  // two points only
    QVERIFY(!logSlope({}, {}, 1));
    QVERIFY(!logSlope(round, std::vector<std::vector<double>>(2),
                      3));  // a policy without pseudo-regret
}

void TestRegretTheory::bandsAreWhatTheirNamesSay() {
    const std::vector<std::vector<double>> seeds{{1, 5}, {2, 5}, {3, 5}, {4, 5}};
    const double sd = std::sqrt(5.0 / 3);
    for (const auto& [band, width] :
         std::vector<std::pair<Band, double>>{{Band::StandardDeviation, sd},
                                              {Band::StandardError, sd / 2},
                                              {Band::StudentT, 3.18245 * sd / 2}}) {
        const MeanCurve curve = meanCurve(seeds, band);
        QCOMPARE(curve.mean, (std::vector<double>{2.5, 5}));
        QVERIFY(nearTheory(curve.low[0], 2.5 - width, 1e-5) &&
                nearTheory(curve.high[0], 2.5 + width, 1e-5));
        QCOMPARE(curve.high[1], 5.0);
    }
    const MeanCurve drawnBand = meanCurve(seeds, Band::Bootstrap);
    QVERIFY(drawnBand.low[0] >= 1 && drawnBand.low[0] < 2 && drawnBand.high[0] > 3 &&
            drawnBand.high[0] <= 4);
    QCOMPARE(meanCurve(seeds, Band::Bootstrap).low, drawnBand.low);
    QVERIFY(meanCurve(std::span(seeds).first(1), Band::StudentT).low.empty());
}

void TestRegretTheory::aMeasureThatIsNotKnownHasNoValue() {
    ReplayCurves curves;
    curves.round = {1, 2};
    curves.reward = {.5, 1};
    curves.computeCost = {1, 2};
    curves.exitCost = {.5, 1};
    curves.offloadCost = {0, 5};
    curves.correct = {0, 1};
    curves.labelled = {0, 1};
    curves.offloaded = {0, 1};
    curves.pulls = {1, 0, 1, 1};
    QVERIFY(std::isnan(curveOf(curves, "accuracy")[0]));
    QCOMPARE(curveOf(curves, "accuracy")[1], 1.0);
    QCOMPARE(curveOf(curves, "cost"), (std::vector<double>{1.5, 8}));
    QCOMPARE(curveOf(curves, "offload_rate"), (std::vector<double>{0, .5}));
    QCOMPARE(curveOf(curves, "pulls_2"), (std::vector<double>{0, 1}));
    QVERIFY(curveOf(curves, "pseudo_regret").empty());
    QVERIFY(meanCurve(std::vector<std::vector<double>>(3), Band::StudentT).mean.empty());
}
