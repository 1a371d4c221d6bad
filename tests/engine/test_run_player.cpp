// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_run_player.h"

#include <QTest>

#include <cmath>
#include <limits>

#include "engine/policies/policy.h"
#include "played_pieces.h"
#include "watched_world.h"

using namespace splitee;
using namespace splitee::test;

void TestRunPlayer::piecesMakeTheRoundsOfOneRun_data() {
    policyColumn();
    for (const PolicyInfo& info : kPolicies) policyRow(info.key);
    policyRow("splitee-s", "released");
    policyRow("splitee-s", "observed");
}

void TestRunPlayer::piecesMakeTheRoundsOfOneRun() {
    Experiment e = fetchedSettings();
    const ExitTable table = fullTable(300, 5);
    const ExitTable other = surer(table, "other");
    for (const char* schedule : {"", "other@50..100, offload=8@120..130, alpha=0.8@200"}) {
        e.schedule = schedule;
        ReplayWorld world({&table, &other});
        const auto whole = roundsOfRun(e, {e.policies, 3}, world);
        QCOMPARE(whole.size(), 500U);
        const auto player = playerOf(e, world);
        QCOMPARE(player->round(), 0);
        QCOMPARE(player->rounds(), 500);
        std::vector<RoundRecord> pieces;
        for (std::int64_t size = 0; player->round() < player->rounds(); ++size) {
            QVERIFY(player->advance(size, pieces).has_value());
            QCOMPARE(static_cast<std::int64_t>(pieces.size()), player->round());
        }
        QVERIFY(pieces == whole);
        QVERIFY(next(*player, 10).empty());  // the run is over
        QVERIFY(next(*playerOf(e, world), std::numeric_limits<std::int64_t>::max()) == whole);
        QVERIFY(next(*playerOf(e, world), -5).empty());
    }
}

void TestRunPlayer::playersTakeTurnsOnOneWorld() {
    const ExitTable table = fullTable(300, 5);
    const ExitTable other = surer(table, "other");
    ReplayWorld world({&table, &other});
    Experiment drifting = settings("splitee-s");
    drifting.schedule = "other@100";
    const Experiment steady = settings("splitee");
    const auto a = playerOf(drifting, world);
    const auto b = playerOf(steady, world);
    std::vector<RoundRecord> ofA, ofB;
    while (a->round() < 500) {
        QVERIFY(a->advance(7, ofA).has_value());
        QVERIFY(b->advance(7, ofB).has_value());
    }
    ReplayWorld alone({&table, &other});
    QVERIFY(ofA == roundsOfRun(drifting, {"splitee-s", 3}, alone));
    QVERIFY(ofB == roundsOfRun(steady, {"splitee", 3}, alone));
}

void TestRunPlayer::aWaypointMakesTheRoundsThatFollowed_data() {
    piecesMakeTheRoundsOfOneRun_data();
}

// In another world, as often as one likes, through the interface of a replay and of a live world.
void TestRunPlayer::aWaypointMakesTheRoundsThatFollowed() {
    Experiment e = fetchedSettings();
    std::get<NonstationaryParameters>(e.policyParameters).window = 50;
    const ExitTable table = fullTable(140, 5);  // rounds go over it several times
    const ExitTable other = surer(table, "other");
    for (const char* order : {"shuffle", "file"})
        for (const char* schedule : {"", "other@50..100, offload=8@120..130, alpha=0.8@200"}) {
            e.order = order;
            e.schedule = schedule;
            std::vector<RoundRecord> whole;
            std::vector<std::shared_ptr<const Waypoint>> waypoints;
            {
                ReplayWorld world({&table, &other});
                const auto player = playerOf(e, world);
                for (const std::int64_t count : {0, 1, 59, 40, 40, 85, 275}) {
                    QVERIFY(player->advance(count, whole).has_value());
                    waypoints.push_back(player->waypoint());
                    QCOMPARE(waypoints.back()->round(), player->round());
                }
                QCOMPARE(player->round(), 500);
                QVERIFY(whole == roundsOfRun(e, {e.policies, 3}, world));
            }  // a waypoint outlives the world that its run played in
            for (const auto& waypoint : waypoints) {
                ReplayWorld elsewhere({&table, &other});
                for (int time = 0; time < 2; ++time) {
                    auto player = waypoint->playOn(elsewhere);
                    QVERIFY(player.has_value());
                    QCOMPARE((*player)->round(), waypoint->round());
                    QVERIFY(std::ranges::equal(
                        next(**player, 500),
                        std::span(whole).subspan(static_cast<std::size_t>(waypoint->round()))));
                }
                WatchedWorld live(elsewhere);
                QVERIFY(!waypoint->playOn(live));  // that run replayed a table
            }
            ReplayWorld behind({&table, &other});
            WatchedWorld live(behind);
            const auto player = playerOf(e, live);
            QCOMPARE(next(*player, 222).size(), std::size_t{222});
            const auto on = player->waypoint()->playOn(live);
            QVERIFY(on && std::ranges::equal(next(**on, 278), std::span(whole).subspan(222)));
        }
}

