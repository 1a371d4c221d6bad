// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <future>
#include <stdexcept>

#include "gui/run/even_play.h"
#include "gui/run/lock_step.h"
#include "gui/run/session_document.h"
#include "gui_run_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;

namespace {

ExperimentFile experimentOf(const std::string& policies, std::int64_t rounds) {
    ExperimentFile file;
    file.table = "builtin:cifar10-clean";
    file.experiment.policies = policies;
    file.experiment.alpha = 0.8;
    file.experiment.rounds = rounds;
    return file;
}

}  // namespace

class TestLockStep : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;

    [[nodiscard]] std::filesystem::path session() const {
        return folder_->filePath(QStringLiteral("s.splitee")).toStdString();
    }
    [[nodiscard]] std::vector<StoredRun> runs() const {
        auto store = Session::openReadOnly(session());
        return store ? store->runs().all().value_or(std::vector<StoredRun>())
                     : std::vector<StoredRun>();
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { folder_.reset(); }

    void playsTheRoundsOfTheRunLoopIntoTheSessionAndTheFeed() {
        const ExperimentFile file = experimentOf("splitee,splitee-s,random", 2000);
        RunOrders orders;
        LiveFeed feed;
        LockStep steps(file, session(), orders, feed);
        const auto opened = steps.open({});
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
        QCOMPARE(opened->policies, (std::vector<std::string>{"splitee", "splitee-s", "random"}));
        QCOMPARE(opened->rounds, 2000);
        orders.playUntil(2000);
        const auto status = steps.play({}, [](const Error&) {});
        QVERIFY(status.has_value());
        QCOMPARE(*status, RunStatus::Finished);
        const FeedUpdate update = feed.drain();
        auto store = Session::openReadOnly(session());
        QVERIFY(store.has_value());
        const auto stored = runs();
        QCOMPARE(stored.size(), std::size_t{3});
        for (std::size_t k = 0; k < 3; ++k) {
            ReplayWorld world(cifarTable());
            const auto expected = playedRecords(file.experiment, opened->policies[k], world);
            QVERIFY(update.policies[k].records == expected);
            QVERIFY(*store->rounds().read(stored[k].id, 1, 5000) == expected);
            QCOMPARE(stored[k].status, RunStatus::Finished);
            QVERIFY(!stored[k].summary.empty());
        }
    }

    void aChangedSettingIsKeptAndARefusedOneIsTold() {
        RunOrders orders;
        LiveFeed feed;
        LockStep steps(experimentOf("splitee", 300), session(), orders, feed);
        QVERIFY(steps.open({}).has_value());
        orders.change("offload", 9);
        orders.distort("blur:2");  // not in a replay
        orders.playUntil(300);
        std::vector<std::string> refused;
        QVERIFY(steps.play({}, [&](const Error& error) { refused.push_back(error.message); })
                    .has_value());
        QCOMPARE(refused.size(), std::size_t{1});
        const FeedUpdate update = feed.drain();
        QCOMPARE(update.changes.size(), std::size_t{1});
        QCOMPARE(update.changes[0].round, 1);
        QCOMPARE(update.changes[0].after, 9.0);
        QCOMPARE(runs().front().experiment.schedule, update.changes[0].schedule);
    }

    void aStopEndsTheRunsAndTheirRoundsAreKept() {
        RunOrders orders;
        LiveFeed feed;
        std::stop_source stop;
        LockStep steps(experimentOf("splitee,final", 1'000'000'000), session(), orders, feed);
        QVERIFY(steps.open(stop.get_token()).has_value());
        orders.hurry();
        orders.playUntil(1'000'000'000);
        auto playing = std::async(std::launch::async,
                                  [&] { return steps.play(stop.get_token(), [](auto&) {}); });
        std::int64_t seen = 0;
        while (seen < 1000)
            if (const FeedUpdate update = feed.drain(); !update.empty())
                seen = update.policies[0].records.back().round;
        stop.request_stop();
        const auto status = playing.get();
        QVERIFY(status.has_value());
        QCOMPARE(*status, RunStatus::Stopped);
        const auto stored = runs();
        QCOMPARE(stored.size(), std::size_t{2});
        QVERIFY(stored[0].rounds >= seen);
        QCOMPARE(stored[0].rounds, stored[1].rounds);
        QCOMPARE(stored[0].status, RunStatus::Stopped);
    }

    // Stopped, found together in the session, from whichever of them, and taken up.
    void entriesOfOneKindGoOnTogether_data() {
        QTest::addColumn<QString>("policies");
        QTest::addColumn<QString>("resumed");
        QTest::newRow("beside the plain policy")
            << "splitee,splitee:beta=0.1,fixed:fixed_layer=3,fixed,fixed:fixed_layer=5"
            << "splitee,splitee:beta=0.1,fixed:fixed_layer=3,fixed,fixed:fixed_layer=5";
        QTest::newRow("without it") << "sw-ucb:window=200,sw-ucb:window=50"
                                    << "sw-ucb:window=200,sw-ucb:window=50";
    }
    void entriesOfOneKindGoOnTogether() {
        QFETCH(QString, policies);
        QFETCH(QString, resumed);
        const ExperimentFile file = experimentOf(policies.toStdString(), 2000);
        const auto entries = *policiesOf(file.experiment);
        {
            RunOrders orders;
            LiveFeed feed;
            std::stop_source stop;
            LockStep steps(file, session(), orders, feed);
            QVERIFY(steps.open(stop.get_token()).has_value());
            orders.change("offload", 9);  // the schedule grows: the runs are written anew
            orders.playUntil(700);
            auto playing = std::async(std::launch::async,
                                      [&] { return steps.play(stop.get_token(), [](auto&) {}); });
            std::int64_t seen = 0;
            while (seen < 700)
                if (const FeedUpdate update = feed.drain(); !update.empty())
                    seen = update.policies[0].records.back().round;
            stop.request_stop();
            QVERIFY(playing.get().has_value());
        }
        const auto cut = runs();
        QCOMPARE(cut.size(), entries.size());
        for (const StoredRun& run : cut) {
            const auto together = cutShortWith(session(), run.id);
            QVERIFY2(together.has_value(), together ? "" : together.error().message.c_str());
            QCOMPARE(together->runs.size(), entries.size());
        }
        const auto found = cutShortWith(session(), cut.back().id);
        QCOMPARE(QString::fromStdString(found->file.experiment.policies), resumed);
        RunOrders orders;
        LiveFeed feed;
        LockStep steps(found->file, session(), orders, feed, found->runs);
        const auto opened = steps.open({});
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
        QCOMPARE(opened->policies, entries);
        QCOMPARE(opened->kept, 700);
        orders.playUntil(2000);
        const auto status = steps.play({}, [](const Error&) {});
        QVERIFY2(status.has_value(), status ? "" : status.error().message.c_str());
        auto store = Session::openReadOnly(session());
        Experiment played = file.experiment;
        played.schedule = cut.front().experiment.schedule;
        for (std::size_t k = 0; k < entries.size(); ++k) {
            ReplayWorld world(cifarTable());
            QVERIFY2(*store->rounds().read(cut[k].id, 1, 5000) ==
                         playedRecords(played, entries[k], world),
                     entries[k].c_str());
            QCOMPARE(runs()[k].status, RunStatus::Finished);
        }
    }

    void anExceptionEndsTheRunsAsFailed() {
        RunOrders orders;
        LiveFeed feed;
        LockStep steps(experimentOf("splitee,final", 1000), session(), orders, feed);
        QVERIFY(steps.open({}).has_value());
        orders.playUntil(1000);
        orders.distort("blur:2");  // refused, and whoever hears of it throws
        const auto status =
            steps.play({}, [](const Error&) { throw std::runtime_error("no shape\nbacktrace"); });
        QVERIFY(!status.has_value());
        QCOMPARE(status.error().message, std::string("this failed unexpectedly: no shape"));
        const auto stored = runs();
        QCOMPARE(stored.size(), std::size_t{2});
        for (const StoredRun& run : stored) {
            QCOMPARE(run.status, RunStatus::Failed);
            QCOMPARE(run.message, status.error().message);
        }
    }

    // Real policies do not fail at a round of one's choice.
    void noRunKeepsARoundThatAnotherLacks_data() {
        QTest::addColumn<QList<int>>("failAfter");  // rounds of each run; -1: never
        QTest::addColumn<int>("piece");
        QTest::addColumn<int>("kept");
        QTest::newRow("none fails") << QList{-1, -1} << 4 << 10;
        QTest::newRow("the first") << QList{6, -1} << 10 << 6;
        QTest::newRow("the last") << QList{-1, -1, 6} << 10 << 6;
        QTest::newRow("the last, round by round") << QList{-1, -1, 6} << 1 << 6;
        QTest::newRow("two, the later one sooner") << QList{-1, 6, 2} << 10 << 2;
        QTest::newRow("at once") << QList{-1, 0} << 4 << 0;
    }
    void noRunKeepsARoundThatAnotherLacks() {
        QFETCH(QList<int>, failAfter);
        QFETCH(int, piece);
        QFETCH(int, kept);
        std::vector<AdvanceRun> runs;
        std::vector<std::vector<RoundRecord>> records(static_cast<std::size_t>(failAfter.size()));
        std::vector<std::vector<RoundRecord>*> into;
        for (qsizetype k = 0; k < failAfter.size(); ++k) {
            runs.emplace_back(
                [after = failAfter[k], k](std::int64_t rounds, std::vector<RoundRecord>& all) {
                    for (std::int64_t played = 0; played < rounds; ++played) {
                        if (std::ssize(all) == after)
                            return Result<void>(fail("run " + std::to_string(k) + " fails"));
                        all.push_back({.round = std::ssize(all) + 1});
                    }
                    return Result<void>();
                });
            into.push_back(&records[static_cast<std::size_t>(k)]);
        }
        const auto played = playEvenly(runs, into, 10, piece, {});
        QCOMPARE(played.has_value(), kept == 10);
        for (const auto& rounds : records) {
            QCOMPARE(std::ssize(rounds), std::ptrdiff_t{kept});
            for (int round = 1; round <= kept; ++round)
                QCOMPARE(rounds[static_cast<std::size_t>(round) - 1].round, round);
        }
    }

    void whatCannotBePlayedSaysWhy() {
        RunOrders orders;
        LiveFeed feed;
        LockStep nothing({}, session(), orders, feed);
        QVERIFY(!nothing.open({}).has_value());
        ExperimentFile file = experimentOf("splitee", 10);
        file.table = "builtin:no-such-table";
        LockStep missing(file, session(), orders, feed);
        const auto opened = missing.open({});
        QVERIFY(!opened.has_value());
        QVERIFY2(opened.error().message.find("no-such-table") != std::string::npos,
                 opened.error().message.c_str());
        QVERIFY(runs().empty());
    }
};

std::unique_ptr<QObject> splitee::test::lockStepTests() { return std::make_unique<TestLockStep>(); }

#include "test_lock_step.moc"
