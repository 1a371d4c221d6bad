// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_schedule.h"

#include <QTest>

#include <algorithm>

#include "engine/replay/replay.h"
#include "engine/run/regret.h"
#include "engine/run/table_names.h"
#include "engine/world/expected_reward.h"
#include "made_tables.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Experiment under(const std::string& schedule, std::int64_t rounds = 100) {
    Experiment e;
    e.schedule = schedule;
    e.rounds = rounds;
    e.seeds = 1;
    e.order = "file";
    return e;
}

// The same samples with other confidences.
ExitTable shifted(const ExitTable& table) {
    ExitTable other = table;
    other.name = "other";
    for (double& c : other.confidence) c = 1 - c;
    return other;
}

}  // namespace

void TestSchedule::entriesSwitchAtTheirRounds() {
    const auto schedule =
        Schedule::of(under("clean@0, blur:0.8@20, offload=8@50,alpha=0.9@50"), 100);
    QVERIFY(schedule.has_value());
    QCOMPARE(schedule->sources(), (std::vector<std::string>{"", "clean", "blur:0.8"}));
    QCOMPARE(schedule->at(1).source, std::size_t{1});
    QCOMPARE(schedule->at(19).source, std::size_t{1});
    QCOMPARE(schedule->at(20).source, std::size_t{2});
    QCOMPARE(schedule->at(49).weights.offload, 5.0);
    QCOMPARE(schedule->at(50).weights.offload, 8.0);
    QCOMPARE(schedule->at(50).alpha, 0.9);
    QCOMPARE(schedule->nextChange(1), std::int64_t{20});
    QCOMPARE(schedule->nextChange(20), std::int64_t{50});
    QCOMPARE(schedule->switches(), (std::vector<std::int64_t>{20, 50}));
}

void TestSchedule::aRampIsLinearAndThenStays() {
    const auto schedule = Schedule::of(under("offload=9@20..40"), 100);
    QVERIFY(schedule.has_value());
    QCOMPARE(schedule->at(20).weights.offload, 5.0);
    QCOMPARE(schedule->at(30).weights.offload, 7.0);
    QCOMPARE(schedule->at(40).weights.offload, 9.0);
    QCOMPARE(schedule->at(99).weights.offload, 9.0);
    QCOMPARE(schedule->nextChange(19), std::int64_t{20});
    QCOMPARE(schedule->nextChange(25), std::int64_t{26});
    QVERIFY(schedule->nextChange(40) > 100);
}

void TestSchedule::aSourceRampMixesByShare() {
    const auto schedule = Schedule::of(under("blur@1..10001", 20000), 20000);
    QVERIFY(schedule.has_value());
    int taken = 0;
    for (std::int64_t t = 4001; t <= 6001; ++t) {
        const std::size_t source = schedule->at(t).sourceOf(1, t);
        QCOMPARE(source, schedule->at(t).sourceOf(1, t));  // drawn by seed and round alone
        taken += source == 1 ? 1 : 0;
    }
    QVERIFY(std::abs(taken - 1000) < 120);
    QCOMPARE(schedule->at(10001).sourceOf(1, 10001), std::size_t{1});
}

void TestSchedule::badSchedulesAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no round") << "offload=8"
                              << "cannot be read";
    QTest::newRow("not a round") << "clean@x"
                                 << "has no round";
    QTest::newRow("negative round") << "clean@-3"
                                    << "has no round";
    QTest::newRow("unknown key") << "ofload=8@3"
                                 << "did you mean offload?";
    QTest::newRow("no value") << "offload=@3"
                              << "has no value";
    QTest::newRow("alpha out of range") << "alpha=1.5@3"
                                        << "alpha is 1.5, but must be between 0 and 1";
    QTest::newRow("value not a number") << "mu=nan@3"
                                        << "mu is";
    QTest::newRow("beyond the end") << "clean@101"
                                    << "reaches beyond the end: a run has 100 rounds";
    QTest::newRow("ramp beyond the end") << "offload=8@50..200"
                                         << "reaches beyond the end: a run has 100 rounds";
    QTest::newRow("ramp backwards") << "offload=8@50..20"
                                    << "ends before it starts";
    QTest::newRow("twice at once") << "offload=8@50,offload=9@50"
                                   << "changes offload twice at round 50";
    QTest::newRow("overlapping ramps") << "blur@10..30,noise@20"
                                       << "changes the source twice at round 20";
    QTest::newRow("empty entry") << "clean@0,,blur@3"
                                 << "empty entry";
}

void TestSchedule::badSchedulesAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto schedule = Schedule::of(under(text.toStdString()), 100);
    QVERIFY(!schedule);
    const QString message = QString::fromStdString(schedule.error().message);
    QVERIFY2(message.contains(says), qPrintable(message));
}

