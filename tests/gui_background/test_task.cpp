// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

#include "gui/background/task.h"
#include "gui_background_tests.h"

using namespace splitee;

class TestTask : public QObject {
    Q_OBJECT
    std::vector<int> answers_;
    std::vector<std::string> errors_;

    auto keep() {
        return [this](const Result<int>& answer) {
            if (answer)
                answers_.push_back(*answer);
            else
                errors_.push_back(answer.error().message);
        };
    }
    static auto give(int number) {
        return [number] { return number; };
    }
    // Work that ends when it is told to, with `number`.
    static auto untilStopped(std::binary_semaphore& begun, int number) {
        return [&begun, number](const std::stop_token& stop) {
            begun.release();
            while (!stop.stop_requested()) std::this_thread::yield();
            return number;
        };
    }

private slots:
    void init() {
        answers_.clear();
        errors_.clear();
    }

    void isBusyUntilItsAnswerComes() {
        Task task;
        QSignalSpy busy(&task, &Task::busyChanged);
        bool busyAtTheAnswer = true;
        QVERIFY(!task.busy());
        task.start(give(1), [&](const Result<int>& answer) {
            busyAtTheAnswer = task.busy();
            keep()(answer);
        });
        QVERIFY(task.busy());
        QTRY_COMPARE(answers_, std::vector{1});
        QVERIFY(!busyAtTheAnswer);
        QCOMPARE(busy.count(), 2);
    }

    void aNewerStartDoesNotWaitForTheEarlierAndDropsItsAnswer() {
        Task task;
        std::binary_semaphore begun(0), goOn(0);
        task.start(
            [&] {
                begun.release();
                goOn.acquire();
                return 1;
            },
            keep());
        begun.acquire();
        task.start(give(2), keep());
        QTRY_COMPARE(answers_, std::vector{2});
        QVERIFY(task.threadRuns());
        QVERIFY(!task.busy());
        goOn.release();
        QTRY_VERIFY(!task.threadRuns());
        QCOMPARE(answers_, std::vector{2});
    }

    void anErrorOfAnEarlierStartIsDroppedToo() {
        Task task;
        std::binary_semaphore goOn(0);
        task.start(
            [&]() -> Result<int> {
                goOn.acquire();
                return fail("old");
            },
            keep());
        task.start(give(2), keep());
        goOn.release();
        QTRY_VERIFY(!task.threadRuns());
        QCOMPARE(answers_, std::vector{2});
        QVERIFY(errors_.empty());
    }

    void afterARequestToStopTheAnswerComes() {
        Task task;
        std::binary_semaphore begun(0);
        task.start(untilStopped(begun, 1), keep());
        begun.acquire();
        QVERIFY(task.busy());
        task.requestStop();
        QVERIFY(task.busy());
        QTRY_COMPARE(answers_, std::vector{1});
    }

    void whatIsAbandonedIsStoppedAndGivesNoAnswer() {
        Task task;
        std::binary_semaphore begun(0);
        task.start(untilStopped(begun, 1), keep());
        begun.acquire();
        task.abandon();
        QVERIFY(!task.busy());
        QTRY_VERIFY(!task.threadRuns());
        QVERIFY(answers_.empty());
    }

    void progressStopsWithTheRequest() {
        Task task;
        std::vector<std::int64_t> done;
        std::binary_semaphore told(0), goOn(0);
        task.start(
            [&](const std::stop_token&, const ProgressSink& progress) {
                progress({"counting", 1, 2, "", ""});
                told.release();
                goOn.acquire();
                progress({"counting", 2, 2, "", ""});
                return 1;
            },
            keep(), [&](const Progress& at) { done.push_back(at.done); });
        told.acquire();
        QTRY_COMPARE(done, std::vector<std::int64_t>{1});
        task.abandon();
        goOn.release();
        QTRY_VERIFY(!task.threadRuns());
        QCOMPARE(done, std::vector<std::int64_t>{1});
    }

    void anExceptionIsAnError() {
        Task task;
        task.start([]() -> int { throw std::runtime_error("no room"); }, keep());
        QTRY_COMPARE(errors_, std::vector<std::string>{"this failed unexpectedly: no room"});
        QVERIFY(!task.busy());
    }

    void itsEndStopsAllThreadsAndWaitsForThem() {
        std::binary_semaphore begun(0);
        std::atomic<int> ended = 0;
        {
            Task task;
            for (int k = 0; k < 2; ++k) {
                task.start(
                    [&](const std::stop_token& stop) {
                        begun.release();
                        while (!stop.stop_requested()) std::this_thread::yield();
                        return ++ended;
                    },
                    keep());
                begun.acquire();
            }
        }
        QCOMPARE(ended.load(), 2);
        QCoreApplication::processEvents();
        QVERIFY(answers_.empty());
    }
};

std::unique_ptr<QObject> splitee::test::taskTests() { return std::make_unique<TestTask>(); }

#include "test_task.moc"
