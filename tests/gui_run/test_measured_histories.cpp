// SPDX-License-Identifier: GPL-3.0-or-later
// What is measured of rounds that were played before their table was known, and when a run needs
// the processors for itself.
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <limits>

#include "engine/run/regret.h"
#include "gui/run/core_need.h"
#include "gui/run/measured_histories.h"
#include "gui_run_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;

class TestMeasuredHistories : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return folder_.filePath(QString::fromLatin1(name)).toStdString();
    }

private slots:
    // What plays faster than the window remembers is read until it is caught up with.
    void manyMoreRoundsAreReadFirst() {
        Experiment experiment;
        experiment.rounds = 5000;
        auto store = Session::open(path("long.splitee"));
        QVERIFY(store.has_value());
        const RunSpec run{"splitee", experiment.seed};
        const std::int64_t id = keepRun(*store, experiment, run, KeptFigures::None, 1);
        const auto rounds = store->rounds().read(id, 1, 5000);
        QVERIFY(rounds && rounds->size() == 5000);
        const auto fresh = [] {
            std::vector<RunHistory> histories;
            histories.emplace_back("splitee", QStringLiteral("SplitEE"), 0, cifarTable().exits, 1);
            return histories;
        };
        std::vector<RunHistory> shown = fresh();
        shown.front().append(*rounds);
        auto tables = std::make_shared<TableSource>();
        tables->recorded.push_back(cifarTable());
        MeasuredHistories made(fresh(), tables, experiment);
        std::vector<RunWaypoints> waypoints(1);
        ReplayWorld played(cifarTable());
        auto player = RunPlayer::of(experiment, run, played);
        QVERIFY(player.has_value());
        std::vector<RoundRecord> records;
        for (const std::int64_t at : {0, 500, 4500, 4800}) {  // of a time when nothing was known
            QVERIFY((*player)->advance(at - (*player)->round(), records).has_value());
            waypoints.front().add({(*player)->waypoint(), fresh().front().sums()}, 1);
        }
        made.keepSumsAt(waypoints);
        QVERIFY(made.playTo(1000, path("long.splitee"), {id}, {}).has_value());
        QVERIFY(!made.replace(shown, waypoints));
        QVERIFY(!shown.front().realisedRegret());
        QVERIFY(made.playTo(4600, path("long.splitee"), {id}, {}).has_value());
        QVERIFY(made.replace(shown, waypoints));
        for (const std::int64_t at : {0, 500, 4500, 4800}) {
            RunHistory past = std::move(fresh().front());
            past.takeUp(waypoints.front().before(at + 1)->sums);
            ReplayWorld own(cifarTable());
            RegretMeter until(experiment, run, own);
            for (std::int64_t t = 0; t < at; ++t) until.add((*rounds)[static_cast<std::size_t>(t)]);
            QCOMPARE(past.rounds(), at);
            QCOMPARE(past.realisedRegret(), until.realised());
            QCOMPARE(past.pseudoRegret(), until.pseudo());
        }
        const auto worlds = made.takeWorlds();
        ReplayWorld world(cifarTable());
        RegretMeter meter(experiment, run, world);
        for (const RoundRecord& round : *rounds) meter.add(round);
        QCOMPARE(shown.front().rounds(), std::int64_t{5000});
        QCOMPARE(shown.front().realisedRegret(), meter.realised());
        MeasuredHistories more(fresh(), tables, experiment);
        const auto missing = more.playTo(6000, path("long.splitee"), {id}, {});
        QVERIFY(!missing.has_value());
        QVERIFY2(missing.error().message.find("does not hold round 5001") != std::string::npos,
                 missing.error().message.c_str());
    }

    void aRunNeedsTheProcessorsWhereTheyAreFew() {
        using std::chrono::seconds;
        const CoreNeed::Moment start{};
        CoreNeed few(2), enough(4);
        const double flatOut = std::numeric_limits<double>::infinity();
        QVERIFY(!few.update(false, flatOut, 0, start));
        QVERIFY(few.update(true, flatOut, 0, start));
        QVERIFY(!enough.update(true, flatOut, 0, start));
        QVERIFY(!few.update(false, flatOut, 0, start));  // paused
        QVERIFY(!few.update(true, 100, 0, start));       // not known yet
        QVERIFY(!few.update(true, 100, 71, start));
        QVERIFY(few.update(true, 100, 69, start));
        QVERIFY(!enough.update(true, 100, 1, start));
        QVERIFY(few.update(true, 100, 95, start + seconds(1)));  // not for a moment only
        QVERIFY(few.update(true, 100, 80, start + seconds(5)));  // it barely keeps up
        QVERIFY(!few.update(true, 100, 95, start + seconds(5)));
        QVERIFY(few.update(true, 100, 50, start + seconds(6)));
        QVERIFY(!few.update(false, 100, 50, start + seconds(6)));
    }
};

std::unique_ptr<QObject> splitee::test::measuredHistoryTests() {
    return std::make_unique<TestMeasuredHistories>();
}

#include "test_measured_histories.moc"
