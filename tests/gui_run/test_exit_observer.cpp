// SPDX-License-Identifier: GPL-3.0-or-later
// Exits of a live source read beside its run: the run is the same, and its regret is that of a
// replay.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

#include "engine/run/regret.h"
#include "engine/run/schedule.h"
#include "gui/run/opened_tables.h"
#include "gui/run/run_controller.h"
#include "gui_run_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"
#include "tests/gui/sign_folder.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr int kReadWithin = 120'000;  // milliseconds; the network has to be loaded
constexpr int kReadImages = 320;

}  // namespace

class TestExitObserver : public QObject {
    Q_OBJECT
    using Run = RunController::State;
    using Reading = ExitObserver::State;
    std::unique_ptr<QTemporaryDir> images_, folder_;
    std::unique_ptr<RunController> controller_;

    [[nodiscard]] std::filesystem::path path(const char* name) const {
        return folder_->filePath(QString::fromLatin1(name)).toStdString();
    }
    [[nodiscard]] ExitObserver& observer() const { return controller_->observer(); }
    void waitFor(Run state) { QTRY_COMPARE_WITH_TIMEOUT(controller_->state(), state, kReadWithin); }
    void waitFor(Reading state) {
        QTRY_COMPARE_WITH_TIMEOUT(observer().state(), state, kReadWithin);
    }

