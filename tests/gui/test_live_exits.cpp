// SPDX-License-Identifier: GPL-3.0-or-later
// What the window knows of a live run once its exits are read beside it.
#include <QAbstractButton>
#include <QMessageBox>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <fstream>

#include "engine/run/regret.h"
#include "gui/advise/advise_sheet.h"
#include "gui/app/examples.h"
#include "gui/app/exit_tables.h"
#include "gui/charts/calibration_chart.h"
#include "gui/charts/calibration_drift_chart.h"
#include "gui/charts/confusion_chart.h"
#include "gui/charts/regime_chart.h"
#include "gui/charts/regret_chart.h"
#include "gui/charts/threshold_chart.h"
#include "gui/charts/what_if_chart.h"
#include "gui/distortions/layer_map_chart.h"
#include "gui/distortions/layer_map_panel.h"
#include "gui/live/exit_words.h"
#include "gui/live/regime_panel.h"
#include "gui/live/run_view.h"
#include "gui/live/what_if.h"
#include "gui/run/shown_round.h"
#include "gui/setup/setup_panel.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/dock_area.h"
#include "gui_tests.h"
#include "live_window.h"
#include "sign_folder.h"
#include "storage/session/session.h"
#include "storage/tables/rounds_csv.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

constexpr int kReadingPatience = 300'000;  // of low priority, on a busy machine

}  // namespace

class TestLiveExits : public LiveWindow {
    Q_OBJECT
private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void everyPanelIsAlive();

private:
    void pastRoundsAreMeasured();
    void adviceIsGiven();

private slots:
    void tablesAreSavedAndCleared();
};

