// SPDX-License-Identifier: GPL-3.0-or-later
// The further charts, and every chart as a table, on real runs.
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "engine/analysis/calibration.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/charts/calibration_chart.h"
#include "gui/charts/chart_exporter.h"
#include "gui/charts/cost_parts_chart.h"
#include "gui/charts/flow_chart.h"
#include "gui/charts/offload_chart.h"
#include "gui/charts/pulls_chart.h"
#include "gui/charts/split_chart.h"
#include "gui/charts/visible_table.h"
#include "gui/live/rounds_model.h"
#include "gui/live/rounds_panel.h"
#include "gui/live/run_view.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/text_table.h"
#include "gui_tests.h"
#include "played_runs.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr std::int64_t kChartRounds = 4000;

Experiment experimentOf() {
    Experiment experiment;
    experiment.alpha = 0.8;
    experiment.rounds = kChartRounds;
    return experiment;
}

std::shared_ptr<const TableSource> cifarSource() {
    auto source = std::make_shared<TableSource>();
    source->recorded.push_back(cifarTable());
    return source;
}

struct FurtherCharts {
    explicit FurtherCharts(const Theme& theme)
        : pulls(theme), offload(theme), costs(theme), flow(theme), calibration(theme) {
        for (ChartPanel* chart : all()) {
            chart->resize(520, 300);
            chart->show();
        }
    }
    [[nodiscard]] std::vector<ChartPanel*> all() {
        return {&pulls, &offload, &costs, &flow, &calibration};
    }
    PullsChart pulls;
    OffloadChart offload;
    CostPartsChart costs;
    FlowChart flow;
    CalibrationChart calibration;
};

qint64 totalOf(const ChartTable& table, int column, const QString& run = {}) {
    qint64 sum = 0;
    for (const QStringList& row : table.rows)
        if (run.isEmpty() || row[0] == run) sum += row[column].toLongLong();
    return sum;
}

}  // namespace

class TestMoreCharts : public QObject {
    Q_OBJECT
    Theme theme_;
    std::unique_ptr<PlayedRuns> runs_;
    std::unique_ptr<FurtherCharts> charts_;

private slots:
    void init() {
        theme_.setMode(Theme::Mode::Light);
        runs_ = std::make_unique<PlayedRuns>(
            experimentOf(),
            std::vector<std::string>{"splitee", "splitee-s", "random", "cloud-only"});
        runs_->advanceTo(kChartRounds);
        charts_ = std::make_unique<FurtherCharts>(theme_);
        for (ChartPanel* chart : charts_->all()) chart->setRuns(runs_->pointers());
        QCoreApplication::processEvents();
    }
    void cleanup() {
        charts_.reset();
        runs_.reset();
    }

    void pullsCountEveryRoundOfEveryPolicyOnce() {
        const ChartTable table = charts_->pulls.visibleTable();
        for (const RunHistory* run : runs_->pointers())
            QCOMPARE(totalOf(table, 2, run->label()), kChartRounds);
        std::int64_t third = 0;
        for (const RoundRecord& record : runs_->records(0)) third += record.split == 3 ? 1 : 0;
        QCOMPARE(table.rows[2][1], QStringLiteral("3"));
        QCOMPARE(table.rows[2][2].toLongLong(), third);
        QCOMPARE(table.rows.back()[1], QStringLiteral("7"));
        QCOMPARE(charts_->pulls.plot().axisRect(0)->axis(QCPAxis::atBottom)->range().lower,
                 -0.5);  // cloud only computes no layer
    }

    void flowTellsWhereEverySampleWent() {
        const ChartTable table = charts_->flow.visibleTable();
        QCOMPARE(totalOf(table, 2) + totalOf(table, 3), kChartRounds);
        std::int64_t left = 0, offloaded = 0;
        for (const RoundRecord& record : runs_->records(0)) {
            left += record.split == 2 && record.exited ? 1 : 0;
            offloaded += record.exited ? 0 : 1;
        }
        QCOMPARE(table.rows[1][2].toLongLong(), left);
        QCOMPARE(totalOf(table, 3), offloaded);
        charts_->flow.setRun(3);
        QVERIFY(charts_->flow.title().contains("Cloud only"));
        QCOMPARE(charts_->flow.visibleTable().rows[0][3].toLongLong(), kChartRounds);
    }

