// SPDX-License-Identifier: GPL-3.0-or-later
// A past round that is shown must be the round that was: figures, arms and all, bit for bit.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

#include "engine/policies/policy_info.h"
#include "gui/run/shown_round.h"
#include "gui/run/waypoint_plan.h"
#include "gui_run_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

constexpr int kPatienceWithRuns = 60'000;  // milliseconds, on a busy machine

// Two numbers, or two that are not known.
bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }
bool same(const std::vector<double>& a, const std::vector<double>& b) {
    return std::ranges::equal(a, b, [](double x, double y) { return same(x, y); });
}
bool same(const std::vector<ArmView>& a, const std::vector<ArmView>& b) {
    return std::ranges::equal(a, b, [](const ArmView& x, const ArmView& y) {
        return x.mean == y.mean && x.radius == y.radius && x.index == y.index && x.pulls == y.pulls;
    });
}

// All that the window shows of a run beside its curves.
struct Seen {
    std::vector<double> figures, regrets, shares, seen;
    std::vector<std::int64_t> pulls, left;
    std::vector<ArmView> arms;
    RoundRecord last;
    double alpha = 0;
};

// What differs, or nothing.
QString difference(const Seen& a, const Seen& b) {
    QStringList parts;
    if (!same(a.figures, b.figures)) parts += QStringLiteral("figures");
    if (!same(a.regrets, b.regrets))
        parts += QStringLiteral("regrets %1 %2, %3 %4")
                     .arg(a.regrets[0], 0, 'g', 17)
                     .arg(b.regrets[0], 0, 'g', 17)
                     .arg(a.regrets[1], 0, 'g', 17)
                     .arg(b.regrets[1], 0, 'g', 17);
    if (!same(a.shares, b.shares)) parts += QStringLiteral("shares");
    if (!same(a.seen, b.seen)) parts += QStringLiteral("what was seen");
    if (a.pulls != b.pulls || a.left != b.left) parts += QStringLiteral("pulls");
    if (!same(a.arms, b.arms)) parts += QStringLiteral("arms");
    if (!(a.last == b.last)) parts += QStringLiteral("the last round");
    if (a.alpha != b.alpha) parts += QStringLiteral("alpha");
    return parts.join(QStringLiteral(", "));
}

Seen seenOf(const RunHistory& run, double alpha) {
    const auto known = [](const std::optional<double>& value) {
        return value.value_or(std::numeric_limits<double>::quiet_NaN());
    };
    return {{run.costMean(), run.computeCostMean(), run.offloadCostMean(), run.costChangePercent(),
             run.accuracy(), run.accuracyChangePoints(), run.offloadPercent(),
             run.recentOffloadPercent()},
            {known(run.pseudoRegret()), known(run.realisedRegret())},
            run.recentShares(),
            run.seen,
            run.pulls(),
            run.leftAt(),
            run.arms,
            run.last,
            alpha};
}

ExperimentFile experimentOver(std::int64_t rounds, const std::string& policies,
                              const std::string& schedule = "") {
    ExperimentFile file;
    file.table = "builtin:cifar10-clean";
    file.experiment.policies = policies;
    file.experiment.alpha = 0.8;
    file.experiment.rounds = rounds;
    file.experiment.schedule = schedule;
    return file;
}

}  // namespace

