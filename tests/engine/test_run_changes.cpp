// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_run_changes.h"

#include <QTest>

#include "engine/policies/policy_info.h"
#include "engine/run/schedule.h"
#include "played_pieces.h"

using namespace splitee;
using namespace splitee::test;

void TestRunChanges::aChangeRepeats_data() {
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("change");
    for (const auto& [policy, side] :
         std::initializer_list<std::pair<const char*, const char*>>{{"splitee", ""},
                                                                    {"splitee-s", ""},
                                                                    {"splitee-s", "observed"},
                                                                    {"splitee-s", "released"},
                                                                    {"i-splitee", ""},
                                                                    {"ucb1", ""},
                                                                    {"thompson", ""},
                                                                    {"linucb", ""},
                                                                    {"confidence-cascade", ""},
                                                                    {"sw-ucb", ""},
                                                                    {"exp3-s", ""},
                                                                    {"joint", ""},
                                                                    {"oracle", ""}})
        for (const char* change :
             {"mu=0.3", "lambda1=2", "lambda2=1", "offload=9", "alpha=0.9", "other"})
            QTest::addRow("%s %s %s", policy, side, change)
                << policy << (*side == '\0' ? "corrected" : side) << change;
}

void TestRunChanges::aChangeRepeats() {
    const Experiment e = fetchedSettings();
    QFETCH(QString, change);
    const ExitTable table = fullTable(300, 5);
    const ExitTable other = surer(table, "other");
    ReplayWorld world({&table, &other});
    const auto player = playerOf(e, world);
    std::vector<RoundRecord> played = next(*player, 137);
    const auto changed =
        player->changeSchedule(withChange(e.schedule, change.toStdString(), player->round() + 1));
    QVERIFY2(changed.has_value(), changed ? "" : changed.error().message.c_str());
    QVERIFY(player->advance(20, played).has_value());
    QVERIFY(player->advance(1000, played).has_value());

    ReplayWorld again({&table, &other});
    QCOMPARE(player->experiment().schedule, change.toStdString() + "@138");
    QVERIFY(played == roundsOfRun(player->experiment(), {e.policies, 3}, again));
    const auto unchanged = roundsOfRun(e, {e.policies, 3}, again);
    QVERIFY(std::equal(played.begin(), played.begin() + 137, unchanged.begin()));
    const bool untouched =
        (e.policies == "confidence-cascade" && change == "offload=9") ||  // it never offloads
        (e.policies == "joint" && change == "alpha=0.9");  // it has thresholds of its own
    QCOMPARE(played == unchanged, untouched);
}

void TestRunChanges::manyChangesRepeat() {
    const ExitTable table = fullTable(300, 5);
    const ExitTable other = surer(table, "other");
    const char* const changes[] = {"mu=0.2",      "offload=2",   "alpha=0.6", "other",
                                   "lambda1=0.5", "lambda2=0.1", "offload=7"};
    Rng rng(1, "changes");
    for (const PolicyInfo& info : kPolicies) {
        if (info.key == "best") continue;
        ReplayWorld world({&table, &other});
        Experiment e = settings(std::string(info.key), 2000);
        e.schedule = "alpha=0.75@40..90, offload=6@1999";
        const auto player = playerOf(e, world);
        std::vector<RoundRecord> played = next(*player, 95);
        while (player->round() < player->rounds()) {
            for (std::uint64_t k = rng.below(3); k > 0; --k) {
                const char* const change = changes[rng.below(std::size(changes))];
                const auto changed = player->changeSchedule(
                    withChange(player->experiment().schedule, change, player->round() + 1));
                QVERIFY2(changed.has_value(), changed ? "" : changed.error().message.c_str());
            }
            QVERIFY(
                player->advance(1 + static_cast<std::int64_t>(rng.below(150)), played).has_value());
        }
        ReplayWorld again({&table, &other});
        QVERIFY2(played == roundsOfRun(player->experiment(), {e.policies, 3}, again),
                 e.policies.c_str());
    }
}

void TestRunChanges::whatHasBeenPlayedCannotChange_data() {
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("says");  // "": it may follow
    const QString before = "offload=8@50, other@60, alpha=0.9@90..110, mu=0.2@200";
    QTest::newRow("nothing") << before << "";
    QTest::newRow("one more") << before + ", lambda1=2@101"
                              << "";
    QTest::newRow("one later") << before + ", lambda1=2@300..400"
                               << "";
    QTest::newRow("without what was to come") << "offload=8@50, other@60, alpha=0.9@90..110"
                                              << "";
    QTest::newRow("another order") << "mu=0.2@200, other@60, offload=8@50, alpha=0.9@90..110"
                                   << "";
    QTest::newRow("back to the first source") << before + ", @101"
                                              << "cannot be read";
    QTest::newRow("none") << ""
                          << "go on naming its sources";
    QTest::newRow("in the last round played") << before + ", lambda1=2@100"
                                              << "up to round 100, which has been played";
    QTest::newRow("another value") << "offload=7@50, other@60, alpha=0.9@90..110"
                                   << "up to round 100";
    QTest::newRow("another start") << "offload=8@51, other@60, alpha=0.9@90..110"
                                   << "up to round 100";
    QTest::newRow("a ramp bent") << "offload=8@50, other@60, alpha=0.9@90..120"
                                 << "up to round 100";
    QTest::newRow("within a ramp") << before + ", alpha=0.8@101"
                                   << "changes alpha twice at round 101";
    QTest::newRow("another source") << "offload=8@50, third@60, alpha=0.9@90..110"
                                    << "go on naming its sources";
    QTest::newRow("a source before") << "third@101, offload=8@50, other@60, alpha=0.9@90..110"
                                     << "has not been opened";
    QTest::newRow("a source nobody opened") << before + ", third@101"
                                            << "changes the source to";
    QTest::newRow("beyond the end") << before + ", lambda1=2@501"
                                    << "reaches beyond the end";
    QTest::newRow("unknown key") << before + ", lambda3=2@101"
                                 << "did you mean lambda";
    QTest::newRow("out of range") << before + ", mu=-1@101"
                                  << "mu is -1";
}

