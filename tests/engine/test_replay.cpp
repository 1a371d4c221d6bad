// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_replay.h"

#include <QTest>

#include "engine/policies/policy_info.h"
#include "engine/replay/replay_figures.h"
#include "replayed.h"

using namespace splitee;
using namespace splitee::test;

namespace {

bool sameCurves(const ReplayCurves& a, const ReplayCurves& b) {
    return a.round == b.round && a.pseudoRegret == b.pseudoRegret &&
           a.realisedRegret == b.realisedRegret && a.reward == b.reward &&
           a.computeCost == b.computeCost && a.exitCost == b.exitCost &&
           a.offloadCost == b.offloadCost && a.correct == b.correct && a.labelled == b.labelled &&
           a.offloaded == b.offloaded && a.pulls == b.pulls;
}

std::string described(const ReplayRun& run, const Experiment& e) {
    return run.spec.policy + " " + e.side + ", seed " + std::to_string(run.spec.seed) + ", mu " +
           std::to_string(e.mu) + ", beta " + std::to_string(e.beta) + ", offload " +
           std::to_string(e.offload) + ", alpha " + std::to_string(e.alpha) + ", " +
           std::to_string(e.rounds) + " rounds: ";
}

/// Replays on 1 and 2 threads, with and without kernels; all must equal the rounds of runOnce().
/// Empty, or what differs.
std::string differenceOfReplays(const ExitTable& table, const Experiment& e) {
    ReplayWorld world(table);
    std::vector<std::vector<RoundRecord>> rounds;
    const auto runs = runsOf(e);
    if (!runs) return runs.error().message;
    for (const RunSpec& run : *runs) rounds.push_back(roundsOfRun(e, run, world));
    std::vector<std::vector<ReplayRun>> replays;
    for (const bool kernels : {true, false})
        for (const int threads : {1, 2}) {
            auto replayed = replay(table, e, {}, {threads, 13, false, kernels});
            if (!replayed) return replayed.error().message;
            if (replayed->size() != runs->size()) return "runs are missing";
            replays.push_back(std::move(*replayed));
        }
    const auto atSplit = meanRewardsOf(table, e, ExitsEvaluated::AtSplit);
    const auto upToSplit = meanRewardsOf(table, e, ExitsEvaluated::UpToSplit);
    for (std::size_t k = 0; k < runs->size(); ++k) {
        const bool every = exitsEvaluated((*runs)[k].policy) == ExitsEvaluated::UpToSplit;
        const ReplayRun& byKernels = replays[0][k];
        const ReplayRun& byTheLoop = replays[2][k];
        if (byKernels.spec.policy != (*runs)[k].policy || byKernels.spec.seed != (*runs)[k].seed)
            return "runs out of order";
        for (const ReplayRun* run : {&byKernels, &byTheLoop})
            if (const std::string different =
                    differenceOf(*run, rounds[k], table, e, every ? upToSplit : atSplit, atSplit);
                !different.empty())
                return (run == &byKernels ? "kernels, " : "round loop, ") + described(*run, e) +
                       different;
        if (!sameCurves(byKernels.curves, replays[1][k].curves) ||
            !sameCurves(byTheLoop.curves, replays[3][k].curves))
            return described(byKernels, e) + "two threads give other curves than one";
    }
    return "";
}

/// SplitEE, I-SplitEE, the three SplitEE-S and four rules that do not learn.
std::string differenceOfKernels(const ExitTable& table, Experiment e, int seeds = 3) {
    e.seeds = seeds;
    const std::string middle = std::to_string((table.exits + 1) / 2);
    for (const char* side : {"corrected", "observed", "released"}) {
        e.policies = side == std::string("corrected")
                         ? "splitee,i-splitee,splitee-s,final,random,best,"
                           "fixed:layer=" +
                               middle
                         : "splitee-s";
        e.side = side;
        if (std::string different = differenceOfReplays(table, e); !different.empty())
            return different;
    }
    return "";
}

Experiment weighted(double mu, double beta, double offload, double alpha) {
    Experiment e;
    e.mu = mu;
    e.beta = beta;
    e.offload = offload;
    e.alpha = alpha;
    e.lambda2 = 0.25;
    return e;
}

/// Every layer an o of its own, and half the time what computing up to it takes.
void giveLayersTheirCosts(Experiment& e, int exits, Rng& rng) {
    const bool computing = rng.below(2) == 0;
    double sum = 0;
    e.offloadPerLayer = "input=" + std::to_string(rng.below(900));
    for (int i = 0; i < exits; ++i) {
        e.offloadPerLayer += "," + std::to_string(20 * rng.uniform());
        sum += rng.uniform();
        if (computing) e.computePerLayer += (i > 0 ? "," : "") + std::to_string(sum);
    }
    e.offloadFactor = rng.below(2) == 0 ? 1 : 2 * rng.uniform();
}

const std::vector<std::pair<Kind, const char*>> kKinds{{Kind::Made, "made"},
                                                       {Kind::Equal, "all equal"},
                                                       {Kind::Quarters, "quarters"},
                                                       {Kind::Ulps, "an ulp apart"},
                                                       {Kind::UlpColumns, "columns an ulp apart"}};

}  // namespace

