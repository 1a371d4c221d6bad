// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <atomic>
#include <thread>

#include "gui/run/live_feed.h"
#include "gui_run_tests.h"

using namespace splitee;

namespace {

// One policy's rounds first..last.
FeedUpdate rounds(std::int64_t first, std::int64_t last) {
    FeedUpdate update;
    update.policies.resize(1);
    for (std::int64_t round = first; round <= last; ++round)
        update.policies[0].records.emplace_back().round = round;
    update.policies[0].alpha = static_cast<double>(last);
    return update;
}

}  // namespace

class TestLiveFeed : public QObject {
    Q_OBJECT
private slots:
    void updatesJoinUntilTheyAreDrained() {
        LiveFeed feed;
        QVERIFY(feed.drain().empty());
        feed.append(rounds(1, 3), {});
        FeedUpdate second = rounds(4, 5);
        second.changes.push_back({4, "offload", 5, 9, "", "offload=9@4"});
        feed.append(std::move(second), {});
        const FeedUpdate all = feed.drain();
        QCOMPARE(all.policies.size(), std::size_t{1});
        QCOMPARE(all.policies[0].records.size(), std::size_t{5});
        for (std::size_t k = 0; k < 5; ++k)
            QCOMPARE(all.policies[0].records[k].round, static_cast<std::int64_t>(k) + 1);
        QCOMPARE(all.policies[0].alpha, 5.0);
        QCOMPARE(all.changes.size(), std::size_t{1});
        QVERIFY(feed.drain().empty());
    }

    // However fast the thread, what waits stays small, and no round is lost.
    void theThreadWaitsForAWindowThatIsFarBehind() {
        constexpr std::int64_t kPieces = 200, kRounds = 1000;
        LiveFeed feed;
        std::jthread playing([&](const std::stop_token& stop) {
            for (std::int64_t k = 0; k < kPieces; ++k)
                feed.append(rounds(k * kRounds + 1, (k + 1) * kRounds), stop);
        });
        std::int64_t next = 1;
        std::size_t most = 0;
        while (next <= kPieces * kRounds) {
            const FeedUpdate update = feed.drain();
            if (update.empty()) continue;
            most = std::max(most, update.policies[0].records.size());
            for (const RoundRecord& record : update.policies[0].records)
                QCOMPARE(record.round, next++);
        }
        QVERIFY2(most <= 13'000, qPrintable(QString::number(most)));
    }

    void aStopEndsTheWait() {
        LiveFeed feed;
        std::atomic<bool> ended = false;
        std::jthread playing([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) feed.append(rounds(1, 5000), stop);
            ended = true;
        });
        playing.request_stop();
        playing.join();
        QVERIFY(ended);
    }
};

std::unique_ptr<QObject> splitee::test::liveFeedTests() { return std::make_unique<TestLiveFeed>(); }

#include "test_live_feed.moc"
