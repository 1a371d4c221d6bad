// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "comparison/group_curves.h"
#include "comparison/paired_difference.h"
#include "comparison/pareto.h"
#include "comparison/round_difference.h"
#include "engine/policies/policy_info.h"
#include "played_session.h"
#include "storage/tables/bundled.h"
#include "subjects.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace splitee;
using test::groupOf;
using test::PlayedSession;

namespace {

// Costs 1 a layer, 5 to offload, threshold 0.8, in file order.
Experiment inFileOrder() {
    Experiment experiment;
    experiment.order = "file";
    experiment.alpha = 0.8;
    experiment.fixedLayer = 1;
    return experiment;
}

const ComparedSetting& setting(const ComparedRuns& compared, const std::string& key) {
    return *std::ranges::find(compared.settings, key, &ComparedSetting::key);
}

}  // namespace

class TestComparedRuns : public QObject {
    Q_OBJECT
    Folder folder_;
private slots:
    void figuresAndCurvesOfAFixedSplitAreThoseComputedByHand() {
        PlayedSession session(folder_ / "fixed.splitee");
        const auto id = session.play(inFileOrder(), "fixed", 1);
        const auto compared = compareRuns(folder_ / "fixed.splitee", std::vector{id});
        REQUIRE_OK(compared);
        QCOMPARE(compared->groups.size(), std::size_t{1});
        const ComparedRun& run = compared->groups[0].runs.at(0);
        QCOMPARE(compared->round, (std::vector<std::int64_t>{1, 2, 3, 4}));
        // Two leave at layer 1 for 1 lambda, two are offloaded for 1 + 5; the last of them is
        // answered wrong.
        QCOMPARE(run.cost, (std::vector<double>{1, 2, 8, 14}));
        QCOMPARE(run.summary.costMean, 3.5);
        QCOMPARE(run.summary.accuracy.value(), 0.75);
        QCOMPARE(run.summary.offloadRate, 0.5);
        QCOMPARE(curveOf(*compared, run, {CurveKind::Accuracy}),
                 (std::vector<double>{100, 100, 100, 75}));
        QCOMPARE(curveOf(*compared, run, {CurveKind::OffloadRate}).back(), 50.0);
        QCOMPARE(curveOf(*compared, run, {CurveKind::CostMean}),
                 (std::vector<double>{1, 1, 8.0 / 3, 3.5}));
        QCOMPARE(curveOf(*compared, run, {CurveKind::LayerShare, 1}),
                 (std::vector<double>(4, 100.0)));
        QCOMPARE(curveOf(*compared, run, {CurveKind::LayerShare, 2}),
                 (std::vector<double>(4, 0.0)));
        // E r(1) = mean(0.9 - .1, 0.9 - .1, 0.9 - .6, 0.9 - .6) = 0.55, E r(2) = mean(.95, .95, .9,
        // .9) - .2 = 0.725.
        QCOMPARE(run.pseudoRegret.size(), std::size_t{4});
        for (std::size_t k = 0; k < 4; ++k)
            QVERIFY(std::abs(run.pseudoRegret[k] - 0.175 * static_cast<double>(k + 1)) < 1e-12);
        // The final exit costs 2 lambda and is right three times of four.
        QVERIFY(run.finalExit.has_value());
        QCOMPARE(run.finalExit->cost, 2.0);
        QCOMPARE(run.finalExit->accuracy, 0.75);
    }

