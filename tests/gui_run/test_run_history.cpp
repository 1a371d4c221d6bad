// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <cmath>

#include "engine/run/summary.h"
#include "gui_run_tests.h"
#include "played_runs.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Experiment experimentFor(std::int64_t rounds, const std::string& schedule = "") {
    Experiment experiment;
    experiment.alpha = 0.8;
    experiment.rounds = rounds;
    experiment.schedule = schedule;
    return experiment;
}

}  // namespace

class TestRunHistory : public QObject {
    Q_OBJECT
private slots:
    void figuresAreThoseOfTheEnginesSummary() {
        for (const std::string schedule : {"", "offload=9@700, lambda2=0.5@900..1200"}) {
            PlayedRuns runs(experimentFor(2500, schedule),
                            {"splitee", "splitee-s", "random", "cloud-only"});
            runs.advanceTo(2500);
            for (std::size_t i = 0; i < 4; ++i) {
                const RunHistory& history = runs.history(i);
                ReplayWorld world(cifarTable());
                SummarySink sink(runs.experiment(), {history.policy(), 1}, world);
                QVERIFY(sink.consume(runs.records(i)));
                const RunSummary summary = sink.summary(1);
                QCOMPARE(history.costMean(), summary.costMean);
                QCOMPARE(-history.costChangePercent(), summary.costReductionVsFinal);
                QCOMPARE(history.accuracy(), *summary.accuracy);
                QCOMPARE(history.accuracyChangePoints(), *summary.accuracyChangeVsFinal);
                QCOMPARE(history.offloadPercent(), 100 * summary.offloadRate);
                QCOMPARE(history.pseudoRegret(),
                         summary.regret);  // bit for bit: the same sums in the same order
                QCOMPARE(history.realisedRegret(), summary.realisedRegret);
                for (std::size_t layer = 0; layer < summary.pulls.size(); ++layer)
                    QCOMPARE(history.pulls()[layer + 1], summary.pulls[layer]);
            }
        }
    }

    void memoryIsBoundedAndNoRoundIsLost() {
        PlayedRuns runs(experimentFor(0), {"splitee"});
        RunHistory& history = runs.history(0);
        std::size_t bytes = 0;
        for (int pass = 0; pass < 60; ++pass) {
            std::vector<RoundRecord> records = runs.records(0);
            for (RoundRecord& record : records)
                record.round += pass * static_cast<std::int64_t>(records.size());
            history.append(records);
            bytes = std::max(bytes, history.bytes());
        }
        QVERIFY2(bytes < 4'000'000, qPrintable(QString::number(bytes)));
        for (const bool logarithmic : {false, true}) {
            const RoundSeries& series = history.series(logarithmic);
            QVERIFY(series.points().size() <= RoundSeries::kMostPoints);
            std::int64_t next = 1, split = 0;
            for (std::size_t i = 0; i < series.points().size(); ++i) {
                QCOMPARE(series.points()[i].first, next);
                next += series.points()[i].rounds;
                for (const std::uint32_t count : series.splits(i)) split += count;
            }
            QCOMPARE(next, history.rounds() + 1);
            QCOMPARE(split, history.rounds());
        }
    }

    void aPointKeepsTheLeastAndTheMostOfItsRounds() {
        PlayedRuns runs(experimentFor(0), {"splitee"});
        const auto& records = runs.records(0);
        std::vector<double> means;  // of the last 500 rounds, by hand
        for (std::size_t t = 0; t < records.size(); ++t) {
            const std::size_t from = t + 1 > RunHistory::kWindow ? t + 1 - RunHistory::kWindow : 0;
            double sum = 0;
            for (std::size_t k = from; k <= t; ++k) sum += records[k].cost();
            means.push_back(sum / static_cast<double>(t + 1 - from));
        }
        runs.advanceTo(static_cast<std::int64_t>(records.size()));
        const auto curve = runs.history(0).curve(Followed::Cost, 0, 1e9, 300, false);
        QVERIFY(curve.size() <= 300);
        std::size_t next = 0;
        for (const CurvePoint& point : curve) {
            const auto begin = means.begin() + static_cast<std::ptrdiff_t>(next),
                       end = begin + static_cast<std::ptrdiff_t>(point.rounds);
            QVERIFY(std::abs(point.least - *std::min_element(begin, end)) < 1e-9);
            QVERIFY(std::abs(point.most - *std::max_element(begin, end)) < 1e-9);
            QVERIFY(std::abs(point.value - *(end - 1)) < 1e-9);
            next += static_cast<std::size_t>(point.rounds);
        }
        QCOMPARE(next, means.size());
    }

    void batchesOfAnySizeMakeTheSameHistory() {
        PlayedRuns one(experimentFor(5000), {"splitee"}), many(experimentFor(5000), {"splitee"});
        one.advanceTo(5000);
        for (std::int64_t round = 1; round <= 5000; round += 37) many.advanceTo(round);
        many.advanceTo(5000);
        const auto a = one.history(0).curve(Followed::PseudoRegret, 0, 5000, 1000, true);
        const auto b = many.history(0).curve(Followed::PseudoRegret, 0, 5000, 1000, true);
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) QCOMPARE(a[i].value, b[i].value);
    }

    void withoutATableThereIsNoRegretAndNoFinalAccuracy() {
        RunHistory history("splitee", "SplitEE", 0, 3, 19);
        RoundRecord record{1, 0, 0, 2, true, 0, -1, .5, 6, 0};
        history.append(std::span(&record, 1));
        QVERIFY(!history.knows(Followed::PseudoRegret));
        QVERIFY(!history.knows(Followed::Accuracy));
        QVERIFY(std::isnan(history.accuracyChangePoints()));
        QVERIFY(history.curve(Followed::PseudoRegret, 0, 10, 10, false).empty());
        QCOMPARE(history.costChangePercent(), 100 * (6.0 / 19 - 1));
        QCOMPARE(history.recentShares(), (std::vector<double>{0, 1, 0}));
    }
};

std::unique_ptr<QObject> splitee::test::runHistoryTests() {
    return std::make_unique<TestRunHistory>();
}

#include "test_run_history.moc"
