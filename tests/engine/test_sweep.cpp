// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps: the list of runs is a pure function of the sweep, complete and without repetition.
#include "test_sweep.h"

#include <QTest>

#include <map>
#include <set>

#include "engine/run/sweep.h"
#include "made_tables.h"

using namespace splitee;

namespace {

#define VERIFY_SAYS(result, part)                                          \
    do {                                                                   \
        const auto& outcome_ = (result);                                   \
        QVERIFY2(!outcome_.has_value(), "should have been refused");       \
        QVERIFY2(outcome_.error().message.find(part) != std::string::npos, \
                 outcome_.error().message.c_str());                        \
    } while (false)

SweepAxis axis(const char* text) { return parseAxis(text).value(); }

Sweep sweepOf(std::vector<const char*> axes) {
    Sweep sweep;
    sweep.tables = {"a.exits"};
    sweep.experiment.seeds = 1;
    for (const char* text : axes) sweep.axes.push_back(axis(text));
    return sweep;
}

double number(const AxisValue& value) { return std::get<double>(value); }

}  // namespace

void TestSweep::axesAreReadFromFlags() {
    const auto listed = axis("alpha=0.6,0.75,1");
    QCOMPARE(listed.key, std::string("alpha"));
    QVERIFY(!listed.range);
    QCOMPARE(listed.values, (std::vector<AxisValue>{0.6, 0.75, 1.0}));
    QCOMPARE(axis("side=released,observed").values,
             (std::vector<AxisValue>{std::string("released"), std::string("observed")}));
    const auto range = axis("mu=0.01..1/5/log");
    QVERIFY(range.range && range.logarithmic);
    QCOMPARE(range.from, 0.01);
    QCOMPARE(range.to, 1.0);
    QCOMPARE(range.steps, 5);
    QCOMPARE(axis("offload=1..5/9").steps, 9);
    QCOMPARE(axis("offload=-1..5").from, -1.0);
    QCOMPARE(axis("mu=.5..1.5/log").steps, 0);
    QVERIFY(axis("alpha=").values.empty());
}

void TestSweep::wrongAxesAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, const char* says) {
        QTest::newRow(text) << text << says;
    };
    row("alpha", "is not KEY=VALUE");
    row("=1", "is not KEY=VALUE");
    row("alpha=0.5,,0.6", "empty value");
    row("alpha=0.5,", "empty value");
    row("alpha=0.5..", "two numbers");
    row("alpha=a..b", "two numbers");
    row("alpha=0..1/log/2/3", "ends in '3'");
    row("alpha=0..1/x", "ends in 'x'");
    row("alhpa=0.5", "did you mean alpha?");
    row("policy=splitee,best", "cannot be an axis");
    row("seeds=1,2", "cannot be an axis");
    row("alpha=", "axis alpha is empty");
    row("alpha=0.5,1.5", "axis alpha holds 1.5, but must be between 0 and 1");
    row("alpha=nan", "axis alpha holds nan");
    row("alpha=high", "axis alpha holds 'high', but must be a number");
    row("side=all", "axis side holds 'all', but must be released, observed or corrected");
    row("side=1", "axis side holds 1");
    row("side=1..2", "is a range, but takes released");
    row("fixed_layer=1.5", "must be a whole number");
    row("alpha=0.8..0.6/3", "must rise");
    row("alpha=0.5..1.5/3", "holds 1.5");
    row("alpha=0..inf", "holds inf");
    row("alpha=0..1/3/log", "must start above 0");
    row("alpha=0..1/1", "has 1 steps");
    row("alpha=0..1/2000000", "has 2000000 steps");
}

void TestSweep::wrongAxesAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto parsed = parseAxis(text.toStdString());
    VERIFY_SAYS((parsed ? completed(*parsed) : parsed), says.toStdString());
}

void TestSweep::aGridGoesThroughEveryCombinationOnce() {
    const auto plan = SweepPlan::make(sweepOf(
        {"offload=1,2,3", "side=observed,corrected", "alpha=0.6,0.7,0.6"}));  // 0.6 is one value
    QVERIFY(plan.has_value());
    QCOMPARE(plan->points(), 12);
    std::set<std::tuple<double, double, std::string>> seen;
    for (std::int64_t k = 0; k < 12; ++k) {
        const Experiment e = plan->point(k);
        seen.emplace(e.alpha, e.offload, e.side);
        QCOMPARE(e.mu, Experiment{}.mu);
    }
    QCOMPARE(seen.size(), 12U);
    QCOMPARE(plan->describe(0), std::string("alpha 0.6, offload 1, side observed"));
    QCOMPARE(plan->describe(11), std::string("alpha 0.7, offload 3, side corrected"));
    const auto other =
        SweepPlan::make(sweepOf({"side=observed,corrected", "alpha=0.6,0.7", "offload=1,2,3"}));
    for (std::int64_t k = 0; k < 12; ++k)
        QVERIFY(plan->point(k) == other->point(k));  // the order of the axes does not matter
}