void TestReplay::kernelsMakeTheChoicesOfTheRoundLoop_data() {
    QTest::addColumn<int>("exits");
    QTest::addColumn<int>("kind");
    for (const int exits : {1, 2, 3, 4, 5, 7, 8, 12, 16, 17, 48, 64})
        for (const auto& [kind, name] : kKinds)
            QTest::addRow("%d exits, %s", exits, name) << exits << static_cast<int>(kind);
}

void TestReplay::kernelsMakeTheChoicesOfTheRoundLoop() {
    if (!hasVectorKernels()) qInfo("no AVX2 here: the kernels of learners are not tested");
    QFETCH(int, exits);
    QFETCH(int, kind);
    const ExitTable table = tableOfKind(static_cast<Kind>(kind), 300, exits, 5);
    const Experiment settings[] = {
        weighted(0.02, 1, 5, 0.7),    weighted(0, 1, 5, 0.75),  weighted(1e-6, 1, 5, 0.5),
        weighted(1e6, 1, 5, 0.7),     weighted(0.1, 0, 2, 0.7), weighted(0.1, 1e6, 0, 0),
        weighted(1e6, 1e6, 1e6, 0.9), weighted(0, 0, 0, 1),     weighted(0.01, 1e-9, 5, 0.7)};
    for (Experiment e : settings)
        for (const std::int64_t rounds : {std::int64_t{1}, std::int64_t{exits} - 1,
                                          std::int64_t{exits} + 1, std::int64_t{400}}) {
            if (rounds == 0) continue;
            e.rounds = rounds;
            const std::string different = differenceOfKernels(table, e);
            QVERIFY2(different.empty(), different.c_str());
        }
}

void TestReplay::kernelsMakeTheChoicesOfTheRoundLoopUnderRandomWeights() {
    Rng rng(11, "weights");
    const auto magnitude = [&](double from, double to) {
        return std::pow(10, from + (to - from) * rng.uniform());
    };
    for (int k = 0; k < 150; ++k) {
        const int exits = 1 + static_cast<int>(rng.below(64));
        const Kind kind = kKinds[rng.below(kKinds.size())].first;
        const ExitTable table =
            tableOfKind(kind, 1 + static_cast<std::int64_t>(rng.below(400)), exits, rng());
        Experiment e =
            weighted(magnitude(-6, 4), magnitude(-6, 4), rng.below(4) == 0 ? 0 : magnitude(-3, 3),
                     static_cast<double>(rng.below(9)) / 8);
        e.lambda1 = magnitude(-3, 3);
        e.lambda2 = magnitude(-3, 3);
        e.order = rng.below(4) == 0 ? "file" : "shuffle";
        e.seed = rng.below(1000);
        e.rounds = static_cast<std::int64_t>(rng.below(1200));  // 0: one pass
        if (rng.below(2) == 0) giveLayersTheirCosts(e, exits, rng);
        const std::string different = differenceOfKernels(table, e);
        QVERIFY2(different.empty(), ("case " + std::to_string(k) + ", " + std::to_string(exits) +
                                     " exits, " + different)
                                        .c_str());
    }
}

