// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_advice.h"

#include <QTest>

#include "engine/analysis/advice.h"
#include "engine/device/policy_file.h"
#include "made_tables.h"
#include "reference.h"

using namespace splitee;
using namespace splitee::test;

namespace {

const std::vector<double> kAlphas{.3, .5, .7};

ExitTable adviceTable() {
    ExitTable table = madeTable(600, 4, 21);
    table.depth = unitDepths(4);
    return table;
}

Experiment adviceExperiment() {
    Experiment e;
    e.policies = "splitee";
    e.seeds = 4;
    e.mu = .05;
    e.lambda2 = .5;
    e.offload = 2;
    e.beta = .5;
    return e;
}

Result<Advice> advised(const ExitTable& table, const Experiment& e, const AdviceGoal& goal) {
    return advise({&table}, e, goal, {kAlphas}, {}, {}, {});
}

// What a fixed split costs and how often it is right, sample by sample, by the paper's rules.
struct ByHand {
    double cost = 0, right = 0;
};
ByHand fixedByHand(const ExitTable& table, const Experiment& e, int layer, double alpha) {
    ByHand sum;
    for (std::int64_t row = 0; row < table.samples(); ++row) {
        const double c = table.confidencesOf(row)[static_cast<std::size_t>(layer - 1)];
        const bool leaves = c >= alpha || layer == table.exits;
        const auto answers = static_cast<std::size_t>(leaves ? layer - 1 : table.exits - 1);
        sum.cost += e.lambda1 * layer + e.lambda2 + (leaves ? 0 : e.offload);
        sum.right +=
            table.predictionsOf(row)[answers] == table.label[static_cast<std::size_t>(row)] ? 1 : 0;
    }
    const auto n = static_cast<double>(table.samples());
    return {sum.cost / n, sum.right / n};
}

struct SlowChoice {
    int layer = 0;
    double alpha = 0;
    ByHand figures;
    bool found = false;
};
// Every fixed split in turn: the first that no other one beats.
SlowChoice slowBest(const ExitTable& table, const Experiment& e, const AdviceGoal& goal) {
    SlowChoice best;
    for (int layer = 1; layer <= table.exits; ++layer)
        for (const double alpha : kAlphas) {
            const ByHand now = fixedByHand(table, e, layer, alpha);
            if (goal.accuracyFloor && now.right < *goal.accuracyFloor - 1e-9) continue;
            if (goal.costCeiling && now.cost > *goal.costCeiling + 1e-9) continue;
            const bool better = goal.accuracyFloor ? now.cost < best.figures.cost - 1e-9
                                                   : now.right > best.figures.right + 1e-9;
            if (!best.found || better) best = {layer, alpha, now, true};
        }
    return best;
}

bool aboutEqual(double a, double b) { return std::abs(a - b) < 1e-9; }

// The rounds of SplitEE by the slow reference, over the samples in the order of `seed`.
std::vector<ReferenceRound> slowRounds(const ExitTable& table, const Experiment& e, double alpha,
                                       std::uint64_t seed, std::vector<std::int64_t>& rows) {
    SampleOrder order(e, seed, table.samples());
    ReferenceProblem p{table.exits, table.depth, {},    e.mu,   e.lambda1,
                       e.lambda2,   e.offload,   alpha, e.beta, false};
    rows.clear();
    for (std::int64_t t = 0; t < table.samples(); ++t) {
        rows.push_back(order.next());
        const auto c = table.confidencesOf(rows.back());
        p.confidence.emplace_back(c.begin(), c.end());
    }
    return referenceRounds(p, "none");
}

}  // namespace

