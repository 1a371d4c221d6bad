// SPDX-License-Identifier: GPL-3.0-or-later
// Back and forth in time: the time line chooses a round, and all of the live page shows it as it
// was, while the run plays on.
#include <QAccessible>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <cmath>

#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/live/figures.h"
#include "gui/live/rounds_model.h"
#include "gui/live/rounds_panel.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/live/time_line.h"
#include "gui/run/shown_round.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/track/network_track.h"
#include "gui/why/split_outcomes.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"
#include "played_runs.h"

using namespace splitee;
using namespace splitee::test;
using State = RunController::State;

namespace {

constexpr int kLinePatience = 60'000;  // milliseconds, on a busy machine

// What the page shows beside the curves.
struct Shown {
    QString figures, sentence;
    QStringList arms;
    QImage thumbnail;
    friend bool operator==(const Shown&, const Shown&) = default;
};

}  // namespace

class TestTimeLine : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;

    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] ShownRound& shown() { return window_->shownRound(); }
    [[nodiscard]] RunBar& bar() { return *window_->findChild<RunBar*>(); }
    [[nodiscard]] TimeLine& line() { return bar().timeLine(); }
    [[nodiscard]] ChartPanel& chart(const char* name) {
        return *window_->view()
                    .docks()
                    .findChild<QWidget*>(QLatin1String(name))
                    ->findChild<ChartPanel*>();
    }
    void playTo(std::int64_t round) {
        runs().runTo(round);
        QTRY_COMPARE_WITH_TIMEOUT(runs().round(), round, kLinePatience);
        QTRY_VERIFY_WITH_TIMEOUT(runs().state() != State::Running, kLinePatience);
        waitForBands();
    }
    void start(const char* example, std::int64_t round) {
        window_->start(*exampleNamed(QLatin1String(example)));
        playTo(round);
    }
    void waitForPast() {
        QTRY_VERIFY_WITH_TIMEOUT(!shown().reading(), kLinePatience);
        waitForBands();
    }
    // The figures tell of them too: what was noted before they come is not what shows after.
    void waitForBands() {
        QTRY_VERIFY_WITH_TIMEOUT(!window_->view().computesBands(), kLinePatience);
    }
    [[nodiscard]] Shown now() {
        Shown shown;
        for (int card = 0; card < 3; ++card)
            shown.figures += window_->view().figures().text(card) + QLatin1Char('\n');
        // How long an offload took is not known any more later.
        shown.sentence =
            window_->view().track().state().sentence().section(QStringLiteral(" · "), 0, 0);
        for (const QStringList& row : chart("arms").visibleTable().rows)
            shown.arms += row.join(QLatin1Char(' '));
        shown.thumbnail = window_->view().track().state().thumbnail;
        return shown;
    }
    [[nodiscard]] QPoint at(std::int64_t round) {
        return {static_cast<int>(std::lround(line().placeOf(round))), line().height() - 9};
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(*theme_,
                                               folder_->filePath("session.splitee").toStdString());
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void aChosenRoundIsShownAsItWas() {
        start("costs-change", 400);
        const Shown then = now();
        QVERIFY(!then.arms.isEmpty());
        playTo(1000);
        const Shown newest = now();
        QVERIFY(!(newest == then));
        shown().choose(400);
        for (ChartPanel* one : window_->view().charts())
            if (one->isOverRounds()) QCOMPARE(one->crosshair(), 400.0);  // at once
        waitForPast();
        QVERIFY(now() == then);
        QCOMPARE(window_->view().track().state().round->round, 400);
        chart("regret").setCrosshair(700);  // the mouse, and away again
        QCOMPARE(chart("regret").crosshair(), 700.0);
        chart("regret").setCrosshair(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(chart("regret").crosshair(), 400.0);
        QVERIFY(!chart("split").values().values().empty());
        bar().live().click();
        QVERIFY(shown().isLive());
        QVERIFY(now() == newest);
        QVERIFY(std::isnan(chart("regret").crosshair()));
    }

    void itIsClickedAndDragged() {
        start("costs-change", 5000);
        QCOMPARE(line().model().played(), 5000);
        QVERIFY(line().model().isLive());
        QTest::mousePress(&line(), Qt::LeftButton, {}, at(1000));
        QVERIFY(std::abs(shown().round() - 1000) <= 20);  // about a pixel
        for (const std::int64_t round : {1500, 2000, 3000}) {
            QMouseEvent move(QEvent::MouseMove, at(round), line().mapToGlobal(at(round)),
                             Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&line(), &move);
            QVERIFY(std::abs(shown().round() - round) <= 20);
        }
        QTest::mouseRelease(&line(), Qt::LeftButton, {}, at(3000));
        waitForPast();
        QCOMPARE(window_->view().track().state().round->round, shown().round());
        QCOMPARE(line().model().shown(), shown().round());
        QVERIFY(bar().live().isEnabled());
        QTest::mouseClick(&line(), Qt::LeftButton, {}, at(9000));  // not played yet
        QVERIFY(shown().isLive());
        QVERIFY(!bar().live().isEnabled());
        QVERIFY(bar().live().toolTip().contains(QStringLiteral("already")));
    }

    void keysMoveIt() {
        start("costs-change", 6000);
        line().setFocus();
        const auto press = [this](int key, Qt::KeyboardModifiers with = {}) {
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
        };
        press(Qt::Key_Right);
        QVERIFY(shown().isLive());
        QCOMPARE(runs().round(), 6000);  // no step of the run
        press(Qt::Key_Left);
        QCOMPARE(shown().round(), 5999);
        press(Qt::Key_PageDown);
        QCOMPARE(shown().round(), 5799);  // a fiftieth of 10,000
        press(Qt::Key_PageUp);
        QCOMPARE(shown().round(), 5999);
        press(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(shown().round(), 5001);  // where the costs change
        press(Qt::Key_Home);
        QCOMPARE(shown().round(), 1);
        press(Qt::Key_Left);
        QCOMPARE(shown().round(), 1);
        press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(shown().round(), 5001);
        press(Qt::Key_End);
        QVERIFY(shown().isLive());
        press(Qt::Key_Left);
        press(Qt::Key_Right);
        QCOMPARE(shown().round(), 6000);
        QVERIFY(!shown().isLive());
        press(Qt::Key_Right);
        QVERIFY(shown().isLive());
        press(Qt::Key_Home);
        window_->view().setFocus();
        press(Qt::Key_End, Qt::ControlModifier);  // from anywhere
        QVERIFY(shown().isLive());
        QCOMPARE(runs().round(), 6000);
    }

    void itSaysWhatChangedWhen() {
        start("costs-change", 100);
        QCOMPARE(line().model().marks().size(), std::size_t{1});
        QCOMPARE(line().model().bands().size(), std::size_t{0});
        QVERIFY(line().tipAt(at(5001)).contains(QStringLiteral("5\u00A0001: o 2 → 20")));
        QVERIFY(line().accessibleDescription().contains(QStringLiteral("o 2 → 20")));
        QVERIFY(!line().tipAt(at(2000)).contains(QStringLiteral("→")));
        runs().change("alpha", 0.5);
        playTo(200);
        QCOMPARE(line().model().marks().size(), std::size_t{2});
        QVERIFY(line().tipAt(at(101)).contains(QStringLiteral("→ 0.5")));
        start("cifar10-rising-noise", 100);
        const auto& bands = line().model().bands();
        QCOMPARE(bands.size(), std::size_t{4});
        QCOMPARE(bands[0].name, QStringLiteral("clean"));
        QCOMPARE(bands[3].name, QStringLiteral("gaussian noise 3"));
        QCOMPARE(bands[3].first, 7500);
        QCOMPARE(bands[3].last, 10'000);
        QVERIFY(line().tipAt(at(6000)).contains(QStringLiteral("gaussian noise 2")));
    }

    void theRunPlaysOnAndTheViewStays() {
        window_->start(*exampleNamed(QStringLiteral("costs-change")));
        runs().setSpeed(2000);
        QTRY_VERIFY_WITH_TIMEOUT(runs().round() > 300, kLinePatience);
        shown().choose(123);
        waitForPast();
        const Shown then = now();
        const std::int64_t round = runs().round();
        QTRY_VERIFY_WITH_TIMEOUT(runs().round() > round + 500, kLinePatience);
        QVERIFY(now() == then);
        QCOMPARE(runs().state(), State::Running);
        QVERIFY(line().model().played() > round);
        QCOMPARE(line().model().shown(), 123);
        shown().goLive();
        QVERIFY(window_->view().track().state().round->round > round);
    }

    void aScreenReaderReadsAndMovesIt() {
        start("costs-change", 2000);
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&line());
        QVERIFY(reader != nullptr && reader->valueInterface() != nullptr);
        QVERIFY(!reader->text(QAccessible::Name).isEmpty());
        QCOMPARE(reader->valueInterface()->maximumValue().toInt(), 2000);
        QCOMPARE(reader->valueInterface()->currentValue().toInt(), 2000);
        reader->valueInterface()->setCurrentValue(321);
        QCOMPARE(shown().round(), 321);
        QCOMPARE(reader->valueInterface()->currentValue().toInt(), 321);
        QVERIFY(line().accessibleDescription().contains(QStringLiteral("321")));
    }

    void anotherRunIsShownLive() {
        start("costs-change", 500);
        shown().choose(100);
        waitForPast();
        start("cifar10-replay", 50);
        QVERIFY(shown().isLive());
        QCOMPARE(window_->view().track().state().round->round, 50);
        QVERIFY(std::isnan(chart("regret").crosshair()));
    }

    void linkedChartsZoomTogether() {
        start("costs-change", 2000);
        const auto range = [this](const char* name) {
            return chart(name).plot().axisRect(0)->axis(QCPAxis::atBottom)->range();
        };
        QVERIFY(window_->actions().linkRounds->isChecked());
        QTest::keyClick(&chart("regret"), Qt::Key_Plus);
        QVERIFY(range("regret").size() < 1500);
        QCOMPARE(range("split"), range("regret"));
        QCOMPARE(range("costs"), range("regret"));
        QVERIFY(!chart("split").follows());
        QTest::keyClick(&chart("split"), Qt::Key_Home);
        QVERIFY(chart("regret").follows() && chart("costs").follows());
        window_->actions().linkRounds->setChecked(false);
        QTest::keyClick(&chart("regret"), Qt::Key_Plus);
        QVERIFY(chart("split").follows() && !chart("regret").follows());
        window_->actions().linkRounds->setChecked(true);  // the others join
        QCOMPARE(range("split"), range("regret"));
        QSettings settings(folder_->filePath("settings.ini"), QSettings::IniFormat);
        window_->actions().linkRounds->setChecked(false);
        window_->save(settings);
        window_->actions().linkRounds->setChecked(true);
        window_->restore(settings);
        QVERIFY(!window_->actions().linkRounds->isChecked());
    }

    // The list ends with the round that is shown, as the session has logged it.
    void theListOfRoundsFollows() {
        start("costs-change", 3000);
        window_->view().docks().reveal(QStringLiteral("rounds"));
        RoundsModel& model = window_->view().rounds().model();
        QTRY_VERIFY(model.rowCount() == 1000 && model.round(0).round == 3000);
        const RoundRecord first = model.round(999);
        for (const std::int64_t round : {2001, 2500, 400, 1}) {
            shown().choose(round);
            QTRY_VERIFY(model.rowCount() > 0 && model.round(0).round == round);
            QCOMPARE(model.rowCount(), static_cast<int>(std::min<std::int64_t>(round, 1000)));
            QCOMPARE(model.round(model.rowCount() - 1).round,
                     std::max<std::int64_t>(1, round - 999));
            if (round == 2001) QVERIFY(model.round(0) == first);
            waitForPast();
            QVERIFY(model.round(0) == shown().past()->runs.front().last);
        }
        bar().live().click();
        QTRY_VERIFY(model.rowCount() == 1000 && model.round(0).round == 3000);
    }

    // What "had it split at another layer" says is what a run of that split did.
    void anotherSplitIsWhatAFixedRunDid() {
        Experiment experiment;
        experiment.alpha = 0.8;
        experiment.rounds = 2000;
        experiment.schedule = "offload=8@1000, alpha=0.9@1500";
        auto source = std::make_shared<TableSource>();
        source->recorded.push_back(cifarTable());
        RoundReplay replay;
        for (int layer = 1; layer <= cifarTable().exits; ++layer) {
            Experiment fixed = experiment;
            fixed.fixedLayer = layer;
            ReplayWorld world(cifarTable());
            const auto records = playedRecords(fixed, "fixed", world);
            for (const std::int64_t round : {1, 999, 1000, 1499, 1500, 2000}) {
                const auto account =
                    replay.account({experiment, {"splitee", experiment.seed}, source, round},
                                   [] { return false; });
                QVERIFY(account && *account);
                const SplitOutcome outcome =
                    splitOutcomes(**account)[static_cast<std::size_t>(layer - 1)];
                const RoundRecord& record = records[static_cast<std::size_t>(round - 1)];
                QVERIFY(outcome.known);
                QCOMPARE(outcome.exited, record.exited);
                QCOMPARE(outcome.prediction, record.prediction);
                QCOMPARE(outcome.correct, record.correct);
                QCOMPARE(outcome.cost, record.cost());
                QCOMPARE(outcome.reward, record.reward);
                QCOMPARE(outcomeTable(**account).rows.size(), cifarTable().exits);
            }
        }
    }

    void aLiveRoundShowsItsSampleAgain() {
        ExperimentFile file = exampleNamed(QStringLiteral("signs-live"))->file;
        file.experiment.rounds = 300;
        file.experiment.schedule = "fog:3@100";
        window_->setup().load(file);
        QTRY_COMPARE_WITH_TIMEOUT(runs().state(), State::Ready, kLinePatience);
        std::vector<std::pair<std::int64_t, Shown>> was;
        for (const std::int64_t round : {40, 99, 100, 130}) {
            playTo(round);
            was.emplace_back(round, now());
            QVERIFY(!was.back().second.thumbnail.isNull());
        }
        playTo(150);
        for (const auto& [round, then] : was) {
            shown().choose(round);
            waitForPast();
            QCOMPARE(now().figures, then.figures);
            QCOMPARE(now().sentence, then.sentence);
            QCOMPARE(now().arms, then.arms);
            QCOMPARE(now().thumbnail, then.thumbnail);
            PreviewView& preview = window_->panel().source().live().preview();
            const std::int64_t row = shown().past()->runs.front().last.row;
            QTRY_VERIFY_WITH_TIMEOUT(preview.preview().request.row == row &&
                                         preview.preview().error.empty() &&
                                         !preview.preview().distorted.image.pixels.empty(),
                                     kLinePatience);
            QCOMPARE(QString::fromStdString(preview.preview().request.source.distortion),
                     QString::fromStdString(round < 100 ? file.distortion : "fog:3"));
            const Image& seen = preview.preview().distorted.image;
            QCOMPARE(QImage(seen.pixels.data(), seen.width, seen.height, 3 * seen.width,
                            QImage::Format_RGB888)
                         .copy(),
                     then.thumbnail);  // to the pixel what the network was shown
        }
        QCOMPARE(line().model().bands().size(), std::size_t{2});
        window_->actions().why->trigger();
        WhyPanel& why = window_->view().why();
        QTRY_VERIFY_WITH_TIMEOUT(why.account() && why.account()->record.round == 130,
                                 kLinePatience);
        const RoundAccount& account = *why.account();
        QVERIFY(account.image && !account.image->pixels.empty());
        QVERIFY(!account.classNames.empty());
        for (std::size_t i = 0; i < account.seen.size(); ++i)
            if (!std::isnan(account.seen[i]))
                QCOMPARE(account.exitAnswers[i].confidence, account.seen[i]);
        QVERIFY(account.exitAnswers.back().known());  // the final exit plays beside
        const QLabel* image = nullptr;
        for (const QLabel* label : why.findChildren<QLabel*>())
            if (label->accessibleName() == QStringLiteral("Image of the sample")) image = label;
        QVERIFY(image != nullptr && image->isVisible() && !image->pixmap().isNull());
    }
};

std::unique_ptr<QObject> splitee::test::timeLineTests() { return std::make_unique<TestTimeLine>(); }

#include "test_time_line.moc"