    void runsThatDifferInTheirSeedAloneAreOneGroupAndARepeatCountsOnce() {
        PlayedSession session(folder_ / "groups.splitee");
        Experiment experiment;
        experiment.rounds = 40;
        std::vector<std::int64_t> ids;
        for (const std::uint64_t seed : {3U, 1U, 2U, 1U})
            ids.push_back(session.play(experiment, "splitee", seed));
        ids.push_back(session.play(experiment, "splitee-s", 1));
        experiment.offload = 8;
        ids.push_back(session.play(experiment, "splitee-s", 1));
        const auto compared = compareRuns(folder_ / "groups.splitee", ids);
        REQUIRE_OK(compared);
        QCOMPARE(compared->groups.size(), std::size_t{3});
        const ComparedGroup& first = compared->groups[0];
        QCOMPARE(first.runs.size(), std::size_t{3});
        QCOMPARE(first.runs[0].seed, std::uint64_t{1});
        QCOMPARE(first.runs[0].id, ids[3]);  // the newer of two equally long
        QCOMPARE(first.repeats, std::int64_t{1});
        QCOMPARE(first.label, std::string("SplitEE"));
        QCOMPARE(compared->groups[1].label, std::string("SplitEE-S, offload 5"));
        QCOMPARE(compared->groups[2].label, std::string("SplitEE-S, offload 8"));
        QVERIFY(setting(*compared, "offload").differs());
        QVERIFY(setting(*compared, "policy").differs());
        QVERIFY(!setting(*compared, "alpha").differs());
        QCOMPARE(setting(*compared, "side").values,
                 (std::vector<std::string>{"", "corrected", "corrected"}));
    }

    void parametersOfOtherPoliciesMeanNothing() {
        QVERIFY(appliesTo("side", "splitee-s"));
        QVERIFY(!appliesTo("side", "splitee"));
        QVERIFY(appliesTo("offload", "splitee"));
        QVERIFY(appliesTo("exp3_gamma", "exp3-s"));
        QVERIFY(!appliesTo("exp3_gamma", "splitee"));
        QVERIFY(appliesTo("alpha", "splitee"));
        QVERIFY(appliesTo("window", "sw-ucb"));
        QVERIFY(!appliesTo("discount", "sw-ucb"));  // of the struct it shares with d-ucb
        QVERIFY(!appliesTo("patience", "confidence-cascade"));
    }

