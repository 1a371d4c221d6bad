// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <array>
#include <cmath>
#include <numeric>

#include "engine/rng.h"
#include "engine/run/summary.h"
#include "made_tables.h"
#include "test_advice.h"
#include "test_calibration.h"
#include "test_device.h"
#include "test_layer_costs.h"
#include "test_oracle.h"
#include "test_physical_profile.h"
#include "test_policies.h"
#include "test_policy_entry.h"
#include "test_regime.h"
#include "test_replay.h"
#include "test_rules.h"
#include "test_run_changes.h"
#include "test_run_player.h"
#include "test_schedule.h"
#include "test_schedule_rows.h"
#include "test_schedule_words.h"
#include "test_statistics.h"
#include "test_sweep.h"
#include "test_table_pictures.h"
#include "tests/subjects_main.h"

using namespace splitee;
using namespace splitee::test;

class TestEngine : public QObject {
    Q_OBJECT
private slots:
    void costsFollowThePapersFormula() {
        const CostTable one =
            makeCostTable({.1, 2, .5, 5}, std::vector<double>{3, 6, 19}, ExitsEvaluated::AtSplit);
        const CostTable all =
            makeCostTable({.1, 2, .5, 5}, std::vector<double>{3, 6, 19}, ExitsEvaluated::UpToSplit);
        QCOMPARE(one.compute, (std::vector<double>{6.5, 12.5, 38.5}));
        QCOMPARE(all.compute, (std::vector<double>{6.5, 13, 39.5}));
    }

    void aSampleLeavesExactlyAtTheThreshold() {
        ExitTable table = madeTable(1, 3, 1);
        table.depth = {1, 2, 3};
        table.confidence = {.7, .2, .9};
        table.prediction = {4, 5, 6};
        const ReplayWorld world(table);
        const CostTable costs = makeCostTable({.1, 1, 0, 5}, table.depth, ExitsEvaluated::AtSplit);
        const Outcome left = play(world.reveal({0, {1, .7}}), costs);
        QVERIFY(left.exited);
        QCOMPARE(left.prediction, 4);
        QCOMPARE(left.reward, .7 - .1);
        QCOMPARE(left.cost(), 1.0);
        const Outcome sent = play(world.reveal({0, {2, .7}}), costs);
        QVERIFY(!sent.exited);
        QCOMPARE(sent.prediction, 6);
        QCOMPARE(sent.reward, .9 - .1 * (2 + 5.0));
        QCOMPARE(sent.cost(), 7.0);
        const Outcome last = play(world.reveal({0, {3, .95}}), costs);
        QVERIFY(last.exited);  // nothing lies behind the final exit
        QCOMPARE(last.reward, .9 - .1 * 3);
        const Outcome atOnce = play(world.reveal({0, {0, 0}}), costs);
        QVERIFY(!atOnce.exited);
        QCOMPARE(atOnce.prediction, 6);
        QCOMPARE(atOnce.computeCost, 0.0);
        QCOMPARE(atOnce.reward, .9 - .1 * 5);
    }

    void cascadesStopAtTheFirstExitThatSatisfiesTheirRule() {
        ExitTable table = madeTable(1, 5, 1);
        table.confidence = {.3, .8, .6, .9, .7};
        table.prediction = {1, 2, 2, 2, 3};
        table.entropy = {.9, .8, .1, .2, .3};
        const ReplayWorld world(table);
        const auto stop = [&](int split, Leave leave, double threshold, int patience) {
            return world.reveal({0, {split, threshold, leave, patience}}).stop();
        };
        QVERIFY((stop(5, Leave::FirstConfident, .8, 0) == Stop{2, true}));
        QVERIFY((stop(5, Leave::FirstConfident, .95, 0) == Stop{5, true}));
        QVERIFY((stop(1, Leave::FirstConfident, .8, 0) == Stop{1, false}));
        QVERIFY((stop(5, Leave::FirstCertain, .2, 0) == Stop{3, true}));
        QVERIFY((stop(5, Leave::FirstAgreeing, 0, 0) == Stop{1, true}));
        QVERIFY((stop(5, Leave::FirstAgreeing, 0, 2) == Stop{4, true}));
        QVERIFY((stop(4, Leave::FirstAgreeing, 0, 3) == Stop{4, false}));
        const Observation seen = world.reveal({0, {5, .8, Leave::FirstConfident}});
        QVERIFY(seen.reveals(1) && seen.reveals(2) && !seen.reveals(3) && !seen.revealsFinal());
    }

    void aReplayRevealsOnlyWhatADeviceWouldSee() {
        ExitTable table = madeTable(1, 4, 1);
        table.confidence = {.1, .9, .2, .8};
        const ReplayWorld world(table);
        const auto revealed = [&](int split, Feedback feedback) {
            const Observation seen = world.reveal({0, {split, .7}, feedback});
            std::string shown;
            for (int layer = 1; layer <= 4; ++layer) shown += seen.reveals(layer) ? '1' : '0';
            return shown;
        };
        QCOMPARE(revealed(1, Feedback::AtSplit), std::string("1001"));
        QCOMPARE(revealed(2, Feedback::AtSplit), std::string("0100"));
        QCOMPARE(revealed(2, Feedback::UpToSplit), std::string("1100"));
        QCOMPARE(revealed(3, Feedback::UpToSplit), std::string("1111"));
        QCOMPARE(revealed(2, Feedback::UpToSplitAndFinal), std::string("1101"));
    }