void TestReplay::kernelsKeepToTheRoundLoopOverManyRounds() {
    for (const int exits : {2, 7, 12})
        for (const auto& [kind, name] : kKinds) {
            Experiment e = weighted(kind == Kind::Made ? 0.02 : 0, 0.5, 2, 0.7);
            e.rounds = 20'000;
            const std::string different =
                differenceOfKernels(tableOfKind(kind, 500, exits, 8), e, 1);
            QVERIFY2(different.empty(),
                     (std::to_string(exits) + " exits, " + name + ": " + different).c_str());
        }
}

// The best split is that of the sums over all rounds: two means that differ by a rounding may have
// one sum, and then the lower layer is the best.
void TestReplay::theBestSplitIsThatOfTheSums() {
    ExitTable table = madeTable(1, 2, 1);
    Experiment e = weighted(0, 1, 5, 0);
    e.policies = "best";
    e.rounds = 9;
    int alike = 0;
    for (double confidence = 0.9; confidence < 0.99; confidence += 0.01) {
        table.confidence = {confidence, std::nextafter(confidence, 1)};
        alike += 9 * table.confidence[0] == 9 * table.confidence[1] ? 1 : 0;
        const std::string different = differenceOfReplays(table, e);
        QVERIFY2(different.empty(), different.c_str());
    }
    QVERIFY(alike > 0);
}

// Bit for bit, whatever plays: a kernel, the round loop, or a schedule that changes things.
void TestReplay::figuresAloneAreThoseOfTheRoundLoop() {
    Rng rng(12, "figures");
    for (const auto& [kind, name] : kKinds)
        for (const int exits : {1, 2, 7, 12}) {
            const ExitTable table = tableOfKind(kind, 211, exits, 5);
            ReplayFigures figures({&table});
            for (const PolicyInfo& policy : kPolicies) {
                Experiment e = weighted(0.1, 1, 3, static_cast<double>(rng.below(9)) / 8);
                e.policies = policy.key;
                e.rounds = static_cast<std::int64_t>(rng.below(900));
                e.side = rng.below(2) == 0 ? "observed" : "corrected";
                e.seeds = 1;
                e.rules = 1 + static_cast<std::int64_t>(rng.below(2));
                if (rng.below(3) == 0) giveLayersTheirCosts(e, exits, rng);
                if (rng.below(4) == 0 && e.rounds > 500)
                    e.schedule = e.offloadsPerLayer() ? "offload_factor=0.2@200, mu=0.3@300"
                                                      : "offload=1@200, mu=0.3@300";
                ReplayWorld world(table);
                if (!validate(e, world)) continue;
                const RunSpec run{std::string(policy.key), rng.below(1000)};
                SummarySink expected(e, run, world);
                RoundSink* const sinks[] = {&expected};
                const auto status = runOnce(e, run, world, sinks, {}, {});
                QVERIFY(status.has_value());
                const auto played = figures.play(e, run, {});
                QVERIFY2(played.has_value(), played ? "" : played.error().message.c_str());
                QCOMPARE(played->status, RunStatus::Finished);
                const RunSummary a = expected.summary(0), &b = played->summary;
                const std::string what = std::string(name) + ", " + run.policy;
                QVERIFY2(a.rounds == b.rounds && a.pulls == b.pulls && a.accuracy == b.accuracy,
                         what.c_str());
                QVERIFY2(a.costMean == b.costMean &&
                             a.costReductionVsFinal == b.costReductionVsFinal &&
                             a.accuracyChangeVsFinal == b.accuracyChangeVsFinal,
                         what.c_str());
                QVERIFY2(a.offloadRate == b.offloadRate && a.rewardMean == b.rewardMean &&
                             a.regret == b.regret && a.realisedRegret == b.realisedRegret &&
                             a.regretAgainst == b.regretAgainst,
                         what.c_str());
            }
        }
    const ExitTable table = madeTable(100, 3, 1);
    ReplayFigures figures({&table});
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(figures.play(weighted(0.1, 1, 3, 0.5), {"splitee", 1}, stop.get_token())->status,
             RunStatus::Stopped);
}

