// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of the rules: what a change of costs does to what was learned.
#include "test_rules.h"

#include <QTest>

#include "engine/analysis/comparison.h"
#include "engine/policies/policy.h"
#include "engine/replay/replay.h"
#include "engine/replay/replay_figures.h"
#include "oracle/oracle.h"
#include "played_pieces.h"
#include "replayed.h"

using namespace splitee;
using namespace splitee::test;

namespace {

// Rewards under one of the costs lie outside what the others make possible, in both directions.
const char* const kCostSchedule = "mu=0.4@301, offload=30@301, offload=0.5@500, mu=0.02@700";
const std::vector<oracle::CostChange> kCostChanges{
    {301, 0.4, 30}, {500, 0.4, 0.5}, {700, 0.02, 0.5}};

// Tests and windows short enough that every part of a learner is at work within 900 rounds.
void quicken(Experiment& e) {
    auto& own = std::get<NonstationaryParameters>(e.policyParameters);
    own.window = 150;
    own.cusumSamples = 10;
    own.cusumThreshold = 0.4;
    own.cusumEpsilon = 0.02;
    own.detectionWindow = 20;
    own.detectionThreshold = 1.5;
}

std::map<std::string, double> parametersOf(const Experiment& e) {
    std::map<std::string, double> parameters = oracle::defaultParameters();
    Experiment::visitFields(e, [&](const auto& value, const FieldInfo& info) {
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>)
            if (parameters.contains(std::string(info.key)))
                parameters[std::string(info.key)] = static_cast<double>(value);
    });
    return parameters;
}

void learnerRows() {
    QTest::addColumn<QString>("policy");
    for (const PolicyInfo& info : kPolicies)
        if (info.key != "best")  // it reads the whole schedule
            QTest::addRow("%s", info.key.data()) << QString::fromUtf8(info.key.data());
}

}  // namespace

void TestRules::whatWasLearnedFollowsAChangeOfCosts_data() { learnerRows(); }

void TestRules::whatWasLearnedFollowsAChangeOfCosts() {
    QFETCH(QString, policy);
    const ExitTable table = fullTable(350, 5);
    Experiment e = settings(policy.toStdString(), 900);
    quicken(e);
    e.schedule = kCostSchedule;
    oracle::Problem p;
    p.table = &table;
    p.mu = e.mu;
    p.lambda2 = e.lambda2;
    p.parameters = parametersOf(e);
    ReplayWorld world(table);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto rounds = roundsOfRun(e, {e.policies, seed}, world);
        const auto past = oracle::oracleRounds(e.policies, p, seed, e.rounds, kCostChanges);
        QCOMPARE(rounds.size(), std::size_t{900});
        QCOMPARE(past.size(), rounds.size());
        for (std::size_t t = 0; t < past.size(); ++t) {
            const RoundRecord& r = rounds[t];
            const std::string different =
                difference(past[t], {r.split, r.exited, r.prediction, r.reward, r.cost()});
            QVERIFY2(different.empty(),
                     ("seed " + std::to_string(seed) + ", " + different).c_str());
        }
    }
}

void TestRules::theLargestIndexIsChosenInTheRoundOfAChange_data() { learnerRows(); }

void TestRules::theLargestIndexIsChosenInTheRoundOfAChange() {
    QFETCH(QString, policy);
    const ExitTable table = fullTable(350, 5);
    Experiment e = settings(policy.toStdString(), 900);
    quicken(e);
    std::get<NonstationaryParameters>(e.policyParameters).explore = 0;
    e.schedule = kCostSchedule;
    ReplayWorld world(table);
    const auto player = playerOf(e, world);
    for (const std::int64_t change : {301, 500, 700}) {
        (void)next(*player, change - 1 - player->round());
        const auto arms = player->arms();
        if (arms.empty()) return;
        const int largest = 1 + largestArm(static_cast<int>(arms.size()), [&](int i) {
                                return arms[static_cast<std::size_t>(i)].index;
                            });
        QCOMPARE(next(*player, 1).front().split, largest);
    }
}

