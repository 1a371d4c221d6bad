// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_layer_costs.h"

#include <QTest>

#include "engine/analysis/regime.h"
#include "engine/policies/policy_info.h"
#include "engine/run/regret.h"
#include "engine/run/schedule.h"
#include "engine/run/sweep.h"
#include "engine/world/layer_costs.h"
#include "oracle/oracle.h"
#include "replayed.h"

using namespace splitee;
using namespace splitee::test;

namespace {

/// Three tables with costs of a real cut: o falls by jumps, as payloads do, and rises again.
struct CutCosts {
    const char* name;
    ExitTable table;
    std::vector<double> offloads, computing;
    double inputOffload;
};

std::vector<CutCosts> cutCosts() {
    ExitTable binary = tableOfKind(Kind::Quarters, 300, 3, 5);
    for (auto& prediction : binary.prediction) prediction = prediction % 2 == 0 ? 1 : 0;
    for (auto& label : binary.label) label = label < 0 ? label : label % 2;
    return {{"made", tableOfKind(Kind::Made, 400, 7, 21), {9.5, 2.25, 6, 6, 0.5, 11, 3}, {}, 14},
            {"quarters", binary, {1, 8, 0.25}, {}, 2},
            {"stages",
             tableOfKind(Kind::Made, 350, 12, 9),
             {12, 12, 12, 6, 6, 6, 6, 3, 3, 1, 7, 0},
             {0.1, 0.2, 0.2, 1, 2, 3, 4, 5, 8, 9, 9.5, 12},
             12.5}};
}

oracle::Problem problemWith(const CutCosts& costs) {
    oracle::Problem p;
    p.table = &costs.table;
    p.mu = 0.07;
    p.lambda2 = 0.25;
    p.alpha = 0.75;
    p.offloads = costs.offloads;
    p.computing = costs.computing;
    p.inputOffload = costs.inputOffload;
    p.parameters["fixed_layer"] = 2;
    return p;
}

Experiment experimentOfCosts(const oracle::Problem& p, const std::string& policy) {
    Experiment e;
    e.policies = policy;
    e.side = p.side;
    e.mu = p.mu;
    e.lambda2 = p.lambda2;
    e.alpha = p.alpha;
    e.offload = 77;  // not read
    e.fixedLayer = p.whole("fixed_layer");
    e.offloadPerLayer = layerOffloadsText({p.offloads, p.inputOffload});
    e.computePerLayer = layerNumbersText(p.computing);
    return e;
}

/// Sum of E r(i*) - E r(i_t) from the oracle's own means.
double regretOf(const oracle::Problem& p, const oracle::Past& past, bool every) {
    const auto meanOf = [&](int layer, bool all) {
        double sum = 0;
        for (std::int64_t row = 0; row < p.table->samples(); ++row)
            sum += p.reward(row, layer, p.alpha, all);
        return sum / static_cast<double>(p.table->samples());
    };
    const double best = meanOf(oracle::bestSplit(p), false);
    std::vector<double> gaps;
    for (int layer = 1; layer <= p.exits(); ++layer) gaps.push_back(best - meanOf(layer, every));
    double regret = 0;
    for (const oracle::Round& round : past)
        regret += gaps[static_cast<std::size_t>(round.fate.layer - 1)];
    return regret;
}

std::string firstDifference(const std::vector<RoundRecord>& rounds, const oracle::Past& past) {
    if (rounds.size() != past.size()) return "another number of rounds";
    for (std::size_t t = 0; t < past.size(); ++t) {
        const RoundRecord& r = rounds[t];
        if (std::string different =
                difference(past[t], {r.split, r.exited, r.prediction, r.reward, r.cost()}, 1e-12);
            !different.empty())
            return different;
    }
    return "";
}

}  // namespace

void TestLayerCosts::textsAreReadBack() {
    const auto plain = parseLayerOffloads(" 6.1, 4,0 ");
    QVERIFY(plain.has_value());
    QCOMPARE(plain->layers, (std::vector{6.1, 4.0, 0.0}));
    QVERIFY(!plain->input);
    const auto whole = parseLayerOffloads("input=1e6,0.1,123456.789");
    QVERIFY(whole.has_value());
    QCOMPARE(*whole->input, 1e6);
    QCOMPARE(*parseLayerOffloads(layerOffloadsText(*whole)), *whole);
    QVERIFY(parseLayerOffloads("")->layers.empty());
    QCOMPARE(*parseLayerComputing("1,1,2.5"), (std::vector{1.0, 1.0, 2.5}));
    QVERIFY(parseLayerComputing("")->empty());
}