class TestPastRounds : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<RunController> runs_;
    std::unique_ptr<ShownRound> shown_;

    void waitFor(State state) {
        QTRY_COMPARE_WITH_TIMEOUT(runs_->state(), state, kPatienceWithRuns);
    }
    [[nodiscard]] std::vector<Seen> now() const {
        std::vector<Seen> seen;
        for (const RunHistory& run : runs_->histories())
            seen.push_back(seenOf(run, runs_->alpha()));
        return seen;
    }
    [[nodiscard]] std::vector<Seen> then() const {
        std::vector<Seen> seen;
        for (const RunHistory& run : shown_->past()->runs)
            seen.push_back(seenOf(run, shown_->past()->alpha));
        return seen;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        runs_ = std::make_unique<RunController>();
        runs_->setSession(folder_->filePath(QStringLiteral("s.splitee")).toStdString());
        shown_ = std::make_unique<ShownRound>(*runs_);
    }
    void cleanup() {
        shown_.reset();
        runs_.reset();
        folder_.reset();
    }

    void aRoundIsShownAsItWas() {
        std::string policies;
        for (const PolicyInfo& info : kPolicies)
            if (!std::string_view(info.key).starts_with("entropy") && info.key != "best")
                policies += (policies.empty() ? "" : ",") + std::string(info.key);
        runs_->open(experimentOver(3000, policies,
                                   "gaussian_noise:2@500, gaussian_noise:3@900..1100, "
                                   "alpha=0.9@1500..1600"));
        waitFor(State::Ready);
        std::map<std::int64_t, std::vector<Seen>> was;
        for (const std::int64_t round : {1, 63, 64, 65, 700, 1000, 1550, 2048, 2049}) {
            if (round == 2048) {  // after a round that is not asked for: arms are those of the next
                runs_->runTo(1900);
                waitFor(State::Paused);
                runs_->change("offload", 9);
            }
            runs_->runTo(round);
            waitFor(State::Paused);
            QTRY_COMPARE(runs_->round(), round);
            was[round] = now();
        }
        runs_->play();
        waitFor(State::Finished);
        was[3000] = now();
        QVERIFY(shown_->isLive() && shown_->past() == nullptr);
        for (const std::int64_t round : {2049, 1, 3000, 700, 65, 64, 63, 1000, 2048, 1550, 1}) {
            shown_->choose(round);
            QVERIFY(!shown_->isLive());
            QCOMPARE(shown_->round(), round);
            QTRY_VERIFY_WITH_TIMEOUT(!shown_->reading(), kPatienceWithRuns);
            QCOMPARE(shown_->past()->round, round);
            const auto seen = then();
            QCOMPARE(seen.size(), was[round].size());
            for (std::size_t k = 0; k < seen.size(); ++k)
                if (const QString differs = difference(seen[k], was[round][k]); !differs.isEmpty())
                    QFAIL(qPrintable(QStringLiteral("%1, round %2: %3")
                                         .arg(runs_->histories()[k].label())
                                         .arg(round)
                                         .arg(differs)));
        }
        const auto last = now();
        for (std::size_t k = 0; k < last.size(); ++k)
            QCOMPARE(difference(last[k], was[3000][k]), QString());
        shown_->goLive();
        QVERIFY(shown_->isLive() && shown_->past() == nullptr);
        QCOMPARE(shown_->round(), 3000);
    }

    // And it is not seen from the rounds that somebody looked back.
    void theRunPlaysOnMeanwhile() {
        const ExperimentFile file = experimentOver(60'000, "splitee,random");
        runs_->open(file, true);
        QTRY_VERIFY_WITH_TIMEOUT(runs_->round() > 100, kPatienceWithRuns);
        shown_->choose(77);
        const std::int64_t then = runs_->round();
        QTRY_VERIFY_WITH_TIMEOUT(!shown_->reading(), kPatienceWithRuns);
        QTRY_VERIFY_WITH_TIMEOUT(runs_->round() > then, kPatienceWithRuns);
        QCOMPARE(shown_->past()->round, 77);
        while (runs_->state() == State::Running) {
            shown_->choose(1 + runs_->round() / 2);
            QTest::qWait(1);
        }
        waitFor(State::Finished);
        auto store = Session::openReadOnly(runs_->session());
        QVERIFY(store.has_value());
        for (std::size_t k = 0; k < 2; ++k) {
            ReplayWorld world(cifarTable());
            const auto kept = store->rounds().read(runs_->kept(k).number, 1, 60'000);
            QVERIFY(kept &&
                    *kept == playedRecords(file.experiment, runs_->histories()[k].policy(), world));
        }
    }

    void whatCannotBeShownIsNotChosen() {
        QSignalSpy moved(shown_.get(), &ShownRound::moved);
        shown_->choose(5);  // nothing is open
        runs_->open(experimentOver(300, "splitee"));
        waitFor(State::Ready);
        shown_->choose(5);  // nothing is played
        QVERIFY(shown_->isLive());
        QCOMPARE(moved.count(), 0);
        runs_->runTo(100);
        waitFor(State::Paused);
        shown_->choose(500);
        QCOMPARE(shown_->round(), 100);
        shown_->choose(-3);
        QCOMPARE(shown_->round(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!shown_->reading(), kPatienceWithRuns);
    }

    void anotherRunIsShownLive() {
        runs_->open(experimentOver(300, "splitee"), true);
        waitFor(State::Finished);
        shown_->choose(5);
        QTRY_VERIFY_WITH_TIMEOUT(!shown_->reading(), kPatienceWithRuns);
        shown_->choose(6);
        runs_->open(experimentOver(200, "random,final"), true);
        QVERIFY(shown_->isLive() && shown_->past() == nullptr);
        waitFor(State::Finished);
        shown_->choose(7);
        QTRY_VERIFY_WITH_TIMEOUT(!shown_->reading(), kPatienceWithRuns);
        QCOMPARE(shown_->past()->runs.size(), std::size_t{2});
    }

    void waypointsAreBoundedAndEven() {
        WaypointPlan plan(64);
        std::vector<std::int64_t> made;
        for (std::int64_t round = 0; round <= 1'000'000; round = plan.next(round)) {
            QVERIFY(plan.due(round));
            plan.made(round, 1000);
            made.push_back(round);
            std::erase_if(made, [&](std::int64_t one) { return one % plan.distance() != 0; });
            QVERIFY(made.size() <= WaypointPlan::kMost);
        }
        QVERIFY(made.size() > WaypointPlan::kMost / 3);
        QVERIFY(plan.distance() <= 4096);
        WaypointPlan large(64);  // of a policy that keeps a long window
        for (std::int64_t round = 0; round <= 1'000'000; round = large.next(round))
            large.made(round, 1'000'000);
        QVERIFY(1'000'000 / large.distance() <= 33);
    }

    void theWaypointsOfARunAreThoseOfThePlan() {
        runs_->open(experimentOver(200'000, "splitee,ucb1"), true);
        waitFor(State::Finished);
        for (std::size_t k = 0; k < 2; ++k) {
            const RunWaypoints& kept = runs_->waypoints(k);
            QVERIFY(kept.size() <= WaypointPlan::kMost && kept.size() > WaypointPlan::kMost / 3);
            const auto rounds = kept.rounds();  // none of a distance that was left behind
            for (std::size_t i = 2; i < rounds.size(); ++i)
                QCOMPARE(rounds[i] - rounds[i - 1], rounds[1] - rounds[0]);
            for (const std::int64_t round : {1, 2, 1000, 123'456, 200'000}) {
                const auto before = kept.before(round);
                QVERIFY(before && before->run->round() < round);
                QVERIFY(round - before->run->round() <= 1024);
                QCOMPARE(before->sums.rounds(), before->run->round());
            }
        }
    }
};

std::unique_ptr<QObject> splitee::test::pastRoundTests() {
    return std::make_unique<TestPastRounds>();
}

#include "test_past_rounds.moc"
