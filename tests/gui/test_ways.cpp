// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through the window: to the welcome page and back, out of a run and on with it, and what the
// window says when something holds only later.
#include <QApplication>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include "gui/app/examples.h"
#include "gui/app/live_page.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/panel_help.h"
#include "gui/app/recent_files.h"
#include "gui/app/tour.h"
#include "gui/app/welcome_page.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/parameter_form.h"
#include "gui/setup/policy_list.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/why/why_panel.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"

using namespace splitee;
using State = RunController::State;

class TestWays : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void theWelcomePageHasAWayBackDuringARun() {
        play();
        const auto back =
            live().welcome().findChildren<QPushButton*>(QStringLiteral("link")).front();
        for (int way = 0; way < 4; ++way) {
            press(Qt::Key_H, Qt::ControlModifier);
            QVERIFY(!live().showsRun());
            QVERIFY(back->isVisible());
            QVERIFY2(back->text().contains(QStringLiteral("CIFAR-10")), qPrintable(back->text()));
            if (way == 0) press(Qt::Key_Escape);
            if (way == 1)
                QTest::mouseClick(&window_->pageTabs(), Qt::LeftButton, {},
                                  window_->pageTabs().tabRect(0).center());
            if (way == 2) back->click();
            if (way == 3) press(Qt::Key_H, Qt::ControlModifier);
            QVERIFY2(live().showsRun(), qPrintable(QString::number(way)));
            QCOMPARE(runs().state(), State::Running);
        }
    }

    void theWelcomePageNamesImagesAndListsRecentFiles() {
        WelcomePage& welcome = live().welcome();
        QVERIFY(!welcome.findChildren<QPushButton*>(QStringLiteral("link")).front()->isVisible());
        const auto labels = welcome.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().contains(QStringLiteral("images"));
        }));
        const QString path = folder_->filePath(QStringLiteral("mine & yours.exits"));
        QVERIFY(QFile::copy(tablePath(), path));
        window_->recent().add(path);
        QPushButton* link = nullptr;
        for (auto* one : welcome.findChildren<QPushButton*>(QStringLiteral("link")))
            if (one->text() == QStringLiteral("mine && yours.exits")) link = one;
        QVERIFY(link != nullptr);
        QTRY_VERIFY(link->isVisible());
        QTest::mouseClick(link, Qt::LeftButton);
        waitFor(State::Ready);
        QCOMPARE(window_->setup().file().table, path.toStdString());
        QVERIFY(live().showsRun());
    }

    void escapePausesAndStopAloneEnds() {
        play();
        press(Qt::Key_Escape);
        waitFor(State::Paused);
        press(Qt::Key_Escape);
        QCOMPARE(runs().state(), State::Paused);
        QVERIFY(window_->actions().stop->shortcut().isEmpty());
        window_->actions().stop->trigger();
        waitFor(State::Stopped);
    }

    void afterANumberIsEnteredSpaceRuns() {
        load();
        runs().setSpeed(100);
        auto* box = window_->panel().settings().control("offload")->findChild<QDoubleSpinBox*>();
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("7"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(window_->setup().experiment().offload, 7.0);
        QTRY_COMPARE(runs().opened().rounds > 0, true);
        press(Qt::Key_Space);
        waitFor(State::Running);
        QCOMPARE(box->value(), 7.0);
        QCOMPARE(box->text(), QStringLiteral("7 λ"));
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("19"));
        press(Qt::Key_Escape);  // what was typed does not count; the run goes on
        QCOMPARE(box->text(), QStringLiteral("7 λ"));
        QCOMPARE(runs().state(), State::Running);
        press(Qt::Key_Escape);
        waitFor(State::Paused);
        QVERIFY(!box->hasFocus());
    }

    void theKeyOfAnExplanationLeavesSpaceAndRightToTheRun() {
        load();
        runs().runTo(50);
        waitFor(State::Paused);
        press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(window_->view().why().isVisible());
        press(Qt::Key_Right);
        QTRY_COMPARE(runs().round(), 51);
        waitFor(State::Paused);
        runs().setSpeed(100);
        press(Qt::Key_Space);
        waitFor(State::Running);
    }

    void disabledCommandsSayWhy() {
        const RunActions& actions = window_->actions();
        for (QAction* action : {actions.run, actions.step, actions.runTo, actions.restart}) {
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
            QVERIFY2(action->toolTip().contains(QStringLiteral("nothing to play")),
                     qPrintable(action->toolTip()));
        }
        QVERIFY(actions.stop->toolTip().contains(QStringLiteral("Nothing is running")));
        load();
        QVERIFY(actions.run->toolTip().contains(QStringLiteral("Run or pause")));
        runs().play();
        waitFor(State::Finished);
        for (const QAction* action : {actions.step, actions.runTo})
            QVERIFY2(action->toolTip().contains(QStringLiteral("is over")),
                     qPrintable(action->toolTip()));
    }

    void aSettingOfARunThatIsOverHoldsFromTheNextRunOn() {
        load();
        runs().play();
        waitFor(State::Finished);
        const QString before = status();
        QVERIFY(!before.contains(QStringLiteral("from the next run on")));
        const std::pair<const char*, QVariant> edits[] = {
            {"offload", 9.0},
            {"alpha", 0.55},
            {"seed", 7},
            {"rounds", 500},
            {"schedule", QStringLiteral("mu=0.3@50")}};
        for (const auto& [key, value] : edits) {
            window_->setup().editField(key, value);
            QVERIFY2(status().startsWith(before), qPrintable(status()));
            QVERIFY2(status().contains(QStringLiteral("from the next run on")), key);
            window_->setup().undoStack().undo();
            QVERIFY2(status() == before, qPrintable(status()));
        }
        ExperimentFile other = window_->setup().file();
        other.table = "builtin:cifar10-gaussian_noise-1";
        window_->setup().edit(other, QStringLiteral("other"));
        QVERIFY2(status().startsWith(before), qPrintable(status()));
        QVERIFY(status().contains(QStringLiteral("from the next run on")));
        window_->actions().run->trigger();
        QTRY_VERIFY(status().contains(QStringLiteral("noise")));
        QVERIFY(!status().contains(QStringLiteral("from the next run on")));
    }

    void aSettingOfARunThatPlaysHoldsAtOnce() {
        play();
        window_->setup().editField("offload", 9.0);
        QVERIFY(!status().contains(QStringLiteral("from the next run on")));
        QTRY_COMPARE(runs().changes().size(), std::size_t{1});
        QVERIFY(!status().contains(QStringLiteral("from the next run on")));
        window_->setup().editField("seed", 5);
        QVERIFY(status().contains(QStringLiteral("from the next run on")));
        QVERIFY(status().contains(QStringLiteral("seed 1")));
    }

    void examplesStartAtASpeedThatCanBeWatched() {
        for (const Example& example : live().welcome().examples()) {
            if (!example.onWelcome) continue;
            window_->findChild<RunBar*>()->speed().setValue(
                window_->findChild<RunBar*>()->speed().maximum());
            emit live().welcome().chosen(example);
            const int step = window_->findChild<RunBar*>()->speed().value();
            QVERIFY2(step < window_->findChild<RunBar*>()->speed().maximum(),
                     qPrintable(example.name));
            // A live sample a moment: the eye follows them.
            if (isLive(example.file)) QVERIFY(step <= 4);
        }
    }

    void theTourLetsOneMoveTheSliderItPointsAt() {
        play();
        window_->resize(960, 540);
        Tour& tour = window_->tour();
        window_->actions().tour->trigger();
        while (tour.at() + 1 < static_cast<int>(tour.stops().size())) tour.next();
        QCoreApplication::processEvents();
        auto* slider = window_->panel().settings().control("offload")->findChild<QSlider*>();
        const QPoint at = slider->mapTo(window_.get(), slider->rect().center());
        QVERIFY(window_->rect().contains(at));
        QCOMPARE(window_->childAt(at), static_cast<QWidget*>(slider));
        QVERIFY(tour.isVisible());
        QCOMPARE(window_->childAt(QPoint(20, window_->height() / 2 + 200)),
                 static_cast<QWidget*>(&tour));
        tour.back();
        QCOMPARE(window_->childAt(at), static_cast<QWidget*>(&tour));
    }

    void resumingByKeyTakesTheOfferAway() {
        play();
        window_->actions().stop->trigger();
        waitFor(State::Stopped);
        window_->messages().offer(QStringLiteral("A run was interrupted"), QStringLiteral("Resume"),
                                  [] {});
        emit window_->runs().goOnWanted(runs().session(), 1);
        QTRY_COMPARE(runs().state(), State::Paused);
        QVERIFY2(window_->messages().message().isEmpty(),
                 qPrintable(window_->messages().message()));
    }

    void aSessionThatIsOpenedShowsItsRuns() {
        load();
        runs().play();
        waitFor(State::Finished);
        const QString path = QString::fromStdString(runs().session().string());
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("other.splitee")).toStdString());
        window_->show();
        window_->openFile(path);
        waitFor(State::Ready);
        QCOMPARE(window_->pageTabs().currentIndex(), 1);
        QTRY_VERIFY(window_->runs().model().rowCount() > 0);
        QCOMPARE(window_->setup().file().table, std::string("builtin:cifar10-clean"));
    }

    void helpIsThereForEveryControl() {
        load();
        window_->resize(1600, 1000);
        for (const Page page : {Page::Live, Page::Runs}) {
            window_->pageTabs().setCurrentIndex(page == Page::Live ? 0 : 1);
            QCoreApplication::processEvents();
            for (const QWidget* widget : window_->findChildren<QWidget*>()) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
                    widget->inherits("QScrollArea"))
                    continue;
                QVERIFY2(
                    !helpOn(*widget).isEmpty() || widget->inherits("QTabBar"),
                    qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                               QLatin1Char(' ') + widget->objectName() + widget->accessibleName()));
            }
        }
        auto* policies = window_->panel().findChild<PolicyList*>();
        QVERIFY(helpOn(*policies).contains(QStringLiteral("side by side")));
        policies->setCurrentRow(1);  // above it is a heading
        QVERIFY(helpOn(*policies).startsWith(policies->item(1)->text()));
        QVERIFY(helpOn(window_->runs().table()).contains(QStringLiteral("session")));
    }

    void sourcesReadWell() {
        ExperimentFile file = exampleNamed(QStringLiteral("signs-live"))->file;
        QCOMPARE(sourceText(file), QStringLiteral("road signs, a network live, gaussian blur 1"));
        file.dataset = "folder:/home/me/photos";
        QCOMPARE(sourceText(file),
                 QStringLiteral("road signs, a network live on photos, gaussian blur 1"));
    }

    void germanWritesADecimalComma() {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(SPLITEE_GERMAN)));
        QCoreApplication::installTranslator(&german);
        const QStringList texts{numberText(-43.8, 1), numberText(12'345.5, 1), shortText(0.05),
                                numberText(0.04, 1), numberText(3)};
        QCoreApplication::removeTranslator(&german);
        const QStringList wanted{QStringLiteral("−43,8"), QStringLiteral("12\u00A0345,5"),
                                 QStringLiteral("0,05"), QStringLiteral("0,0"),
                                 QStringLiteral("3")};
        QCOMPARE(texts, wanted);
        QCOMPARE(numberText(-43.8, 1), QStringLiteral("−43.8"));
    }

private:
    enum class Page { Live, Runs };

    static QString tablePath() {
        return QStringLiteral(SPLITEE_RESOURCES "/tables/cifar10-clean.exits");
    }
    void load() {
        window_->setup().load(exampleNamed(QStringLiteral("cifar10-replay"))->file);
        waitFor(State::Ready);
    }
    // Slowly.
    void play() {
        runs().setSpeed(100);
        window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
        waitFor(State::Running);
        QTRY_VERIFY(runs().round() > 0);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QWidget* at = QApplication::focusWidget();
        QTest::keyClick(at != nullptr ? at : window_.get(), key, with);
    }
    [[nodiscard]] QString status() const {
        return window_->statusBar()->findChild<QLabel*>()->text();
    }
    void waitFor(State state) { QTRY_COMPARE_WITH_TIMEOUT(runs().state(), state, 20'000); }
    [[nodiscard]] RunController& runs() { return window_->controller(); }
    [[nodiscard]] LivePage& live() const { return *window_->findChild<LivePage*>(); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::wayTests() { return std::make_unique<TestWays>(); }

#include "test_ways.moc"
