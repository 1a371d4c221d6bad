// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include "engine/analysis/comparison.h"
#include "gui/compare/compare_view.h"
#include "gui/compare/curves_chart.h"
#include "gui/compare/difference_words.h"
#include "gui/compare/differs_panel.h"
#include "gui/compare/parallel_chart.h"
#include "gui/compare/pareto_chart.h"
#include "gui/compare/rounds_difference.h"
#include "gui/compare/setting_chart.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;

namespace {

constexpr std::int64_t kRounds = 1000;

bool drawsUpTo(const QCustomPlot& plot, double end) {
    for (int k = 0; k < plot.graphCount(); ++k)
        if (!plot.graph(k)->data()->isEmpty() &&
            std::prev(plot.graph(k)->data()->constEnd())->value == end)
            return true;
    return false;
}

double sumOf(const QCPGraph& graph) {
    double sum = 0;
    for (const QCPGraphData& point : *graph.data()) sum += point.value;
    return sum;
}

}  // namespace

class TestCompare : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path session_;
    std::vector<std::int64_t>
        runs_;  // offload 5: splitee 1..4, splitee-s 5..8, final 9..12; then the same at offload 8
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<CompareView> view_;

    void show(const std::vector<std::int64_t>& runs) {
        QSignalSpy shown(view_.get(), &CompareView::comparisonShown);
        QSignalSpy failed(view_.get(), &CompareView::failed);
        view_->setRuns(session_, runs);
        QTRY_VERIFY2(shown.count() == 1, failed.isEmpty()
                                             ? "nothing came"
                                             : qPrintable(failed.first().first().toString()));
    }
    [[nodiscard]] std::vector<std::int64_t> first(std::size_t count) const {
        return {runs_.begin(), runs_.begin() + static_cast<std::ptrdiff_t>(count)};
    }

