// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "dropped_file.h"
#include "engine/world/layer_costs.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/charts/regime_chart.h"
#include "gui/live/exits_panel.h"
#include "gui/live/regime_panel.h"
#include "gui/live/run_view.h"
#include "gui/setup/layer_costs_line.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/setup_panel.h"
#include "gui/sweeps/axis_row.h"
#include "gui/sweeps/sweep_sheet.h"
#include "gui/sweeps/sweeps.h"
#include "gui/why/round_replay.h"
#include "gui/why/round_words.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "storage/files/cost_profile.h"
#include "storage/files/profile_costs.h"
#include "storage/session/kept_tables.h"
#include "storage/session/session.h"

using namespace splitee;
using State = RunController::State;

namespace {

constexpr int kRegimeMilliseconds = 240'000;
constexpr const char* kSevenLayers = "input=9,6,4.5,4,3,2.5,8,0";

bool isShown(const QWidget* widget) { return widget != nullptr && !widget->isHidden(); }

}  // namespace

/// Costs of layers in the window: set from times, shown, changed by a factor, and taken back.
class TestLayerCostsWindow : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] const Experiment& set() { return window_->setup().experiment(); }
    [[nodiscard]] QWidget* field(const std::string& key) {
        return window_->panel().settings().control(key);
    }
    [[nodiscard]] LayerCostsLine& line() { return *window_->findChild<LayerCostsLine*>(); }
    [[nodiscard]] QString said() { return window_->messages().message(); }
    [[nodiscard]] QString writeProfile(const char* text) {
        QFile file(folder_->filePath(QStringLiteral("profile.json")));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        return file.fileName();
    }
    void open(const Experiment& experiment) {
        ExperimentFile file;
        file.table = "builtin:cifar10-clean";
        file.experiment = experiment;
        file.experiment.seeds = 1;
        file.experiment.rounds = 3000;
        window_->setup().load(file);
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Ready, 20'000);
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->resize(1600, 1000);
        window_->show();
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void timesSetTheCostOfEveryLayerAndUndoTakesThemBack() {
        open({});
        const Experiment before = set();
        QVERIFY(isShown(field("offload")) && !isShown(field("offload_factor")));
        QVERIFY(!isShown(&line()));
        ExitsPanel& exits = window_->view().exits();
        exits.useAsCosts();
        const auto offloads = parseLayerOffloads(set().offloadPerLayer);
        QVERIFY(offloads.has_value());
        const CostWeights expected = costWeightsOf(exits.profile(), runs().opened().depth, 1);
        QCOMPARE(offloads->layers.size(), runs().opened().depth.size());
        for (std::size_t i = 0; i < offloads->layers.size(); ++i)
            QVERIFY(std::abs(offloads->layers[i] - expected.layerOffloads.layers[i]) < 1e-4);
        QVERIFY(offloads->layers[0] > offloads->layers[4]);  // no average: the cloud computes less
        QVERIFY(offloads->input.has_value());
        QVERIFY(!isShown(field("offload")) && isShown(field("offload_factor")));
        QVERIFY(isShown(&line()));
        QVERIFY2(line().text().contains(QStringLiteral("o by layer: ")), qPrintable(line().text()));
        window_->setup().undoStack().undo();
        QVERIFY(set() == before);
        QVERIFY(isShown(field("offload")) && !isShown(&line()));
        window_->setup().undoStack().redo();
        QVERIFY(set().offloadsPerLayer() && isShown(&line()));
    }

    void oneButtonLeadsBackToTheOneNumber() {
        Experiment experiment;
        experiment.offload = 3;
        experiment.offloadPerLayer = kSevenLayers;
        experiment.offloadFactor = 2;
        experiment.computePerLayer = "1,2,3,4,5,6,7";
        open(experiment);
        QVERIFY2(line().text().contains(QStringLiteral("Computing up to layer: 1.00 · 2.00")),
                 qPrintable(line().text()));
        auto* back = window_->findChild<QToolButton*>(QStringLiteral("oneOffload"));
        QVERIFY(back != nullptr);
        back->click();
        QVERIFY(!set().offloadsPerLayer() && set().computePerLayer.empty());
        QCOMPARE(set().offload, 3.0);
        QCOMPARE(set().offloadFactor, 1.0);
        QVERIFY(isShown(field("offload")) && !isShown(field("offload_factor")));
        QVERIFY(!isShown(&line()));
        window_->setup().undoStack().undo();
        QCOMPARE(set().offloadPerLayer, std::string(kSevenLayers));
        QCOMPARE(set().offloadFactor, 2.0);
        window_->panel().resetToPaper();
        QVERIFY(!set().offloadsPerLayer());
        QCOMPARE(set().offloadFactor, 1.0);
    }

    // A factor that changes while the runs play becomes an entry of their schedule.
    void aFactorChangesARunThatPlays() {
        Experiment experiment;
        experiment.policies = "splitee,cloud-only";
        experiment.offloadPerLayer = kSevenLayers;
        open(experiment);
        runs().runTo(1000);
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Paused, 20'000);
        QSignalSpy sent(window_.get(), &MainWindow::settingsSent);
        window_->setup().editField("offload_factor", 0.5);
        QTRY_COMPARE(sent.count(), 1);
        // Other costs of layers wait for the next run, and a factor that goes with them.
        window_->findChild<QToolButton*>(QStringLiteral("oneOffload"))->click();
        window_->setup().editField("alpha", 0.8);
        QTRY_COMPARE(sent.count(), 2);
        runs().setSpeed(kFlatOut);
        runs().play();
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Finished, 20'000);
        auto session = Session::openReadOnly(
            folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        QVERIFY(session.has_value());
        const auto stored = session->runs().all();
        QVERIFY(stored.has_value());
        for (const StoredRun& run : *stored) {
            QCOMPARE(run.experiment.schedule,
                     std::string("offload_factor=0.5@1001, alpha=0.8@1001"));
            QCOMPARE(run.experiment.offloadPerLayer, std::string(kSevenLayers));
        }
        const auto rounds = session->rounds().read(stored->back().id, 1000, 2);
        QVERIFY(rounds.has_value());
        QCOMPARE(rounds->front().offloadCost, 9.0);
        QCOMPARE(rounds->back().offloadCost, 4.5);
    }

    // The same costs as --costs gives a run, in one step to undo.
    void aDroppedProfileSetsTheCostsThatTheCommandLineSets() {
        open({});
        const Experiment before = set();
        const QString profile = QStringLiteral(SPLITEE_DOCS "/costs-cifar10.json");
        splitee::test::dropFile(*window_, profile);
        QTRY_VERIFY(set().offloadsPerLayer());
        const QString session = folder_->filePath(QStringLiteral("headless.splitee"));
        QCOMPARE(QProcess::execute(
                     QStringLiteral(SPLITEE_PROGRAM),
                     {"run", "--table", "builtin:cifar10-clean", "--costs", profile, "--policy",
                      "splitee", "--rounds", "20", "--seeds", "1", "--session", session}),
                 0);
        auto store = Session::openReadOnly(session.toStdString());
        QVERIFY(store.has_value());
        const Experiment headless = store->runs().all()->front().experiment;
        QCOMPARE(set().offloadPerLayer, headless.offloadPerLayer);
        QCOMPARE(set().computePerLayer, headless.computePerLayer);
        QCOMPARE(set().lambda1, headless.lambda1);
        QCOMPARE(set().lambda2, headless.lambda2);
        QCOMPARE(set().offloadFactor, headless.offloadFactor);
        QCOMPARE(set().mu, before.mu);
        QTRY_VERIFY2(said().contains(QLatin1String("costs-cifar10.json")), qPrintable(said()));
        QVERIFY(!window_->messages().showsProblem());
        // The panel shows what was read, also when the source is opened anew for these costs.
        const auto read = readCostProfile(profile.toStdString());
        QVERIFY(read.has_value());
        ExitsPanel& exits = window_->view().exits();
        QVERIFY(exits.profile() == *read);
        QSignalSpy opened(&runs(), &RunController::sourceOpened);
        QTRY_VERIFY_WITH_TIMEOUT(opened.count() > 0, 20'000);
        QVERIFY(exits.profile() == *read);
        window_->setup().undoStack().undo();
        QVERIFY(set() == before);
    }

    void aProfileOfAnotherNetworkIsRefused() {
        open({});
        const Experiment before = set();
        const QString profile = writeProfile(
            R"({"device_ms": [2, 4, 6], "cloud_factor": 2, "cut_bytes": [5000, 1000],
                "megabits_per_second": 8, "round_trip_ms": 10})");
        emit window_->view().exits().profileWanted(profile);
        QTRY_VERIFY2(said().contains(QLatin1String("has the costs of 3 layers, but the network "
                                                   "has 7")),
                     qPrintable(said()));
        QVERIFY(set() == before);
        emit window_->view().exits().profileWanted(
            writeProfile(R"({"device_ms": [2, 4], "cut_bytes": "none"})"));
        QTRY_VERIFY2(said().contains(QLatin1String("profile.json: megabits_per_second is missing")),
                     qPrintable(said()));
        QVERIFY(set() == before);
    }

    void aProfileWithoutANetworkSaysTheNextStep() {
        splitee::test::dropFile(*window_, QStringLiteral(SPLITEE_DOCS "/costs-cifar10.json"));
        QTRY_VERIFY2(said().contains(QLatin1String("open the network or its exit table first")),
                     qPrintable(said()));
    }

    // A testbed's profile says no speed: the device's is asked for, link and cloud are the panel's.
    void aProfileOfATestbedAsksForTheSpeedOfTheDevice() {
        open({});
        const QString profile = writeProfile(R"({"cumulative_flops": [0, 1, 2, 3, 4, 5, 6, 7],
            "segment_flops": [0, 1, 1, 1, 1, 1, 1, 1],
            "serialized_bytes": [700, 600, 500, 400, 300, 200, 100, 50],
            "exits": [{"exit_id": "1", "attach_point": "a"}, {"exit_id": "2", "attach_point": "b"},
                      {"exit_id": "3", "attach_point": "c"}, {"exit_id": "4", "attach_point": "d"},
                      {"exit_id": "5", "attach_point": "e"}, {"exit_id": "6", "attach_point": "f"},
                      {"exit_id": "7"}]})");
        QFile stats(folder_->filePath(QStringLiteral("layer_stats.csv")));
        QVERIFY(stats.open(QIODevice::WriteOnly));
        stats.write(
            "boundary_id,name,size\n0,input,9\n1,a,9\n2,b,9\n3,c,9\n4,d,9\n5,e,9\n"
            "6,f,9\n7,end,9\n");
        stats.close();
        splitee::test::dropFile(*window_, profile);
        QInputDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window_->findChild<QInputDialog*>()) != nullptr &&
                    dialog->isVisible());
        dialog->setDoubleValue(0.001);
        dialog->accept();
        QVERIFY(set().offloadsPerLayer());
        const QString made = folder_->filePath(QStringLiteral("made.json"));
        QCOMPARE(QProcess::execute(
                     QStringLiteral(SPLITEE_PROGRAM),
                     {"costs", profile, "--device-gflops", "0.001", "--cloud-factor", "10",
                      "--megabits-per-second", "10", "--round-trip-ms", "20", "--out", made}),
                 0);
        Experiment headless = set();
        const auto read = readCostProfile(made.toStdString());
        QVERIFY(read.has_value() && takeProfile(*read, headless).has_value());
        QVERIFY(set() == headless);
    }

    // o by layer cannot be swept by one number: the factor comes first, and o is not offered.
    void aSweepOffersTheFactor() {
        Experiment experiment;
        experiment.offloadPerLayer = kSevenLayers;
        experiment.policies = "splitee,random";
        open(experiment);
        window_->pageTabs().setCurrentIndex(1);
        window_->sweeps().open();
        SweepSheet& sheet = window_->sweeps().sheet();
        auto* row = sheet.findChild<AxisRow*>();
        QVERIFY(row != nullptr);
        QCOMPARE(row->key(), std::string("offload_factor"));
        auto* keys = row->findChild<QComboBox*>();
        QCOMPARE(keys->currentText(), QStringLiteral("Factor on o"));
        QCOMPARE(keys->findData(QStringLiteral("offload")), -1);
        const auto wanted = sheet.sweep();
        QVERIFY2(wanted.has_value(), wanted ? "" : wanted.error().message.c_str());
        const auto plan = SweepPlan::make(*wanted);
        QVERIFY2(plan.has_value(), plan ? "" : plan.error().message.c_str());
        QCOMPARE(plan->points(), std::int64_t{9});
        window_->findChild<QToolButton*>(QStringLiteral("oneOffload"))->click();
        window_->sweeps().open();
        QCOMPARE(row->key(), std::string("alpha"));
        QVERIFY(keys->findData(QStringLiteral("offload")) >= 0);
        row->values().setText(QStringLiteral("0.7"));  // what is typed stays
        Experiment again = experiment;
        again.offloadFactor = 2;
        open(again);
        window_->sweeps().open();
        QCOMPARE(row->key(), std::string("alpha"));
        QCOMPARE(row->values().text(), QStringLiteral("0.7"));
    }

    void whyTellsTheCostOfTheCut() {
        auto source = std::make_shared<TableSource>();
        auto tables = openTables("builtin:cifar10-clean", {});
        QVERIFY(tables.has_value());
        *source = std::move(*tables);
        Experiment experiment;
        experiment.policies = "fixed";
        experiment.fixedLayer = 2;
        experiment.alpha = 1;
        experiment.offloadPerLayer = kSevenLayers;
        experiment.offloadFactor = 2;
        experiment.computePerLayer = "0.5,1.5,3,4,5,6,7";
        RoundReplay replay;
        const auto account =
            replay.account({experiment, {"fixed", 1}, source, 3}, [] { return false; });
        QVERIFY(account.has_value() && account->has_value());
        const QStringList lines = costLines(**account);
        QVERIFY2(
            lines.join('|').contains(QStringLiteral("Layers: λ₁ × their time = 1 × 1.5 = 1.5 λ")),
            qPrintable(lines.join('|')));
        QVERIFY2(lines.join('|').contains(
                     QStringLiteral("Offloading after layer 2: o₂ = 9 λ (5 to 16 by layer)")),
                 qPrintable(lines.join('|')));
    }

    void theMapsAxisIsTheFactor() {
        Experiment experiment;
        experiment.offloadPerLayer = kSevenLayers;
        open(experiment);
        auto* panel = window_->findChild<RegimePanel*>();
        window_->view().docks().reveal(QStringLiteral("regime"));
        QTRY_VERIFY_WITH_TIMEOUT(panel->chart().picture() != nullptr, kRegimeMilliseconds);
        const RegimePicture& picture = *panel->chart().picture();
        QVERIFY(picture.factors);
        QCOMPARE(picture.grid.offload.back(), 2.0);
        QCOMPARE(panel->chart().marker(), QPointF(0.1, 1));
        QCOMPARE(panel->chart().visibleTable().columns[1], QStringLiteral("offload_factor"));
        panel->chart().setFocus();
        QTest::keyClick(&panel->chart(), Qt::Key_Up);
        QCOMPARE(set().offloadFactor, 1.1);
        QCOMPARE(set().offloadPerLayer, std::string(kSevenLayers));
        const auto tables = openTables(window_->setup().file().table, set());
        QVERIFY(tables.has_value());
        Experiment one = experiment;
        one.seeds = 5;
        one.rounds = 3000;
        const RegimeGrid cell{
            {experiment.alpha}, {picture.grid.muLambda[12]}, {picture.grid.offload[5]}};
        const auto map = regimeMap(*tables->all().front(), one, cell, {});
        QVERIFY(map.has_value());
        const RegimeCell& shown = picture.cellAt(cell.muLambda[0], cell.offload[0]);
        QCOMPARE(shown.bestSplit.layer, map->cells[0].bestSplit.layer);
        QCOMPARE(shown.gains[0]->overEnds.mean, map->cells[0].gains[0]->overEnds.mean);
    }
};

std::unique_ptr<QObject> splitee::test::layerCostTests() {
    return std::make_unique<TestLayerCostsWindow>();
}

#include "test_layer_costs.moc"