void TestAdvice::fixedSplitsHaveTheFiguresOfTheTable() {
    const ExitTable table = adviceTable();
    const Experiment e = adviceExperiment();
    const auto advice = advised(table, e, {});
    QVERIFY2(advice.has_value(), advice ? "" : advice.error().message.c_str());
    QCOMPARE(advice->candidates.size(), 3 * (3 + 1) + std::size_t{1});
    std::size_t fixed = 0;
    for (const AdviceCandidate& one : advice->candidates) {
        QCOMPARE(one.runs.size(), std::size_t{4});
        if (one.layer == 0) continue;
        ++fixed;
        const ByHand expected = fixedByHand(table, e, one.layer, one.alpha);
        QVERIFY(aboutEqual(one.cost.mean, expected.cost) &&
                aboutEqual(one.accuracy->mean, expected.right));
        QVERIFY(*one.cost.halfWidth < 1e-9);  // a pass is a pass, in any order
    }
    QCOMPARE(fixed, std::size_t{10});
    QCOMPARE(advice->candidates[advice->final].layer, 4);
}

void TestAdvice::theGoalDecides_data() {
    QTest::addColumn<double>("floor");
    QTest::addColumn<double>("ceiling");
    for (const double floor : {.3, .5, .55, .6, .65})
        QTest::addRow("accuracy %g", floor) << floor << -1.;
    for (const double ceiling : {1.6, 2.0, 2.5, 3.0, 3.9, 4.4})
        QTest::addRow("cost %g", ceiling) << -1. << ceiling;
}

void TestAdvice::theGoalDecides() {
    QFETCH(double, floor);
    QFETCH(double, ceiling);
    AdviceGoal goal;
    if (floor >= 0) goal.accuracyFloor = floor;
    if (ceiling >= 0) goal.costCeiling = ceiling;
    const ExitTable table = adviceTable();
    Experiment e = adviceExperiment();
    e.policies.clear();  // fixed splits alone
    const SlowChoice expected = slowBest(table, e, goal);
    const auto advice = advised(table, e, goal);
    QVERIFY2(advice.has_value(), advice ? "" : advice.error().message.c_str());
    QVERIFY(!advice->other && advice->fixedDoes());
    const AdviceCandidate& one = advice->advisedOne();
    QCOMPARE(one.meets, expected.found);
    if (!expected.found) return;
    QVERIFY(aboutEqual(one.cost.mean, expected.figures.cost));
    QVERIFY(aboutEqual(one.accuracy->mean, expected.figures.right));
    QCOMPARE(one.layer, expected.layer);
}

// The threshold at which each split just reaches its goal, to 1e-4.
void TestAdvice::aCoarseGridIsRefined() {
    const ExitTable table = adviceTable();
    Experiment e = adviceExperiment();
    e.seeds = 2;
    // Each lies between two thresholds of the grid, at least for one layer.
    const double floor =
        (fixedByHand(table, e, 2, .3).right + fixedByHand(table, e, 2, .5).right) / 2;
    const double ceiling =
        (fixedByHand(table, e, 1, .5).cost + fixedByHand(table, e, 1, .7).cost) / 2;
    for (const AdviceGoal& goal : {AdviceGoal{.accuracyFloor = floor}, {.costCeiling = ceiling}}) {
        const auto coarse = advised(table, e, goal);
        const auto fine = advise({&table}, e, goal, {kAlphas, 20}, {}, {}, {});
        QVERIFY(coarse && fine);
        const auto reaches = [&](int layer, double alpha) {
            const ByHand figures = fixedByHand(table, e, layer, alpha);
            return goal.accuracyFloor ? figures.right >= floor - 1e-9
                                      : figures.cost <= ceiling + 1e-9;
        };
        int refined = 0;
        for (std::size_t k = coarse->candidates.size(); k < fine->candidates.size(); ++k) {
            const AdviceCandidate& one = fine->candidates[k];
            if (one.layer == 0) continue;
            QCOMPARE(one.meets, reaches(one.layer, one.alpha));
            if (k + 1 < fine->candidates.size() && fine->candidates[k + 1].layer == one.layer)
                continue;
            // The last one lies beside its neighbour, on the other side of the goal.
            ++refined;
            QVERIFY(reaches(one.layer, one.alpha - 1e-4) != reaches(one.layer, one.alpha + 1e-4) ||
                    reaches(one.layer, one.alpha) != reaches(one.layer, one.alpha - 1e-4));
        }
        QVERIFY(refined > 0);
        const AdviceCandidate& before = coarse->candidates[coarse->fixed];
        const AdviceCandidate& after = fine->candidates[fine->fixed];
        QVERIFY(goal.accuracyFloor ? after.cost.mean <= before.cost.mean
                                   : after.accuracy->mean >= before.accuracy->mean);
    }
}

