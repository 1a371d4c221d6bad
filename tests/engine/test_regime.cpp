// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_regime.h"

#include <QTest>

#include <cmath>

#include "engine/analysis/regime.h"
#include "engine/analysis/regime_rewards.h"
#include "engine/world/expected_reward.h"
#include "made_tables.h"

using namespace splitee;
using namespace splitee::test;

namespace {

bool nearRegime(double a, double b, double within = 1e-12) { return std::abs(a - b) <= within; }

// Sample A: confidences .9 and 1; sample B: .4 and .8. With alpha .7 and mu .1, A leaves at exit 1
// and B does not:
//   r(1) = .9 - .1 and .8 - .1 (1 + o); r(2) = 1 - .2 and .8 - .2; offloading both at layer 1: mean
//   .9 - .1 (1 + o).
ExitTable twoSamples() { return {"two", 2, {1, 2}, {.9, 1, .4, .8}, {1, 1, 0, 1}, {1, 1}, {0, 1}}; }

Experiment fixedAtOne(const std::string& policies) {
    Experiment e;
    e.policies = policies;
    e.fixedLayer = 1;
    e.order = "file";
    e.seeds = 3;
    return e;
}

}  // namespace

void TestRegime::aTwoExitTableHasTheBestSplitsComputedByHand() {
    const auto map = regimeMap(twoSamples(), fixedAtOne("fixed"), {{.7}, {.1}, {.5, 2}}, {});
    QVERIFY(map.has_value());
    QCOMPARE(map->cells.size(), std::size_t{2});
    const RegimeCell& cheap = map->cells[0];
    QCOMPARE(cheap.bestSplit.layer, 1);
    QVERIFY(nearRegime(cheap.bestSplit.reward, (.8 + .65) / 2));
    QCOMPARE(cheap.trivial.key(2), std::string("offload_at_1"));
    QVERIFY(nearRegime(cheap.trivial.reward, .75));
    QCOMPARE(cheap.ends.key(2), std::string("offload_at_1"));
    const RegimeCell& dear = map->cells[1];
    QCOMPARE(dear.bestSplit.layer, 2);
    QVERIFY(nearRegime(dear.bestSplit.reward, .7));
    QCOMPARE(dear.trivial.key(2), std::string("final"));
    QCOMPARE(dear.ends.key(2), std::string("final"));
}

void TestRegime::gainsAreAgainstTheBestTrivialPolicyOnTheSameSamples() {
    Experiment e = fixedAtOne("fixed,final");
    const auto pass = regimeMap(twoSamples(), e, {{.7}, {.1}, {.5, 2}}, {});
    QVERIFY(pass.has_value());
    QVERIFY(nearRegime(pass->cells[0].gains[0]->reward.mean, .725));
    QVERIFY(nearRegime(pass->cells[0].gains[0]->overTrivial.mean, -.025));
    QVERIFY(nearRegime(pass->cells[1].gains[0]->overTrivial.mean, .65 - .7));
    QVERIFY(nearRegime(*pass->cells[1].gains[0]->overTrivial.halfWidth, 0));
    QVERIFY(nearRegime(pass->cells[1].gains[1]->overTrivial.mean,
                       0));  // the final exit is the best trivial policy there
    e.rounds = 3;            // A, B, A
    const auto more = regimeMap(twoSamples(), e, {{.7}, {.1}, {2}}, {});
    QVERIFY(more.has_value());
    QVERIFY(nearRegime(more->cells[0].gains[0]->reward.mean, (.8 + .5 + .8) / 3));
    QVERIFY(nearRegime(more->cells[0].gains[0]->overTrivial.mean,
                       (.8 + .5 + .8) / 3 - (.8 + .6 + .8) / 3));
    QVERIFY(nearRegime(more->cells[0].gains[1]->overEnds.mean, 0));
}

void TestRegime::partsGiveTheExpectedRewardsOfEverySplit() {
    const ExitTable table = madeTable(700, 5, 3);
    ReplayWorld world(table);
    for (const double alpha : {0.0, .4, 1.0}) {
        const RewardParts parts = rewardParts(table, alpha);
        const CostTable costs =
            makeCostTable({.07, 1.5, .25, 3}, table.depth, ExitsEvaluated::AtSplit);
        const auto expected = expectedRewards(world, alpha, costs);
        double offloading = 0;
        for (std::int64_t row = 0; row < table.samples(); ++row)
            offloading += table.confidencesOf(row).back() - .07 * (1.5 * table.depth[0] + .25 + 3);
        for (int layer = 1; layer <= 5; ++layer)
            QVERIFY(nearRegime(parts.reward(layer, costs),
                               expected[static_cast<std::size_t>(layer - 1)]));
        QVERIFY(nearRegime(parts.rewardOfOffloading(costs), offloading / 700));
    }
}

void TestRegime::playedSamplesAreThoseOfARun_data() {
    QTest::addColumn<int>("rounds");
    for (const int rounds : {1, 60, 100, 250}) QTest::addRow("%d", rounds) << rounds;
}

void TestRegime::playedSamplesAreThoseOfARun() {
    QFETCH(int, rounds);
    const ExitTable table = madeTable(100, 3, 9);
    ReplayWorld world(table);
    Experiment e;
    e.rounds = rounds;
    e.fixedLayer = 2;
    const auto played = roundsOfRun(e, {"fixed", 5}, world);
    double reward = 0;
    for (const RoundRecord& round : played) reward += round.reward / rounds;
    const CostTable costs = makeCostTable(e.costWeights(), table.depth, ExitsEvaluated::AtSplit);
    const RewardParts parts =
        rewardPartsPlayed(table, e.alpha, e, 5, rounds, rewardParts(table, e.alpha));
    QVERIFY2(nearRegime(parts.reward(2, costs), reward),
             qPrintable(QString::number(parts.reward(2, costs) - reward)));
}