// What a table can show, a live run shows too, once its exits are read; the run is the same.
void TestLiveExits::everyPanelIsAlive() {
    runs().observer().setCache(ExitCache(path("exits").toStdString()));
    auto& view = window_->view();
    auto* whatIf = window_->findChild<WhatIf*>();
    auto* regime = window_->findChild<RegimePanel*>();
    auto* calibration = window_->findChild<CalibrationChart*>();
    auto* regret = window_->findChild<RegretChart*>();
    const auto reveal = [&](const char* dock) { view.docks().reveal(QString::fromLatin1(dock)); };
    reveal("what-if");
    load(120);
    runs().runTo(60);
    waitFor(State::Paused);
    window_->shownRound().choose(45);
    QTRY_VERIFY_WITH_TIMEOUT(!window_->shownRound().reading(), kPatience);
    const auto past = [this]() -> const RunHistory& {
        return window_->shownRound().past()->runs.front();
    };
    QVERIFY(!past().realisedRegret().has_value());
    QVERIFY(std::isnan(past().accuracyChangePoints()));
    runs().observer().setOn(true);  // what is read arrives by an event: none is known yet
    QVERIFY(!runs().tables());
    QVERIFY(exitProgressText(runs().observer()).contains(QStringLiteral(" images")));
    QVERIFY2(whatIf->words().contains(QStringLiteral("Known once all exits are read")),
             qPrintable(whatIf->words()));
    reveal("regime");
    QVERIFY2(regime->words().contains(QStringLiteral("Known once all exits are read")),
             qPrintable(regime->words()));
    QVERIFY(regret->visibleTable().rows.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(runs().tables() && runs().allIsMeasured(), kReadingPatience);
    // The round that is shown tells more now; nobody has to choose it again.
    QTRY_VERIFY_WITH_TIMEOUT(past().realisedRegret().has_value(), kPatience);
    QVERIFY(!std::isnan(past().accuracyChangePoints()));
    window_->shownRound().goLive();
    QCOMPARE(runs().tables()->recorded.front().samples(), std::int64_t{4000});
    for (const RunHistory& history : runs().histories())
        QVERIFY(history.knows(Followed::RealisedRegret) && history.knows(Followed::FinalAccuracy));
    QVERIFY(!regret->visibleTable().rows.isEmpty());
    pastRoundsAreMeasured();
    adviceIsGiven();
    QTRY_VERIFY_WITH_TIMEOUT(!regret->banded().isEmpty(), kPatience);
    reveal("calibration");
    QTRY_COMPARE_WITH_TIMEOUT(calibration->exits().size(), std::size_t{7}, kPatience);
    reveal("what-if");
    QTRY_VERIFY_WITH_TIMEOUT(whatIf->chart().now() != nullptr, kPatience);
    reveal("regime");
    QTRY_VERIFY_WITH_TIMEOUT(regime->chart().picture() != nullptr, kReadingPatience);
    const auto* threshold = window_->findChild<ThresholdChart*>();
    reveal("threshold");
    QTRY_VERIFY_WITH_TIMEOUT(threshold->known() != nullptr, kPatience);
    const auto* confusion = window_->findChild<ConfusionChart*>();
    reveal("confusion");
    QTRY_VERIFY_WITH_TIMEOUT(confusion->known() != nullptr, kPatience);
    const auto* drift = window_->findChild<CalibrationDriftChart*>();
    reveal("calibration-drift");
    QTRY_VERIFY_WITH_TIMEOUT(drift->known() != nullptr, kPatience);
    auto* layers = window_->findChild<LayerMapPanel*>();
    reveal("layer-map");
    QTRY_VERIFY_WITH_TIMEOUT(layers->chart().map() != nullptr, kReadingPatience);
    reveal("why");
    const ExitTable& table = runs().tables()->recorded.front();
    for (const std::int64_t round : {1, 30, 60}) {
        view.why().showRound(0, round);
        const auto& account = view.why().account();
        QTRY_VERIFY_WITH_TIMEOUT(account && account->record.round == round &&
                                     account->exitAnswers.front().known() &&
                                     account->exitAnswers.back().known(),
                                 kPatience);
        for (std::size_t i = 0; i < account->exitAnswers.size(); ++i) {
            const ExitAnswer& answer = account->exitAnswers[i];
            QCOMPARE(answer.confidence, table.confidencesOf(account->record.row)[i]);
            QCOMPARE(answer.prediction, int{table.predictionsOf(account->record.row)[i]});
            // Live and table agree.
            QVERIFY(std::isnan(account->seen[i]) || account->seen[i] == answer.confidence);
        }
    }
    runs().play();
    waitFor(State::Finished);
    compareWithTheHeadlessProgram();
}

// Those too that were played before anyone knew.
void TestLiveExits::pastRoundsAreMeasured() {
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    QVERIFY(session.has_value());
    for (const std::int64_t round : {1, 20, 45}) {
        window_->shownRound().choose(round);
        QTRY_VERIFY_WITH_TIMEOUT(!window_->shownRound().reading(), kPatience);
        const std::vector<RunHistory>& past = window_->shownRound().past()->runs;
        for (std::size_t k = 0; k < past.size(); ++k) {
            const Experiment& experiment = runs().played().experiment;
            ReplayWorld world(runs().tables()->all());
            RegretMeter meter(experiment, {past[k].policy(), experiment.seed}, world);
            const auto rounds = session->rounds().read(runs().kept(k).number, 1, round);
            QVERIFY(rounds.has_value());
            for (const RoundRecord& record : *rounds) meter.add(record);
            QVERIFY(past[k].realisedRegret().has_value());
            QCOMPARE(*past[k].realisedRegret(), *meter.realised());
            QVERIFY(!std::isnan(past[k].accuracyChangePoints()));
        }
    }
    window_->shownRound().goLive();
}

void TestLiveExits::adviceIsGiven() {
    AdviseSheet& sheet = window_->adviseSheet();
    sheet.open();
    sheet.setSeeds(2);
    sheet.setThresholds(QStringLiteral("0.5,0.8"));
    sheet.setGoal(AdviseSheet::Goal::Reward, 0);
    QVERIFY2(sheet.fault().isEmpty(), qPrintable(sheet.fault()));
    sheet.begin();
    QTRY_VERIFY_WITH_TIMEOUT(sheet.answer() != nullptr, kPatience);
    QCOMPARE(sheet.answer()->request.samples, std::int64_t{4000});
    sheet.hide();
}

void TestLiveExits::tablesAreSavedAndCleared() {
    auto& save = *window_->actions().saveTable;
    auto& clear = *window_->actions().clearTables;
    QVERIFY(!save.isEnabled() && !clear.isEnabled());
    runs().observer().setCache(ExitCache(path("exits").toStdString()));
    window_->actions().readExits->trigger();
    QVERIFY(runs().observer().isOn());
    splitee::test::writeSigns(path("signs"), 160);
    ExperimentFile file = exampleNamed(QStringLiteral("signs-live"))->file;
    file.dataset = "folder:" + path("signs").toStdString();
    file.part = "all";
    file.experiment.rounds = 60;
    file.experiment.schedule = "gaussian_noise:1@30, gaussian_blur:1@50";
    window_->setup().load(file);
    waitFor(State::Ready);
    QTRY_VERIFY_WITH_TIMEOUT(runs().tables() && save.isEnabled(), kReadingPatience);
    QVERIFY(clear.isEnabled());
    QSignalSpy written(&window_->exitTables(), &ExitTables::notice);
    const QString noisy = path("signs-gaussian_noise-1.exits");
    {
        QFile other(noisy);  // that the dialog has not asked about
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("not to be lost") > 0);
    }
    for (const bool replace : {false, true}) {
        window_->exitTables().saveAs(path("signs-gaussian_blur-1.exits"));
        auto* asked = window_->findChild<QMessageBox*>(QStringLiteral("replaceTables"));
        QVERIFY(asked != nullptr && asked->text().contains(noisy));
        for (QAbstractButton* one : asked->buttons())
            if ((asked->buttonRole(one) == QMessageBox::AcceptRole) == replace) one->click();
        if (replace) break;
        QVERIFY(QTest::qWaitFor([&] {
            return window_->findChild<QMessageBox*>(QStringLiteral("replaceTables")) == nullptr;
        }));
        QCOMPARE(bytesOf(noisy), QByteArray("not to be lost"));
        QVERIFY(!QFile::exists(path("signs-gaussian_blur-1.exits")));
    }
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, kPatience);
    QVERIFY(written.front().front().toString().contains(noisy));
    QCOMPARE(
        QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                          {"table", "build", "--model", "builtin:signs", "--dataset",
                           QString::fromStdString(file.dataset), "--part", "all", "--distortion",
                           "gaussian_noise:1", "--seed", QString::number(file.experiment.seed),
                           "--out", path("built.exits")}),
        0);
    QVERIFY(!bytesOf(noisy).isEmpty() && bytesOf(noisy) == bytesOf(path("built.exits")));
    runs().play();
    waitFor(State::Finished);
    window_->view().docks().reveal(QStringLiteral("why"));
    for (const std::int64_t round : {10, 40, 55}) {  // of what was shown in that round
        window_->view().why().showRound(0, round);
        const auto& account = window_->view().why().account();
        QTRY_VERIFY_WITH_TIMEOUT(
            account && account->record.round == round && !account->said().empty(), kPatience);
        const ExitTable& shown = runs().tables()->recorded[round == 40 ? 1 : 0];
        QVERIFY(std::ranges::equal(account->said(), shown.confidencesOf(account->record.row)));
    }
    // The files replay under the same schedule, and come to the same rounds.
    ExperimentFile replayed = file;
    replayed.model = replayed.dataset = replayed.distortion = replayed.part = "";
    replayed.table = path("signs-gaussian_blur-1.exits").toStdString();
    std::ofstream(path("replay.json").toStdString()) << toJson(replayed);
    QCOMPARE(QProcess::execute(QStringLiteral(SPLITEE_PROGRAM),
                               {"run", "--experiment", path("replay.json"), "--rounds-csv",
                                path("replayed.csv")}),
             0);
    auto session = Session::openReadOnly(path("session.splitee").toStdString());
    auto csv = RoundsCsv::open(path("live.csv").toStdString());
    QVERIFY(session && csv);
    QVERIFY((*csv)->consume(*session->rounds().read(1, 1, 60)).has_value());
    QVERIFY((*csv)->close().has_value());
    QVERIFY(!bytesOf(path("live.csv")).isEmpty());
    QVERIFY(bytesOf(path("replayed.csv")) == bytesOf(path("live.csv")));
    clear.trigger();
    auto* question = window_->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY2(question->text().contains(QStringLiteral(" MB")), qPrintable(question->text()));
    QVERIFY(runs().observer().cache()->bytes() > 0);
    for (QAbstractButton* button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
    QTRY_COMPARE_WITH_TIMEOUT(runs().observer().cache()->bytes(), std::uintmax_t{0}, kPatience);
    window_->actions().readExits->trigger();
    QVERIFY(!runs().observer().isOn());
    QVERIFY(runs().tables() != nullptr);  // what is known stays
}

std::unique_ptr<QObject> splitee::test::liveExitTests() {
    return std::make_unique<TestLiveExits>();
}

#include "test_live_exits.moc"