private slots:
    void initTestCase() {
        session_ = folder_.filePath(QStringLiteral("runs.splitee")).toStdString();
        runs_ = keepRuns(session_, {"splitee", "splitee-s", "final"}, 4, {5, 8}, kRounds);
    }
    void init() {
        theme_ = std::make_unique<Theme>();
        view_ = std::make_unique<CompareView>(*theme_);
        view_->resize(1256, 420);
        view_->show();
    }
    void cleanup() {
        view_.reset();
        theme_.reset();
    }

    void theSentenceIsTheEnginesPairedDifference() {
        show(first(8));
        const ComparedRuns& compared = *view_->compared();
        std::vector<RunSummary> a, b;
        for (const ComparedRun& run : compared.groups[1].runs) a.push_back(run.summary);
        for (const ComparedRun& run : compared.groups[0].runs) b.push_back(run.summary);
        const auto expected = splitee::compare(a, b);
        QVERIFY(expected.has_value());
        const QString words = view_->words();
        QVERIFY2(words.startsWith(QStringLiteral("SplitEE-S ")), qPrintable(words));
        QVERIFY2(words.endsWith(QStringLiteral("paired over 4 seeds.")), qPrintable(words));
        PairedDifference paired;
        paired.difference = expected;
        paired.common = 4;
        QCOMPARE(words,
                 differenceWords(paired, QStringLiteral("SplitEE-S"), QStringLiteral("SplitEE")));
    }

    void wordsSayLessMoreTheSameAndUnknown() {
        PairedDifference paired;
        paired.common = 20;
        paired.difference.emplace();
        paired.difference->seeds = 20;
        paired.difference->cost = {-0.31, 0.03, 0.014, 0.06, {}};
        paired.difference->accuracy = Estimate{0.1, 0.2, 0.1, 0.4, {}};
        QCOMPARE(
            differenceWords(paired, QStringLiteral("A"), QStringLiteral("B")),
            QString::fromUtf8(
                "A costs 0.31 λ less per sample than B (95 %: 0.28 to 0.34), with no "
                "clear difference in accuracy (+0.1 points, −0.1 to +0.3), paired over 20 seeds."));
        paired.difference->cost = {0.31, {}, {}, {}, {}};
        paired.difference->accuracy.reset();
        paired.common = 1;
        QCOMPARE(differenceWords(paired, QStringLiteral("A"), QStringLiteral("B")),
                 QString::fromUtf8("A costs 0.31 λ more per sample than B, without labels to tell "
                                   "the accuracy; a single common seed gives no interval."));
        paired.difference.reset();
        QVERIFY(differenceWords(paired, QStringLiteral("A"), QStringLiteral("B"))
                    .contains(QStringLiteral("no seed in common")));
    }

    void whatDiffersIsSaidAndTheRestIsTheSame() {
        show(runs_);
        QCOMPARE(view_->compared()->groups.size(), std::size_t{6});
        const QString words = view_->differs().words();
        const qsizetype same = words.indexOf(QStringLiteral("Same in all"));
        QVERIFY2(same > 0, qPrintable(words));
        QVERIFY(words.left(same).contains(QStringLiteral("Offloading o")));
        QVERIFY(words.left(same).contains(QStringLiteral("5, 8")));
        QVERIFY(!words.left(same).contains(QStringLiteral("Threshold")));
        QVERIFY(words.mid(same).contains(QStringLiteral("builtin:cifar10-clean")));
        QVERIFY2(view_->differs().note().startsWith(QStringLiteral("3 of ")),
                 qPrintable(view_->differs().note()));  // policy, side, offload
    }

    void curvesAreMeansOverSeedsWithTheirBand() {
        show(first(8));
        QCOMPARE(view_->curves().choice().kind, CurveKind::PseudoRegret);
        QCOMPARE(view_->curves().curves().size(), std::size_t{2});
        QCOMPARE(view_->curves().note(), QStringLiteral("95 % over 4 seeds"));
        double sum = 0;
        for (const ComparedRun& run : view_->compared()->groups[0].runs)
            sum += run.summary.regret.value();
        QVERIFY(std::abs(view_->curves().curves()[0].mean.mean.back() - sum / 4) < 1e-9);
        const ChartTable table = view_->curves().visibleTable();
        QCOMPARE(table.columns.size(), table.rows.front().size());
        const MeanCurve& drawn = view_->curves().curves()[0].mean;
        for (const double end : {drawn.low.back(), drawn.mean.back(), drawn.high.back()})
            QVERIFY(drawsUpTo(view_->curves().plot(), end));
        view_->curves().choose({CurveKind::CostMean}, CurveOver::Cost, CurveBand::Extremes);
        QCOMPARE(view_->curves().note(), QStringLiteral("minimum to maximum of 4 seeds"));
        QVERIFY(view_->curves().curves()[0].x.back() > kRounds);  // lambda, not rounds
    }

    void quantityAxisAndBandAreChosenBelowTheCurves() {
        show(first(8));
        const auto boxes = view_->findChildren<QComboBox*>();
        const auto quantity = std::ranges::find_if(boxes, [](QComboBox* box) {
            return box->accessibleName() == QStringLiteral("Quantity of the curves");
        });
        QVERIFY(quantity != boxes.end());
        const int accuracy = (*quantity)->findText(QStringLiteral("Accuracy so far"));
        QVERIFY(accuracy > 0);
        (*quantity)->setCurrentIndex(accuracy);
        emit(*quantity)->activated(accuracy);
        QCOMPARE(view_->curves().title(), QStringLiteral("Accuracy so far"));
        show(runs_);  // the choice stays with other runs
        QCOMPARE(view_->curves().title(), QStringLiteral("Accuracy so far"));
    }

    void aClickOnAPointTellsItsRun() {
        show(first(12));
        QCOMPARE(view_->pareto().picture().points.size(), std::size_t{12});
        QVERIFY(!view_->pareto().picture().finalExits.empty());
        QCOMPARE(view_->pareto().picture().front.empty(), false);
        QSignalSpy opened(view_.get(), &CompareView::runChosen);
        QCustomPlot& plot = view_->pareto().plot();
        plot.replot(QCustomPlot::rpImmediateRefresh);
        const ParetoPoint& point = view_->pareto().picture().points.front();
        const QPointF at(plot.axisRect()->axis(QCPAxis::atBottom)->coordToPixel(point.at.cost),
                         plot.axisRect()->axis(QCPAxis::atLeft)->coordToPixel(point.at.accuracy));
        QTest::mouseClick(&plot, Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(opened.count(), 1);
        // Points may lie on each other: one of those that are there.
        const auto run = opened.first().first().value<std::int64_t>();
        const auto chosen =
            std::ranges::find(view_->pareto().picture().points, run, &ParetoPoint::run);
        QVERIFY(std::abs(chosen->at.cost - point.at.cost) < 0.5);
        QTest::mouseClick(&plot, Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(opened.count(), 1);
    }

    void draggingOnAnAxisKeepsTheRunsThatPassThere() {
        show(runs_);
        view_->showTab(2);
        ParallelChart& chart = view_->parallel();
        const auto offload = chart.axes().indexOf(QStringLiteral("Offloading o"));
        QVERIFY2(offload >= 0, qPrintable(chart.axes().join(QLatin1Char('|'))));
        QCOMPARE(chart.kept().size(), runs_.size());
        QCustomPlot& plot = chart.plot();
        plot.replot(QCustomPlot::rpImmediateRefresh);
        const auto place = [&](double share) {
            return QPoint(
                static_cast<int>(plot.axisRect()
                                     ->axis(QCPAxis::atBottom)
                                     ->coordToPixel(static_cast<double>(offload))),
                static_cast<int>(plot.axisRect()->axis(QCPAxis::atLeft)->coordToPixel(share)));
        };
        QTest::mousePress(&plot, Qt::LeftButton, {}, place(1));
        QTest::mouseMove(&plot, place(0.8));
        QTest::mouseMove(&plot, place(0.5));
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, place(0.5));
        QCOMPARE(chart.kept(),
                 (std::vector<std::int64_t>(runs_.begin() + 12, runs_.end())));  // offload 8
        QCOMPARE(chart.visibleTable().rows.size(), qsizetype{12});
        QTest::mouseClick(&plot, Qt::LeftButton, {}, place(0.2));
        QCOMPARE(chart.kept().size(), runs_.size());
    }

    void accuracyAndCostFollowTheSettingThatVaries() {
        show(runs_);
        view_->showTab(1);
        QCOMPARE(view_->setting().settings(), (std::vector<std::string>{"offload"}));
        const ChartTable table = view_->setting().visibleTable();
        QCOMPARE(table.rows.size(), qsizetype{12});  // 3 policies, 2 values, 2 quantities
        QCOMPARE(table.rows.front().value(1), QStringLiteral("5"));
        for (const QStringList& row : table.rows) {
            if (row[2] != QLatin1String("cost") || row[0] != QLatin1String("SplitEE")) continue;
            const auto group =
                std::ranges::find_if(view_->compared()->groups, [&](const ComparedGroup& one) {
                    return one.policy == "splitee" &&
                           one.first.experiment.offload == row[1].toDouble();
                });
            QCOMPARE(row[3].toDouble(),
                     QString::number(endEstimate(*group, EndFigure::CostMean)->mean, 'g', 10)
                         .toDouble());
        }
    }

    void twoRunsAreHeldAgainstEachOtherRoundByRound() {
        view_->showTab(3);
        show({runs_[0], runs_[4]});
        QTRY_VERIFY(view_->rounds().difference() != nullptr);
        const RoundDifference& difference = *view_->rounds().difference();
        QCOMPARE(difference.common, kRounds);
        QVERIFY(difference.from.has_value());
        QCOMPARE(difference.samples,
                 std::int64_t{0});  // one seed: the same samples in the same order
        QVERIFY2(view_->rounds().words().startsWith(
                     QStringLiteral("They first differ in round %1;").arg(*difference.from)),
                 qPrintable(view_->rounds().words()));
        const auto* table = view_->rounds().findChild<TextTableModel*>();
        QCOMPARE(table->rowCount(), static_cast<int>(difference.rounds.size()));
        const QCustomPlot& plot = view_->rounds().findChild<SplitPairChart*>()->plot();
        double firsts = 0, seconds = 0;
        for (const SplitStretch& stretch : difference.stretches)
            firsts += stretch.first, seconds += stretch.second;
        QCOMPARE(sumOf(*plot.graph(0)), firsts);
        QCOMPARE(sumOf(*plot.graph(1)), seconds);
        // Groups: the pair of a seed that both have.
        show(first(8));
        QTRY_VERIFY(view_->rounds().difference() != nullptr);
        QCOMPARE(view_->rounds().findChild<QComboBox*>()->count(), 4);
    }

    void theTableHoldsEveryGroupAgainstTheBaseline() {
        show(first(8));
        view_->showTab(4);
        const auto tables = view_->findChildren<TextTableView*>();
        const auto figures = std::ranges::find_if(tables, [](const TextTableView* table) {
            return table->accessibleName() == QLatin1String("Figures of the groups");
        });
        const auto text = [&](int row, int column) {
            return (*figures)->model()->index(row, column).data().toString();
        };
        const ComparedRuns& compared = *view_->compared();
        const auto paired = pairedDifference(compared.groups[1], compared.groups[0]);
        QCOMPARE(text(0, 3), QStringLiteral("baseline"));
        QVERIFY2(text(1, 3).startsWith(signedText(paired.difference->cost.mean, 2)),
                 qPrintable(text(1, 3)));
        QVERIFY(paired.difference->cost.mean != 0);
        QVERIFY2(text(1, 5).startsWith(signedText(paired.difference->accuracy->mean, 2)),
                 qPrintable(text(1, 5)));
    }

    void whatCannotBeReadIsOneSentence() {
        QSignalSpy failed(view_.get(), &CompareView::failed);
        view_->setRuns(folder_.filePath(QStringLiteral("nowhere.splitee")).toStdString(), {1, 2});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("nowhere.splitee")));
    }

    void namesOfASessionAreNeverMarkup() {
        const auto path = folder_.filePath(QStringLiteral("hostile.splitee")).toStdString();
        const auto ids = keepRuns(path, {"splitee", "final"}, 1, {5}, kRounds,
                                  "<font color=red size=7>owned</font>");
        QSignalSpy shown(view_.get(), &CompareView::comparisonShown);
        view_->setRuns(path, ids);
        QTRY_COMPARE(shown.count(), 1);
        view_->showTab(3);
        QVERIFY(!view_->rounds().words().isEmpty());
        QVERIFY2(view_->differs().words().contains(
                     QStringLiteral("<font color=red size=7>owned</font>")),
                 qPrintable(view_->differs().words()));
        for (const QLabel* label : view_->findChildren<QLabel*>())
            if (label->text() == view_->words() || label->text() == view_->rounds().words())
                QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void onlyTheLastSelectionIsShown() {
        QSignalSpy shown(view_.get(), &CompareView::comparisonShown);
        for (int k = 0; k < 10; ++k) view_->setRuns(session_, runs_);
        view_->setRuns(session_, {runs_[0]});
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(view_->compared()->groups.size(), std::size_t{1});
        QVERIFY2(view_->words().contains(QStringLiteral("one seed")), qPrintable(view_->words()));
        view_->setRuns(session_, runs_);  // what came before has been answered once this is
        QTRY_COMPARE_GE(shown.count(), 2);
        QCOMPARE(shown.count(), 2);
        view_->setRuns(session_, {});
        QVERIFY(view_->compared() == nullptr);
        QVERIFY(view_->words().contains(QStringLiteral("Select")));
    }

    void everyControlHasANameAndAToolTip() {
        show(first(8));
        for (QComboBox* box : view_->findChildren<QComboBox*>()) {
            QVERIFY(!box->accessibleName().isEmpty());
            QVERIFY2(!box->toolTip().isEmpty(), qPrintable(box->accessibleName()));
            QVERIFY(box->focusPolicy() & Qt::TabFocus);
        }
        const auto* tabs = view_->findChild<QTabBar*>();
        for (int k = 0; k < tabs->count(); ++k) QVERIFY(!tabs->tabToolTip(k).isEmpty());
    }
};

namespace splitee::test {
std::unique_ptr<QObject> compareTests() { return std::make_unique<TestCompare>(); }
}  // namespace splitee::test

#include "test_compare.moc"