void TestLayerCosts::badTextsAreOneSentence_data() {
    QTest::addColumn<QString>("offloads");
    QTest::addColumn<QString>("computing");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QString& offloads, const char* computing,
                        const char* says) { QTest::newRow(name) << offloads << computing << says; };
    row("a word", "6,much,3", "", "offload_per_layer has 'much', which is not a number");
    row("nothing between commas", "6,,3", "", "offload_per_layer has ''");
    row("blanks", "  ", "", "offload_per_layer has ''");
    row("a comma too many", "6,5,", "", "offload_per_layer has ''");
    row("a negative", "6,-0.5,3", "", "offload_per_layer has -0.5, but each must be between 0 and");
    row("not a number", "6,nan,3", "", "offload_per_layer has nan, but each must be between");
    row("infinite", "6,inf,3", "", "offload_per_layer has inf, but each must be between");
    row("huge", "6,1e300,3", "", "offload_per_layer has 1e300, but each must be between");
    row("beyond a double", "6,1e999,3", "", "offload_per_layer has 1e999, but each must be");
    row("the input alone", "input=3", "", "has a cost of the input and none of a layer");
    row("the input last", "3,4,input=3", "", "offload_per_layer has 'input=3'");
    row("a bad input", "input=-3,4,5", "", "offload_per_layer has -3");
    row("too many", QStringLiteral("1,").repeated(70) + '1', "", "has more than 64 values");
    row("falling computing", "", "1,3,2", "compute_per_layer falls from 3 to 2 at layer 3");
    row("negative computing", "", "-1,3,4", "compute_per_layer has -1");
    row("a word of computing", "", "1;2;3", "compute_per_layer has '1;2;3'");
}

void TestLayerCosts::badTextsAreOneSentence() {
    QFETCH(QString, offloads);
    QFETCH(QString, computing);
    QFETCH(QString, says);
    const ExitTable table = madeTable(20, 3, 1);
    ReplayWorld world(table);
    Experiment e;
    e.offloadPerLayer = offloads.toStdString();
    e.computePerLayer = computing.toStdString();
    const auto valid = validate(e, world);
    QVERIFY(!valid.has_value());
    const QString sentence = QString::fromStdString(valid.error().message);
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(!sentence.contains('\n'), qPrintable(sentence));
}

void TestLayerCosts::costsMustFitTheSource_data() {
    QTest::addColumn<int>("exits");
    QTest::addColumn<QString>("offloads");
    QTest::addColumn<QString>("computing");
    QTest::addColumn<QString>("says");
    QTest::newRow("two of three") << 3 << "1,2"
                                  << ""
                                  << "offload_per_layer has 2 values, but the source has 3 layers";
    QTest::newRow("four of three") << 3 << "1,2,3,4"
                                   << ""
                                   << "offload_per_layer has 4 values";
    QTest::newRow("one of three") << 3 << "1"
                                  << ""
                                  << "offload_per_layer has 1 value, but";
    QTest::newRow("the input does not count") << 3 << "input=1,2,3"
                                              << ""
                                              << "has 2 values";
    QTest::newRow("two of one") << 1 << "1,2"
                                << ""
                                << "but the source has 1 layer: give";
    QTest::newRow("computing") << 3 << "1,2,3"
                               << "1,2"
                               << "compute_per_layer has 2 values";
    QTest::newRow("fitting") << 3 << "input=4,1,2,3"
                             << "1,2,3"
                             << "";
}

void TestLayerCosts::costsMustFitTheSource() {
    QFETCH(int, exits);
    QFETCH(QString, offloads);
    QFETCH(QString, computing);
    QFETCH(QString, says);
    const ExitTable table = madeTable(20, exits, 1);
    ReplayWorld world(table);
    Experiment e;
    e.offloadPerLayer = offloads.toStdString();
    e.computePerLayer = computing.toStdString();
    const auto valid = validate(e, world);
    QCOMPARE(valid.has_value(), says.isEmpty());
    if (!valid)
        QVERIFY2(QString::fromStdString(valid.error().message).contains(says),
                 valid.error().message.c_str());
}

void TestLayerCosts::everyPolicyEqualsItsOracle_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    const auto all = cutCosts();
    for (int which = 0; which < static_cast<int>(all.size()); ++which)
        for (const PolicyInfo& info : kPolicies)
            for (const char* side : {"corrected", "observed", "released"}) {
                const QString policy = QString::fromStdString(std::string(info.key));
                if (policy != "splitee-s" && side != std::string("corrected")) continue;
                QTest::addRow("%s %s %s", all[static_cast<std::size_t>(which)].name,
                              qPrintable(policy), side)
                    << which << policy << side;
            }
}

