// SPDX-License-Identifier: GPL-3.0-or-later
// Runs whose rounds were not kept: compared by their figures, played again for their curves; and
// what regrets are measured against.
#include <cmath>

#include "comparison/group_curves.h"
#include "comparison/paired_difference.h"
#include "comparison/pareto.h"
#include "played_session.h"
#include "subjects.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace splitee;
using test::groupOf;
using test::PlayedSession;

class TestRunsWithoutRounds : public QObject {
    Q_OBJECT
    Folder folder_;
private slots:
    void runsWithoutRoundsAreComparedByTheirFigures() {
        PlayedSession kept(folder_ / "kept.splitee"), bare(folder_ / "bare.splitee");
        Experiment experiment = Experiment();
        experiment.rounds = 50;
        std::vector<std::int64_t> keptRuns, bareRuns;
        for (const char* policy : {"splitee", "final"})
            for (const std::uint64_t seed : {1U, 2U, 3U}) {
                keptRuns.push_back(kept.play(experiment, policy, seed));
                bareRuns.push_back(bare.playWithoutRounds(experiment, policy, seed));
            }
        const auto expected = compareRuns(folder_ / "kept.splitee", keptRuns);
        const auto figures = compareRuns(folder_ / "bare.splitee", bareRuns);
        REQUIRE_OK(expected);
        REQUIRE_OK(figures);
        QCOMPARE(figures->groups.size(), std::size_t{2});
        QCOMPARE(figures->withoutRounds(), std::size_t{6});
        QCOMPARE(expected->withoutRounds(), std::size_t{0});
        for (std::size_t g = 0; g < 2; ++g)
            for (const EndFigure figure : {EndFigure::Accuracy, EndFigure::CostMean,
                                           EndFigure::OffloadRate, EndFigure::Regret}) {
                const auto a = endEstimate(expected->groups[g], figure);
                const auto b = endEstimate(figures->groups[g], figure);
                QVERIFY(a && b);
                QVERIFY(std::abs(a->mean - b->mean) < 1e-9);
            }
        const auto words = [](const ComparedRuns& compared) {
            return sentence(pairedDifference(compared.groups[0], compared.groups[1]), "A", "B");
        };
        QCOMPARE(words(*figures), words(*expected));
        QCOMPARE(paretoOf(*figures).points.size(), paretoOf(*expected).points.size());
        QCOMPARE(paretoOf(*figures).finalExits.size(), paretoOf(*expected).finalExits.size());
        for (const CurveChoice& choice : curveChoices(*figures))
            QVERIFY(curveOf(*figures, figures->groups[0].runs[0], choice).empty());
    }

    void runsWithoutRoundsArePlayedAgainForTheirCurves() {
        PlayedSession kept(folder_ / "kept2.splitee"), bare(folder_ / "bare2.splitee");
        Experiment experiment;
        experiment.rounds = 500;
        const std::vector keptRuns{kept.play(experiment, "splitee", 1)};
        const std::vector bareRuns{bare.playWithoutRounds(experiment, "splitee", 1)};
        const auto expected = compareRuns(folder_ / "kept2.splitee", keptRuns);
        const auto again =
            compareRuns(folder_ / "bare2.splitee", bareRuns, {}, {}, MissingRounds::PlayAgain);
        REQUIRE_OK(expected);
        REQUIRE_OK(again);
        QCOMPARE(again->withoutRounds(), std::size_t{0});
        QCOMPARE(again->round, expected->round);
        const ComparedRun &a = expected->groups[0].runs[0], &b = again->groups[0].runs[0];
        QVERIFY(!b.roundsKept);
        QCOMPARE(b.cost, a.cost);
        QCOMPARE(b.accuracy, a.accuracy);
        QCOMPARE(b.offloadRate, a.offloadRate);
        QCOMPARE(b.pseudoRegret, a.pseudoRegret);
        QCOMPARE(b.realisedRegret, a.realisedRegret);
        QCOMPARE(b.pulls, a.pulls);
        QCOMPARE(b.summary.costMean, a.summary.costMean);
        // What it was told is not what it comes to: no curve pretends to be its own.
        SQLite::Database(folder_ / "bare2.splitee", SQLite::OPEN_READWRITE)
            .exec(
                "UPDATE run SET summary = replace(summary, '\"reward_mean\":', "
                "'\"reward_mean\":1')");
        REQUIRE_SAYS(
            compareRuns(folder_ / "bare2.splitee", bareRuns, {}, {}, MissingRounds::PlayAgain),
            "comes to other figures when it is played again");
    }

    void aCommonSeedWithoutFiguresIsNotCalledMissing() {
        ComparedGroup one = groupOf({{1, 2.0}}), other = groupOf({{1, 3.0}});
        other.runs[0].summary.rounds = 0;
        QCOMPARE(sentence(pairedDifference(one, other), "A", "B"),
                 std::string("A and B have no figures for a common seed yet, so there is no paired "
                             "difference"));
        other = groupOf({{2, 3.0}});
        QVERIFY(sentence(pairedDifference(one, other), "A", "B").find("no seed in common") !=
                std::string::npos);
    }

    // Whatever the rules that a run was played by: one reference for all, or no comparison.
    void regretsOfAllGroupsAreAgainstOneSplit() {
        const auto path = folder_ / "reference.splitee";
        PlayedSession session(path);
        Experiment e;
        e.order = "file";
        e.lambda2 = 1;
        e.alpha = 1;
        e.policyParameters = {};
        e.fixedLayer = 2;
        std::vector<std::int64_t> runs;
        for (const std::int64_t rules : {1, 2})
            for (const char* policy : {"splitee", "splitee-s"}) {
                e.rules = rules;
                runs.push_back(session.play(e, policy, 1));
            }
        const auto referenceOf = [](const ComparedRun& run) {
            return *run.summary.realisedRegret + 4 * run.summary.rewardMean;
        };
        const auto compared = compareRuns(path, runs);
        REQUIRE_OK(compared);
        QCOMPARE(compared->groups.size(), std::size_t{3});  // rules matter to splitee-s alone
        for (const ComparedGroup& group : compared->groups) {
            QVERIFY(std::abs(referenceOf(group.runs[0]) -
                             referenceOf(compared->groups[0].runs[0])) < 1e-9);
            QVERIFY(endFigure(group.runs[0], EndFigure::Regret).has_value());
        }
        const auto pair = [](const ComparedRuns& all) {
            return *pairedDifference(all.groups[1], all.groups[0]).difference;
        };
        QVERIFY(pair(*compared).sameReference);
        // Without its table a run has the regret that it was told: by rules 1 another one.
        session.store().database().exec("DELETE FROM exit_table");
        session.store().database().exec("UPDATE run SET source = 'gone.csv'");
        const auto kept = compareRuns(path, runs);
        REQUIRE_OK(kept);
        QVERIFY(kept->groups[1].runs[0].summary.regret.has_value());
        QVERIFY(!endFigure(kept->groups[1].runs[0], EndFigure::Regret));
        QVERIFY(endFigure(kept->groups[2].runs[0], EndFigure::Regret).has_value());
        QVERIFY(!pair(*kept).sameReference);
        QVERIFY(!pair(*kept).regret);
    }
};

std::unique_ptr<QObject> makeRunsWithoutRoundsTests() {
    return std::make_unique<TestRunsWithoutRounds>();
}
#include "test_runs_without_rounds.moc"