void TestRules::learningIsTheSameByAllRulesWhileCostsStay_data() { learnerRows(); }

void TestRules::learningIsTheSameByAllRulesWhileCostsStay() {
    QFETCH(QString, policy);
    const ExitTable table = fullTable(350, 5);
    const ExitTable other = surer(table, "other");
    for (const char* schedule : {"", "alpha=0.8@100, other@200..300, alpha=0.6@400"}) {
        Experiment e = settings(policy.toStdString(), 900);
        quicken(e);
        e.schedule = schedule;
        std::get<LinUcbParameters>(e.policyParameters).forcedEvery = 0;  // other rounds are forced
        ReplayWorld world({&table, &other});
        const auto now = roundsOfRun(e, {e.policies, 3}, world);
        e.rules = 1;
        QVERIFY(now == roundsOfRun(e, {e.policies, 3}, world));
    }
}

// With alpha 0 every sample leaves, so that o matters to nobody; but it stretches the map.
void TestRules::aCostThatConcernsNobodyMisleadsNoLearner() {
    ExitTable table;
    table.exits = 3;
    table.depth = {1, 2, 3};
    Rng rng(5, "two good layers");
    for (int row = 0; row < 500; ++row) {
        table.sample.push_back(row);
        table.label.push_back(0);
        for (const double mean : {.3, .8, .65}) {
            table.confidence.push_back(mean + .2 * (rng.uniform() - .5));
            table.prediction.push_back(0);
        }
    }
    Experiment e;
    e.alpha = 0;
    e.mu = 0.1;
    e.rounds = 6000;
    e.offload = 60;
    e.schedule = "offload=5@2001";
    // Rounds that played another layer than the best, from the change on.
    const auto missed = [&](const std::string& policy, std::int64_t rules) {
        e.rules = rules;
        ReplayWorld world(table);
        int others = 0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed)
            for (const RoundRecord& r : roundsOfRun(e, {policy, seed}, world))
                if (r.round > 2000) others += r.split == 2 ? 0 : 1;
        return others;
    };
    for (const std::string policy : {"ucb1", "kl-ucb", "bayes-ucb", "thompson", "moss", "ucb-v",
                                     "ucb-tuned", "cusum-ucb", "m-ucb"}) {
        const int now = missed(policy, 2);
        const int before = missed(policy, 1);
        QVERIFY2(3 * now < before, (policy + ": " + std::to_string(before) + " by rules 1, " +
                                    std::to_string(now) + " now")
                                       .c_str());
    }
}

void TestRules::whoEarnsMoreHasTheSmallerRegret_data() {
    QTest::addColumn<QString>("schedule");
    QTest::newRow("constant") << "";
    QTest::newRow("lambda2 changes") << "lambda2=2@101, lambda2=0.5@300, alpha=0.6@400";
}

// On the same samples regrets differ as rewards do, whatever a policy evaluates: realised ones by
// what was earned, pseudo-regrets by what was to be expected.
void TestRules::whoEarnsMoreHasTheSmallerRegret() {
    QFETCH(QString, schedule);
    const ExitTable table = fullTable(350, 5);
    Experiment e;
    e.lambda2 = 1;
    e.mu = 0.01;  // the best split is a deep one, where exits on the way cost
    e.rounds = 700;
    e.fixedLayer = 4;
    e.schedule = schedule.toStdString();
    ReplayWorld world(table);
    ReplayFigures figures({&table});
    std::optional<double> common, commonExpected;
    for (const PolicyInfo& info : kPolicies) {
        e.policies = info.key;
        const RunSpec run{e.policies, 3};
        const auto played = figures.play(e, run, {});
        QVERIFY(played.has_value());
        const RunSummary& s = played->summary;
        // Regret and reward add up to what the reference earns: one number for all.
        const double reference = *s.realisedRegret + 700 * s.rewardMean;
        if (!common) common = reference;
        QVERIFY2(std::abs(reference - *common) < 1e-9,
                 (e.policies + " is measured against " + std::to_string(reference) +
                  ", the first policy against " + std::to_string(*common))
                     .c_str());
        e.seeds = 1;
        e.seed = 3;
        const auto curves = replay(table, e);
        QVERIFY(curves.has_value());
        QVERIFY(std::abs(*curves->front().summary.realisedRegret - *s.realisedRegret) < 1e-9);
        if (!s.regret || !e.schedule.empty()) continue;
        QVERIFY(std::abs(*curves->front().summary.regret - *s.regret) < 1e-9);
        const std::vector<double> own = meanRewardsOf(table, e, info.evaluated);
        double expected = 0;
        for (std::size_t i = 0; i < own.size(); ++i)
            expected += static_cast<double>(s.pulls[i]) * own[i];
        if (!commonExpected) commonExpected = *s.regret + expected;
        QVERIFY2(std::abs(*s.regret + expected - *commonExpected) < 1e-9, e.policies.c_str());
    }
}

