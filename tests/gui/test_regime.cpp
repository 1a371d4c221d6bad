// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QComboBox>
#include <QMouseEvent>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/charts/chart_exporter.h"
#include "gui/charts/regime_chart.h"
#include "gui/charts/regret_chart.h"
#include "gui/live/policy_legend.h"
#include "gui/live/regime_panel.h"
#include "gui/live/run_view.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "storage/session/kept_tables.h"

using namespace splitee;
using State = RunController::State;

namespace {

constexpr int kMapMilliseconds = 240'000;  // the thread sanitizer plays it twenty times as slowly

bool tableNames(ChartPanel& chart, const QString& policy) {
    for (const QStringList& row : chart.visibleTable().rows)
        if (row.front() == policy) return true;
    return false;
}

}  // namespace

/// The regime map, the legend that hides policies and the bands behind the regret, in the window.
class TestRegime : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
    RegimePanel* panel_ = nullptr;

    void start(const QString& name) {
        const auto example = exampleNamed(name);
        QVERIFY(example.has_value());
        window_->start(*example);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().state(), State::Finished, 20'000);
    }
    void makeWindow() {
        window_.reset();
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->resize(1600, 1000);
        window_->show();
        panel_ = window_->findChild<RegimePanel*>();
        QVERIFY(panel_ != nullptr);
    }
    // One window with the map of the example serves the functions that look at it: a map takes
    // seconds.
    void openMap() {
        if (window_ == nullptr) makeWindow();
        while (window_->setup().undoStack().canUndo()) window_->setup().undoStack().undo();
        if (panel_->chart().picture() != nullptr) return;
        start(QStringLiteral("cifar10-replay"));
        window_->view().docks().reveal(QStringLiteral("regime"));
        QTRY_VERIFY_WITH_TIMEOUT(panel_->chart().picture() != nullptr, kMapMilliseconds);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QCustomPlot& plot() { return panel_->chart().plot(); }
    void mouse(QEvent::Type type, QPointF at) {
        QMouseEvent event(type, at, plot().mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&plot(), &event);
    }
    [[nodiscard]] QPointF pixel(double mu, double offload) {
        const QCPAxisRect* rect = plot().axisRect(0);
        return {rect->axis(QCPAxis::atBottom)->coordToPixel(mu),
                rect->axis(QCPAxis::atLeft)->coordToPixel(offload)};
    }
    [[nodiscard]] RegretChart& regret() {
        for (ChartPanel* chart : window_->view().charts())
            if (auto* regret = qobject_cast<RegretChart*>(chart)) return *regret;
        qFatal("no regret chart");
    }
    [[nodiscard]] PolicyChip& chip(const std::string& policy) {
        for (PolicyChip* chip : window_->view().legend().chips())
            if (chip->policy() == policy) return *chip;
        qFatal("no chip");
    }

private slots:
    void cleanupTestCase() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void theMapIsTheEngines() {
        openMap();
        const RegimePicture& picture = *panel_->chart().picture();
        QCOMPARE(picture.map.policies, (std::vector<std::string>{"splitee", "splitee-s"}));
        const auto tables =
            openTables(window_->setup().file().table, window_->setup().experiment());
        QVERIFY(tables.has_value());
        Experiment experiment = window_->setup().experiment();
        experiment.policies = "splitee,splitee-s";
        experiment.seeds = 5;
        RegimeGrid one;
        one.alpha = {experiment.alpha};
        one.muLambda = {picture.grid.muLambda[12]};
        one.offload = {picture.grid.offload[7]};
        const auto map = regimeMap(*tables->all().front(), experiment, one, {});
        QVERIFY(map.has_value());
        const RegimeCell& cell = picture.cellAt(one.muLambda[0], one.offload[0]);
        QCOMPARE(cell.muLambda, one.muLambda[0]);
        QCOMPARE(cell.offload, one.offload[0]);
        QCOMPARE(cell.bestSplit.layer, map->cells[0].bestSplit.layer);
        QCOMPARE(cell.gains[0]->overEnds.mean, map->cells[0].gains[0]->overEnds.mean);
        QCOMPARE(panel_->chart().visibleTable().rows[2 * (7 * 25 + 12)][4].toDouble(),
                 cell.gains[0]->overEnds.mean);
        QVERIFY(panel_->words().contains(
            QStringLiteral("best fixed split layer %1")
                .arg(panel_->chart().picture()->cellAt(0.1, 5).bestSplit.layer)));
    }

    void draggingTheMarkerSetsTheCostsAsOneStepThatCanBeUndone() {
        openMap();
        const int steps = window_->setup().undoStack().count();
        mouse(QEvent::MouseButtonPress, pixel(0.1, 5));
        mouse(QEvent::MouseMove, pixel(0.2, 8));
        mouse(QEvent::MouseMove, pixel(0.3, 12));
        mouse(QEvent::MouseButtonRelease, pixel(0.3, 12));
        QVERIFY(std::abs(window_->setup().experiment().mu - 0.3) < 0.02);
        QVERIFY(std::abs(window_->setup().experiment().offload - 12) < 0.2);
        QCOMPARE(panel_->chart().marker().y(), window_->setup().experiment().offload);
        mouse(QEvent::MouseButtonPress, pixel(0.02, 2));
        mouse(QEvent::MouseButtonRelease, pixel(0.02, 2));
        QCOMPARE(window_->setup().undoStack().count(), steps + 2);
        window_->setup().undoStack().undo();
        QVERIFY(std::abs(window_->setup().experiment().mu - 0.3) < 0.02);
        window_->setup().undoStack().undo();
        QCOMPARE(window_->setup().experiment().mu, 0.1);
        QCOMPARE(window_->setup().experiment().offload, 5.0);
        QCOMPARE(panel_->chart().marker(), QPointF(0.1, 5));
    }

    void arrowKeysMoveTheMarkerAndNotTheRun() {
        openMap();
        const auto round = window_->controller().round();
        panel_->chart().setFocus();
        QTest::keyClick(&panel_->chart(), Qt::Key_Up);
        QCOMPARE(window_->setup().experiment().offload, 6.0);
        QTest::keyClick(&panel_->chart(), Qt::Key_Down);
        QTest::keyClick(&panel_->chart(), Qt::Key_Down);
        QCOMPARE(window_->setup().experiment().offload, 4.0);
        const auto& mus = panel_->chart().picture()->grid.muLambda;
        for (const int key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Left})
            QTest::keyClick(&panel_->chart(), static_cast<Qt::Key>(key));
        const auto middle = std::ranges::find(mus, 0.1);
        QVERIFY(middle != mus.end());
        QCOMPARE(window_->setup().experiment().mu, *(middle + 1));
        QCOMPARE(window_->controller().round(), round);
        for (int k = 0; k < 40; ++k) QTest::keyClick(&panel_->chart(), Qt::Key_Left);
        QCOMPARE(window_->setup().experiment().mu, mus.front());
    }

    void gainsAreShownByChoiceAndInDark() {
        openMap();
        auto* choice = panel_->findChild<QComboBox*>();
        QCOMPARE(choice->count(), 3);
        QImage before = panel_->chart().grab().toImage();
        choice->setCurrentIndex(2);
        emit choice->activated(2);
        QVERIFY(panel_->words().contains("SplitEE-S"));
        QTRY_VERIFY(panel_->chart().grab().toImage() != before);
        before = panel_->chart().grab().toImage();
        theme_->setMode(Theme::Mode::Dark);
        QTRY_VERIFY(panel_->chart().grab().toImage() != before);
        QVERIFY(panel_->chart().exporter().write(folder_->filePath("map.svg")).has_value());
        QCOMPARE(panel_->chart().visibleTable().rows.size(), qsizetype{25 * 21 * 2});
    }

    void aMapThatIsCancelledOrClosedLeavesNothing() {
        makeWindow();
        start(QStringLiteral("cifar10-replay"));
        QSignalSpy mapped(panel_, &RegimePanel::mapped);
        window_->view().docks().reveal(QStringLiteral("regime"));
        auto* stop = panel_->findChild<QToolButton*>();
        for (auto* button : panel_->findChildren<QToolButton*>())
            if (button->parent() == panel_) stop = button;
        QTRY_VERIFY(stop->isVisible());
        stop->click();
        QVERIFY(!panel_->findChild<QProgressBar*>()->isVisible());
        window_->setup().editField("alpha",
                                   0.8);  // one thread maps: the first comes before, or never
        QTRY_COMPARE_WITH_TIMEOUT(mapped.count(), 1, kMapMilliseconds);
        QCOMPARE(panel_->chart().picture()->map.cells.front().alpha, 0.8);
        panel_->parentWidget()->hide();
        window_->setup().editField("alpha", 0.7);
        QVERIFY(!stop->isVisible());
    }

    void aHiddenPolicyIsHiddenInEveryChartAndExport() {
        makeWindow();
        start(QStringLiteral("cifar10-replay"));
        QTRY_VERIFY(regret().banded().contains(QStringLiteral("SplitEE-S")));
        QCOMPARE(window_->view().legend().chips().size(), std::size_t{4});
        for (ChartPanel* chart : window_->view().charts()) chart->refresh();
        QVERIFY(tableNames(regret(), QStringLiteral("SplitEE-S")));
        chip("splitee-s").setFocus();  // else Space would run
        QTest::keyClick(&chip("splitee-s"), Qt::Key_Space);
        for (ChartPanel* chart : window_->view().charts())
            QVERIFY2(!tableNames(*chart, QStringLiteral("SplitEE-S")), qPrintable(chart->title()));
        QVERIFY(!regret().banded().contains(QStringLiteral("SplitEE-S")));
        QVERIFY(regret().exporter().write(folder_->filePath("regret.csv")).has_value());
        QFile csv(folder_->filePath("regret.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY2(text.contains("SplitEE,") && !text.contains("SplitEE-S"),
                 text.left(300).constData());
        QCOMPARE(window_->controller().histories()[1].rounds(),
                 std::int64_t{10'000});  // its run is kept
        window_->actions().restart->trigger();
        QTRY_COMPARE(window_->controller().state(), State::Finished);
        QVERIFY(!chip("splitee-s").isChecked());
        QVERIFY(!tableNames(regret(), QStringLiteral("SplitEE-S")));
        chip("splitee-s").click();
        QVERIFY(tableNames(regret(), QStringLiteral("SplitEE-S")));
    }

    void bandsAndTheLogLineBelongToStationaryRunsOnly() {
        makeWindow();
        start(QStringLiteral("cifar10-replay"));
        QTRY_COMPARE_WITH_TIMEOUT(regret().banded().size(), 4, kMapMilliseconds);
        QVERIFY(regret().hasLogLine());
        start(QStringLiteral("costs-change"));
        QTRY_COMPARE_WITH_TIMEOUT(regret().banded().size(), 4, kMapMilliseconds);
        QVERIFY(!regret().hasLogLine());
    }
};

std::unique_ptr<QObject> splitee::test::regimeTests() { return std::make_unique<TestRegime>(); }

#include "test_regime.moc"
