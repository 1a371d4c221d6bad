// SPDX-License-Identifier: GPL-3.0-or-later
// "Why this layer?": past rounds played again must be the rounds that were played.
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

#include "engine/policies/policy_info.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/live/run_view.h"
#include "gui/run/policy_rules.h"
#include "gui/why/round_inquiry.h"
#include "gui/why/round_words.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/text_table.h"
#include "gui_tests.h"
#include "played_runs.h"
#include "storage/session/session.h"

using namespace splitee;
using namespace splitee::test;

namespace {

Experiment driftingExperiment() {
    Experiment experiment;
    experiment.alpha = 0.8;
    experiment.rounds = 3000;
    experiment.lambda2 = 0.25;
    experiment.schedule = "offload=8@1000, alpha=0.9@1500..2000";
    return experiment;
}

std::shared_ptr<const TableSource> shownSource() {
    auto source = std::make_shared<TableSource>();
    source->recorded.push_back(cifarTable());
    return source;
}

std::vector<std::string> everyPolicy() {
    std::vector<std::string> keys;
    for (const PolicyInfo& info : kPolicies) keys.emplace_back(info.key);
    return keys;
}

bool never() { return false; }

RoundAccount accountOf(RoundReplay& replay, const RoundQuestion& question) {
    auto account = replay.account(question, never);
    if (!account) qFatal("%s", account.error().message.c_str());
    return std::move(**account);
}

void checkAgainst(const RoundAccount& account, const RoundRecord& record) {
    QVERIFY(account.record == record);  // split, cost, reward: bit for bit
    const double said = account.seen[static_cast<std::size_t>(account.answering() - 1)];
    QCOMPARE(said - account.costs.mu * record.cost(), record.reward);
    if (record.split > 0) QCOMPARE(account.costs.gamma(record.split), record.computeCost);
    QCOMPARE(account.label < 0 ? -1 : int{account.label == record.prediction}, record.correct);
}

}  // namespace