void TestRunChanges::whatHasBeenPlayedCannotChange() {
    QFETCH(QString, schedule);
    QFETCH(QString, says);
    const ExitTable table = fullTable(300, 5);
    const ExitTable other = surer(table, "other");
    ReplayWorld world({&table, &other});
    Experiment e = settings("ucb1");
    e.schedule = "offload=8@50, other@60, alpha=0.9@90..110, mu=0.2@200";
    const auto player = playerOf(e, world);
    std::vector<RoundRecord> played = next(*player, 100);
    const auto changed = player->changeSchedule(schedule.toStdString());
    QVERIFY2(changed.has_value() == says.isEmpty(), changed ? "" : changed.error().message.c_str());
    if (!changed) {
        QVERIFY2(changed.error().message.find(says.toStdString()) != std::string::npos,
                 changed.error().message.c_str());
        QCOMPARE(player->experiment().schedule, e.schedule);  // the run goes on as it was
    } else {
        e.schedule = schedule.toStdString();
    }
    QVERIFY(player->advance(400, played).has_value());
    QVERIFY(played == roundsOfRun(e, {"ucb1", 3}, world));
}

void TestRunChanges::costsAndAlphaAreThoseOfTheNextRound() {
    const ExitTable table = fullTable(300, 5);
    ReplayWorld world(table);
    Experiment e = settings("splitee-s");
    e.schedule = "offload=8@50";
    const auto player = playerOf(e, world);
    QCOMPARE(player->costs().offloadAt(1), 5.0);
    QCOMPARE(player->alpha(), 0.7);
    QCOMPARE(player->costs().gamma(5), table.depth[4] + 5 * .25);
    QVERIFY(next(*player, 48).back().round == 48);
    QCOMPARE(player->costs().offloadAt(1), 5.0);
    QVERIFY(next(*player, 1).back().round == 49);
    QCOMPARE(player->costs().offloadAt(1), 8.0);
    QVERIFY(player->changeSchedule("offload=8@50, alpha=0.9@50, mu=0.3@50").has_value());
    QCOMPARE(player->alpha(), 0.9);
    QCOMPARE(player->costs().mu, 0.3);
    QVERIFY(next(*player, 1000).back().round == 500);
    QCOMPARE(player->alpha(), 0.9);
}

void TestRunChanges::aPolicyThatPlansAheadRefusesChanges() {
    const ExitTable table = fullTable(100, 5);
    ReplayWorld world(table);
    const auto player = playerOf(settings("best"), world);
    QVERIFY(!next(*player, 10).empty());
    const auto changed = player->changeSchedule("offload=8@11");
    QVERIFY(!changed &&
            changed.error().message.find("reads the whole schedule before its first round") !=
                std::string::npos);
    QVERIFY(!next(*player, 10).empty());
}

void TestRunChanges::aChangeIsWrittenIntoTheSchedule() {
    QCOMPARE(withChange("", "offload=8", 31), std::string("offload=8@31"));
    QCOMPARE(withChange("clean@0, offload=8@31", "offload=9", 32),
             std::string("clean@0, offload=8@31, offload=9@32"));
    QCOMPARE(withChange("offload=8@31,mu=0.3@31", "offload=9", 31),
             std::string("mu=0.3@31, offload=9@31"));
    QCOMPARE(withChange(" offload = 8 @ 31 ", "offload=9", 31), std::string("offload=9@31"));
    QCOMPARE(withChange("offload=8@31..40", "offload=9", 31), std::string("offload=9@31"));
    // Before the first round: @0 and @1 are the same round.
    QCOMPARE(withChange("clean@0, offload=8@0", "offload=9", 1),
             std::string("clean@0, offload=9@1"));
    QCOMPARE(withChange("blur@1", "clean", 0), std::string("clean@0"));
    QCOMPARE(withChange("a:0.8@31, mu=0.3@31", "b", 31), std::string("mu=0.3@31, b@31"));
}

void TestRunChanges::aSourceIsAddedWhileRunsPlay() {
    const ExitTable table = fullTable(300, 5);
    const ExitTable other = surer(table, "other");
    const ExitTable third = surer(other, "third");
    ReplayWorld world(table);
    const auto player = playerOf(settings("entropy-cascade"), world);
    std::vector<RoundRecord> played = next(*player, 100);
    QVERIFY(!player->changeSchedule("other@101"));
    QVERIFY(world.addSource(other).has_value());
    QVERIFY(player->changeSchedule("other@101").has_value());
    QVERIFY(player->advance(100, played).has_value());
    QVERIFY(world.addSource(third).has_value());
    QVERIFY(player->changeSchedule("other@101, third@201").has_value());
    QVERIFY(player->advance(300, played).has_value());
    ReplayWorld again({&table, &other, &third});
    QVERIFY(played == roundsOfRun(player->experiment(), {"entropy-cascade", 3}, again));

    ExitTable mute = other;
    mute.entropy.clear();
    const auto added = world.addSource(mute);
    QVERIFY(!added && added.error().message.find("does not tell the entropy") != std::string::npos);
    QVERIFY(!world.addSource(madeTable(299, 5, 1)));
    QCOMPARE(world.sources(), std::size_t{3});
}
