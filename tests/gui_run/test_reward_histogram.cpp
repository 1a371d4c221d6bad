// SPDX-License-Identifier: GPL-3.0-or-later
// Rewards counted by layer, whatever their range turns out to be.
#include <QTest>

#include <algorithm>
#include <cmath>

#include "engine/rng.h"
#include "gui/run/reward_histogram.h"
#include "gui_run_tests.h"
#include "played_runs.h"

using namespace splitee;
using namespace splitee::test;

namespace {

struct AddedReward {
    int layer;
    double reward;
};

void compareWithCounting(const RewardHistogram& histogram, const std::vector<AddedReward>& added,
                         int exits) {
    for (int layer = 0; layer <= exits; ++layer) {
        std::int64_t all = 0;
        double sum = 0;
        for (const AddedReward& one : added)
            if (one.layer == layer) {
                ++all;
                sum += one.reward;
            }
        QCOMPARE(histogram.rounds(layer), all);
        if (all > 0)
            QVERIFY(std::abs(histogram.mean(layer) - sum / static_cast<double>(all)) <
                    1e-9 * (1 + std::abs(sum)));
        for (int bin = 0; bin < RewardHistogram::kBins; ++bin) {
            const double from = histogram.low() + bin * histogram.width();
            const auto slow = std::ranges::count_if(added, [&](const AddedReward& one) {
                return one.layer == layer && one.reward >= from &&
                       one.reward < from + histogram.width();
            });
            QCOMPARE(
                static_cast<std::int64_t>(histogram.counts(layer)[static_cast<std::size_t>(bin)]),
                static_cast<std::int64_t>(slow));
        }
    }
}

}  // namespace

class TestRewardHistogram : public QObject {
    Q_OBJECT
private slots:
    void everyRewardIsInItsBinWhateverTheRange_data() {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("usual") << -0.4 << 1.0;
        QTest::newRow("dear") << -40.0 << 1.0;
        QTest::newRow("far below") << -1e6 << -9.9e5;
        QTest::newRow("one value") << 0.25 << 0.25;
    }
    void everyRewardIsInItsBinWhateverTheRange() {
        QFETCH(double, from);
        QFETCH(double, to);
        Rng rng(3, "rewards");
        RewardHistogram histogram(4);
        std::vector<AddedReward> added;
        for (int k = 0; k < 4000; ++k) {
            // It spreads slowly, so that bins move and widen on the way.
            const double reach = std::min(1.0, k / 3000.0);
            added.push_back({static_cast<int>(rng.below(5)),
                             from + (to - from) * (0.5 + (rng.uniform() - 0.5) * reach)});
            histogram.add(added.back().layer, added.back().reward);
            if (k % 999 == 0) compareWithCounting(histogram, added, 4);
        }
        compareWithCounting(histogram, added, 4);
        std::vector<double> sorted;
        for (const AddedReward& one : added)
            if (one.layer == 2) sorted.push_back(one.reward);
        std::ranges::sort(sorted);
        for (const double share : {0.25, 0.5, 0.75})
            QVERIFY(
                std::abs(
                    histogram.quantile(2, share) -
                    sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size()))]) <=
                1.01 * histogram.width());
    }

    // Over the whole run, and taken up from a waypoint's sums.
    void aHistoryCountsEveryRound() {
        Experiment experiment;
        experiment.rounds = 3000;
        PlayedRuns runs(experiment, {"splitee", "cloud-only"});
        runs.advanceTo(1700);
        RunHistory later("splitee", QStringLiteral("SplitEE"), 0, cifarTable().exits, 1);
        later.takeUp(runs.history(0).sums());
        later.append(std::span(runs.records(0)).subspan(1700));
        runs.advanceTo(3000);
        for (const std::size_t k : {0U, 1U}) {
            std::vector<AddedReward> added;
            for (const RoundRecord& round : runs.records(k))
                added.push_back({round.split, round.reward});
            compareWithCounting(runs.history(k).rewards(), added, cifarTable().exits);
            if (k == 0) compareWithCounting(later.rewards(), added, cifarTable().exits);
        }
    }
};

std::unique_ptr<QObject> splitee::test::rewardHistogramTests() {
    return std::make_unique<TestRewardHistogram>();
}

#include "test_reward_histogram.moc"