void TestRules::regretsAgainstDifferentSplitsAreNotCompared() {
    const ExitTable table = fullTable(350, 5);
    ReplayFigures figures({&table});
    const auto summaryOf = [&](const char* policy, std::int64_t rules, double lambda2) {
        Experiment e;
        e.lambda2 = lambda2;
        e.rules = rules;
        return figures.play(e, {policy, 1}, {})->summary;
    };
    const auto compared = [](const RunSummary& a, const RunSummary& b) {
        return *compare(std::span(&a, 1), std::span(&b, 1));
    };
    const Comparison refused = compared(summaryOf("splitee-s", 1, 1), summaryOf("splitee", 1, 1));
    QVERIFY(!refused.sameReference && !refused.regret);
    QVERIFY(sentence(refused, "A", "B")
                .find("against different splits and are not compared, it "
                      "earns") != std::string::npos);
    for (const Comparison& fine :
         {compared(summaryOf("splitee-s", 2, 1), summaryOf("splitee", 2, 1)),
          compared(summaryOf("splitee-s", 2, 1), summaryOf("splitee", 1, 1)),
          compared(summaryOf("splitee-s", 1, 0), summaryOf("splitee", 2, 0))}) {
        QVERIFY(fine.sameReference && fine.regret);
        QVERIFY(sentence(fine, "A", "B").find("different splits") == std::string::npos);
    }
}

// A default that makes a policy little better than random splits says nothing about the policy.
void TestRules::defaultsLearnAndDetect() {
    const ExitTable table = madeTable(2000, 5, 3);
    ReplayFigures figures({&table});
    const auto regretOf = [&](const char* policy, const Experiment& defaults) {
        Experiment e = defaults;
        e.mu = 0.02;
        e.rounds = 10'000;
        return *figures.play(e, {policy, 1}, {})->summary.regret;
    };
    const double random = regretOf("random", {});
    for (const char* policy : {"exp3-s", "sw-ucb", "d-ucb"}) {
        const double now = regretOf(policy, {}) / random;
        const double before = regretOf(policy, firstDefaults()) / random;
        QVERIFY2(now < 0.7 * before, (policy + std::string(": ") + std::to_string(before) +
                                      " of random before, now " + std::to_string(now))
                                         .c_str());
    }
    // Every confidence falls by 0.045: a few hundredths of mapped reward.
    ExitTable other = table;
    other.name = "other";
    for (double& c : other.confidence) c = std::max(0.0, c - 0.045);
    const auto forgotten = [&](Experiment e) {
        e.policies = "m-ucb";
        e.mu = 0.02;
        e.alpha = 0;
        e.lambda2 = 0.25;
        e.rounds = 10'000;
        e.schedule = "other@5001";
        ReplayWorld world({&table, &other});
        const auto player = playerOf(e, world);
        (void)next(*player, 5000);
        int arms = 0;
        while (player->round() < player->rounds()) {
            (void)next(*player, 1);
            for (const ArmView& arm : player->arms()) arms += arm.pulls == 0 ? 1 : 0;
        }
        return arms;
    };
    QVERIFY(forgotten({}) > 0);
    QCOMPARE(forgotten(firstDefaults()), 0);
}
