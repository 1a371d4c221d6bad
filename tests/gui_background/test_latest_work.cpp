// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QThread>

#include <atomic>
#include <new>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <vector>

#include "gui/background/latest_work.h"
#include "gui_background_tests.h"

using namespace splitee;

class TestLatestWork : public QObject {
    Q_OBJECT
    std::vector<int> answers_;
    std::vector<std::string> errors_;

    // Keeps what comes, in the order in which it comes.
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

private slots:
    void init() {
        answers_.clear();
        errors_.clear();
    }

    void ofThoseThatWaitOnlyTheNewestIsDone() {
        std::binary_semaphore begun(0), goOn(0);
        std::atomic<bool> doneBetween = false;
        LatestWork work;
        work.start(
            [&] {
                begun.release();
                goOn.acquire();
                return 1;
            },
            keep());
        begun.acquire();
        work.start(
            [&] {
                doneBetween = true;
                return 2;
            },
            keep());
        work.start(give(3), keep());
        goOn.release();
        QTRY_COMPARE(answers_, (std::vector{1, 3}));
        QVERIFY(!doneBetween);
    }

    void quickWorkIsFinishedFirst() {
        std::binary_semaphore begun(0), goOn(0), ended(0);
        LatestWork work;
        work.start(
            [&](const std::stop_token& stop) {
                begun.release();
                goOn.acquire();
                const int stopped = stop.stop_requested() ? -1 : 1;
                ended.release();
                return stopped;
            },
            keep());
        begun.acquire();
        work.start(give(2), keep());
        goOn.release();
        ended.acquire();  // no event was processed meanwhile, so no patience has ended
        QTRY_COMPARE(answers_, (std::vector{1, 2}));
    }

    void slowWorkIsStoppedForNewerWork() {
        LatestWork work;
        std::binary_semaphore begun(0);
        work.start(
            [&](const std::stop_token& stop) -> Result<int> {
                begun.release();
                while (!stop.stop_requested()) std::this_thread::yield();
                return fail("cancelled");
            },
            keep());
        begun.acquire();
        work.start(give(2), keep());
        QTRY_COMPARE(answers_, std::vector{2});
        QVERIFY(errors_.empty());  // its end is no news
    }

    void afterACancelNoEarlierAnswerComes() {
        LatestWork work;
        std::binary_semaphore ended(0);
        work.start(
            [&] {
                ended.release();
                return 1;
            },
            keep());
        ended.acquire();  // its answer waits in the queue of events, or is on its way there
        work.cancel();
        work.start(give(2), keep());
        QTRY_COMPARE(answers_, std::vector{2});
    }

    void anExceptionIsAnErrorAndTheThreadGoesOn() {
        LatestWork work;
        work.start([]() -> int { throw std::bad_alloc(); }, keep());
        QTRY_COMPARE(errors_.size(), std::size_t{1});
        work.start([]() -> int { throw std::runtime_error("no shape\nbacktrace"); }, keep());
        QTRY_COMPARE(errors_.size(), std::size_t{2});
        work.start([]() -> int { throw 7; }, keep());
        QTRY_COMPARE(errors_.size(), std::size_t{3});
        QCOMPARE(errors_,
                 (std::vector<std::string>{"there is not enough memory for this",
                                           "this failed unexpectedly: no shape",
                                           "this failed unexpectedly, without saying why"}));
        work.start(give(4), keep());
        QTRY_COMPARE(answers_, std::vector{4});
    }

    void progressAndAnswerComeToTheThreadThatAsked() {
        LatestWork work;
        std::vector<std::int64_t> done;
        bool here = true;
        work.start(
            [](const std::stop_token&, const ProgressSink& progress) {
                for (std::int64_t k = 1; k <= 4; ++k) progress({"counting", k, 4, "", ""});
                return 1;
            },
            [&](const Result<int>& answer) {
                here = here && QThread::currentThread() == thread();
                keep()(answer);
            },
            [&](const Progress& at) {
                here = here && QThread::currentThread() == thread();
                done.push_back(at.done);
            });
        QTRY_COMPARE(answers_, std::vector{1});
        QCOMPARE(done, (std::vector<std::int64_t>{1, 2, 3, 4}));
        QVERIFY(here);
    }

    void itsEndStopsTheWorkAndWaitsForIt() {
        std::binary_semaphore begun(0);
        std::atomic<bool> ended = false;
        {
            LatestWork work;
            work.start(
                [&](const std::stop_token& stop) {
                    begun.release();
                    while (!stop.stop_requested()) std::this_thread::yield();
                    ended = true;
                    return 1;
                },
                keep());
            begun.acquire();
        }
        QVERIFY(ended);
        QCoreApplication::processEvents();
        QVERIFY(answers_.empty());
    }
};

std::unique_ptr<QObject> splitee::test::latestWorkTests() {
    return std::make_unique<TestLatestWork>();
}

#include "test_latest_work.moc"