// Choices and answers exactly, rewards, costs and regret to 1e-12; under a factor that changes,
// too.
void TestLayerCosts::everyPolicyEqualsItsOracle() {
    QFETCH(int, which);
    QFETCH(QString, policy);
    QFETCH(QString, side);
    const std::string key = policy.toStdString();
    const CutCosts costs = std::move(cutCosts()[static_cast<std::size_t>(which)]);
    QVERIFY(validate(costs.table).has_value());
    oracle::Problem p = problemWith(costs);
    p.side = side.toStdString();
    Experiment e = experimentOfCosts(p, key);
    e.rounds = 900;
    ReplayWorld world(costs.table);
    const auto valid = validate(e, world);
    QVERIFY2(valid.has_value(), valid ? "" : valid.error().message.c_str());
    const RunSpec run{key, 3};
    const auto rounds = roundsOfRun(e, run, world);
    const auto past = oracle::oracleRounds(key, p, run.seed, e.rounds);
    const std::string different = firstDifference(rounds, past);
    QVERIFY2(different.empty(), different.c_str());
    if (findPolicy(key)->splitsOnly) {
        RegretMeter meter(e, run, world);
        for (const RoundRecord& round : rounds) meter.add(round);
        const bool every = findPolicy(key)->evaluated == ExitsEvaluated::UpToSplit;
        const double regret = regretOf(p, past, every);
        QVERIFY(std::abs(*meter.pseudo() - regret) <= 1e-12 * (1 + std::abs(regret)) * 900);
    }
    if (key == "best") return;                                // reads the whole schedule beforehand
    if (key == "splitee-s" && p.side != "corrected") return;  // its oracle knows no earlier costs
    e.schedule = "offload_factor=0.3@400";
    const auto changed = oracle::oracleRounds(key, p, run.seed, e.rounds, {{400, p.mu, 5, 0.3}});
    const std::string then = firstDifference(roundsOfRun(e, run, world), changed);
    QVERIFY2(then.empty(), then.c_str());
}

void TestLayerCosts::equalCostsPlayTheRoundsOfTheOneNumber() {
    const ExitTable table = tableOfKind(Kind::Made, 300, 5, 2);
    ReplayWorld world(table);
    for (const PolicyInfo& info : kPolicies) {
        Experiment one;
        one.policies = info.key;
        one.offload = 3.3;
        one.rounds = 700;
        one.fixedLayer = 2;
        Experiment each = one;
        each.offload = 5;
        each.offloadPerLayer = "input=3.3,3.3,3.3,3.3,3.3,3.3";
        QVERIFY(validate(each, world).has_value());
        const RunSpec run{std::string(info.key), 4};
        QVERIFY2(roundsOfRun(one, run, world) == roundsOfRun(each, run, world),
                 std::string(info.key).c_str());
    }
}

void TestLayerCosts::theInputsCostMustBeKnownToSendIt() {
    const ExitTable table = madeTable(50, 3, 1);
    ReplayWorld world(table);
    Experiment e;
    e.policies = "cloud-only";
    e.offloadPerLayer = "1,2,3";
    const auto refused = validate(e, world);
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.find("put input=COST before the layers") != std::string::npos,
             refused.error().message.c_str());
    e.offloadPerLayer = "input=7,1,2,3";
    QVERIFY(validate(e, world).has_value());
    const auto rounds = roundsOfRun(e, {"cloud-only", 1}, world);
    QCOMPARE(rounds.front().offloadCost, 7.0);
}

void TestLayerCosts::aScheduleMultipliesThemAll() {
    const ExitTable table = madeTable(50, 3, 1);
    ReplayWorld world(table);
    Experiment e;
    e.offloadPerLayer = "input=8,4,2,1";
    e.schedule = "offload_factor=2@10, offload_factor=0@20..30";
    QVERIFY(validate(e, world).has_value());
    const auto schedule = Schedule::of(e, 50);
    QVERIFY(schedule.has_value());
    const auto at = [&](std::int64_t t) {
        return makeCostTable(schedule->at(t).weights, table.depth, ExitsEvaluated::AtSplit);
    };
    QCOMPARE(at(9).offload, (std::vector{4.0, 2.0, 1.0}));
    QCOMPARE(at(10).offload, (std::vector{8.0, 4.0, 2.0}));
    QCOMPARE(*at(10).input, 16.0);
    QCOMPARE(at(25).offload, (std::vector{4.0, 2.0, 1.0}));
    QCOMPARE(at(30).offload, (std::vector{0.0, 0.0, 0.0}));
    QCOMPARE(schedule->at(25).setting("offload_factor"), 1.0);
    e.schedule = "offload=8@10";
    const auto refused = validate(e, world);
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.find("change offload_factor") != std::string::npos,
             refused.error().message.c_str());
    e.offloadPerLayer.clear();
    e.schedule = "offload=8@10, offload_factor=0.5@20";  // of one number: both
    const auto both = Schedule::of(e, 50);
    QVERIFY(both.has_value());
    QCOMPARE(makeCostTable(both->at(20).weights, table.depth, ExitsEvaluated::AtSplit).offload[0],
             4.0);
}