void TestSweep::stepsReachBothEndsAndAreShortDecimals() {
    const auto linear = completed(axis("alpha=0.1..0.9/9"));
    QCOMPARE(linear->values.size(), 9U);
    for (int k = 0; k < 9; ++k)
        QVERIFY(number(linear->values[static_cast<std::size_t>(k)]) ==
                std::stod("0." + std::to_string(k + 1)));
    const auto log = completed(axis("mu=0.001..1000/7/log"));
    const double powers[] = {.001, .01, .1, 1, 10, 100, 1000};
    for (std::size_t k = 0; k < 7; ++k) QVERIFY(number(log->values[k]) == powers[k]);
    const auto whole = completed(axis("fixed_layer=1..4/9"));  // falls on four numbers
    QCOMPARE(whole->values, (std::vector<AxisValue>{1.0, 2.0, 3.0, 4.0}));
}

void TestSweep::everyNumberAndChoiceOfAnExperimentCanBeAnAxis() {
    const Experiment defaults;
    int tried = 0;
    Experiment::visitFields(defaults, [&](const auto& value, const FieldInfo& info) {
        using Value = std::remove_cvref_t<decltype(value)>;
        const std::string key(info.key);
        if (key == "policy" || key == "seeds") return;
        AxisValue other;
        if constexpr (std::is_same_v<Value, std::string>) {
            if (info.choices.empty()) return;
            other = std::string(info.choices[0] == value ? info.choices[1] : info.choices[0]);
        } else {
            other = static_cast<double>(value) == info.max ? info.min : info.max;
        }
        SweepAxis one;
        one.key = key;
        one.values = {other};
        const auto done = completed(one);
        QVERIFY2(done.has_value(), key.c_str());
        Experiment changed;
        assign(changed, key, done->values[0]);
        QVERIFY2(!(changed == defaults), key.c_str());
        ++tried;
    });
    QVERIFY(tried >= 11);
}

void TestSweep::randomPointsFillTheirRangesAndStayWhatTheyAre() {
    Sweep sweep = sweepOf({"alpha=0.5..0.9", "fixed_layer=1..3", "mu=0.01..1/log",
                           "side=released,observed,corrected"});
    sweep.design = "random";
    sweep.samples = 3000;
    const auto plan = SweepPlan::make(sweep);
    QVERIFY(plan.has_value());
    std::map<std::int64_t, int> layers;
    std::map<std::string, int> sides;
    double sum = 0;
    int below = 0;
    for (std::int64_t k = 0; k < 3000; ++k) {
        const Experiment e = plan->point(k);
        QVERIFY(e.alpha >= 0.5 && e.alpha <= 0.9 && e.mu >= 0.01 && e.mu <= 1);
        sum += e.alpha;
        below += e.mu < 0.1 ? 1 : 0;
        ++layers[e.fixedLayer];
        ++sides[e.side];
    }
    QVERIFY(std::abs(sum / 3000 - 0.7) < 0.01);
    QVERIFY(std::abs(below - 1500) < 150);  // half of the ratios
    QVERIFY(layers.size() == 3 && sides.size() == 3);
    for (const auto& [layer, count] : layers) QVERIFY(std::abs(count - 1000) < 120);
    for (const auto& [side, count] : sides) QVERIFY(std::abs(count - 1000) < 120);

    sweep.axes.erase(sweep.axes.begin() +
                     1);  // another axis less, and more points: the values of the others stay
    sweep.samples = 5000;
    const auto other = SweepPlan::make(sweep);
    sweep.designSeed = 2;
    const auto reseeded = SweepPlan::make(sweep);
    QVERIFY(other->point(17).alpha == plan->point(17).alpha &&
            other->point(17).mu == plan->point(17).mu);
    QVERIFY(reseeded->point(17).alpha != plan->point(17).alpha);
}