void TestAdvice::whatNothingReachesIsSaid() {
    const ExitTable table = adviceTable();
    const Experiment e = adviceExperiment();
    const auto accurate = advised(table, e, {.accuracyFloor = .999});
    QVERIFY(accurate && !accurate->advisedOne().meets);
    const auto cheap = advised(table, e, {.costCeiling = .1});
    QVERIFY(cheap && !cheap->advisedOne().meets);
    for (const AdviceCandidate& one : accurate->candidates)
        if (one.layer > 0)
            QVERIFY(one.accuracy->mean <=
                    accurate->candidates[accurate->fixed].accuracy->mean + 1e-9);
    for (const AdviceCandidate& one : cheap->candidates)
        if (one.layer > 0)
            QVERIFY(one.cost.mean >= cheap->candidates[cheap->fixed].cost.mean - 1e-9);
}

// Mean and interval of "SplitEE less the best fixed split" from the slow reference's rounds.
void TestAdvice::theLearnerIsComparedInPairs() {
    const ExitTable table = adviceTable();
    const Experiment e = adviceExperiment();
    const auto advice = advised(table, e, {.accuracyFloor = .5});
    QVERIFY(advice && advice->other && advice->otherAgainstFixed);
    const AdviceCandidate& other = advice->candidates[*advice->other];
    const AdviceCandidate& fixed = advice->candidates[advice->fixed];
    QCOMPARE(other.policy, std::string("splitee"));
    const ByHand against = fixedByHand(table, e, fixed.layer, fixed.alpha);
    std::vector<double> differences;
    std::vector<std::int64_t> rows;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        double cost = 0;
        for (const ReferenceRound& round : slowRounds(table, e, other.alpha, seed, rows))
            cost += round.cost / 600;
        differences.push_back(cost - against.cost);
    }
    double mean = 0, squares = 0;
    for (const double d : differences) mean += d / 4;
    for (const double d : differences) squares += (d - mean) * (d - mean);
    const double half = 3.182446305284263 * std::sqrt(squares / 3) / 2;  // t(3), 97.5 %
    QVERIFY(aboutEqual(advice->otherAgainstFixed->cost.mean, mean));
    QVERIFY(aboutEqual(*advice->otherAgainstFixed->cost.halfWidth, half));
    // On samples that never change a learner can at best find the split that is best.
    QVERIFY(mean + half > 0);
    QVERIFY(advice->fixedDoes());
}

// Costs turn round: no fixed split is good before and after, and the learner is. The fewer rounds
// it has, the less sure that is.
void TestAdvice::aLearnerIsAdvisedOnlyWhereItSurelyDoesBetter() {
    ExitTable table = adviceTable();
    Experiment e = adviceExperiment();
    e.policies = "sw-ucb";
    e.mu = .2;
    e.rounds = 40'000;
    e.schedule = "offload=0@1, offload=9@20001";
    const auto changing = advised(table, e, {});
    QVERIFY2(changing.has_value(), changing ? "" : changing.error().message.c_str());
    QVERIFY(changing->otherAgainstFixed->reward.mean > 0);
    QVERIFY(!changing->fixedDoes());
    QCOMPARE(changing->settling.size(), std::size_t{2});
    QCOMPARE(changing->settling[1].round, std::int64_t{20001});
    e.schedule.clear();
    const auto steady = advised(table, e, {});
    QVERIFY(steady && steady->fixedDoes());
    e.schedule = "offload=0@1, offload=9@20001";
    e.seeds = 1;  // no interval, so nothing is sure
    const auto once = advised(table, e, {});
    QVERIFY(once && once->fixedDoes());
}