// A factor of 2 is the map of twice the costs; by hand as in TestRegime, with o_1 = 1.
void TestLayerCosts::aRegimeMapVariesTheFactor() {
    const ExitTable table = tableOfKind(Kind::Made, 200, 4, 6);
    Experiment e;
    e.policies = "splitee,splitee-s";
    e.seeds = 2;
    e.offload = 99;
    e.offloadPerLayer = "6,1,3,0";
    QCOMPARE(offloadAxisOf(e), std::string_view("offload_factor"));
    const auto map = regimeMap(table, e, {{.7}, {.05, .2}, {.5, 2}}, {});
    QVERIFY(map.has_value());
    e.offloadPerLayer = "12,2,6,0";
    const auto twice = regimeMap(table, e, {{.7}, {.05, .2}, {1}}, {});
    QVERIFY(twice.has_value());
    for (std::size_t x = 0; x < 2; ++x) {
        const RegimeCell &a = map->cells[2 + x], &b = twice->cells[x];
        QCOMPARE(a.offload, 2.0);
        QCOMPARE(a.bestSplit.layer, b.bestSplit.layer);
        QCOMPARE(a.bestSplit.reward, b.bestSplit.reward);
        QCOMPARE(a.ends.reward, b.ends.reward);
        for (std::size_t p = 0; p < 2; ++p)
            QCOMPARE(a.gains[p]->reward.mean, b.gains[p]->reward.mean);
    }
    for (std::size_t x = 0; x < 2; ++x) {
        Experiment of = e;  // the twice as dear costs
        of.mu = x == 0 ? .05 : .2;
        const auto means = meanRewardsOf(table, of, ExitsEvaluated::AtSplit);
        const auto best = std::ranges::max_element(means);
        QCOMPARE(twice->cells[x].bestSplit.layer, static_cast<int>(best - means.begin()) + 1);
        QVERIFY(std::abs(twice->cells[x].bestSplit.reward - *best) < 1e-12);
    }
    const ExitTable two{"two", 2, {1, 2}, {.9, 1, .4, .8}, {1, 1, 0, 1}, {1, 1}, {0, 1}};
    Experiment fixed;
    fixed.policies = "fixed";
    fixed.seeds = 2;
    fixed.offloadPerLayer = "1,1000";
    const auto hand = regimeMap(two, fixed, {{.7}, {.1}, {.5}}, {});
    QVERIFY(hand.has_value());
    QVERIFY(std::abs(hand->cells[0].bestSplit.reward - (.8 + .65) / 2) < 1e-12);
    QVERIFY(std::abs(hand->cells[0].gains[0]->reward.mean - (.8 + .65) / 2) < 1e-12);
}

void TestLayerCosts::aSweepVariesTheFactor() {
    Sweep sweep;
    sweep.tables = {"t.exits"};
    sweep.experiment.offloadPerLayer = "6,1,3,0";
    sweep.axes = {*parseAxis("offload_factor=0.5,1,2")};
    const auto plan = SweepPlan::make(sweep);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->point(2).offloadFactor, 2.0);
    sweep.axes = {*parseAxis("offload=1..5/3")};
    const auto refused = SweepPlan::make(sweep);
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().message.find("vary offload_factor") != std::string::npos,
             refused.error().message.c_str());
    sweep.experiment.offloadPerLayer.clear();
    QVERIFY(SweepPlan::make(sweep).has_value());
}

void TestLayerCosts::measuredCostsAreWrittenShort() {
    CostWeights weights{0.1, 1, 1.0 / 3, 20.0 / 3};
    weights.layerOffloads = {{10.0 / 3, 1e-9 / 7, 0}, 1234567.89 / 100};
    weights.layerComputing = {2.0 / 3, 4.0 / 3, 3};
    Experiment e;
    e.mu = 0.02;
    e.takeCosts(weights);
    QCOMPARE(e.mu, 0.02);
    QCOMPARE(e.offloadPerLayer, std::string("input=12345.7,3.33333,1.42857e-10,0"));
    QCOMPARE(e.computePerLayer, std::string("0.666667,1.33333,3"));
    QCOMPARE(e.offload, 6.66667);
    QCOMPARE(e.lambda2, 0.333333);
    e.takeCosts({0.1, 1, 0, 4});
    QVERIFY(!e.offloadsPerLayer());
    QVERIFY(e.computePerLayer.empty());
}