class TestWhy : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] WhyPanel& why() { return window_->view().why(); }
    void play(std::int64_t round) {
        window_->show();
        window_->start(*exampleNamed("costs-change"));
        window_->controller().runTo(round);
        QTRY_COMPARE_WITH_TIMEOUT(window_->controller().round(), round, 20000);
        QTRY_VERIFY(window_->controller().state() != RunController::State::Running);
    }
    [[nodiscard]] bool shows(std::int64_t round) {
        return why().account() && why().account()->record.round == round;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(*theme_,
                                               folder_->filePath("session.splitee").toStdString());
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
    }

    void everyPolicysRoundsComeBackBitForBit() {
        const auto tables = shownSource();
        const Experiment experiment = driftingExperiment();
        RoundReplay replay;
        for (const std::string& policy : everyPolicy()) {
            if (policy.starts_with("entropy")) continue;  // this table tells no entropies
            ReplayWorld world(cifarTable());
            if (policy == "best" && experiment.schedule.empty()) continue;
            const auto records = playedRecords(experiment, policy, world);
            for (const std::int64_t round : {1, 5, 999, 1000, 1001, 1750, 2999, 3000, 12}) {
                const RoundAccount account =
                    accountOf(replay, {experiment, {policy, experiment.seed}, tables, round});
                checkAgainst(account, records[static_cast<std::size_t>(round - 1)]);
                QVERIFY(!choiceText(account).isEmpty() && !sampleText(account).isEmpty() &&
                        !rewardText(account).isEmpty());
            }
            QVERIFY2(!ruleOf(policy, experiment).words.isEmpty(), policy.c_str());
            QCOMPARE(!ruleOf(policy, experiment).formula.isEmpty(),
                     !accountOf(replay, {experiment, {policy, experiment.seed}, tables, 2000})
                          .arms.empty());
        }
    }

    void theLargestIndexIsTheLayerThatWasPlayed() {
        const auto tables = shownSource();
        for (const char* policy : {"splitee", "splitee-s", "ucb1", "moss"}) {
            RoundReplay replay;
            for (std::int64_t round = 900; round < 1100; ++round) {
                const RoundAccount account =
                    accountOf(replay, {driftingExperiment(), {policy, 1}, tables, round});
                int best = 0;
                for (std::size_t i = 0; i < account.arms.size(); ++i)
                    if (account.arms[i].index > account.arms[static_cast<std::size_t>(best)].index)
                        best = static_cast<int>(i);
                QCOMPARE(best + 1, account.record.split);
                QVERIFY(choiceText(account).contains("is the largest"));
            }
        }
    }

    void spliteesIndexIsTheFormulaWithTheNumbersFilledIn() {
        RoundReplay replay;
        const RoundAccount account =
            accountOf(replay, {driftingExperiment(), {"splitee", 1}, shownSource(), 1200});
        std::int64_t chosen = 0;
        for (std::size_t i = 0; i < account.arms.size(); ++i) {
            const ArmView& arm = account.arms[i];
            QCOMPARE(arm.pulls, account.chosen[i + 1]);
            QVERIFY(std::abs(arm.radius -
                             std::sqrt(std::log(1200.0) / static_cast<double>(arm.pulls))) < 1e-15);
            QCOMPARE(arm.mean + arm.radius, arm.index);
            chosen += account.chosen[i + 1];
        }
        QCOMPARE(chosen, 1199);
        QCOMPARE(account.conditions.weights.offload, 8.0);
        QCOMPARE(ruleOf("splitee", account.experiment).formula,
                 QStringLiteral("index = Q + β √(ln t / N)"));
    }

    void theSumsSayTheCostOfTheRound() {
        RoundAccount account;
        account.run.policy = "splitee-s";
        account.depth = {3, 6, 9};
        account.seen = {0.5, 0.625, 0.9};
        account.conditions.weights = {0.1, 1, 0.25, 5};
        account.conditions.alpha = 0.7;
        account.record = {17, 0, 5123, 2, false, 4, 1, 0.9 - 0.1 * 11.5, 6.5, 5};
        account.label = 4;
        const QStringList lines = costLines(account);
        QVERIFY(lines[0].endsWith("1 × 6 = 6 λ"));
        QVERIFY(lines[1].endsWith("0.25 × 2 = 0.5 λ"));
        QVERIFY(lines[2].contains("5 λ"));
        QVERIFY(lines[3].contains("11.5 λ") && lines[3].contains("1.15"));
        QCOMPARE(rewardText(account),
                 QStringLiteral("r = C₃ − μ (γ₂ + o) = 0.9000 − 0.1 × (6.5 + 5) = −0.2500"));
        account.classNames = {"no", "class", "of", "it"};
        QCOMPARE(sampleText(account),
                 QStringLiteral("Sample 5\u00A0123, label 4. Exit 2 says 0.625, below α 0.7: "
                                "offloaded. The final exit in the cloud answers 4: correct."));
        account.record.prediction = 1;
        account.classNames = {"%2", "positive", "", "", "neutral"};
        QCOMPARE(
            sampleText(account),
            QStringLiteral("Sample 5\u00A0123, label neutral. Exit 2 says 0.625, below α 0.7: "
                           "offloaded. The final exit in the cloud answers positive: correct."));
        account.record.exited = true;
        account.record.prediction = 0;
        QVERIFY(sampleText(account).endsWith("Its answer is %2: correct."));
    }

    void theLatestQuestionWins() {
        Experiment longer = driftingExperiment();
        longer.rounds = 3'000'000;
        RoundInquiry inquiry;
        std::vector<std::int64_t> told;
        connect(&inquiry, &RoundInquiry::answered, this,
                [&](const RoundAccount& account) { told.push_back(account.record.round); });
        const auto tables = shownSource();
        for (const std::int64_t round : {2'900'000, 2'950'000, 17})
            inquiry.requestAccount({longer, {"splitee", 1}, tables, round});
        QVERIFY(inquiry.pending());
        QTRY_VERIFY_WITH_TIMEOUT(!inquiry.pending(), 20000);
        QCOMPARE(told, std::vector<std::int64_t>{17});
        inquiry.requestAccount({longer, {"splitee", 1}, tables, 2'900'000});
        inquiry.cancel();
        QSignalSpy failed(&inquiry, &RoundInquiry::failed);
        inquiry.requestAccount({longer, {"splitee", 1}, tables, 3'000'001});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(told.size(), 1U);  // what was cancelled came before, or never
    }

    void thePanelExplainsTheRoundsOfTheSession() {
        play(700);
        window_->actions().why->trigger();
        QTRY_VERIFY(shows(700));
        window_->controller().change("offload", 9);
        window_->controller().runTo(1000);
        QTRY_VERIFY_WITH_TIMEOUT(shows(1000), 5000);  // it follows the last round
        auto session = Session::openReadOnly(window_->controller().session());
        QVERIFY(session.has_value());
        const auto runs = session->runs().all();
        QVERIFY(runs.has_value());
        for (std::size_t k = 0; k < window_->controller().histories().size(); ++k)
            for (const std::int64_t round : {1, 699, 702, 999}) {
                why().showRound(static_cast<int>(k), round);
                QTRY_VERIFY(shows(round) && why().account()->run.policy == (*runs)[k].spec.policy);
                const auto recorded = session->rounds().read((*runs)[k].id, round, 1);
                QVERIFY(recorded.has_value() && recorded->size() == 1);
                checkAgainst(*why().account(), recorded->front());
                QCOMPARE(why().account()->conditions.weights.offload == 9.0, round > 700);
            }
    }

    void previousAndNextWalkThroughTheRounds() {
        play(300);
        window_->actions().why->trigger();
        QTRY_VERIFY(shows(300));
        QToolButton *previous = nullptr, *next = nullptr;
        for (QToolButton* button : why().findChildren<QToolButton*>()) {
            if (button->accessibleName() == QStringLiteral("Previous round")) previous = button;
            if (button->accessibleName() == QStringLiteral("Next round")) next = button;
            QVERIFY(!button->toolTip().isEmpty() && !button->accessibleName().isEmpty());
        }
        QVERIFY(previous != nullptr && next != nullptr);
        QVERIFY(!next->isEnabled());
        previous->click();
        QTRY_VERIFY(shows(299));
        QVERIFY(!why().follows());
        next->click();
        QTRY_VERIFY(shows(300));
        why().showRound(1);
        QTRY_VERIFY(shows(1));
        QVERIFY(!previous->isEnabled());
        why().followLast();
        QTRY_VERIFY(shows(300));
    }

    void aDoubleClickOnAChartOpensThePanelAtThatRound() {
        play(1000);
        QVERIFY(!why().isVisible());
        ChartPanel* chart = window_->view().charts().front();
        QCustomPlot& plot = chart->plot();
        QTRY_VERIFY(plot.axisRect(0)->width() > 50);
        const QCPAxis* x = plot.axisRect(0)->axis(QCPAxis::atBottom);
        const QPoint at(static_cast<int>(x->coordToPixel(400)), plot.axisRect(0)->center().y());
        const auto round = static_cast<std::int64_t>(std::round(x->pixelToCoord(at.x())));
        QTest::mouseClick(&plot, Qt::LeftButton, {}, at);
        QVERIFY(!why().isVisible());
        QTest::mouseDClick(&plot, Qt::LeftButton, {}, at);
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, at);  // which mouseDClick leaves out
        QTRY_VERIFY(why().isVisible());
        QTRY_VERIFY(shows(round));
        QVERIFY(chart->follows());  // a click does not move the chart
    }

    void anotherRunForgetsTheRound() {
        play(200);
        window_->actions().why->trigger();
        QTRY_VERIFY(shows(200));
        window_->start(*exampleNamed("costs-change"));
        QVERIFY(!why().account().has_value());
        window_->controller().runTo(50);
        QTRY_VERIFY(why().account().has_value());
    }

    void aTextTableKeepsTheRulesOfModels() {
        TextTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.set({{"a", "b"}, {{"1", "x"}, {"2", "y"}}});
        model.set({{"a", "b"}, {{"1", "x"}, {"2", "y"}, {"3", "z"}}});
        model.mark(1, QColor(Qt::gray));
        QVERIFY(model.index(1, 0).data(Qt::BackgroundRole).isValid());
        model.set({{"a", "b"}, {{"7", "w"}}});
        model.set({{"c"}, {{"7"}}});
        model.set({{"a", "b"}, {{"1", "x"}, {"2", "y"}}});
        TextTableView view;
        view.setModel(&model);
        QCOMPARE(view.tabSeparated(), QStringLiteral("a\tb\n1\tx\n2\ty\n"));
        view.selectRow(1);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\tb\n2\ty\n"));
    }

    void numbersStandRightAndNamesLeftWholeColumnsOfThem() {
        TextTableModel model;
        model.set({{"Group", "Cost"},
                   {{"SplitEE", "6.51 ± 0.02"}, {"UCB1", "7.37"}, {"Final exit", "baseline"}}});
        const auto sideOf = [](const QVariant& alignment) {
            return alignment.value<Qt::Alignment>() & Qt::AlignHorizontal_Mask;
        };
        for (int row = 0; row < 3; ++row) {
            QCOMPARE(sideOf(model.index(row, 0).data(Qt::TextAlignmentRole)), Qt::AlignLeft);
            QCOMPARE(sideOf(model.index(row, 1).data(Qt::TextAlignmentRole)), Qt::AlignRight);
        }
        QCOMPARE(sideOf(model.headerData(0, Qt::Horizontal, Qt::TextAlignmentRole)), Qt::AlignLeft);
        QCOMPARE(sideOf(model.headerData(1, Qt::Horizontal, Qt::TextAlignmentRole)),
                 Qt::AlignRight);
    }
};

std::unique_ptr<QObject> splitee::test::whyTests() { return std::make_unique<TestWhy>(); }

#include "test_why.moc"
