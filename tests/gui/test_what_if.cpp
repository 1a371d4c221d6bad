// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "engine/replay/mean_curves.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/charts/what_if_chart.h"
#include "gui/live/figures.h"
#include "gui/live/run_view.h"
#include "gui/live/what_if.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "storage/session/kept_tables.h"

using namespace splitee;
using State = RunController::State;

namespace {

/// The engine's own replay of the set-up, one policy.
std::vector<ReplayRun> replayed(const ExperimentFile& file, const std::string& policy, int points) {
    const auto tables = openTables(file.table, file.experiment);
    if (!tables) qFatal("%s", tables.error().message.c_str());
    Experiment experiment = file.experiment;
    experiment.policies = policy;
    experiment.seeds = kBandSeeds;
    auto runs = replay(tables->all(), experiment, {}, {.points = points});
    if (!runs) qFatal("%s", runs.error().message.c_str());
    return std::move(*runs);
}

}  // namespace

class TestWhatIf : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
    WhatIf* panel_ = nullptr;

    [[nodiscard]] const SeedReplay* now() const { return panel_->chart().now(); }
    [[nodiscard]] const SeedReplay* before() const { return panel_->chart().before(); }
    void set(const std::string& key, double value) { window_->setup().editField(key, value); }
    [[nodiscard]] bool showsOffload(double value) const {
        return now() != nullptr && now()->experiment.offload == value;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->show();
        panel_ = window_->findChild<WhatIf*>();
        QVERIFY(panel_ != nullptr);
        const auto example = exampleNamed(QStringLiteral("cifar10-replay"));
        QVERIFY(example.has_value());
        window_->start(*example);
        QTRY_COMPARE(window_->controller().state(), State::Finished);
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void nothingIsComputedWhileThePanelIsClosed() {
        QSignalSpy answered(panel_, &WhatIf::answered);
        set("offload", 8);
        set("offload", 9);
        QVERIFY(now() == nullptr);
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QTRY_VERIFY(showsOffload(9));
        QCOMPARE(answered.count(), 1);
    }

    void curvesAreThoseOfTheEnginesOwnReplay() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        set("offload", 8);
        QTRY_VERIFY(showsOffload(8));
        QCOMPARE(now()->policies.size(), std::size_t{4});
        for (const SeedPolicy& policy : now()->policies) {
            const auto runs = replayed(window_->setup().file(), policy.policy,
                                       static_cast<int>(now()->round.size()));
            std::vector<std::vector<double>> accuracy, cost;
            for (const ReplayRun& run : runs) {
                accuracy.push_back(curveOf(run.curves, "accuracy"));
                cost.push_back(curveOf(run.curves, "cost"));
            }
            for (std::size_t k = 0; k < now()->round.size(); ++k) {
                QCOMPARE(static_cast<double>(runs.front().curves.round[k]), now()->round[k]);
                double meanRight = 0, meanCost = 0;
                for (std::size_t s = 0; s < runs.size(); ++s) {
                    meanRight += 100 * accuracy[s][k] / static_cast<double>(runs.size());
                    meanCost += cost[s][k] / now()->round[k] / static_cast<double>(runs.size());
                }
                QVERIFY(std::abs(policy.accuracy.mean[k] - meanRight) < 1e-9);
                QVERIFY(std::abs(policy.cost.mean[k] - meanCost) < 1e-9);
            }
            std::vector<std::vector<double>> regrets;
            for (const ReplayRun& run : runs) regrets.push_back(run.curves.pseudoRegret);
            const MeanCurve regret = meanCurve(regrets, Band::StudentT);
            QCOMPARE(policy.pseudoRegret.mean, regret.mean);
            QCOMPARE(policy.pseudoRegret.high, regret.high);
        }
    }

    void theGhostIsTheSettingBeforeTheDragAndWordsCompareWithIt() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QTRY_VERIFY(showsOffload(5));
        QVERIFY(before() == nullptr);
        QVERIFY(panel_->words().contains("final exit"));
        QSignalSpy rested(panel_, &WhatIf::rested);
        for (const double offload : {6.0, 7.0, 9.0}) set("offload", offload);
        QTRY_VERIFY(showsOffload(9));
        QVERIFY(before() != nullptr);
        QCOMPARE(before()->experiment.offload, 5.0);
        QVERIFY2(panel_->words().contains(QStringLiteral("o 5 → 9")), qPrintable(panel_->words()));
        QVERIFY2(panel_->words().contains(QStringLiteral("λ per sample")) &&
                     panel_->words().contains(QStringLiteral("points")),
                 qPrintable(panel_->words()));
        QTRY_COMPARE(rested.count(), 1);  // the next drag starts from here
        set("offload", 3);
        QTRY_VERIFY(showsOffload(3));
        QCOMPARE(before()->experiment.offload, 9.0);
        window_->setup().undoStack().undo();
        QTRY_COMPARE(now()->experiment.offload, window_->setup().experiment().offload);
    }

    void theLastOfManySettingsWins() {
        window_->controller().setBandSeeds(
            kMostBandSeeds);  // an answer takes longer than a setting
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QTRY_VERIFY(now() != nullptr);
        std::vector<double> shown;
        connect(panel_, &WhatIf::answered, this,
                [&] { shown.push_back(now()->experiment.offload); });
        for (int k = 1; k <= 100; ++k) set("offload", 5 + 0.1 * k);
        QTRY_VERIFY(showsOffload(15));
        QVERIFY2(shown.size() < 10, "the settings in between are left out");
        set("offload", 20);  // what came before has been answered once this is
        QTRY_VERIFY(showsOffload(20));
        QVERIFY(std::ranges::is_sorted(shown));
    }

    void theRunIsNotTouched() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        const auto pulls = window_->controller().histories().front().pulls();
        set("alpha", 0.5);
        QTRY_COMPARE(now() != nullptr ? now()->experiment.alpha : 0, 0.5);
        QCOMPARE(window_->controller().state(), State::Finished);
        QCOMPARE(window_->controller().histories().front().pulls(), pulls);
        QVERIFY(window_->controller().changes().empty());
    }

    void worksWhileARunPlays() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        window_->controller().setSpeed(50);
        window_->actions().restart->trigger();
        QTRY_COMPARE(window_->controller().state(), State::Running);
        set("mu", 0.2);
        QTRY_COMPARE(now() != nullptr ? now()->experiment.mu : 0, 0.2);
        QCOMPARE(window_->controller().state(), State::Running);
    }

    void closingThePanelCancels() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QTRY_VERIFY(now() != nullptr);
        QSignalSpy answered(panel_, &WhatIf::answered);
        set("offload", 12);
        panel_->parentWidget()->hide();
        set("offload", 13);
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QVERIFY(!showsOffload(12));
        QTRY_VERIFY(showsOffload(13));
        QCOMPARE(answered.count(), 1);
    }

    void saysInWordsWhyThereIsNothing() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QTRY_VERIFY(now() != nullptr);
        ExperimentFile live = window_->setup().file();
        live.table.clear();
        live.model = "builtin:signs";
        window_->setup().edit(live, QStringLiteral("Live"));
        QVERIFY(now() == nullptr);
        QVERIFY2(panel_->words().contains("exit table"), qPrintable(panel_->words()));
        window_->setup().undoStack().undo();
        QTRY_VERIFY(now() != nullptr);
    }

    void hiddenPoliciesAreHidden() {
        window_->view().docks().reveal(QStringLiteral("what-if"));
        QTRY_VERIFY(now() != nullptr);
        panel_->setHidden({"splitee-s"});
        for (const QStringList& row : panel_->chart().visibleTable().rows)
            QVERIFY(row[0] != QStringLiteral("SplitEE-S"));
        QVERIFY(!panel_->words().contains("SplitEE-S"));
        panel_->setHidden({});
        QVERIFY(panel_->words().contains("SplitEE-S"));
    }

    void theFiguresSayWhatOtherSeedsShow() {
        const ExperimentFile file = window_->setup().file();
        const std::string first = window_->controller().histories().front().policy();
        const auto runs = replayed(file, first, 300);
        std::vector<double> cost, right, sent;
        for (const ReplayRun& run : runs) {
            cost.push_back(-run.summary.costReductionVsFinal);
            right.push_back(*run.summary.accuracyChangeVsFinal);
            sent.push_back(100 * run.summary.offloadRate);
        }
        const auto said = [](const std::vector<double>& values, bool withSign) {
            const Estimate e = *estimate(values);
            const double half = *halfBand(e, Band::StudentT);
            return QStringLiteral("20 seeds: %1 ± %2")
                .arg(withSign ? signedText(e.mean, 1) : numberText(e.mean, 1),
                     numberText(half, half < 0.095 ? 2 : 1));
        };
        const Figures& figures = window_->view().figures();
        QTRY_VERIFY2(figures.text(0).endsWith(said(cost, true)), qPrintable(figures.text(0)));
        QVERIFY2(figures.text(1).endsWith(said(right, true)), qPrintable(figures.text(1)));
        QVERIFY2(figures.text(2).endsWith(said(sent, false)), qPrintable(figures.text(2)));
    }
};

std::unique_ptr<QObject> splitee::test::whatIfTests() { return std::make_unique<TestWhatIf>(); }

#include "test_what_if.moc"