    // Whatever a policy is said not to read, it plays the same rounds with another value of it.
    void whatAPolicyIsSaidNotToReadChangesNoRound() {
        const auto table = openTable("builtin:cifar10-clean");
        REQUIRE_OK(table);
        int played = 0;
        for (const PolicyInfo& info : kPolicies) {
            Experiment experiment;
            experiment.policies = info.key;
            experiment.seeds = 1;
            experiment.rounds = 3000;
            experiment.side = "observed";
            const auto rewardOf = [&](const Experiment& changed) {
                const auto runs = replay(*table, changed, {}, {.points = 60});
                return runs ? runs->front().curves.reward : std::vector<double>();
            };
            const std::vector<double> before = rewardOf(experiment);
            if (before.empty()) continue;  // the table tells no entropy
            int others = 0;
            Experiment changed = experiment;
            Experiment::visitFields(changed, [&](auto& value, const FieldInfo& field) {
                if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(value)>>) {
                    if (appliesTo(field.key, info.key)) return;
                    ++others;
                    using Value = std::remove_cvref_t<decltype(value)>;
                    value = static_cast<Value>(
                        std::min(static_cast<double>(value) * 0.5 + 2, field.max));
                    if (field.key == "discount") value = static_cast<Value>(0.75);
                }
            });
            QVERIFY(others > 0);
            QVERIFY2(rewardOf(changed) == before, std::string(info.key).c_str());
            ++played;
        }
        QVERIFY(played >= 28);
    }

    void theBandIsTheTIntervalOrTheExtremesOfTheSeeds() {
        ComparedRuns compared;
        compared.round = {10};
        ComparedGroup group;
        for (const double cost : {10.0, 20.0, 30.0}) {
            ComparedRun run;
            run.summary.rounds = 10;
            run.cost = {cost};
            group.runs.push_back(run);
        }
        const auto t = groupCurve(compared, group, {CurveKind::CostSum}, CurveOver::Round,
                                  CurveBand::Interval95);
        // Mean 20, deviation 10, t(2 degrees) = 4.302653: half width 4.302653 * 10 / sqrt(3)
        // = 24.841377.
        QCOMPARE(t.mean.mean.at(0), 20.0);
        QVERIFY(std::abs(t.mean.high.at(0) - 44.841377) < 1e-5);
        const auto extremes = groupCurve(compared, group, {CurveKind::CostSum}, CurveOver::Round,
                                         CurveBand::Extremes);
        QCOMPARE(extremes.mean.low.at(0), 10.0);
        QCOMPARE(extremes.mean.high.at(0), 30.0);
        const auto deviation = groupCurve(compared, group, {CurveKind::CostSum}, CurveOver::Round,
                                          CurveBand::StandardDeviation);
        QVERIFY(std::abs(deviation.mean.low.at(0) - 10) < 1e-12);
    }

    // Only the whole time is kept: half of the rounds have taken half of it.
    void overTimeARunsSecondsAreSpreadEvenlyAndRunsWithoutThemAreLeftOut() {
        ComparedRuns compared;
        compared.round = {50, 100};
        ComparedGroup group;
        for (const double seconds : {2.0, 4.0, 0.0}) {
            ComparedRun run;
            run.summary.rounds = 100;
            if (seconds > 0) run.seconds = seconds;
            run.cost = {1, 3};
            group.runs.push_back(run);
        }
        // The first lies at 1 and 2 s, the second at 2 and 4 s: all that both have is 2 s.
        QVERIFY(
            groupCurve(compared, group, {CurveKind::CostSum}, CurveOver::Time, CurveBand::Extremes)
                .x.empty());
        group.runs[1].seconds = 3;  // 1.5 and 3 s: both have 1.5 to 2 s
        const auto curve =
            groupCurve(compared, group, {CurveKind::CostSum}, CurveOver::Time, CurveBand::Extremes);
        QCOMPARE(curve.x, (std::vector<double>{1.5, 2}));
        QCOMPARE(curve.runs, (std::vector<std::size_t>{0, 1}));
        QCOMPARE(curve.seeds[0], (std::vector<double>{2, 3}));
        QVERIFY(std::abs(curve.seeds[1][1] - (1 + 2 * 0.5 / 1.5)) < 1e-12);
    }

    void whatRunsAreCalledNamesTheirGroup() {
        PlayedSession session(folder_ / "named.splitee");
        Experiment experiment;
        experiment.rounds = 10;
        std::vector<std::int64_t> ids;
        for (const std::uint64_t seed : {1U, 2U})
            ids.push_back(session.play(experiment, "splitee", seed));
        ids.push_back(session.play(experiment, "final", 1));
        RunMarks marks;
        marks.name = "as published";
        for (const std::int64_t id : {ids[0], ids[1]})
            REQUIRE_OK(session.store().marks().set(id, marks));
        const auto labels = [&] {
            std::vector<std::string> all;
            const auto compared = compareRuns(folder_ / "named.splitee", ids);
            if (!compared) qFatal("%s", compared.error().message.c_str());
            for (const ComparedGroup& group : compared->groups) all.push_back(group.label);
            return all;
        };
        QCOMPARE(labels(), (std::vector<std::string>{"as published", "Final exit"}));
        REQUIRE_OK(
            session.store().marks().set(ids[2], marks));  // a name that does not tell them apart
        QCOMPARE(labels(),
                 (std::vector<std::string>{"as published, SplitEE", "as published, Final exit"}));
        marks.name = "another";
        REQUIRE_OK(
            session.store().marks().set(ids[0], marks));  // seeds of one group with two names
        QCOMPARE(labels().front(), std::string("SplitEE"));
    }

    void overCostSeedsAreReadAtTheSameCosts() {
        ComparedRuns compared;
        compared.round = {1, 2};
        ComparedGroup group;
        for (const double begin : {2.0, 4.0}) {
            ComparedRun run;
            run.summary.rounds = 2;
            run.cost = {begin, begin + 4};
            run.pseudoRegret = {1, 3};
            group.runs.push_back(run);
        }
        // Both have spent 4 to 6: there the first is at 2 and 3, the second at 1 and 2.
        const auto curve = groupCurve(compared, group, {CurveKind::PseudoRegret}, CurveOver::Cost,
                                      CurveBand::Extremes);
        QCOMPARE(curve.x, (std::vector<double>{4, 6}));
        QCOMPARE(curve.mean.mean, (std::vector<double>{1.5, 2.5}));
        QCOMPARE(curve.mean.low, (std::vector<double>{1, 2}));
        QCOMPARE(curve.mean.high, (std::vector<double>{2, 3}));
    }

    void aShorterRunEndsTheMeanWhereItEnds() {
        PlayedSession session(folder_ / "short.splitee");
        Experiment experiment;
        experiment.rounds = 100;
        const auto whole = session.play(experiment, "splitee", 1);
        const auto other = session.play(experiment, "splitee", 2);
        session.store().database().exec(
            "DELETE FROM round WHERE run_id = " + std::to_string(other) + " AND round > 30");
        const auto compared = compareRuns(folder_ / "short.splitee", std::vector{whole, other});
        REQUIRE_OK(compared);
        QCOMPARE(compared->groups.size(), std::size_t{1});
        QCOMPARE(compared->groups[0].runs[1].summary.rounds, std::int64_t{30});
        const auto curve = groupCurve(*compared, compared->groups[0], {CurveKind::CostMean},
                                      CurveOver::Round, CurveBand::Interval95);
        QVERIFY(std::isfinite(curve.mean.mean.at(29)));
        QVERIFY(std::isnan(curve.mean.mean.at(30)));
    }

    void pairsAreMadeOfCommonSeedsWhereverTheyStand() {
        // Differences over seeds 2, 3, 4: -1, -2, -3; seed 9 and seed 7 have no partner.
        const ComparedGroup group = groupOf({{2, 4}, {3, 5}, {4, 6}, {9, 100}});
        const ComparedGroup baseline = groupOf({{2, 5}, {3, 7}, {4, 9}, {7, 0}});
        const PairedDifference paired = pairedDifference(group, baseline);
        QCOMPARE(paired.common, std::int64_t{3});
        QVERIFY(paired.difference.has_value());
        QCOMPARE(paired.difference->cost.mean, -2.0);
        // Deviation 1, t(2 degrees) = 4.302653: 4.302653 / sqrt(3) = 2.484138.
        QVERIFY(std::abs(paired.difference->cost.halfWidth.value() - 2.484138) < 1e-5);
        QVERIFY(sentence(paired, "A", "B").ends_with("paired over 3 seeds"));
    }

    void oneSeedOrNoneInCommonIsSaid() {
        const PairedDifference one = pairedDifference(groupOf({{1, 4}}), groupOf({{1, 5}}));
        QVERIFY(one.difference.has_value() && !one.difference->cost.halfWidth);
        QVERIFY(sentence(one, "A", "B").find("a single seed gives no interval") !=
                std::string::npos);
        const PairedDifference none = pairedDifference(groupOf({{1, 4}}), groupOf({{2, 5}}));
        QVERIFY(!none.difference);
        QVERIFY(sentence(none, "A", "B").find("no seed in common") != std::string::npos);
    }

    // A lucky seed of group 1 beats every mean and is not on the front.
    void theFrontHoldsTheMeansThatNoOtherBeats() {
        ComparedRuns compared;
        compared.groups.push_back(groupOf({{1, 5}, {2, 7}}));
        compared.groups.push_back(groupOf({{1, 1}, {2, 13}}));
        compared.groups.push_back(groupOf({{1, 4}}));
        compared.groups[0].runs[0].summary.accuracy = 0.90;
        compared.groups[0].runs[1].summary.accuracy = 0.92;
        compared.groups[1].runs[0].summary.accuracy = 0.95;
        compared.groups[1].runs[1].summary.accuracy = 0.81;
        compared.groups[2].runs[0].summary.accuracy = 0.85;
        const ParetoPicture picture = paretoOf(compared);
        QCOMPARE(picture.points.size(), std::size_t{5});
        QCOMPARE(picture.means.size(), std::size_t{3});
        QCOMPARE(picture.means[0].at.cost, 6.0);
        QVERIFY(std::abs(picture.means[0].at.accuracy - 91) < 1e-9);
        QVERIFY(std::abs(*picture.means[0].costHalfWidth - 12.7062) < 1e-3);  // t(1) sd / sqrt 2
        QVERIFY(!picture.means[2].costHalfWidth);
        QVERIFY(picture.means[0].onFront && !picture.means[1].onFront && picture.means[2].onFront);
        QCOMPARE(picture.front.size(), std::size_t{2});
        QCOMPARE(picture.front.front().cost, 4.0);
        QVERIFY(picture.finalExits.empty());
    }

    void groupsAlongOneSettingAreASeriesAPolicy() {
        PlayedSession session(folder_ / "along.splitee");
        std::vector<std::int64_t> ids;
        for (const double offload : {8.0, 2.0, 5.0})
            for (const char* policy : {"splitee", "fixed"}) {
                Experiment experiment;
                experiment.offload = offload;
                ids.push_back(session.play(experiment, policy, 1));
            }
        const auto compared = compareRuns(folder_ / "along.splitee", ids);
        REQUIRE_OK(compared);
        QCOMPARE(numericSettings(*compared), (std::vector<std::string>{"offload"}));
        const auto series = seriesOver(*compared, "offload");
        QCOMPARE(series.size(), std::size_t{2});
        QCOMPARE(series[0].label, std::string("SplitEE"));
        QCOMPARE(series[0].x, (std::vector<double>{2, 5, 8}));
        QCOMPARE(compared->groups[series[0].groups[0]].first.experiment.offload, 2.0);
    }

    void twoRunsPartAtTheirFirstDifferentRound() {
        PlayedSession session(folder_ / "diff.splitee");
        Experiment experiment;
        experiment.rounds = 60;
        const auto a = session.play(experiment, "splitee", 1),
                   same = session.play(experiment, "splitee", 1);
        session.store().database().exec(
            "UPDATE round SET split_layer = 1, prediction = 7 WHERE run_id = " +
            std::to_string(same) + " AND round IN (41, 50)");
        const auto split41 = session.store().rounds().read(a, 41, 1),
                   split50 = session.store().rounds().read(a, 50, 1);
        REQUIRE_OK(split41);
        REQUIRE_OK(split50);
        const auto found = roundDifference(folder_ / "diff.splitee", a, same);
        REQUIRE_OK(found);
        QCOMPARE(found->common, std::int64_t{60});
        QCOMPARE(found->from.value(), std::int64_t{41});
        QCOMPARE(found->differing, std::int64_t{2});
        QCOMPARE(found->answers, std::int64_t{2});
        QCOMPARE(found->splits,
                 std::int64_t{(split41->front().split != 1) + (split50->front().split != 1)});
        QCOMPARE(found->samples, std::int64_t{0});
        QCOMPARE(found->rounds.at(1).second.round, std::int64_t{50});
        QCOMPARE(found->stretches.size(), std::size_t{60});
        const auto identical = roundDifference(folder_ / "diff.splitee", a, a);
        REQUIRE_OK(identical);
        QVERIFY(!identical->from);
    }

    void aStopIsSeenAndTooManyRunsAreRefused() {
        PlayedSession session(folder_ / "stop.splitee");
        const auto id = session.play({}, "splitee", 1);
        std::stop_source stop;
        stop.request_stop();
        REQUIRE_SAYS(compareRuns(folder_ / "stop.splitee", std::vector{id}, {}, stop.get_token()),
                     "cancelled");
        REQUIRE_SAYS(compareRuns(folder_ / "stop.splitee", std::vector<std::int64_t>(1001, id)),
                     "at most 1000");
        REQUIRE_SAYS(compareRuns(folder_ / "stop.splitee", std::vector<std::int64_t>{id + 7}),
                     "run");
    }

    void roundsThatDoNotGoWithTheTableCostTheRegretOnly() {
        PlayedSession session(folder_ / "hostile.splitee");
        Experiment experiment;
        experiment.rounds = 20;
        const auto id = session.play(experiment, "splitee", 1);
        session.store().database().exec("UPDATE round SET source_row = 1000000 WHERE round = 7");
        const auto compared = compareRuns(folder_ / "hostile.splitee", std::vector{id});
        REQUIRE_OK(compared);
        QVERIFY(compared->groups[0].runs[0].pseudoRegret.empty());
        QCOMPARE(compared->groups[0].runs[0].cost.size(), std::size_t{20});
        session.store().database().exec("UPDATE round SET split_layer = 5000 WHERE round = 9");
        REQUIRE_SAYS(compareRuns(folder_ / "hostile.splitee", std::vector{id}), "damaged");
    }
};

std::unique_ptr<QObject> makeComparedRunsTests() { return std::make_unique<TestComparedRuns>(); }

#include "test_compared_runs.moc"