    void costPartsAddUpToTheRecordsCosts() {
        const ChartTable table = charts_->costs.visibleTable();
        QVERIFY(table.rows.size() > 10 && table.rows.size() <= 100);
        double compute = 0, offload = 0, computed = 0, offloaded = 0;
        qint64 next = 1;
        for (const QStringList& row : table.rows) {
            QCOMPARE(row[1].toLongLong(), next);  // no gap, nothing twice
            const double rounds =
                static_cast<double>(row[2].toLongLong() - row[1].toLongLong() + 1);
            next = row[2].toLongLong() + 1;
            compute += rounds * row[3].toDouble();
            offload += rounds * row[4].toDouble();
            QCOMPARE(row[5].toDouble(), cifarTable().depth.back());
        }
        for (const RoundRecord& record : runs_->records(0)) {
            computed += record.computeCost;
            offloaded += record.offloadCost;
        }
        QCOMPARE(next, kChartRounds + 1);
        QVERIFY(std::abs(compute - computed) < 1e-6 && std::abs(offload - offloaded) < 1e-6);
    }

    void theOffloadRateIsThatOfTheLastRounds() {
        charts_->offload.plot().axisRect(0)->axis(QCPAxis::atBottom)->setRange(3901, 4000);
        QCoreApplication::processEvents();
        const ChartTable table = charts_->offload.visibleTable();
        const auto& records = runs_->records(0);
        int offloaded = 0;
        for (std::size_t i = records.size() - RunHistory::kWindow; i < records.size(); ++i)
            offloaded += records[i].exited ? 0 : 1;
        double shown = -1;
        for (const QStringList& row : table.rows)
            if (row[0] == runs_->history(0).label() && row[2].toDouble() == 4000)
                shown = row[6].toDouble();
        QCOMPARE(shown, 100.0 * offloaded / RunHistory::kWindow);
    }

    void calibrationIsThatOfTheTable() {
        const auto source = cifarSource();
        charts_->calibration.setTables(source);
        QTRY_COMPARE_WITH_TIMEOUT(charts_->calibration.exits().size(), 7U, 10000);
        const auto expected = calibrationOf(source->recorded.front(), 15);
        QVERIFY(expected.has_value());
        qint64 samples = 0;
        const ChartTable table = charts_->calibration.visibleTable();
        for (const QStringList& row : table.rows)
            if (row[0] == QStringLiteral("4")) {
                samples += row[3].toLongLong();
                QVERIFY(std::abs(row[6].toDouble() - (*expected)[3].ece) < 1e-9);
            }
        QCOMPARE(samples, source->recorded.front().samples());
        charts_->calibration.setTables(nullptr);
        QVERIFY(charts_->calibration.visibleTable().rows.isEmpty());
    }

    // No number is cut off: where the chart is narrow, its exits are named alone, and the tooltip
    // has their errors.
    void namesOfExitsAreShortenedNotCutOff() {
        CalibrationChart& chart = charts_->calibration;
        chart.setTables(cifarSource());
        QTRY_VERIFY(!chart.exits().empty());
        const auto* labels = chart.plot().findChild<EndLabels*>();
        const QStringList texts = labels->texts();
        QVERIFY(texts.last().contains(QStringLiteral("ECE")));
        for (const int width : {900, 240, 900}) {
            chart.resize(width, 300);
            chart.refresh();
            QCOMPARE(labels->areShortened(), width == 240);
            QVERIFY2(labels->width() <= chart.plot().width() / 3,
                     qPrintable(QString::number(labels->width())));
            QCOMPARE(chart.plot().toolTip().contains(texts.last()), width == 240);
        }
        chart.resize(520, 300);
    }

    void everyFurtherChartDescribesItselfAndExports() {
        charts_->calibration.setTables(cifarSource());
        QTRY_VERIFY(!charts_->calibration.exits().empty());
        QTemporaryDir folder;
        for (ChartPanel* chart : charts_->all()) {
            QVERIFY2(chart->accessibleDescription().size() > 20, qPrintable(chart->title()));
            QVERIFY(chart->exporter().write(folder.filePath("chart.svg")).has_value());
            QVERIFY(chart->exporter().write(folder.filePath("chart.csv")).has_value());
            chart->setCrosshair(3);
            const auto* crosshair = chart->plot().findChild<Crosshair*>();
            if (chart != &charts_->calibration)
                QVERIFY2(!crosshair->values().empty(), qPrintable(chart->title()));
            theme_.setMode(Theme::Mode::Dark);
            QCoreApplication::processEvents();
            QVERIFY(
                chart->plot().axisRect(0)->axis(QCPAxis::atBottom)->tickLabelColor().lightness() >
                120);
            theme_.setMode(Theme::Mode::Light);
            chart->setRuns({});
            QCoreApplication::processEvents();
            if (chart != &charts_->calibration) QVERIFY(chart->visibleTable().rows.isEmpty());
        }
    }

