// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "gui/run/time_line_model.h"
#include "gui_run_tests.h"

using namespace splitee;

class TestTimeLineModel : public QObject {
    Q_OBJECT
private slots:
    void aPlaceAndItsRoundAgree() {
        TimeLineModel line;
        QCOMPARE(line.roundAt(10, 100), -1);  // nothing is open
        line.setRounds(1'000'000);
        QCOMPARE(line.roundAt(10, 100), -1);  // nothing is played
        line.setPlayed(600'000);
        for (const double width : {80.0, 333.0, 2000.0})
            for (const std::int64_t round : {1, 99'999, 250'000, 600'000}) {
                const std::int64_t there = line.roundAt(line.placeOf(round, width), width);
                QVERIFY(std::abs(there - round) <= 1);
            }
        QCOMPARE(line.roundAt(-50, 100), 1);
        QCOMPARE(line.roundAt(61, 100), 0);  // beyond what is played
        QCOMPARE(line.roundAt(1e9, 100), 0);
        QCOMPARE(line.placeOf(2'000'000, 100), 100.0);
    }

    void theNewestIsShownUntilAnotherIsChosen() {
        TimeLineModel line;
        line.setRounds(100);
        line.setPlayed(40);
        QVERIFY(line.isLive());
        QCOMPARE(line.shown(), 40);
        line.setShown(7);
        line.setPlayed(50);
        QVERIFY(!line.isLive());
        QCOMPARE(line.shown(), 7);
    }

    void marksThatWouldOverlapAreOne() {
        TimeLineModel line;
        line.setRounds(1000);
        line.setMarks({{500, QStringLiteral("c")},
                       {100, QStringLiteral("a")},
                       {101, QStringLiteral("b")},
                       {503, QStringLiteral("d")}});
        QCOMPARE(line.marks().front().text, QStringLiteral("a"));  // by round
        const auto narrow = line.clusters(1000);
        QCOMPARE(narrow.size(), std::size_t{2});
        QCOMPARE(narrow[0].count, std::size_t{2});
        QCOMPARE(narrow[0].place, 100.0);
        QCOMPARE(narrow[1].first, std::size_t{2});
        QCOMPARE(line.clusters(10'000).size(), std::size_t{4});
        QCOMPARE(line.markBeside(101, true), 500);
        QCOMPARE(line.markBeside(101, false), 100);
        QCOMPARE(line.markBeside(503, true), 0);
        QCOMPARE(line.markBeside(100, false), 0);
    }

    void aRoundLiesInItsBand() {
        TimeLineModel line;
        QCOMPARE(line.bandAt(1), -1);
        line.setRounds(1000);
        line.setBands(
            {{1, 499, QStringLiteral("clean"), 0, 0}, {500, 1000, QStringLiteral("fog"), 1, 1}});
        QCOMPARE(line.bandAt(499), 0);
        QCOMPARE(line.bandAt(500), 1);
        QCOMPARE(line.bandAt(1001), -1);
        QCOMPARE(line.page(), 20);
    }
};

std::unique_ptr<QObject> splitee::test::timeLineModelTests() {
    return std::make_unique<TestTimeLineModel>();
}

#include "test_time_line_model.moc"