    [[nodiscard]] ExperimentFile live(std::int64_t rounds) const {
        ExperimentFile file;
        file.model = "builtin:signs";
        file.dataset = "folder:" + images_->path().toStdString();
        file.part = "all";
        file.distortion = "gaussian_noise:1";
        file.experiment.policies = "splitee,splitee-s,final";
        file.experiment.alpha = 0.9;
        file.experiment.mu = 0.02;
        file.experiment.rounds = rounds;
        return file;
    }
    std::unique_ptr<RunController> controllerInto(const char* session) {
        auto controller = std::make_unique<RunController>();
        controller->setSession(path(session));
        return controller;
    }
    void observe() {
        observer().setCache(ExitCache(path("kept")));
        observer().setOn(true);
    }
    // Plays to a round by two changes of distortion and one of costs.
    void playWithChanges(RunController& controller) {
        const auto playTo = [&](std::int64_t round) {
            controller.runTo(round);
            QTRY_VERIFY_WITH_TIMEOUT(controller.round() >= round, kReadWithin);
            QTRY_VERIFY_WITH_TIMEOUT(controller.state() != Run::Running, kReadWithin);
        };
        controller.open(live(150));
        QTRY_COMPARE_WITH_TIMEOUT(controller.state(), Run::Ready, kReadWithin);
        playTo(40);
        controller.distort("gaussian_blur:1");
        controller.change("offload", 8);
        playTo(90);
        controller.distort("clean");
        controller.change("alpha", 0.8);
        playTo(150);
        QTRY_COMPARE_WITH_TIMEOUT(controller.state(), Run::Finished, kReadWithin);
    }
    // Every round of every run of a session.
    std::vector<std::vector<RoundRecord>> roundsOf(const char* session) {
        auto store = Session::openReadOnly(path(session));
        if (!store) return {};
        std::vector<std::vector<RoundRecord>> rounds;
        const auto runs = store->runs().all();
        if (!runs) return {};
        for (const StoredRun& run : *runs)
            rounds.push_back(*store->rounds().read(run.id, 1, run.rounds));
        return rounds;
    }
    // Both regrets are those of a replay of the table over the rounds in the session.
    void compareRegrets(const char* session) {
        QVERIFY(controller_->tables() != nullptr);
        const auto rounds = roundsOf(session);
        QCOMPARE(rounds.size(), controller_->histories().size());
        const Experiment& experiment = controller_->played().experiment;
        for (std::size_t k = 0; k < rounds.size(); ++k) {
            const RunHistory& history = controller_->histories()[k];
            ReplayWorld world(controller_->tables()->all());
            RegretMeter meter(experiment, {history.policy(), experiment.seed}, world);
            for (const RoundRecord& round : rounds[k]) meter.add(round);
            QCOMPARE(history.rounds(), std::ssize(rounds[k]));
            QVERIFY(history.realisedRegret() && meter.realised());
            QCOMPARE(1 + *history.realisedRegret(), 1 + *meter.realised());
            QCOMPARE(history.pseudoRegret().has_value(), meter.pseudo().has_value());
            // Means are added up anew at a change of settings: the last bit may differ.
            QCOMPARE(1 + history.pseudoRegret().value_or(0), 1 + meter.pseudo().value_or(0));
            QVERIFY(history.knows(Followed::FinalAccuracy));
            QVERIFY(std::ranges::equal(history.lastRounds(), rounds[k]));
        }
    }
    [[nodiscard]] bool regretIsKnown() const {
        return std::ranges::all_of(controller_->histories(), [](const RunHistory& history) {
            return history.realisedRegret().has_value();
        });
    }

private slots:
    void initTestCase() {
        images_ = std::make_unique<QTemporaryDir>();
        writeSigns(images_->path(), kReadImages);
    }
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        controller_ = controllerInto("s.splitee");
    }
    void cleanup() {
        controller_.reset();
        folder_.reset();
    }

    void aRunIsTheSameWithAndWithoutIt() {
        const auto without = controllerInto("without.splitee");
        playWithChanges(*without);
        QCOMPARE(without->observer().state(), Reading::Off);
        QVERIFY(without->tables() == nullptr);
        observe();
        // Another one reads all the while and gives way to nobody.
        ExitObserver busy;
        busy.setOn(true);
        connect(controller_.get(), &RunController::sourceOpened, &busy, [&] {
            busy.observe({controller_->opened().live,
                          controller_->opened().dataHash,
                          1,
                          {"gaussian_noise:1"},
                          {controller_->opened().sources.front()}});
        });
        playWithChanges(*controller_);
        waitFor(Reading::Known);
        QTRY_COMPARE_WITH_TIMEOUT(busy.state(), Reading::Known, kReadWithin);
        const auto expected = roundsOf("without.splitee");
        QCOMPARE(expected.size(), std::size_t{3});
        QCOMPARE(expected.front().size(), std::size_t{150});
        QVERIFY(roundsOf("s.splitee") == expected);
        QVERIFY(encodeTable(busy.tables()->recorded.front()) ==
                encodeTable(controller_->tables()->recorded.front()));
        QTRY_VERIFY_WITH_TIMEOUT(regretIsKnown(), kReadWithin);
        compareRegrets("s.splitee");
    }

    void regretIsKnownFromTheFirstRoundWhereTheTableIs() {
        observe();
        controller_->open(live(60));
        waitFor(Reading::Known);
        QVERIFY(regretIsKnown());
        QCOMPARE(observer().total(), std::int64_t{kReadImages});
        controller_->runTo(30);
        waitFor(Run::Paused);
        controller_->change("offload", 9);
        controller_->play();
        waitFor(Run::Finished);
        QVERIFY(!controller_->played().experiment.schedule.empty());
        compareRegrets("s.splitee");
    }

    void theTablesAreThoseThatTheNetworkGives() {
        observe();
        ExperimentFile file = live(60);
        file.experiment.schedule = "gaussian_blur:1@20, clean@40";
        controller_->open(file);
        waitFor(Reading::Known);
        const auto& opened = controller_->opened();
        QCOMPARE(opened.sources.size(), std::size_t{3});
        QCOMPARE(controller_->tables()->recorded.size(), std::size_t{3});
        for (std::size_t k = 0; k < 3; ++k) {
            const auto expected =
                opened.live->model->buildExitTable(*opened.sources[k], 0, 1, {}, {});
            QVERIFY(expected.has_value());
            QVERIFY(encodeTable(controller_->tables()->recorded[k]) == encodeTable(*expected));
        }
        controller_->play();
        waitFor(Run::Finished);
        compareRegrets("s.splitee");
    }

    // Regret of a run begins at round 1, whenever its table is known.
    void regretOfRoundsThatWerePlayedBefore() {
        controller_->open(live(200));
        waitFor(Run::Ready);
        controller_->runTo(120);
        waitFor(Run::Paused);
        controller_->change("alpha", 0.8);
        controller_->runTo(140);
        waitFor(Run::Paused);
        QVERIFY(!regretIsKnown());
        RunHistory* const place = &controller_->histories().front();
        QSignalSpy measured(controller_.get(), &RunController::measured);
        observe();
        controller_->play();  // it goes on while they are read
        waitFor(Run::Finished);
        QTRY_VERIFY_WITH_TIMEOUT(measured.count() == 1, kReadWithin);
        QCOMPARE(&controller_->histories().front(), place);  // charts point to it
        QVERIFY(!place->arms.empty() && !place->seen.empty());
        compareRegrets("s.splitee");
    }

    void anotherDistortionIsMeasuredOnceItIsKnown() {
        observe();
        controller_->open(live(120));
        waitFor(Reading::Known);
        controller_->runTo(40);
        waitFor(Run::Paused);
        QVERIFY(regretIsKnown());
        QSignalSpy measured(controller_.get(), &RunController::measured);
        controller_->distort("gaussian_noise:3");
        controller_->step();
        QTRY_VERIFY_WITH_TIMEOUT(controller_->round() == 41, kReadWithin);
        QVERIFY(measured.count() >= 1);
        QTRY_VERIFY_WITH_TIMEOUT(measured.count() == 2, kReadWithin);
        QCOMPARE(controller_->tables()->recorded.size(), std::size_t{2});
        compareRegrets("s.splitee");
        controller_->play();
        waitFor(Run::Finished);
        compareRegrets("s.splitee");
    }

    void accuracyAgainstTheFinalExitIsOfAllRoundsOrUnknown() {
        observe();
        controller_->open(live(120));
        waitFor(Reading::Known);
        controller_->runTo(40);
        waitFor(Run::Paused);
        const auto known = [this] {
            return !std::isnan(controller_->histories().front().accuracyChangePoints());
        };
        QVERIFY(known());
        observer().setOn(false);
        controller_->distort("gaussian_noise:3");
        controller_->runTo(60);
        QTRY_COMPARE_WITH_TIMEOUT(controller_->round(), std::int64_t{60}, kReadWithin);
        QVERIFY(!known());
        observer().setOn(true);
        QTRY_VERIFY_WITH_TIMEOUT(known(), kReadWithin);
    }

    void whatIsKnownStaysWhereTheSourceIsOpenedAgain() {
        observe();
        controller_->open(live(60));
        waitFor(Reading::Known);
        const auto tables = controller_->tables();
        ExperimentFile file = live(60);
        file.experiment.alpha = 0.7;
        controller_->open(file);
        QVERIFY(controller_->tables() == nullptr);
        waitFor(Run::Ready);
        QVERIFY(controller_->tables() == tables);  // and nothing was read
        QVERIFY(regretIsKnown());
        file.distortion = "clean";
        controller_->open(file);
        waitFor(Run::Ready);
        QVERIFY(controller_->tables() != tables);
        waitFor(Reading::Known);
        file.experiment.seed = 2;  // clean images have no noise: the folder has them
        controller_->open(file);
        waitFor(Reading::Known);
        QCOMPARE(observer().done(), std::int64_t{0});
    }

    void givesWayAndGoesOn() {
        observe();
        observer().setGivesWay(true);
        controller_->open(live(60));
        waitFor(Run::Ready);  // which does not need the processors
        waitFor(Reading::Known);
        ExitObserver waiting;
        waiting.setOn(true);
        waiting.setGivesWay(true);
        waiting.observe({controller_->opened().live,
                         controller_->opened().dataHash,
                         1,
                         {"clean"},
                         {controller_->opened().live->images}});
        QCOMPARE(waiting.state(), Reading::Waiting);
        QCOMPARE(waiting.total(), std::int64_t{kReadImages});
        waiting.setOn(false);
        QCOMPARE(waiting.state(), Reading::Off);
        waiting.setOn(true);
        QCOMPARE(waiting.state(), Reading::Waiting);
        waiting.setGivesWay(false);
        QCOMPARE(waiting.state(), Reading::Reading);
        QTRY_COMPARE_WITH_TIMEOUT(waiting.state(), Reading::Known, kReadWithin);
        waiting.stop();
        QCOMPARE(waiting.state(), Reading::Off);
        QVERIFY(waiting.tables() == nullptr);
    }

    // What was read when it was switched off is not read again.
    void offKeepsWhatIsRead() {
        observe();
        QSignalSpy changed(&observer(), &ExitObserver::changed);
        controller_->open(live(60));
        QTRY_VERIFY_WITH_TIMEOUT(observer().done() > 0, kReadWithin);
        observer().setOn(false);
        QCOMPARE(observer().state(), Reading::Off);
        observer().setOn(true);
        std::int64_t first = -1;
        connect(&observer(), &ExitObserver::changed, this, [&] {
            if (first < 0 && observer().done() > 0) first = observer().done();
        });
        waitFor(Reading::Known);
        QVERIFY2(first < 0 || first > 64, qPrintable(QString::number(first)));
        QVERIFY(observer().cache()->bytes() > 0);
    }

    void textsWithOtherLabelsAreRefusedInWords() {
        std::ofstream(path("films.tsv")) << "good film\t1\nbad film\t0\nfine film\t1\n";
        std::ofstream(path("kettles.tsv")) << "bad kettle\t0\ngood kettle\t1\n";
        observe();
        ExperimentFile file = live(6);
        file.model = "builtin:sst2";
        file.dataset = "text:" + path("films.tsv").string();
        file.part = "";
        file.distortion = "clean";
        file.experiment.policies = "splitee";
        file.experiment.schedule = "text:" + path("kettles.tsv").string() + "@3";
        controller_->open(file);
        waitFor(Reading::Failed);
        QVERIFY2(observer().error().find("they differ in their labels") != std::string::npos,
                 observer().error().c_str());
        QVERIFY(observer().readsTexts());
        controller_->play();
        waitFor(Run::Finished);
        QVERIFY(!regretIsKnown());
        Setup setup;
        setup.load(file);
        OpenedTables tables(setup, *controller_);
        QVERIFY(tables.look() == nullptr);
        QVERIFY(tables.whyNot().contains(QStringLiteral("they differ in their labels")));
    }

    // A set-up may ask for some of what is known, as after a change of distortion.
    void aSetUpFindsTheTablesThatItNames() {
        observe();
        ExperimentFile file = live(60);
        Setup setup;
        setup.load(file);
        OpenedTables tables(setup, *controller_);
        QVERIFY(tables.look() == nullptr && !tables.isRead());
        controller_->open(file);
        waitFor(Run::Ready);
        if (observer().state() == Reading::Reading) {
            QVERIFY(tables.look() == nullptr);
            QVERIFY(tables.isRead());
        }
        waitFor(Reading::Known);
        QVERIFY(tables.look() == controller_->tables());
        controller_->runTo(10);
        waitFor(Run::Paused);
        controller_->distort("gaussian_blur:1");
        controller_->step();
        QTRY_VERIFY_WITH_TIMEOUT(controller_->round() == 11, kReadWithin);
        waitFor(Reading::Known);
        QCOMPARE(controller_->tables()->recorded.size(), std::size_t{2});
        file.distortion = "gaussian_blur:1";
        setup.edit(file, QStringLiteral("Distort"));
        QVERIFY(tables.look() != nullptr);
        QCOMPARE(tables.look()->recorded.size(), std::size_t{1});
        QCOMPARE(tables.look()->hash, tableHash(controller_->tables()->recorded[1]));
        QVERIFY(tables.whyNot().isEmpty());
        const auto before = tables.look();
        QVERIFY(tables.look() == before);  // not made anew
        file.distortion = "clean";
        setup.edit(file, QStringLiteral("Distort"));
        QVERIFY(tables.look() == nullptr);
        QVERIFY(!tables.isRead());
        QVERIFY(tables.whyNot().contains(QStringLiteral("Ctrl+R")));
    }
};

std::unique_ptr<QObject> splitee::test::exitObserverTests() {
    return std::make_unique<TestExitObserver>();
}

#include "test_exit_observer.moc"
