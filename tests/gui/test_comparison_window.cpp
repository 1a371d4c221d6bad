// SPDX-License-Identifier: GPL-3.0-or-later
// The page of runs and its comparison in the real window: what a click on a run does, and what
// grouped rows say of themselves.
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

#include "engine/policies/policy_info.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/screenshot.h"
#include "gui/app/start_options.h"
#include "gui/compare/compare_view.h"
#include "gui/compare/curves_chart.h"
#include "gui/compare/parallel_chart.h"
#include "gui/compare/pareto_chart.h"
#include "gui/compare/setting_chart.h"
#include "gui/run/policy_color.h"
#include "gui/run/run_history.h"
#include "gui/run/setup.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;

namespace {

std::size_t key(std::string_view name) { return *findRunKey(name); }

// SplitEE and always the final exit under two offloading costs, two seeds each. The last run keeps
// no figures, so no time.
void playSession(const std::filesystem::path& path) {
    auto store = Session::open(path);
    if (!store) qFatal("%s", store.error().message.c_str());
    for (const double offload : {5.0, 8.0})
        for (const char* policy : {"splitee", "final"})
            for (std::uint64_t seed = 1; seed <= 2; ++seed) {
                Experiment experiment;
                experiment.policies = policy;
                experiment.offload = offload;
                experiment.rounds = 300;
                const bool last = offload == 8 && experiment.policies == "final" && seed == 2;
                keepRun(*store, experiment, {policy, seed},
                        last ? KeptFigures::None : KeptFigures::All, 3);
            }
}

}  // namespace

class TestComparisonWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
    CompareView* view_ = nullptr;

    [[nodiscard]] RunsPage& page() { return window_->runs(); }
    [[nodiscard]] RunTableModel& model() { return page().model(); }
    [[nodiscard]] QString titleOf(int row) {
        return model().index(row, RunTableModel::kTitle).data().toString();
    }
    void group(const std::vector<std::size_t>& by) {
        TableLook look = standardLook();
        look.groupBy = by;
        page().setLook(look);
    }
    void compareAll() {
        QSignalSpy shown(view_, &CompareView::comparisonShown);
        page().table().selectAll();
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(view_->compared()->groups.size(), std::size_t{4});
    }
    [[nodiscard]] static QPoint placeOf(QCustomPlot& plot, double x, double y) {
        return QPointF(plot.axisRect()->axis(QCPAxis::atBottom)->coordToPixel(x),
                       plot.axisRect()->axis(QCPAxis::atLeft)->coordToPixel(y))
            .toPoint();
    }
    static void draw(ChartPanel& chart) { chart.plot().replot(QCustomPlot::rpImmediateRefresh); }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        const QString file = folder_->filePath(QStringLiteral("study.splitee"));
        playSession(file.toStdString());
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("live.splitee")).toStdString());
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->showRunsOf(file);
        QTRY_COMPARE(model().rowCount(), 8);
        view_ = window_->findChild<CompareView*>();
    }
    void cleanup() {
        window_.reset();
        folder_.reset();
    }

    void aPictureShowsThePanelOfTheComparisonThatWasAskedFor() {
        const QString path = folder_->filePath(QStringLiteral("a.png")),
                      runs = folder_->filePath(QStringLiteral("study.splitee"));
        StartOptions wish;
        wish.picture = path;
        wish.file = runs;
        wish.runsPage = true;
        for (const QString& panel : CompareView::panelNames()) {
            wish.show = QStringLiteral("comparison-") + panel;
            const auto taken = takeScreenshot(*window_, wish);
            QVERIFY2(taken.has_value(), taken ? "" : taken.error().message.c_str());
            QCOMPARE(panel == QLatin1String("pareto"), view_->pareto().isVisible());
            QCOMPARE(panel == QLatin1String("parallel"), view_->parallel().isVisible());
            QVERIFY(!QImage(path).isNull());
        }
        wish.show = QStringLiteral("comparison-circle");
        const auto refused = takeScreenshot(*window_, wish);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().message.find("comparison-rounds") != std::string::npos,
                 refused.error().message.c_str());
    }

    void aClickOnAPointFindsItsRunAndASecondOneOpensItsSetUp() {
        compareAll();
        ParetoChart& chart = view_->pareto();
        draw(chart);
        const ParetoPoint point = chart.picture().points.front();
        const QPoint at = placeOf(chart.plot(), point.at.cost, point.at.accuracy);
        QTest::mouseMove(&chart.plot(), at + QPoint(1, 0));
        QTRY_COMPARE(chart.plot().cursor().shape(), Qt::PointingHandCursor);
        QVERIFY2(chart.plot().toolTip().contains(QStringLiteral("open its set-up")),
                 qPrintable(chart.plot().toolTip()));
        QTest::mouseMove(&chart.plot(), QPoint(3, 3));
        QTRY_COMPARE(chart.plot().cursor().shape(), Qt::ArrowCursor);
        const auto selected = page().table().selectedRuns();
        QTest::mouseClick(&chart.plot(), Qt::LeftButton, {}, at);
        QVERIFY(chart.chosen().has_value());
        const std::int64_t run = *chart.chosen();
        QCOMPARE(model().runsOf(page().table().currentIndex().row()), std::vector{run});
        QCOMPARE(page().table().selectedRuns(), selected);  // what is compared stays
        QVERIFY2(
            window_->statusBar()->currentMessage().startsWith(QStringLiteral("Run %1: ").arg(run)),
            qPrintable(window_->statusBar()->currentMessage()));
        QCOMPARE(window_->pageTabs().currentIndex(), 1);
        QSignalSpy opened(view_, &CompareView::runOpened);
        QTest::mouseDClick(&chart.plot(), Qt::LeftButton, {}, at);
        QTRY_COMPARE(window_->pageTabs().currentIndex(), 0);
        QCOMPARE(opened.front().front().value<std::int64_t>(), run);
        QCOMPARE(window_->setup().experiment().policies,
                 model().table().find(run)->run.experiment.policies);
        QCOMPARE(window_->setup().experiment().offload,
                 model().table().find(run)->run.experiment.offload);
    }

    void aDragFromAPointChoosesNothing() {
        compareAll();
        ParetoChart& chart = view_->pareto();
        draw(chart);
        const ParetoPoint point = chart.picture().points.front();
        const QPoint at = placeOf(chart.plot(), point.at.cost, point.at.accuracy);
        QTest::mousePress(&chart.plot(), Qt::LeftButton, {}, at + QPoint(60, 0));
        QTest::mouseRelease(&chart.plot(), Qt::LeftButton, {}, at);
        QVERIFY(!chart.chosen());
    }

    void arrowKeysWalkAlongTheRunsAndEnterOpensOne() {
        compareAll();
        ParetoChart& chart = view_->pareto();
        chart.setFocus();
        QSignalSpy chosen(view_, &CompareView::runChosen);
        for (int k = 0; k < 20; ++k) QTest::keyClick(&chart, Qt::Key_Right);
        std::set<std::int64_t> seen;
        for (const auto& one : chosen) seen.insert(one.front().value<std::int64_t>());
        QCOMPARE(seen.size(), chart.picture().points.size());  // each is reached
        const auto& points = chart.picture().points;
        const auto dearest = std::ranges::max_element(
            points, {}, [](const ParetoPoint& point) { return point.at.cost; });
        QCOMPARE(std::ranges::find(points, *chart.chosen(), &ParetoPoint::run)->at.cost,
                 dearest->at.cost);
        QTest::keyClick(&chart, Qt::Key_Return);
        QTRY_COMPARE(window_->pageTabs().currentIndex(), 0);
    }

    void aLineOfTheParallelAxesIsChosenByAClickAndByKeys() {
        compareAll();
        view_->showTab(2);
        ParallelChart& chart = view_->parallel();
        draw(chart);
        // Half way between two axes a click meets the line that is there.
        const auto first = chart.plot().graph(0)->data();
        const double middle = (first->at(0)->value + first->at(1)->value) / 2;
        QTest::mouseClick(&chart.plot(), Qt::LeftButton, {}, placeOf(chart.plot(), 0.5, middle));
        QVERIFY(chart.chosen().has_value());
        QCOMPARE(chart.kept().size(), std::size_t{8});  // no brush
        chart.setFocus();
        const auto before = chart.chosen();
        QTest::keyClick(&chart, *before == chart.kept().back() ? Qt::Key_Up : Qt::Key_Down);
        QVERIFY(chart.chosen() != before);
        QTest::keyClick(&chart, Qt::Key_Enter);
        QTRY_COMPARE(window_->pageTabs().currentIndex(), 0);
    }

    void aClickOnASingleSeedOfTheCurvesFindsItsRun() {
        compareAll();
        CurvesChart& chart = view_->curves();
        draw(chart);
        const GroupCurve& curve = chart.curves().front();
        const std::size_t k = curve.x.size() - 1;
        QSignalSpy chosen(view_, &CompareView::runChosen);
        QTest::mouseClick(&chart.plot(), Qt::LeftButton, {},
                          placeOf(chart.plot(), curve.x[k], curve.seeds[1][k]) - QPoint(1, 0));
        QCOMPARE(chosen.count(), 1);
    }

    void whatNobodyLooksAtIsNotFilled() {
        compareAll();
        QVERIFY(view_->parallel().axes().isEmpty());
        QVERIFY(view_->setting().settings().empty());
        view_->showTab(2);
        QVERIFY(!view_->parallel().axes().isEmpty());
        view_->showTab(1);
        QCOMPARE(view_->setting().settings(), (std::vector<std::string>{"offload"}));
    }

    void overWallTimeTheAxisIsSecondsAndRunsWithoutATimeAreCounted() {
        compareAll();
        CurvesChart& chart = view_->curves();
        chart.choose({CurveKind::CostSum}, CurveOver::Time, CurveBand::Interval95);
        QVERIFY2(chart.plot()
                     .axisRect()
                     ->axis(QCPAxis::atBottom)
                     ->label()
                     .startsWith(QStringLiteral("wall time (s)")),
                 "the axis does not say what it is");
        QCOMPARE(chart.curves().front().x.back(), 3.0);
        QVERIFY2(chart.note().endsWith(QStringLiteral("runs without a logged time: 1")),
                 qPrintable(chart.note()));
        QCOMPARE(chart.visibleTable().columns.at(2), QStringLiteral("seconds"));
        chart.choose({CurveKind::CostSum}, CurveOver::Round, CurveBand::Interval95);
        QVERIFY(!chart.note().contains(QStringLiteral("time")));
    }

    void aGroupThatPoolsDifferentExperimentsSaysInWhat() {
        group({key("policy"), key("offload")});
        QCOMPARE(titleOf(0), QStringLiteral("SplitEE"));
        group({key("policy")});
        QCOMPARE(model().rowCount(), 2);
        for (int row = 0; row < 2; ++row)
            QVERIFY2(titleOf(row).endsWith(QStringLiteral(" · differs in Offloading o")),
                     qPrintable(titleOf(row)));
        group({key("source")});
        QVERIFY2(titleOf(0).startsWith(QStringLiteral("8 runs · differs in Policy")),
                 qPrintable(titleOf(0)));
        QVERIFY2(model()
                     .index(0, RunTableModel::kTitle)
                     .data(Qt::ToolTipRole)
                     .toString()
                     .contains(QStringLiteral("more than their seed")),
                 "the tip says nothing");
    }

    void f2InAGroupNamesAllOfItsRunsAsOneStep() {
        group({key("policy"), key("offload")});
        const auto runs = model().runsOf(0);
        QCOMPARE(runs.size(), std::size_t{2});
        page().table().setFocus();
        page().table().setCurrentIndex(model().index(0, RunTableModel::kTitle));
        QTest::keyClick(&page().table(), Qt::Key_F2);
        auto* editor = page().table().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("as published"));
        QTest::keyClick(editor, Qt::Key_Return);
        for (const std::int64_t run : runs)
            QTRY_COMPARE(model().table().find(run)->run.marks.name, std::string("as published"));
        QCOMPARE(titleOf(0), QStringLiteral("as published"));
        compareAll();
        QCOMPARE(view_->compared()->groups.front().label, std::string("as published"));
        page().undoStack().undo();
        for (const std::int64_t run : runs)
            QVERIFY(model().table().find(run)->run.marks.name.empty());
    }

    void theTableShowsSourceAndStatusAtFirst() {
        const auto columns = standardLook().columns;
        for (const char* name : {"source", "status"})
            QVERIFY2(std::ranges::find(columns, key(name)) != columns.end(), name);
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().keyOf(column) == key("source"))
                QCOMPARE(model().index(0, column).data().toString(),
                         QStringLiteral("cifar10-clean"));
        int width = 0;
        for (int column = 0; column < model().columnCount(); ++column)
            width += page().table().columnWidth(column);
        QVERIFY2(width <= page().table().viewport()->width(),
                 qPrintable(QString::number(width)));  // nothing to scroll for at 1280
    }

    void aPolicyHasOneColourLiveAndInRuns() {
        QCOMPARE(policyColors(std::vector<std::string>{"final", "splitee"}),
                 (std::vector{policyColor("final"), policyColor("splitee")}));
        std::vector<std::string> all;
        for (const PolicyInfo& policy : kPolicies) all.emplace_back(policy.key);
        all.resize(kPolicyStyles);
        const auto colors = policyColors(all);
        QCOMPARE(std::set<int>(colors.begin(), colors.end()).size(),
                 static_cast<std::size_t>(kPolicyStyles));  // none twice
        ExperimentFile file;
        file.table = SPLITEE_RESOURCES "/tables/cifar10-clean.exits";
        file.experiment.policies = "final,splitee";
        file.experiment.rounds = 100;
        window_->start(Example{QStringLiteral("colours"), {}, {}, {}, file});
        QTRY_COMPARE(window_->controller().histories().size(), std::size_t{2});
        QCOMPARE(window_->controller().histories()[0].style(), policyColor("final"));
        QCOMPARE(window_->controller().histories()[1].style(), policyColor("splitee"));
    }
};

namespace splitee::test {
std::unique_ptr<QObject> comparisonWindowTests() {
    return std::make_unique<TestComparisonWindow>();
}
}  // namespace splitee::test

#include "test_comparison_window.moc"
