// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <limits>

#include "gui/run/seed_replay.h"
#include "gui_run_tests.h"
#include "storage/files/experiment_file.h"
#include "storage/tables/table_source.h"

using namespace splitee;

class TestSeedReplay : public QObject {
    Q_OBJECT
private slots:
    void aSpreadIsReadBetweenThePointsOfItsCurveAndNowhereElse() {
        const std::vector<double> rounds{10, 20};
        const MeanCurve curve{{1, 3}, {0.5, 1}, {1.5, 5}};
        QCOMPARE(spreadAt(curve, rounds, 10)->mean, 1.0);
        QCOMPARE(spreadAt(curve, rounds, 15)->mean, 2.0);
        QCOMPARE(spreadAt(curve, rounds, 15)->half, 1.25);
        QCOMPARE(spreadAt(curve, rounds, 20)->half, 2.0);
        for (const double outside : {9.0, 21.0}) QVERIFY(!spreadAt(curve, rounds, outside));
        QVERIFY(!spreadAt({{1, 3}, {}, {}}, rounds, 15));  // of one seed there is no band
        const double unknown = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!spreadAt({{unknown, 3}, {unknown, 1}, {unknown, 5}}, rounds, 15));
    }

    void aScheduleThatReachesFurtherIsReplayedInFullUpToABound() {
        ExperimentFile file;
        file.table = "builtin:cifar10-clean";
        const auto tables = openTableFiles(file.table, file.experiment);
        QVERIFY(tables.has_value());
        file.experiment.policies = "splitee";
        file.experiment.schedule = "offload=2@12000";
        file.experiment.rounds = 15'000;
        const auto full = replaySeeds(*tables, file.experiment, {});
        QVERIFY2(full.has_value(), full ? "" : full.error().message.c_str());
        QCOMPARE(full->rounds, 15'000);
        file.experiment.rounds = 1'000'000'000;
        const auto tooMany = replaySeeds(*tables, file.experiment, {});
        QVERIFY(!tooMany.has_value());
        QVERIFY2(tooMany.error().message.find("choose at most 200000 rounds") != std::string::npos,
                 tooMany.error().message.c_str());
    }
};

std::unique_ptr<QObject> splitee::test::seedReplayTests() {
    return std::make_unique<TestSeedReplay>();
}

#include "test_seed_replay.moc"