void TestRunPlayer::aWaypointFollowsALaterChange() {
    const ExitTable table = fullTable(140, 5);
    ReplayWorld world(table);
    const auto player = playerOf(settings("splitee"), world);
    auto whole = next(*player, 100);
    const auto waypoint = player->waypoint();
    QVERIFY(player->advance(50, whole).has_value());
    QVERIFY(player->changeSchedule("offload=1@151").has_value());
    QVERIFY(player->advance(100, whole).has_value());
    auto on = waypoint->playOn(world);
    QVERIFY(on && (*on)->changeSchedule("offload=1@151").has_value());
    QVERIFY(std::ranges::equal(next(**on, 150), std::span(whole).subspan(100)));
}

// Hundreds of them are kept of each run.
void TestRunPlayer::aWaypointIsSmall() {
    const ExitTable table = fullTable(3000, 5);
    ReplayWorld world(table);
    QVERIFY(playerOf(settings("splitee"), world)->waypoint()->bytes() < 8192);
    Experiment e = settings("sw-ucb", 4000);
    std::get<NonstationaryParameters>(e.policyParameters).window = 3000;
    const auto player = playerOf(e, world);
    QCOMPARE(next(*player, 4000).size(), std::size_t{4000});
    QVERIFY(player->waypoint()->bytes() > 3000 * sizeof(double));
}

void TestRunPlayer::theLayerOfTheLargestIndexIsChosen_data() {
    policyColumn();
    for (const char* side : {"corrected", "observed", "released"}) policyRow("splitee-s", side);
    for (const char* policy : {"splitee", "i-splitee", "ucb1", "ucb-v", "ucb-tuned", "moss",
                               "kl-ucb", "bayes-ucb", "sw-ucb", "d-ucb", "cusum-ucb", "m-ucb"})
        policyRow(policy);
}

void TestRunPlayer::theLayerOfTheLargestIndexIsChosen() {
    Experiment e = fetchedSettings();
    std::get<NonstationaryParameters>(e.policyParameters).explore =
        0;  // else some rounds are not the index's
    std::get<NonstationaryParameters>(e.policyParameters).window = 50;
    std::get<NonstationaryParameters>(e.policyParameters).detectionWindow = 10;
    std::get<NonstationaryParameters>(e.policyParameters).detectionThreshold = 1;
    e.schedule = "offload=1@200, alpha=0.5@250..260";
    for (const bool ties : {false, true}) {
        ExitTable table = fullTable(300, 6);
        if (ties) std::ranges::fill(table.confidence, .9);
        e.mu = ties ? 0 : .05;
        ReplayWorld world(table);
        const auto player = playerOf(e, world);
        for (int t = 1; t <= 500; ++t) {
            const auto arms = player->arms();
            QCOMPARE(arms.size(), 6U);
            const int largest =
                1 + largestArm(6, [&](int i) { return arms[static_cast<std::size_t>(i)].index; });
            QCOMPARE(next(*player, 1).front().split, largest);
        }
    }
}

void TestRunPlayer::anArmTellsWhatItsFormulaSays() {
    const ExitTable table = fullTable(300, 4);
    ReplayWorld world(table);
    const auto player = playerOf(settings("splitee"), world);
    for (const ArmView& arm : player->arms())
        QVERIFY(arm.pulls == 0 && std::isinf(arm.index) && std::isinf(arm.radius) && arm.mean == 0);
    std::vector<double> sum(4), pulls(4);
    for (const RoundRecord& r : next(*player, 80)) {
        sum[static_cast<std::size_t>(r.split - 1)] += r.reward;
        ++pulls[static_cast<std::size_t>(r.split - 1)];
    }
    const auto arms = player->arms();
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(static_cast<double>(arms[i].pulls), pulls[i]);
        QCOMPARE(arms[i].mean, sum[i] / pulls[i]);
        QCOMPARE(arms[i].radius, std::sqrt(std::log(81.0) / pulls[i]));
        QCOMPARE(arms[i].index, arms[i].mean + arms[i].radius);
    }
}