void TestSweep::aLatinHypercubeHasOnePointInEachPartOfEachAxis() {
    Sweep sweep = sweepOf({"alpha=0..1", "offload=10..20", "side=released,observed"});
    sweep.design = "latin_hypercube";
    sweep.samples = 50;
    const auto plan = SweepPlan::make(sweep);
    QVERIFY(plan.has_value());
    std::set<int> alphas;
    std::set<int> offloads;
    std::set<std::pair<int, int>> pairs;
    int released = 0;
    for (std::int64_t k = 0; k < 50; ++k) {
        const Experiment e = plan->point(k);
        alphas.insert(static_cast<int>(e.alpha * 50));
        offloads.insert(static_cast<int>((e.offload - 10) * 5));
        pairs.emplace(static_cast<int>(e.alpha * 2), static_cast<int>((e.offload - 10) / 5));
        released += e.side == "released" ? 1 : 0;
    }
    QCOMPARE(alphas.size(), 50U);
    QCOMPARE(offloads.size(), 50U);
    QCOMPARE(released, 25);
    QCOMPARE(pairs.size(), 4U);  // the axes are not in step
}

void TestSweep::shardsDivideTheRunsWithoutOverlap() {
    for (std::int64_t of : {1, 3, 4, 7}) {
        std::vector<int> taken(100, 0);
        for (std::int64_t part = 1; part <= of; ++part) {
            const auto shard = parseShard(std::to_string(part) + "/" + std::to_string(of));
            QVERIFY(shard.has_value());
            for (std::int64_t run = 0; run < 100; ++run)
                taken[static_cast<std::size_t>(run)] += shard->has(run) ? 1 : 0;
        }
        QCOMPARE(taken, std::vector<int>(100, 1));
    }
    for (const char* wrong : {"0/4", "5/4", "-1/4", "1/0"})
        VERIFY_SAYS(parseShard(wrong), "there is no shard");
    for (const char* wrong :
         {"", "1", "1/", "/4", "a/b", "1/4x", "1.5/4", "99999999999999999999/4"})
        VERIFY_SAYS(parseShard(wrong), "is not PART/PARTS");
}

void TestSweep::seedsChangeFastestThenPoliciesThenPointsThenTables() {
    Sweep sweep = sweepOf({"alpha=0.6,0.7"});
    sweep.tables.push_back("b.exits");
    sweep.experiment.policies = "splitee,best";
    sweep.experiment.seeds = 3;
    sweep.experiment.seed = 11;
    const auto plan = SweepPlan::make(sweep);
    QCOMPARE(plan->runs(), 24);
    std::int64_t number = 0;
    for (std::size_t table : {0U, 1U})
        for (double alpha : {0.6, 0.7})
            for (const char* policy : {"splitee", "best"})
                for (std::uint64_t seed : {11U, 12U, 13U}) {
                    const SweepRun run = plan->run(number++);
                    QCOMPARE(run.table, table);
                    QCOMPARE(run.experiment.alpha, alpha);
                    QCOMPARE(run.spec.policy, std::string(policy));
                    QCOMPARE(run.spec.seed, seed);
                    QCOMPARE(run.experiment.policies,
                             run.spec.policy);  // the run alone can be repeated from its row
                    QCOMPARE(run.experiment.seed, seed);
                    QCOMPARE(run.experiment.seeds, 1);
                }
}

