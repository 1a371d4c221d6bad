// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "gui/run/run_controller.h"
#include "gui_run_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

constexpr int kPatience = 60'000;  // milliseconds, on a busy machine

ExperimentFile experimentWith(const std::string& policies, std::int64_t rounds) {
    ExperimentFile file;
    file.table = "builtin:cifar10-clean";
    file.experiment.policies = policies;
    file.experiment.alpha = 0.8;
    file.experiment.rounds = rounds;
    return file;
}

}  // namespace

class TestRunController : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<RunController> controller_;

    [[nodiscard]] std::filesystem::path session() const {
        return folder_->filePath(QStringLiteral("s.splitee")).toStdString();
    }
    void waitFor(State state) { QTRY_COMPARE_WITH_TIMEOUT(controller_->state(), state, kPatience); }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        controller_ = std::make_unique<RunController>();
        controller_->setSession(session());
    }
    void cleanup() {
        controller_.reset();
        folder_.reset();
    }

    void historiesHoldTheRoundsOfTheRunLoop() {
        const ExperimentFile file = experimentWith("splitee,random", 700);
        controller_->open(file, true);
        QCOMPARE(controller_->state(), State::Opening);
        waitFor(State::Finished);
        QCOMPARE(controller_->round(), 700);
        for (const RunHistory& history : controller_->histories()) {
            ReplayWorld world(cifarTable());
            const auto expected = playedRecords(file.experiment, history.policy(), world);
            QCOMPARE(history.rounds(), 700);
            QVERIFY(std::ranges::equal(history.lastRounds(), expected));
        }
    }

    void pausesWhereItWasTold() {
        controller_->open(experimentWith("splitee", 1000));
        waitFor(State::Ready);
        controller_->runTo(300);
        waitFor(State::Paused);
        QCOMPARE(controller_->round(), 300);
        controller_->change("offload", 9);
        controller_->step();
        waitFor(State::Paused);
        QTRY_COMPARE(controller_->round(), 301);
        QCOMPARE(controller_->changes().size(), std::size_t{1});
        QCOMPARE(controller_->changes()[0].round, 301);
        controller_->play();
        waitFor(State::Finished);
    }

    void ofTwoOpenedTheNewestIsShown() {
        controller_->open(experimentWith("splitee", 1'000'000'000), true);
        controller_->open(experimentWith("final,random", 200), true);
        waitFor(State::Finished);
        QCOMPARE(controller_->histories().size(), std::size_t{2});
        QCOMPARE(controller_->rounds(), 200);
        QCOMPARE(controller_->kept(0).session, session());
    }

    void whatCannotBeOpenedIsAFailure() {
        QSignalSpy failed(controller_.get(), &RunController::failed);
        ExperimentFile file = experimentWith("splitee", 10);
        file.table = "builtin:no-such-table";
        controller_->open(file, true);
        waitFor(State::Failed);
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("no-such-table")));
    }

    void itsEndInterruptsWhatPlaysAndKeepsItsRounds() {
        controller_->open(experimentWith("splitee", 1'000'000'000), true);
        QTRY_VERIFY_WITH_TIMEOUT(controller_->round() > 1000, kPatience);
        const std::int64_t seen = controller_->round();
        controller_.reset();
        auto store = Session::openReadOnly(session());
        QVERIFY(store.has_value());
        const auto runs = store->runs().all();
        QVERIFY(runs.has_value());
        QCOMPARE(runs->size(), std::size_t{1});
        QCOMPARE(runs->front().status, RunStatus::Interrupted);
        QVERIFY(runs->front().rounds >= seen);
    }
};

std::unique_ptr<QObject> splitee::test::runControllerTests() {
    return std::make_unique<TestRunController>();
}

#include "test_run_controller.moc"