    void aChartOfOneRunOffersTheOthersInItsMenu() {
        SplitChart split(theme_);
        split.setRuns(runs_->pointers());
        QMenu* choices = nullptr;
        for (QMenu* menu : split.findChildren<QMenu*>())
            if (menu->title() == QStringLiteral("Policy")) choices = menu;
        QVERIFY(choices != nullptr);
        QCOMPARE(choices->actions().size(), 4);
        choices->actions()[2]->trigger();
        QTRY_COMPARE(split.run(), 2);
        QVERIFY(split.title().endsWith(runs_->history(2).label()));
    }

    void everyChartIsATableToo() {
        PullsChart& chart = charts_->pulls;
        chart.setShownAsTable(true);
        QVERIFY(chart.isShownAsTable() && !chart.plot().isVisible());
        TextTableView* view = chart.tableView();
        QCOMPARE(view->model()->rowCount(), chart.visibleTable().rows.size());
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split('\n');
        QCOMPARE(lines.size(), chart.visibleTable().rows.size() + 1);
        QCOMPARE(lines[1], chart.visibleTable().rows[0].join('\t'));
        chart.setShownAsTable(false);
        QVERIFY(!chart.isShownAsTable() && chart.plot().isVisible());
    }

    void aTableIsRefreshedWhileItStreams() {
        PlayedRuns fresh(experimentOf(), {"splitee"});
        PullsChart chart(theme_);
        chart.show();
        fresh.advanceTo(1000);
        chart.setRuns(fresh.pointers());
        chart.setShownAsTable(true);
        QAbstractItemModelTester tester(chart.tableView()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        fresh.advanceTo(2000);
        chart.refresh();
        QTRY_COMPARE(chart.tableView()->model()->index(0, 2).data().toString(),
                     chart.visibleTable().rows[0][2]);
    }

    void roundsAreListedTheNewestFirst() {
        PlayedRuns fresh(experimentOf(), {"splitee"});
        RoundsModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted),
            reset(&model, &QAbstractItemModel::modelReset);
        for (const std::int64_t round : {1, 3, 900, 1400, 1401, 4000}) {
            fresh.advanceTo(round);
            model.set(fresh.history(0).lastRounds(), 7);
            QCOMPARE(model.rowCount(), static_cast<int>(std::min<std::int64_t>(round, 1000)));
            for (int row = 0; row < model.rowCount(); row += 97)
                QVERIFY(model.round(row) ==
                        fresh.records(0)[static_cast<std::size_t>(round - 1 - row)]);
        }
        QCOMPARE(inserted.count(), 4);  // only the first and the last began anew
        QCOMPARE(reset.count(), 2);
        const RoundRecord& last = fresh.records(0).back();
        QCOMPARE(model.index(0, RoundsModel::Exit).data().toString(),
                 QString::number(last.exited ? last.split : 7));
    }

    void aDoubleClickOnARoundAsksWhy() {
        QTemporaryDir folder;
        MainWindow window(theme_, folder.filePath("session.splitee").toStdString());
        window.show();
        window.start(*exampleNamed("costs-change"));
        window.controller().runTo(300);
        QTRY_COMPARE_WITH_TIMEOUT(window.controller().round(), std::int64_t{300}, 20000);
        window.view().docks().reveal("rounds");
        TextTableView& view = window.view().rounds().view();
        QTRY_COMPARE(window.view().rounds().model().rowCount(), 300);
        const QModelIndex row = view.model()->index(4, 2);
        QTRY_VERIFY(view.visualRect(row).isValid());
        const QPoint at = view.visualRect(row).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {},
                            at);  // which mouseDClick leaves out
        WhyPanel& why = window.view().why();
        QTRY_VERIFY(why.isVisible() && why.account() && why.account()->record.round == 296);
        QVERIFY(why.account()->record == window.view().rounds().model().round(4));
    }
};

std::unique_ptr<QObject> splitee::test::moreChartTests() {
    return std::make_unique<TestMoreCharts>();
}

#include "test_more_charts.moc"