void TestRegime::aMapIsTheSameOnOneAndTwoThreads() {
    const ExitTable table = madeTable(300, 4, 8);
    Experiment e;
    e.policies = "splitee,splitee-s,random";
    e.seeds = 4;
    const RegimeGrid grid{{.5, .8}, {.02, .2}, {0, 4}};
    const auto one = regimeMap(table, e, grid, {}, {}, 1);
    const auto two = regimeMap(table, e, grid, {}, {}, 2);
    QVERIFY(one && two && !two->cancelled);
    QCOMPARE(two->cells.size(), std::size_t{8});
    for (std::size_t k = 0; k < 8; ++k)
        for (std::size_t p = 0; p < 3; ++p) {
            QCOMPARE(one->cells[k].gains[p]->overTrivial.mean,
                     two->cells[k].gains[p]->overTrivial.mean);
            QCOMPARE(*one->cells[k].gains[p]->overEnds.halfWidth,
                     *two->cells[k].gains[p]->overEnds.halfWidth);
        }
    QCOMPARE(one->cells[5].alpha, .8);  // alpha by alpha, offload by offload, mu*lambda fastest
    QCOMPARE(one->cells[5].muLambda, .2);
    QCOMPARE(one->cells[5].offload, 0.0);
}

void TestRegime::aStopKeepsTheBestSplits() {
    std::stop_source stop;
    stop.request_stop();
    const auto map =
        regimeMap(twoSamples(), fixedAtOne("fixed"), {{.7}, {.1}, {.5, 2}}, stop.get_token());
    QVERIFY(map && map->cancelled);
    QCOMPARE(map->cells[1].bestSplit.layer, 2);
    QVERIFY(!map->cells[0].gains[0]);
    std::stop_source later;
    const auto part = regimeMap(
        twoSamples(), fixedAtOne("fixed"), {{.7}, {.1}, {.5, 2, 3}}, later.get_token(),
        [&](const Progress&) { later.request_stop(); }, 1);
    QVERIFY(part && part->cancelled && part->cells[0].gains[0] && !part->cells[2].gains[0]);
}

void TestRegime::anAxisReadsNumbersListsAndRanges() {
    QCOMPARE(*parseAxis("o", "0.7"), (std::vector<double>{.7}));
    QCOMPARE(*parseAxis("o", "0.5,0.7,.9"), (std::vector<double>{.5, .7, .9}));
    QCOMPARE(*parseAxis("o", "0..10/5"), (std::vector<double>{0, 2.5, 5, 7.5, 10}));
    QCOMPARE(*parseAxis("o", "2..2/1"), (std::vector<double>{2}));
    const auto log = *parseAxis("o", "0.01..1/3/log");
    QVERIFY(log[0] == .01 && nearRegime(log[1], .1) && log[2] == 1);
}

void TestRegime::anAxisThatMakesNoSenseIsOneSentence_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << ""
                           << "'' is not a number";
    QTest::newRow("word") << "high"
                          << "'high' is not a number";
    QTest::newRow("infinite") << "inf"
                              << "is not a number";
    QTest::newRow("falling list") << "3,2"
                                  << "must rise";
    QTest::newRow("gap in a list") << "1,,2"
                                   << "'' is not a number";
    QTest::newRow("no values") << "0..1/0"
                               << "is empty";
    QTest::newRow("negative count") << "0..1/-3"
                                    << "is empty";
    QTest::newRow("reversed") << "5..1/3"
                              << "reversed";
    QTest::newRow("log from 0") << "0..1/3/log"
                                << "start above 0";
    QTest::newRow("no count") << "0..1"
                              << "needs a number of values";
    QTest::newRow("half a count") << "0..1/2.5"
                                  << "not a number of values";
    QTest::newRow("one value of a range") << "0..1/1"
                                          << "makes no sense";
    QTest::newRow("too many") << "0..1/100000000000"
                              << "too many";
    QTest::newRow("huge count") << "0..1/99999999999999999999999"
                                << "not a number of values";
}

void TestRegime::anAxisThatMakesNoSenseIsOneSentence() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto axis = parseAxis("--offload", text.toStdString());
    QVERIFY(!axis);
    QVERIFY2(QString::fromStdString(axis.error().message).contains(says),
             axis.error().message.c_str());
    QVERIFY(axis.error().message.starts_with("--offload '"));
}

void TestRegime::aGridOutsideTheDeclaredRangesIsRefused() {
    const ExitTable table = twoSamples();
    const auto says = [&](const RegimeGrid& grid) {
        const auto map = regimeMap(table, fixedAtOne("fixed"), grid, {});
        return map ? QString() : QString::fromStdString(map.error().message);
    };
    QVERIFY(says({{1.5}, {.1}, {1}}).contains("alpha is 1.5"));
    QVERIFY(says({{.7}, {.1}, {-1}}).contains("offload is -1"));
    QVERIFY(says({{.7}, {}, {1}}).contains("grid is empty"));
    QVERIFY(says({{.7}, std::vector<double>(200, .1), std::vector<double>(101, 1)})
                .contains("20200 cells"));
}