void TestReplay::everyPolicyAddsUpToItsRounds_data() {
    QTest::addColumn<QString>("policy");
    for (const PolicyInfo& info : kPolicies) {
        const QString policy = QString::fromStdString(std::string(info.key));
        QTest::addRow("%s", qPrintable(policy)) << policy;
    }
}

void TestReplay::everyPolicyAddsUpToItsRounds() {
    QFETCH(QString, policy);
    for (const int exits : {1, 2, 3, 5, 8, 12, 48, 64})
        for (const Kind kind : {Kind::Made, Kind::Equal}) {
            const ExitTable table = tableOfKind(kind, 150, exits, 9);
            for (Experiment e :
                 {weighted(0.02, 1, 5, 0.7), weighted(1e6, 1e6, 5, 0.7), weighted(0, 0, 5, 0.7)}) {
                e.policies = policy.toStdString();
                e.seeds = 3;
                if (exits == 1 && policy.startsWith(QLatin1String("adaee"))) {
                    QVERIFY(!replay(table, e));  // nothing lies behind its split
                    continue;
                }
                for (const std::int64_t rounds :
                     {std::int64_t{exits} / 2 + 1, std::int64_t{exits < 20 ? 400 : 100}}) {
                    e.rounds = rounds;
                    const std::string different = differenceOfReplays(table, e);
                    QVERIFY2(different.empty(),
                             (std::to_string(exits) + " exits, " + different).c_str());
                }
            }
        }
}

void TestReplay::curvesBelongToTheirPoints_data() {
    QTest::addColumn<int>("points");
    QTest::addColumn<bool>("logSpaced");
    QTest::addColumn<qint64>("rounds");
    for (const qint64 rounds : {1, 2, 9, 1000, 30'000})
        for (const int points : {1, 2, 200, 100'000})
            for (const bool logSpaced : {false, true})
                QTest::addRow("%lld rounds, %d points%s", static_cast<long long>(rounds), points,
                              logSpaced ? ", log" : "")
                    << points << logSpaced << rounds;
}

void TestReplay::curvesBelongToTheirPoints() {
    QFETCH(int, points);
    QFETCH(bool, logSpaced);
    QFETCH(qint64, rounds);
    const ExitTable table = tableOfKind(Kind::Made, 400, 6, 3);
    Experiment e = weighted(0.02, 1, 5, 0.7);
    e.policies = "splitee,splitee-s,thompson,confidence-cascade,cloud-only";
    e.seeds = 1;
    e.rounds = rounds;
    const ReplayOptions options{2, points, logSpaced, true};
    const auto marks = curvePoints(rounds, options);
    QVERIFY(!marks.empty() &&
            static_cast<qint64>(marks.size()) <= std::min<qint64>(points, rounds));
    QCOMPARE(marks.back(), static_cast<std::int64_t>(rounds));
    QVERIFY(marks.front() >= 1);
    QVERIFY(std::ranges::adjacent_find(marks, std::greater_equal<>()) == marks.end());
    const auto replayed = replay(table, e, {}, options);
    QVERIFY(replayed.has_value());
    ReplayWorld world(table);
    for (const ReplayRun& run : *replayed) {
        QCOMPARE(run.curves.round, marks);
        const std::string different =
            differenceOf(run, roundsOfRun(e, run.spec, world), table, e,
                         meanRewardsOf(table, e, findPolicy(run.spec.policy)->evaluated),
                         meanRewardsOf(table, e, ExitsEvaluated::AtSplit));
        QVERIFY2(different.empty(), (described(run, e) + different).c_str());
    }
}

void TestReplay::whatCannotPlayIsRefused() {
    ExitTable table = tableOfKind(Kind::Made, 20, 4, 3);
    Experiment e;
    e.policies = "fixed";
    e.fixedLayer = 5;
    QVERIFY(!replay(table, e));
    e = Experiment();
    e.alpha = 1.5;
    QVERIFY(!replay(table, e));
    e = Experiment();
    table.confidence[3] = std::nan("");
    QVERIFY(!replay(table, e));
}
