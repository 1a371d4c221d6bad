// SPDX-License-Identifier: GPL-3.0-or-later
// Charts of what exit tables say and runs have earned, in a real window: threshold sensitivity,
// rewards per layer, confusion, cost components, calibration over time, the map of learned layers.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "engine/replay/replay.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/charts/calibration_drift_chart.h"
#include "gui/charts/cell_grid.h"
#include "gui/charts/chart_exporter.h"
#include "gui/charts/confusion_chart.h"
#include "gui/charts/cost_parts_chart.h"
#include "gui/charts/reward_chart.h"
#include "gui/charts/threshold_chart.h"
#include "gui/charts/what_if_chart.h"
#include "gui/distortions/layer_map_chart.h"
#include "gui/distortions/layer_map_panel.h"
#include "gui/live/run_view.h"
#include "gui/live/table_charts.h"
#include "gui/live/what_if.h"
#include "gui/run/shown_round.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "storage/session/kept_tables.h"
#include "storage/session/session.h"
#include "storage/tables/table_file.h"

using namespace splitee;
using State = RunController::State;

namespace {

constexpr int kPicturePatience = 60'000;

}  // namespace

class TestTableCharts : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] TableCharts& charts() { return window_->view().tableCharts(); }
    void reveal(const char* dock) { window_->view().docks().reveal(QLatin1String(dock)); }
    template <class Chart>
    [[nodiscard]] Chart& chart() {
        return *window_->findChild<Chart*>();
    }
    void play(const ExperimentFile& file, std::int64_t round) {
        window_->setup().load(file);
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Ready, kPicturePatience);
        runs().runTo(round);
        QTRY_COMPARE_WITH_TIMEOUT(runs().round(), round, kPicturePatience);
        QTRY_VERIFY_WITH_TIMEOUT(runs().state() != State::Running, kPicturePatience);
    }
    [[nodiscard]] std::vector<RoundRecord> logged(std::size_t history) {
        const KeptRun kept = runs().kept(history);
        auto session = Session::openReadOnly(kept.session);
        if (!session) qFatal("%s", session.error().message.c_str());
        auto rounds = session->rounds().read(kept.number, 1, runs().round());
        if (!rounds) qFatal("%s", rounds.error().message.c_str());
        return std::move(*rounds);
    }
    [[nodiscard]] static ExperimentFile replayFile() {
        ExperimentFile file = exampleNamed(QStringLiteral("cifar10-replay"))->file;
        file.experiment.policies = "splitee,splitee-s";
        file.experiment.lambda2 = 0.25;
        file.experiment.rounds = 3000;
        return file;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        theme_->setMode(Theme::Mode::Light);
        window_ = std::make_unique<MainWindow>(*theme_,
                                               folder_->filePath("session.splitee").toStdString());
        window_->show();
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    // What the chart says of a split at a threshold is what a run of it comes to.
    void thresholdsAreWhatFixedRunsComeTo() {
        play(replayFile(), 10);
        reveal("threshold");
        ThresholdChart& chart = *charts().threshold();
        QTRY_VERIFY_WITH_TIMEOUT(chart.known() != nullptr, kPicturePatience);
        const auto tables = openTables(window_->setup().file().table, {});
        const auto table = chart.visibleTable();
        for (const int layer : {1, 4, 7})
            for (const double alpha : {0.5, 0.81}) {
                Experiment fixed = window_->setup().experiment();
                fixed.policies = "fixed";
                fixed.fixedLayer = layer;
                fixed.alpha = alpha;
                fixed.seeds = 1;
                fixed.rounds = 0;  // each sample once
                const auto run = replay(tables->all(), fixed, {}, {.points = 1});
                QVERIFY(run.has_value());
                const RunSummary& summary = run->front().summary;
                bool found = false;
                for (const QStringList& row : table.rows)
                    if (row[0].toInt() == layer && std::abs(row[1].toDouble() - alpha) < 1e-9) {
                        found = true;
                        QVERIFY(std::abs(row[2].toDouble() - 100 * *summary.accuracy) < 1e-6);
                        QVERIFY(std::abs(row[3].toDouble() - summary.costMean) < 1e-6);
                        QVERIFY(std::abs(row[4].toDouble() - 100 * summary.offloadRate) < 1e-6);
                    }
                QVERIFY(found);
            }
        window_->setup().editField("offload", 9.0);  // costs follow the set-up at once
        QVERIFY(chart.visibleTable().rows != table.rows);
    }

    void theThresholdIsDraggedAsOneStepAndWhatIfFollows() {
        play(replayFile(), 10);
        reveal("threshold");
        reveal("what-if");
        ThresholdChart& chart = *charts().threshold();
        auto* whatIf = window_->findChild<WhatIf*>();
        QTRY_VERIFY_WITH_TIMEOUT(chart.known() != nullptr && whatIf->chart().now() != nullptr,
                                 kPicturePatience);
        const Experiment before = window_->setup().experiment();
        reveal("threshold");
        QTRY_VERIFY(chart.isVisible());
        QCoreApplication::processEvents();
        QCustomPlot& plot = chart.plot();
        const auto at = [&plot](double alpha) {
            const QCPAxisRect& rect = *plot.axisRect(0);
            return QPoint(
                static_cast<int>(std::lround(rect.axis(QCPAxis::atBottom)->coordToPixel(alpha))),
                rect.center().y());
        };
        QTest::mousePress(&plot, Qt::LeftButton, {}, at(0.7));
        for (const double alpha : {0.65, 0.6, 0.55}) {
            QMouseEvent move(QEvent::MouseMove, at(alpha), plot.mapToGlobal(at(alpha)),
                             Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&plot, &move);
            QVERIFY(std::abs(window_->setup().experiment().alpha - alpha) < 0.021);
        }
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(0.55));
        const double now = window_->setup().experiment().alpha;
        QVERIFY(std::abs(now - 0.55) < 0.021);
        QVERIFY2(chart.words().startsWith(QStringLiteral("α %1").arg(numberText(now, 3))),
                 qPrintable(chart.words()));
        QTRY_VERIFY_WITH_TIMEOUT(
            whatIf->chart().now() != nullptr && whatIf->chart().now()->experiment.alpha == now,
            kPicturePatience);
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(std::abs(window_->setup().experiment().alpha - now - 0.01) < 1e-9);
        window_->setup().undoStack().undo();
        window_->setup().undoStack().undo();
        QVERIFY(window_->setup().experiment() == before);
    }

    void rewardsAreThoseOfTheRoundsByLayer() {
        play(replayFile(), 2000);
        reveal("rewards");
        const auto rounds = logged(0);
        RewardChart& chart = this->chart<RewardChart>();
        const ChartTable table = chart.visibleTable();
        qint64 counted = 0;
        for (const QStringList& row : table.rows) {
            qint64 slow = 0;
            for (const RoundRecord& round : rounds)
                slow += round.split == row[1].toInt() && round.reward >= row[2].toDouble() &&
                                round.reward < row[3].toDouble()
                            ? 1
                            : 0;
            QCOMPARE(row[4].toLongLong(), slow);
            counted += slow;
        }
        QCOMPARE(counted, qint64{2000});
        double sum = 0;
        int of = 0;
        const int layer = table.rows.front()[1].toInt();
        for (const RoundRecord& round : rounds)
            if (round.split == layer) {
                sum += round.reward;
                ++of;
            }
        QVERIFY(std::abs(table.rows.front()[5].toDouble() - sum / of) < 1e-9);
        window_->shownRound().choose(300);  // as it was
        QTRY_VERIFY_WITH_TIMEOUT(!window_->shownRound().reading(), kPicturePatience);
        counted = 0;
        for (const QStringList& row : chart.visibleTable().rows) counted += row[4].toLongLong();
        QCOMPARE(counted, qint64{300});
    }

    // SplitEE evaluates one exit a round, SplitEE-S all up to the split.
    void evaluatingExitsIsAPartOfTheCost() {
        ExperimentFile file = replayFile();
        file.experiment.schedule = "lambda2=1@1001";
        play(file, 2000);
        reveal("cost-parts");
        CostPartsChart& chart = this->chart<CostPartsChart>();
        for (const int run : {0, 1}) {
            chart.setRun(run);
            QCoreApplication::processEvents();
            double drawn = 0, slow = 0;
            for (const QStringList& row : chart.visibleTable().rows)
                drawn += (row[2].toDouble() - row[1].toDouble() + 1) * row[6].toDouble();
            for (const RoundRecord& round : logged(static_cast<std::size_t>(run)))
                slow += (round.round > 1000 ? 1 : 0.25) * (run == 0 ? 1 : round.split);
            QVERIFY2(std::abs(drawn - slow) < 1e-6,
                     qPrintable(QStringLiteral("%1, not %2").arg(drawn).arg(slow)));
        }
    }

    void confusionFollowsTheExitAndTheThreshold() {
        play(replayFile(), 10);
        reveal("confusion");
        ConfusionChart& chart = *charts().confusion();
        QTRY_VERIFY_WITH_TIMEOUT(chart.known() != nullptr, kPicturePatience);
        const auto tables = openTables(window_->setup().file().table, {});
        const ExitTable& table = *tables->all().front();
        QCOMPARE(chart.exit(), table.exits);
        const auto rightAt = [&table](int exit, double alpha) {
            std::int64_t right = 0;
            for (std::int64_t row = 0; row < table.samples(); ++row) {
                const auto i = static_cast<std::size_t>(exit - 1);
                right += table.confidencesOf(row)[i] >= alpha &&
                                 table.predictionsOf(row)[i] ==
                                     table.label[static_cast<std::size_t>(row)]
                             ? 1
                             : 0;
            }
            return right;
        };
        QCOMPARE(chart.known()->right, rightAt(table.exits, 0));
        chart.setExit(2);
        QTRY_COMPARE_WITH_TIMEOUT(chart.known() != nullptr ? chart.known()->right : -1,
                                  rightAt(2, 0), kPicturePatience);
        chart.leavingOnly().setChecked(true);
        QTRY_COMPARE_WITH_TIMEOUT(chart.known()->right,
                                  rightAt(2, window_->setup().experiment().alpha),
                                  kPicturePatience);
        window_->setup().editField("alpha", 0.95);
        QTRY_COMPARE_WITH_TIMEOUT(chart.known()->right, rightAt(2, 0.95), kPicturePatience);
        QCOMPARE(chart.visibleTable().rows.size(), 10 * 10);
    }

    // Where the images get noisy, exits stay sure of what they get wrong.
    void calibrationFollowsTheDriftOfTheRounds() {
        ExperimentFile file = exampleNamed(QStringLiteral("cifar10-rising-noise"))->file;
        play(file, 6000);
        reveal("calibration-drift");
        CalibrationDriftChart& chart = *charts().drift();
        QTRY_VERIFY_WITH_TIMEOUT(chart.known() != nullptr, kPicturePatience);
        QTRY_VERIFY_WITH_TIMEOUT(!chart.visibleTable().rows.isEmpty(), kPicturePatience);
        const auto& stretches = chart.known()->stretches;
        QVERIFY(stretches.back().last == 10'000);
        qint64 last = 0;
        for (const QStringList& row : chart.visibleTable().rows)
            last = std::max(last, row[2].toLongLong());
        QVERIFY(last <= 6000 && last > 5000);  // what the run has not played is not shown
        QVERIFY(stretches.front().exits[0].ece < stretches[stretches.size() - 1].exits[0].ece);
        chart.setExit(3);
        QVERIFY(chart.plot().graph(0)->data()->size() > 5);
        QVERIFY(!chart.marks().marks().empty());
    }

    // Each cell is a replay of its own.
    void theMapOfLayersIsThatOfReplays_data() {
        QTest::addColumn<std::string>("prefix");
        QTest::addColumn<std::string>("ending");
        QTest::newRow("bundled") << std::string("builtin:cifar10c") << std::string();
        QTest::newRow("files") << std::string(SPLITEE_RESOURCES "/tables/cifar10c")
                               << std::string(".exits");
    }
    void theMapOfLayersIsThatOfReplays() {
        QFETCH(std::string, prefix);
        QFETCH(std::string, ending);
        ExperimentFile file = replayFile();
        file.table = prefix + "-clean" + ending;
        play(file, 10);
        reveal("layer-map");
        auto* panel = window_->findChild<LayerMapPanel*>();
        panel->choose("offload", "severity:gaussian_noise");
        QTRY_VERIFY_WITH_TIMEOUT(panel->chart().map() != nullptr &&
                                     panel->chart().map()->y.key == "severity:gaussian_noise",
                                 kPicturePatience);
        const LayerMap& map = *panel->chart().map();
        QCOMPARE(map.y.values.size(), std::size_t{6});
        QCOMPARE(map.cells.size(), map.x.values.size() * 6);
        const std::pair<std::size_t, std::size_t> cells[] = {{0, 0}, {5, 3}, {10, 5}};
        for (const auto& [column, row] : cells) {
            Experiment one = window_->setup().experiment();
            one.offload = map.x.values[column];
            one.policies = "splitee";
            one.seeds = kSeveritySeeds;
            one.rounds = kSeverityRounds;
            const auto tables = openTables(
                row == 0 ? file.table : prefix + "-gaussian_noise-" + std::to_string(row) + ending,
                one);
            QVERIFY(tables.has_value());
            const auto runs = replay(tables->all(), one, {}, {.points = 1});
            std::vector<std::int64_t> pulls(7);
            for (const ReplayRun& run : *runs)
                for (std::size_t i = 0; i < 7; ++i) pulls[i] += run.summary.pulls[i];
            const auto most = std::ranges::max_element(pulls) - pulls.begin() + 1;
            QCOMPARE(map.cells[row * map.x.values.size() + column][0].layer,
                     static_cast<int>(most));
        }
        emit panel->chart().chosen(static_cast<int>(map.x.values.size()) * 2 + 8);
        QCOMPARE(window_->setup().experiment().offload, map.x.values[8]);
        QCOMPARE(window_->setup().file().table, file.table);
        window_->setup().undoStack().undo();
        panel->choose("offload", "offload");
        QVERIFY2(panel->words().contains(QStringLiteral("differ")), qPrintable(panel->words()));
    }

    void theMapOfLayersRefusesTablesOfOtherSamples() {
        const auto clean = openTables("builtin:cifar10c-clean", {});
        QVERIFY(clean.has_value());
        ExitTable other = clean->recorded.front();
        std::ranges::reverse(other.label);
        const auto path = [this](const char* name) {
            return folder_->filePath(QLatin1String(name)).toStdString();
        };
        QVERIFY(writeTableFile(path("mine-clean.exits"), clean->recorded.front()).has_value());
        QVERIFY(writeTableFile(path("mine-fog-1.exits"), other).has_value());
        ExperimentFile file = replayFile();
        file.table = path("mine-clean.exits");
        play(file, 10);
        reveal("layer-map");
        auto* panel = window_->findChild<LayerMapPanel*>();
        panel->choose("offload", "severity:fog");
        QTRY_VERIFY_WITH_TIMEOUT(panel->words().contains(QStringLiteral("holds other samples")),
                                 kPicturePatience);
    }

    void eachDescribesItselfExportsAndIsATable() {
        play(replayFile(), 1500);
        QTemporaryDir out;
        for (const char* dock : {"threshold", "rewards", "confusion", "calibration-drift",
                                 "cost-parts", "layer-map"}) {
            reveal(dock);
            auto* chart = window_->view()
                              .docks()
                              .findChild<QWidget*>(QLatin1String(dock))
                              ->findChild<ChartPanel*>();
            QVERIFY2(chart != nullptr, dock);
            QTRY_VERIFY2_WITH_TIMEOUT(!chart->visibleTable().rows.isEmpty(), dock,
                                      kPicturePatience);
            QCoreApplication::processEvents();
            QVERIFY2(chart->accessibleDescription().size() > 12, dock);
            QVERIFY(!chart->whatsThis().isEmpty());
            for (const char* ending : {"svg", "csv", "png", "pdf"})
                QVERIFY2(chart->exporter()
                             .write(out.filePath(QStringLiteral("a.") + QLatin1String(ending)))
                             .has_value(),
                         dock);
            chart->setShownAsTable(true);
            QVERIFY(chart->isShownAsTable());
            chart->setShownAsTable(false);
            for (const QCPAxisRect* rect : chart->plot().axisRects())
                QVERIFY2(!rect->axis(QCPAxis::atLeft)->property("fullTitle").toString().isEmpty(),
                         dock);
        }
    }
};

std::unique_ptr<QObject> splitee::test::tableChartTests() {
    return std::make_unique<TestTableCharts>();
}

#include "test_table_charts.moc"