    void allPoliciesOfASeedSeeTheSameSamples() {
        const ExitTable table = madeTable(500, 5, 3);
        ReplayWorld world(table);
        Experiment e;
        e.rounds = 1200;  // more than one pass
        const auto a = roundsOfRun(e, {"splitee", 9}, world);
        const auto b = roundsOfRun(e, {"random", 9}, world);
        QCOMPARE(a.size(), std::size_t{1200});
        for (std::size_t t = 0; t < a.size(); ++t) QCOMPARE(a[t].row, b[t].row);
        std::vector<int> seen(500, 0);
        for (std::size_t t = 0; t < 500; ++t) ++seen[static_cast<std::size_t>(a[t].row)];
        QVERIFY(std::ranges::all_of(
            seen, [](int n) { return n == 1; }));  // a pass shows every sample once
        QVERIFY(a[0].row != a[500].row ||
                a[1].row != a[501].row);  // and each pass has its own order
    }

    void fileOrderIsTheOrderOfTheTable() {
        const ExitTable table = madeTable(10, 3, 3);
        ReplayWorld world(table);
        Experiment e;
        e.order = "file";
        e.rounds = 12;
        const auto rounds = roundsOfRun(e, {"final", 1}, world);
        for (std::size_t t = 0; t < 12; ++t)
            QCOMPARE(rounds[t].row, static_cast<std::int64_t>(t % 10));
    }

    void aStopKeepsTheRoundsSoFar() {
        const ExitTable table = madeTable(5000, 3, 3);
        ReplayWorld world(table);
        Collector collector;
        RoundSink* const sinks[] = {&collector};
        std::stop_source stop;
        std::int64_t told = 0;
        const auto status = runOnce(
            Experiment(), {"splitee", 1}, world, sinks,
            [&](const Progress& at) {
                told = at.done;
                if (told >= 250) stop.request_stop();
            },
            stop.get_token(), 100);
        QVERIFY(status.has_value());
        QCOMPARE(*status, RunStatus::Stopped);
        QVERIFY(told >= 250 && told < 350);
        QCOMPARE(collector.rounds.size(), static_cast<std::size_t>(told));
    }

    void aFailingSinkEndsTheRun() {
        struct Failing final : RoundSink {
            Result<void> consume(std::span<const RoundRecord>) override {
                return fail("the disk is full");
            }
        } failing;
        const ExitTable table = madeTable(50, 3, 3);
        ReplayWorld world(table);
        RoundSink* const sinks[] = {&failing};
        const auto status = runOnce(Experiment(), {"splitee", 1}, world, sinks, {}, {});
        QVERIFY(!status);
        QCOMPARE(status.error().message, std::string("the disk is full"));
    }

    void theSummaryAddsUpItsRounds() {
        const ExitTable table = madeTable(800, 4, 6);
        ReplayWorld world(table);
        const Experiment e;
        SummarySink sink(e, {"splitee", 1}, world);
        const auto rounds = roundsOfRun(e, {"splitee", 1}, world);
        QVERIFY(sink.consume(rounds).has_value());
        const RunSummary s = sink.summary(2);
        double cost = 0;
        double right = 0;
        double finalRight = 0;
        for (const RoundRecord& r : rounds) {
            cost += r.cost() / 800;
            right += r.correct / 800.0;
            finalRight +=
                table.predictionsOf(r.row).back() == table.label[static_cast<std::size_t>(r.row)]
                    ? 1 / 800.0
                    : 0;
        }
        QVERIFY(std::abs(s.costMean - cost) < 1e-9);
        QVERIFY(std::abs(*s.accuracy - right) < 1e-9);
        QVERIFY(std::abs(*s.accuracyChangeVsFinal - 100 * (right - finalRight)) < 1e-9);
        QVERIFY(std::abs(s.costReductionVsFinal - 100 * (1 - cost / table.depth.back())) < 1e-9);
        QCOMPARE(std::accumulate(s.pulls.begin(), s.pulls.end(), std::int64_t{0}),
                 std::int64_t{800});
        QVERIFY(*s.regret >= 0);
        QCOMPARE(s.roundsPerSecond(), 400.0);
    }