void TestRunPlayer::onlyPoliciesWithAnIndexTellArms() {
    const ExitTable table = fullTable(100, 4);
    ReplayWorld world(table);
    for (const char* policy : {"final", "random", "fixed", "thompson", "exp3-s", "linucb", "adaee",
                               "joint", "confidence-cascade"}) {
        const auto player = playerOf(settings(policy), world);
        QVERIFY(!next(*player, 50).empty());
        QVERIFY2(player->arms().empty(), policy);
    }
}

void TestRunPlayer::seenIsWhatTheRoundRevealed_data() { piecesMakeTheRoundsOfOneRun_data(); }

void TestRunPlayer::seenIsWhatTheRoundRevealed() {
    const Experiment e = fetchedSettings();
    const ExitTable table = fullTable(300, 5);
    ReplayWorld replay(table);
    ReplayWorld behind(table);
    WatchedWorld watched(behind);  // plays through the interface of a live world
    const auto a = playerOf(e, replay);
    const auto b = playerOf(e, watched);
    QVERIFY(std::ranges::all_of(a->seen(), [](double c) { return std::isnan(c); }));
    for (int piece = 0; piece < 200; ++piece) {
        const std::int64_t size = 1 + piece % 3;
        const auto rounds = next(*a, size);
        QVERIFY(rounds == next(*b, size));
        QCOMPARE(a->seen().size(), 5U);
        for (int layer = 1; layer <= 5; ++layer)
            for (const RunPlayer* player : {a.get(), b.get()}) {
                const double seen = player->seen()[static_cast<std::size_t>(layer - 1)];
                QCOMPARE(!std::isnan(seen), watched.last->reveals(layer));
                if (!std::isnan(seen))
                    QCOMPARE(seen, table.confidencesOf(
                                       rounds.back().row)[static_cast<std::size_t>(layer - 1)]);
            }
    }
}

void TestRunPlayer::aFailureKeepsTheRoundsBefore() {
    const ExitTable table = fullTable(300, 5);
    ReplayWorld behind(table);
    const Experiment e = settings("linucb");
    const auto expected = roundsOfRun(e, {"linucb", 3}, behind);
    for (const bool beforeSplit : {false, true}) {
        WatchedWorld world(behind);
        world.failsAt = 50;
        world.failsBeforeSplit = beforeSplit;
        const auto player = playerOf(e, world);
        std::vector<RoundRecord> played;
        QVERIFY(player->advance(30, played).has_value());
        for (int again = 0; again < 2; ++again) {
            const auto failed = player->advance(100, played);
            QVERIFY(!failed && failed.error().message == "the camera is gone");
            QCOMPARE(player->round(), 49);
            QVERIFY(played == (std::vector<RoundRecord>{expected.begin(), expected.begin() + 49}));
            QCOMPARE(player->seen()[static_cast<std::size_t>(played.back().split - 1)],
                     table.confidencesOf(
                         played.back().row)[static_cast<std::size_t>(played.back().split - 1)]);
        }
        WatchedWorld once(behind);
        once.failsAt = 50;
        Collector kept;
        RoundSink* const sinks[] = {&kept};
        QVERIFY(!runOnce(e, {"linucb", 3}, once, sinks, {}, {}, 20));
        QVERIFY(kept.rounds == played);
    }
}

// What a world is told to expect is what it then plays, to the end of a pass.
void TestRunPlayer::aWorldIsToldWhatComes() {
    const ExitTable table = fullTable(40, 4);
    ReplayWorld behind(table);
    WatchedWorld world(behind);
    Experiment e = settings("splitee");
    e.rounds = 100;
    const auto rounds = next(*playerOf(e, world), 100);
    QCOMPARE(world.expected.size(), std::size_t{100});
    for (std::size_t t = 0; t < rounds.size(); ++t) {
        const std::size_t left = 40 - (t % 40) - 1;
        QCOMPARE(world.expected[t].size(), std::min<std::size_t>(16, left));
        for (std::size_t k = 0; k < world.expected[t].size() && t + k + 1 < rounds.size(); ++k)
            QCOMPARE(std::int64_t{world.expected[t][k]}, rounds[t + k + 1].row);
    }
}

void TestRunPlayer::whatCannotPlayIsRefused() {
    const ExitTable table = fullTable(100, 4);
    ReplayWorld world(table);
    QCOMPARE(RunPlayer::of(settings("splitee"), {"spliteee", 1}, world).error().message,
             std::string("there is no policy 'spliteee'"));
    Experiment e = settings("splitee");
    e.schedule = "offload=8@501";
    QVERIFY(!RunPlayer::of(e, {"splitee", 1}, world));
}
