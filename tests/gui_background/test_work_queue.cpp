// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <new>
#include <semaphore>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "gui/background/work_queue.h"
#include "gui_background_tests.h"

using namespace splitee;

class TestWorkQueue : public QObject {
    Q_OBJECT
    std::vector<int> done_, answers_;  // done_: written on the queue's thread alone
    std::vector<std::string> errors_;

    auto keep() {
        return [this](const Result<int>& answer) {
            if (answer)
                answers_.push_back(*answer);
            else
                errors_.push_back(answer.error().message);
        };
    }
    auto count(int number) {
        return [this, number] {
            done_.push_back(number);
            return number;
        };
    }
    // Work that the test lets end.
    static auto wait(std::binary_semaphore& begun, std::binary_semaphore& goOn) {
        return [&] {
            begun.release();
            goOn.acquire();
            return 0;
        };
    }

private slots:
    void init() {
        done_.clear();
        answers_.clear();
        errors_.clear();
    }

    void doesOneAfterTheOtherOnOneThread() {
        WorkQueue queue;
        std::set<std::thread::id> threads;
        std::vector<int> all;
        for (int k = 0; k < 50; ++k) {
            all.push_back(k);
            queue.add(
                [&, k] {
                    threads.insert(std::this_thread::get_id());
                    return count(k)();
                },
                keep());
        }
        QTRY_COMPARE(answers_, all);
        QCOMPARE(done_, all);
        QCOMPARE(threads.size(), std::size_t{1});
        QVERIFY(!threads.contains(std::this_thread::get_id()));
    }

    void whatWasToldToStopIsNotBegun() {
        std::binary_semaphore begun(0), goOn(0);
        std::stop_source stop;
        WorkQueue queue;
        queue.add(wait(begun, goOn), keep());
        begun.acquire();
        queue.add(stop.get_token(), count(1), keep());
        queue.add(count(2), keep());
        stop.request_stop();
        goOn.release();
        QTRY_COMPARE(answers_, (std::vector{0, 2}));
        QCOMPARE(done_, std::vector{2});
    }

    void anAnswerThatComesAfterTheStopIsDropped() {
        std::binary_semaphore ended(0);
        std::stop_source stop;
        WorkQueue queue;
        queue.add(
            stop.get_token(),
            [&] {
                ended.release();
                return 1;
            },
            keep());
        ended.acquire();
        stop.request_stop();
        queue.add(count(2), keep());
        QTRY_COMPARE(answers_, std::vector{2});
    }

    void anExceptionIsAnErrorAndTheNextIsDone() {
        WorkQueue queue;
        queue.add([]() -> int { throw std::bad_alloc(); }, keep());
        queue.add(count(2), keep());
        QTRY_COMPARE(answers_, std::vector{2});
        QCOMPARE(errors_, std::vector<std::string>{"there is not enough memory for this"});
    }

    void itsEndDoesAllThatWaitsFirst() {
        std::binary_semaphore begun(0), goOn(0);
        std::stop_source stop;
        {
            WorkQueue queue;
            queue.add(wait(begun, goOn), keep());
            begun.acquire();
            queue.add(count(1), keep());
            queue.add(stop.get_token(), count(2), keep());
            queue.add(count(3), keep());
            stop.request_stop();
            goOn.release();
        }
        QCOMPARE(done_, (std::vector{1, 3}));
        QCoreApplication::processEvents();
        QVERIFY(answers_.empty());
    }
};

std::unique_ptr<QObject> splitee::test::workQueueTests() {
    return std::make_unique<TestWorkQueue>();
}

#include "test_work_queue.moc"