void TestSweep::sourcesAndDistortionsAreAxes() {
    Sweep sweep = sweepOf({"distortion=clean,fog:1,gaussian_blur:0.8", "alpha=0.6,0.8"});
    sweep.tables = {"builtin:cifar10c-clean", "some/photos-fog-3.exits"};
    auto plan = SweepPlan::make(sweep);
    QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
    QCOMPARE(plan->tables(),
             (std::vector<std::string>{"builtin:cifar10c-clean", "builtin:cifar10c-fog-1",
                                       "builtin:cifar10c-gaussian_blur-0.8",
                                       "some/photos-clean.exits", "some/photos-fog-1.exits",
                                       "some/photos-gaussian_blur-0.8.exits"}));
    QCOMPARE(plan->points(), std::int64_t{2});  // tables are no points
    QCOMPARE(plan->runs(), std::int64_t{12});
    QCOMPARE(plan->run(11).table, std::size_t{5});
    QCOMPARE(plan->describe(1), std::string("alpha 0.8"));
    // The axis takes the place of the tables; names of files may hold what means a range elsewhere.
    sweep = sweepOf({"source=../a-clean.exits,b-clean.csv,5", "distortion=fog:2"});
    VERIFY_SAYS(SweepPlan::make(sweep), "and tables does so too");
    sweep.tables.clear();
    VERIFY_SAYS(SweepPlan::make(sweep), "but 5 is not");
    sweep.axes[0].values.pop_back();
    plan = SweepPlan::make(sweep);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->tables(), (std::vector<std::string>{"../a-fog-2.exits", "b-fog-2.csv"}));
    // The family with a dash in its name keeps it.
    sweep = sweepOf({"distortion=fog:2"});
    sweep.tables = {"builtin:cifar10-wide-clean", "builtin:cifar10-wide-fog-1"};
    plan = SweepPlan::make(sweep);
    QCOMPARE(plan->tables(), std::vector<std::string>{"builtin:cifar10-wide-fog-2"});
    VERIFY_SAYS(SweepPlan::make(sweepOf({"distortion=clean"})), "x-clean.exits beside");
    sweep = sweepOf({"source=net-v1.exits,net-v2.exits", "distortion=clean"});
    sweep.tables.clear();
    VERIFY_SAYS(SweepPlan::make(sweep), "but net-v1.exits is not");  // and not net-clean.exits
    VERIFY_SAYS(SweepPlan::make(sweepOf({"distortion=gaussian_blur@1"})), "as in fog:3");
    sweep = sweepOf({"source=a-clean.exits", "distortion=clean"});
    sweep.tables.clear();
    for (SweepAxis& axis : sweep.axes)
        for (int k = 0; k < 2000; ++k)
            axis.values.emplace_back((axis.key == kSourceAxis ? std::to_string(k) + "-clean.exits"
                                                              : "fog:" + std::to_string(k + 1)));
    VERIFY_SAYS(SweepPlan::make(sweep), "more exit tables than a sweep has runs");
    VERIFY_SAYS(SweepPlan::make(sweepOf({"distortion="})), "is empty");
    VERIFY_SAYS(SweepPlan::make(sweepOf({"distortion=a", "distortion=b"})), "given twice");
    sweep = sweepOf({});
    sweep.axes.push_back({"distortion", {2.0}});
    VERIFY_SAYS(SweepPlan::make(sweep), "holds what is no name");
}

void TestSweep::wrongSweepsAreRefused() {
    VERIFY_SAYS(SweepPlan::make(sweepOf({"alpha=0.6", "alpha=0.7"})), "axis alpha is given twice");
    VERIFY_SAYS(SweepPlan::make(sweepOf({"alpha=0.6..0.7"})), "a grid cannot go through");
    VERIFY_SAYS(SweepPlan::make(sweepOf({"alpha=0..1/1001", "mu=0..1/1000"})),
                "more than 1,000,000 runs");
    QVERIFY(SweepPlan::make(sweepOf({"alpha=0..1/1000", "mu=0..1/1000"})).has_value());
    Sweep sweep = sweepOf({"alpha=0..1/100000", "mu=0..1/100000", "lambda1=0..1/100000",
                           "lambda2=0..1/100000"});  // 10^20
    VERIFY_SAYS(SweepPlan::make(sweep), "more than 1,000,000 runs");
    sweep = sweepOf({});
    sweep.design = "random";
    VERIFY_SAYS(SweepPlan::make(sweep), "needs an axis");
    sweep.samples = 0;
    VERIFY_SAYS(SweepPlan::make(sweep), "samples is 0");
    sweep = sweepOf({});
    sweep.design = "cube";
    VERIFY_SAYS(SweepPlan::make(sweep), "grid, random or latin_hypercube");
    sweep = sweepOf({});
    sweep.tables.clear();
    VERIFY_SAYS(SweepPlan::make(sweep), "has no exit table");
    sweep.tables = {"a", "b", "a"};
    VERIFY_SAYS(SweepPlan::make(sweep), "named twice");
    sweep = sweepOf({});
    sweep.experiment.alpha = 2;
    VERIFY_SAYS(SweepPlan::make(sweep), "alpha is 2");
    sweep = sweepOf({});
    sweep.experiment.policies = "splitey";
    VERIFY_SAYS(SweepPlan::make(sweep), "unknown policy");
}

void TestSweep::pointsThatATableCannotPlayAreNamed() {
    const auto table = test::madeTable(20, 3, 1);
    ReplayWorld world(table);
    Sweep sweep = sweepOf({"fixed_layer=1..4/4"});
    sweep.experiment.policies = "fixed";
    const auto plan = SweepPlan::make(sweep);
    VERIFY_SAYS(plan->validateFor(world, "a.exits"),
                "cannot be played on a.exits at fixed_layer 4");
}