void TestSchedule::aScheduleThatChangesNothingChangesNoRound() {
    const ExitTable table = madeTable(500, 5, 3);
    ReplayWorld plain(table);
    ReplayWorld twice({&table, &table});
    for (const std::string policy : {"splitee", "splitee-s", "thompson", "sw-ucb"})
        QVERIFY(
            roundsOfRun(under("", 500), {policy, 2}, plain) ==
            roundsOfRun(under("same@100, offload=5@200, alpha=0.7@300", 500), {policy, 2}, twice));
}

void TestSchedule::policiesPlayTheConditionsOfTheirRound() {
    const ExitTable table = madeTable(100, 4, 3);
    const ExitTable other = shifted(table);
    ReplayWorld world({&table, &other});
    Experiment e = under("other@31, offload=9@61");
    e.fixedLayer = 2;
    for (const RoundRecord& r : roundsOfRun(e, {"fixed", 1}, world)) {
        const ExitTable& now = r.round < 31 ? table : other;
        QCOMPARE(r.exited, now.confidencesOf(r.row)[1] >= e.alpha);
        if (!r.exited) QCOMPARE(r.offloadCost, r.round < 61 ? 5.0 : 9.0);
    }
}

void TestSchedule::regretIsMeasuredAgainstTheBestSplitOfEachSegment() {
    const ExitTable table = madeTable(200, 5, 3);
    const ExitTable other = shifted(table);
    ReplayWorld world({&table, &other});
    Experiment e = under("other@101", 200);
    e.fixedLayer = 3;
    e.mu = .02;
    ReplayWorld metricsWorld({&table, &other});
    RegretMeter meter(e, {"fixed", 1}, metricsWorld);
    double pseudo = 0;
    double realised = 0;
    const CostTable costs = makeCostTable(e.costWeights(), table.depth, ExitsEvaluated::AtSplit);
    const auto meanOf = [&](const ExitTable& t, int layer) {
        double sum = 0;
        for (std::int64_t row = 0; row < t.samples(); ++row)
            sum += play(ReplayWorld(t).reveal({row, {layer, e.alpha}}), costs).reward;
        return sum / static_cast<double>(t.samples());
    };
    const auto bestOf = [&](const ExitTable& t) {
        int best = 1;
        for (int layer = 2; layer <= 5; ++layer)
            best = meanOf(t, layer) > meanOf(t, best) ? layer : best;
        return best;
    };
    for (const RoundRecord& r : roundsOfRun(e, {"fixed", 1}, world)) {
        meter.add(r);
        const ExitTable& now = r.round < 101 ? table : other;
        pseudo += meanOf(now, bestOf(now)) - meanOf(now, 3);
        realised +=
            play(ReplayWorld(now).reveal({r.row, {bestOf(now), e.alpha}}), costs).reward - r.reward;
    }
    QVERIFY(pseudo > 0);
    QVERIFY(std::abs(*meter.pseudo() - pseudo) < 1e-9);
    QVERIFY(std::abs(*meter.realised() - realised) < 1e-9);
}

void TestSchedule::bestInHindsightIsTheBestSplitOfTheWholeRun() {
    const ExitTable table = madeTable(300, 5, 3);
    const ExitTable other = shifted(table);
    ReplayWorld world({&table, &other});
    Experiment e = under("other@151", 300);
    e.mu = .02;
    double most = -1e9;
    int best = 0;
    for (int layer = 1; layer <= 5; ++layer) {
        RegretMeter meter(e, {"fixed", 1}, world);
        e.fixedLayer = layer;
        for (const RoundRecord& r : roundsOfRun(e, {"fixed", 1}, world)) meter.add(r);
        if (-*meter.pseudo() > most) {
            most = -*meter.pseudo();
            best = layer;
        }
    }
    for (const RoundRecord& r : roundsOfRun(e, {"best", 1}, world)) QCOMPARE(r.split, best);
}

void TestSchedule::replayUnderAScheduleEqualsTheLoop() {
    const ExitTable table = madeTable(400, 6, 3);
    const ExitTable other = shifted(table);
    Experiment e = under("other@100..200, offload=8@150..160, lambda2=0.5@300", 400);
    e.policies = "splitee,splitee-s,d-ucb,confidence-cascade,cloud-only";
    e.seeds = 2;
    ReplayOptions options;
    options.points = 7;
    const auto runs = replay({&table, &other}, e, {}, options);
    QVERIFY(runs.has_value());
    for (const ReplayRun& run : *runs) {
        ReplayWorld world({&table, &other});
        double reward = 0;
        double cost = 0;
        for (const RoundRecord& r : roundsOfRun(e, run.spec, world)) {
            reward += r.reward;
            cost += r.cost();
        }
        QCOMPARE(run.curves.round.back(), std::int64_t{400});
        QVERIFY(std::abs(run.curves.reward.back() - reward) < 1e-9);
        QVERIFY(std::abs(run.curves.computeCost.back() + run.curves.exitCost.back() +
                         run.curves.offloadCost.back() - cost) < 1e-6);
    }
}