void TestAdvice::settlingIsCountedFromTheFirstRound() {
    const ExitTable table = adviceTable();
    const Experiment e = adviceExperiment();
    const auto advice = advised(table, e, {});
    QVERIFY(advice && advice->settling.size() == 1);
    const double alpha = advice->candidates[*advice->other].alpha;
    // E r(i), by hand.
    std::vector<double> expected(4, 0.0);
    const ReferenceProblem p{4,         table.depth, {},    e.mu,   e.lambda1,
                             e.lambda2, e.offload,   alpha, e.beta, false};
    for (std::int64_t row = 0; row < 600; ++row) {
        const auto c = table.confidencesOf(row);
        for (int i = 1; i <= 4; ++i)
            expected[static_cast<std::size_t>(i - 1)] += p.reward(i, {c.begin(), c.end()}) / 600;
    }
    const double best = *std::ranges::max_element(expected);
    std::vector<double> lost(601, 0.0);  // [t] up to round t, mean over seeds
    std::vector<std::int64_t> rows;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        double sum = 0;
        std::size_t t = 0;
        for (const ReferenceRound& round : slowRounds(table, e, alpha, seed, rows))
            lost[++t] += (sum += best - expected[static_cast<std::size_t>(round.split - 1)]) / 4;
    }
    std::optional<std::int64_t> settled;
    for (std::size_t t = 200; t <= 600 && !settled; t += 20)
        if ((lost[t] - lost[t - 200]) / 200 <= .05 * std::abs(best))
            settled = static_cast<std::int64_t>(t);
    const Adaptation& found = advice->settling.front();
    QCOMPARE(found.round, std::int64_t{1});
    QVERIFY(aboutEqual(found.bestReward, best));
    QCOMPARE(found.rounds, settled);
}

void TestAdvice::whatIsAdvisedPlaysFromItsFile() {
    const ExitTable table = adviceTable();
    Experiment e = adviceExperiment();
    e.order = "file";
    const auto advice = advised(table, e, {.accuracyFloor = .5});
    QVERIFY(advice.has_value());
    for (const AdviceCandidate& one : advice->candidates) {
        const auto read = parsePolicy(policyText(policyOf(one, e, table)), "advised");
        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        Experiment again = *read;
        again.order = "file";
        ReplayWorld world(table);
        double cost = 0;
        for (const RoundRecord& round : roundsOfRun(again, {again.policies, 1}, world))
            cost += round.cost() / 600;
        QVERIFY(aboutEqual(cost, one.runs.front().costMean));
    }
}

void TestAdvice::whatCannotBeAdvisedIsOneSentence_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("both") << "both"
                          << "are both given";
    QTest::newRow("floor") << "floor"
                           << "must be between 0 and 100";
    QTest::newRow("ceiling") << "ceiling"
                             << "must be at least 0";
    QTest::newRow("labels") << "labels"
                            << "has no labels";
    QTest::newRow("policy") << "policy"
                            << "policy 'oracle'";
    QTest::newRow("context") << "context"
                             << "policy 'linucb'";
    QTest::newRow("costs") << "costs"
                           << "compute_per_layer has 2 values";
    QTest::newRow("stopped") << "stopped"
                             << "cancelled";
}

void TestAdvice::whatCannotBeAdvisedIsOneSentence() {
    QFETCH(QString, what);
    QFETCH(QString, says);
    ExitTable table = adviceTable();
    Experiment e = adviceExperiment();
    AdviceGoal goal{.accuracyFloor = .5};
    std::stop_source stop;
    if (what == "both") goal.costCeiling = 3;
    if (what == "floor") goal.accuracyFloor = 1.5;
    if (what == "ceiling") goal = {.costCeiling = -1};
    if (what == "labels") std::ranges::fill(table.label, kUnknownLabel);
    if (what == "policy") e.policies = "oracle";
    if (what == "context") e.policies = "splitee,linucb";
    if (what == "costs") e.computePerLayer = "1,2";
    if (what == "stopped") stop.request_stop();
    const auto advice = advise({&table}, e, goal, {kAlphas}, stop.get_token(), {}, {});
    QVERIFY(!advice);
    QVERIFY2(QString::fromStdString(advice.error().message).contains(says),
             advice.error().message.c_str());
}