    void theBestSplitHasNoRegretAndTheFinalExitNoChange() {
        const ExitTable table = madeTable(800, 4, 6);
        ReplayWorld world(table);
        SummarySink best(Experiment(), {"best", 1}, world);
        SummarySink final(Experiment(), {"final", 1}, world);
        QVERIFY(best.consume(roundsOfRun(Experiment(), {"best", 1}, world)).has_value());
        QVERIFY(final.consume(roundsOfRun(Experiment(), {"final", 1}, world)).has_value());
        QCOMPARE(*best.summary(1).regret, 0.0);
        QCOMPARE(*final.summary(1).accuracyChangeVsFinal, 0.0);
        QCOMPARE(final.summary(1).costReductionVsFinal, 0.0);
    }

    void everyFieldOutOfRangeIsNamed() {
        Experiment e;
        Experiment::visitFields(e, [&](auto& value, const FieldInfo& info) {
            using Value = std::remove_cvref_t<decltype(value)>;
            const Value kept = value;
            if constexpr (std::is_same_v<Value, std::string>) {
                if (info.choices.empty()) return;
                value = "nonsense";
            } else {
                value = static_cast<Value>(std::is_floating_point_v<Value>
                                               ? info.max * 2 + 1
                                               : static_cast<double>(info.max) + 1);
            }
            const auto checked = checkFields(e);
            QVERIFY2(!checked && checked.error().message.starts_with(info.key),
                     std::string(info.key).c_str());
            value = kept;
        });
        e.alpha = std::nan("");
        QVERIFY(!checkFields(e));
    }

    void anUnknownPolicyNamesTheNearestOne() {
        Experiment e;
        e.policies = "splitee,finel";
        const auto keys = policiesOf(e);
        QVERIFY(!keys);
        QVERIFY(QString::fromStdString(keys.error().message).contains("did you mean final?"));
    }

    void aLayerBeyondTheLastIsRefused() {
        const ExitTable table = madeTable(10, 4, 6);
        ReplayWorld world(table);
        Experiment e;
        e.policies = "fixed";
        e.fixedLayer = 5;
        QVERIFY(!validate(e, world));
        e.fixedLayer = 4;
        QVERIFY(validate(e, world).has_value());
    }

    void aDamagedTableIsRefusedWithItsPlace_data() {
        QTest::addColumn<int>("damage");
        QTest::addColumn<QString>("says");
        QTest::newRow("NaN") << 0 << "sample 3, exit 2 is nan";
        QTest::newRow("above 1") << 1 << "between 0 and 1";
        QTest::newRow("label") << 2 << "label of sample 1 is -5";
        QTest::newRow("depth") << 3 << "depths must rise";
        QTest::newRow("columns") << 4 << "differ in length";
        QTest::newRow("prediction") << 5 << "prediction of sample 0, exit 1 is negative";
        QTest::newRow("empty") << 6 << "no samples";
        QTest::newRow("exits") << 7 << "1 to 64";
    }

    void aDamagedTableIsRefusedWithItsPlace() {
        QFETCH(int, damage);
        QFETCH(QString, says);
        ExitTable t = madeTable(5, 3, 1);
        QVERIFY(validate(t).has_value());
        if (damage == 0) t.confidence[10] = std::nan("");
        if (damage == 1) t.confidence[10] = 1.0001;
        if (damage == 2) t.label[1] = -5;
        if (damage == 3) t.depth[2] = t.depth[1];
        if (damage == 4) t.prediction.pop_back();
        if (damage == 5) t.prediction[0] = -1;
        if (damage == 6) t = ExitTable{"", 3, {1, 2, 3}, {}, {}, {}, {}};
        if (damage == 7) t.exits = 65;
        const auto valid = validate(t);
        QVERIFY(!valid);
        QVERIFY2(QString::fromStdString(valid.error().message).contains(says),
                 valid.error().message.c_str());
    }

    void randomStreamsAreTheSameEverywhereAndIndependent() {
        Rng a(1, "order");
        Rng b(1, "order");
        Rng c(1, "policy");
        QCOMPARE(a(), b());
        QVERIFY(a() != c());
        Rng fixed(42, "test", 7);
        QCOMPARE(QString::number(fixed(), 16), QStringLiteral("8bddba61a9c31aec"));
    }

    void numbersReadAsPeopleWriteThem() {
        QCOMPARE(shortNumber(0.1), std::string("0.1"));
        QCOMPARE(shortNumber(100000), std::string("100000"));
        QCOMPARE(shortNumber(-2.5), std::string("-2.5"));
    }
};

int main(int argc, char** argv) {
    return runSubjects(
        std::array{subject<TestEngine>,    subject<TestPolicies>,      subject<TestOracle>,
                   subject<TestReplay>,    subject<TestStatistics>,    subject<TestCalibration>,
                   subject<TestSchedule>,  subject<TestScheduleWords>, subject<TestScheduleRows>,
                   subject<TestSweep>,     subject<TestRegime>,        subject<TestRegretTheory>,
                   subject<TestRunPlayer>, subject<TestRunChanges>,    subject<TestPhysicalProfile>,
                   subject<TestRules>,     subject<TestLayerCosts>,    subject<TestDevice>,
                   subject<TestAdvice>,    subject<TestTablePictures>, subject<TestPolicyEntry>},
        argc, argv);
}

#include "test_engine.moc"