void TestSchedule::aRampOfAlphaIsMeasuredAsEachThresholdAlone() {
    const ExitTable table = madeTable(300, 5, 3);
    ReplayWorld world(table);
    const Experiment e = under("alpha=0.95@10..90", 100);
    RegretReferences references(e, "splitee", world);
    const CostTable costs = makeCostTable(e.costWeights(), table.depth, ExitsEvaluated::AtSplit);
    for (std::int64_t t = 1; t <= 100; ++t) {
        const RegretReference& now = references.at(t);
        const auto alone = expectedRewards(world, now.alpha, costs);
        for (std::size_t i = 0; i < alone.size(); ++i)
            QVERIFY(std::abs(now.expected[i] - alone[i]) < 1e-12);
    }
}

void TestSchedule::ordersCanBeginAtAnyPass() {
    const Experiment e = under("", 100);
    SampleOrder whole(e, 7, 30);
    for (int t = 0; t < 90; ++t) (void)whole.next();
    SampleOrder third(e, 7, 30, 3);
    for (int t = 0; t < 70; ++t) QCOMPARE(third.next(), whole.next());
}

void TestSchedule::tablesOfOtherSamplesAreRefused() {
    const ExitTable table = madeTable(50, 4, 3);
    ExitTable other = madeTable(51, 4, 3);
    QVERIFY(!replay({&table, &other}, under("other@10", 50)));
    other = madeTable(50, 5, 3);
    QVERIFY(!replay({&table, &other}, under("other@10", 50)));
    QVERIFY(!replay(table, under("other@10", 50)));  // a source that nobody opened
}

void TestSchedule::tablesThatAreSavedTogetherAreFoundBesideTheFirst_data() {
    QTest::addColumn<std::string>("chosen");
    QTest::addColumn<std::vector<std::string>>("distortions");
    QTest::addColumn<std::vector<std::string>>("files");
    using Names = std::vector<std::string>;
    const auto row = [](const char* name, const char* chosen, const Names& distortions,
                        const Names& files) {
        QTest::newRow(name) << std::string(chosen) << distortions << files;
    };
    row("one", "/a-b/mine.exits", {"fog:3"}, {"/a-b/mine.exits"});
    row("a name of its own", "/a-b/mine.exits", {"clean", "fog:3"},
        {"/a-b/mine-clean.exits", "/a-b/mine-fog-3.exits"});
    row("a name with dashes", "my-cat-clean.csv", {"clean", "fog:3", "gaussian_blur:0.8"},
        {"my-cat-clean.csv", "my-cat-fog-3.csv", "my-cat-gaussian_blur-0.8.csv"});
    row("begins distorted", "my-cat-fog-3.exits", {"fog:3", "clean"},
        {"my-cat-fog-3.exits", "my-cat-clean.exits"});
    row("says another distortion", "my-fog-3.exits", {"clean", "fog:3"},
        {"my-clean.exits", "my-fog-3.exits"});
    row("begins in a published distortion", "signs.exits", {"cifar10c:fog:3", "clean"},
        {"signs-cifar10c_fog_3.exits", "signs-clean.exits"});
    row("the same, as it is offered", "/a-b/my-cifar10c-fog-3.exits", {"cifar10c:fog:3", "clean"},
        {"/a-b/my_cifar10c-cifar10c_fog_3.exits", "/a-b/my_cifar10c-clean.exits"});
    row("comes to a published distortion", "my-cat.exits", {"clean", "cifar10c:fog:3"},
        {"my-cat-clean.exits", "my-cat-cifar10c-fog-3.exits"});
    row("no ending", "mine", {"clean", "fog:3"}, {"mine-clean", "mine-fog-3"});
    row("chooses rows", "mine?.exits", {"clean", "fog:3"}, {});
}
void TestSchedule::tablesThatAreSavedTogetherAreFoundBesideTheFirst() {
    QFETCH(std::string, chosen);
    QFETCH(std::vector<std::string>, distortions);
    QFETCH(std::vector<std::string>, files);
    const auto together = tablesTogether(chosen, distortions);
    QCOMPARE(together, files);
    for (std::size_t k = 1; k < together.size(); ++k)
        QCOMPARE(tableBeside(together.front(), distortions[k]), together[k]);
}
