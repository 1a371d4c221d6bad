// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <future>

#include "gui/run/run_orders.h"
#include "gui_run_tests.h"

using namespace splitee;

class TestRunOrders : public QObject {
    Q_OBJECT
private slots:
    void aChangeIsHandedOutOnceAndTheNewestValueCounts() {
        RunOrders orders;
        orders.change("offload", 3);
        orders.change("mu", 0.2);
        orders.change("offload", 9);
        orders.distort("blur:2");
        orders.playUntil(10);
        const auto first = orders.next(0, {});
        QVERIFY(first.has_value());
        QCOMPARE(first->until, 10);
        const std::vector<std::pair<std::string, double>> changes{{"offload", 9}, {"mu", 0.2}};
        QVERIFY(first->changes == changes);
        QVERIFY(first->distortion == std::string("blur:2"));
        const auto second = orders.next(0, {});
        QVERIFY(second.has_value());
        QVERIFY(second->changes.empty() && !second->distortion);
        QCOMPARE(second->until, 10);
    }

    void nextWaitsUntilARoundIsWanted() {
        RunOrders orders;
        orders.playUntil(5);
        auto waiting = std::async(std::launch::async, [&] { return orders.next(5, {}); });
        orders.pause();
        orders.playUntil(6);
        const auto next = waiting.get();
        QVERIFY(next.has_value());
        QCOMPARE(next->until, 6);
    }

    void aStopEndsTheWait() {
        RunOrders orders;
        std::stop_source stop;
        auto waiting =
            std::async(std::launch::async, [&] { return orders.next(0, stop.get_token()); });
        stop.request_stop();
        QVERIFY(!waiting.get().has_value());
        orders.playUntil(1);
        QVERIFY(!orders.next(0, stop.get_token()).has_value());  // a stop comes before what waits
    }

    void aRestEndsWithAStop() {
        RunOrders orders;
        std::stop_source stop;
        auto resting = std::async(std::launch::async, [&] { orders.rest(1e6, stop.get_token()); });
        stop.request_stop();
        resting.get();
        QVERIFY(!orders.hurried());
        orders.hurry();
        QVERIFY(orders.hurried());
    }
};

std::unique_ptr<QObject> splitee::test::runOrdersTests() {
    return std::make_unique<TestRunOrders>();
}

#include "test_run_orders.moc"
