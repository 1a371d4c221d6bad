// SPDX-License-Identifier: GPL-3.0-or-later
// What is around the runs: docks and their layout, the palette, the tour, recent files, keys.
#include <QDockWidget>
#include <QFile>
#include <QLineEdit>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include "gui/app/command_palette.h"
#include "gui/app/examples.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/recent_files.h"
#include "gui/app/screenshot.h"
#include "gui/app/start_options.h"
#include "gui/app/tour.h"
#include "gui/live/run_view.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/panel_header.h"
#include "gui/widgets/theme.h"
#include "gui_tests.h"

using namespace splitee;

class TestShell : public QObject {
    Q_OBJECT
private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        theme_ = std::make_unique<Theme>();
        window_ = std::make_unique<MainWindow>(
            *theme_, folder_->filePath(QStringLiteral("session.splitee")).toStdString());
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->setup().load(exampleNamed(QStringLiteral("cifar10-replay"))->file);
        window_->controller().open(window_->setup().file(), false);
        QTRY_COMPARE(window_->controller().state(), RunController::State::Ready);
        window_->activateWindow();
    }
    void cleanup() {
        window_.reset();
        theme_.reset();
        folder_.reset();
    }

    void everyDockHasOneHeaderWithAButtonThatClosesIt() {
        showRuns();
        for (Dock* dock : docks()) {
            QCOMPARE(dock->titleBarWidget(), static_cast<QWidget*>(&dock->header()));
            QCOMPARE(dock->findChildren<PanelHeader*>().size(), 1);
        }
        Dock* first = docks().front();
        QVERIFY(first->isVisible());
        first->header().menu().actions().back()->trigger();
        QVERIFY(first->isHidden());
        first->toggleViewAction()->trigger();
        QVERIFY(first->isVisible());
    }

    void aLayoutIsKeptAndCanBeReset() {
        showRuns();
        QSettings settings(folder_->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        window_->view().docks().findChild<Dock*>(QStringLiteral("regret"))->close();
        window_->view().docks().findChild<Dock*>(QStringLiteral("arms"))->setFloating(true);
        window_->save(settings);
        MainWindow other(*theme_, folder_->filePath(QStringLiteral("other.splitee")).toStdString());
        other.restore(settings);
        const Dock* regret = other.view().docks().findChild<Dock*>(QStringLiteral("regret"));
        const Dock* arms = other.view().docks().findChild<Dock*>(QStringLiteral("arms"));
        QVERIFY(regret->isHidden());
        QVERIFY(arms->isFloating());
        other.view().docks().resetLayout();
        QVERIFY(!regret->isHidden());
        QVERIFY(!arms->isFloating());
        QVERIFY(!other.view().docks().restoreLayout("not a layout"));
    }

    void aHeaderShowsTheShortNoteWhereTheLongOneHasNoRoom() {
        PanelHeader header(*theme_, QStringLiteral("Title"));
        header.setNote(QStringLiteral("a long note about two thousand rounds"),
                       QStringLiteral("2 of 9"));
        const auto shown = [&header](const QString& text) {
            const auto labels = header.findChildren<QLabel*>();
            return std::ranges::any_of(labels,
                                       [&](const QLabel* label) { return label->text() == text; });
        };
        header.show();
        header.resize(500, 30);
        QVERIFY(shown(header.note()));
        header.resize(160, 30);
        QVERIFY(shown(QStringLiteral("2 of 9")));
        header.resize(80, 30);
        QVERIFY(!shown(header.note()));
        QVERIFY(!shown(QStringLiteral("2 of 9")));
    }

    void thePaletteFindsActionsByAFewLetters() {
        QVERIFY(fuzzyDistance(QStringLiteral("rst"), QStringLiteral("Restart")) >= 0);
        QVERIFY(fuzzyDistance(QStringLiteral("xq"), QStringLiteral("Restart")) < 0);
        QVERIFY(fuzzyDistance(QStringLiteral("res"), QStringLiteral("Restart")) <
                fuzzyDistance(QStringLiteral("res"), QStringLiteral("Run to these")));
        showRuns();
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
        CommandPalette& palette = window_->commandPalette();
        QVERIFY(palette.isVisible());
        QVERIFY(palette.listed().size() > 15);
        QTest::keyClicks(&palette.query(), QStringLiteral("dark"));
        QCOMPARE(palette.listed().front(), QStringLiteral("Dark"));
        QTest::keyClick(&palette.query(), Qt::Key_Return);
        QVERIFY(palette.isHidden());
        QCOMPARE(theme_->mode(), Theme::Mode::Dark);
    }

    void escapeShutsThePaletteAndRunsNothing() {
        showRuns();
        QTest::keyClick(window_.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(&window_->commandPalette().query(), QStringLiteral("light"));
        QTest::keyClick(&window_->commandPalette().query(), Qt::Key_Escape);
        QVERIFY(window_->commandPalette().isHidden());
        QCOMPARE(theme_->mode(), Theme::Mode::System);
    }

    void everyActionOfTheMenusSaysWhatItDoes() {
        QStringList keys;
        for (const QAction* action : window_->actions().open->parent()->findChildren<QAction*>()) {
            const QString key = action->shortcut().toString();
            if (key.isEmpty()) continue;
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys += key;
            QVERIFY(!action->text().isEmpty());
        }
        for (const char* key : {"Ctrl+K", "Ctrl+E", "F1", "Space", "Ctrl+1", "Ctrl+4"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
    }

    void theTourGoesOnBackAndEndsByKeys() {
        showRuns();
        window_->actions().tour->trigger();
        Tour& tour = window_->tour();
        QVERIFY(tour.isVisible());
        QVERIFY(tour.stops().size() >= 5);
        for (const TourStop& stop : tour.stops())
            QVERIFY2(stop.target() != nullptr, qPrintable(stop.title));
        QTest::keyClick(&tour, Qt::Key_Return);
        QTest::keyClick(&tour, Qt::Key_Right);
        QCOMPARE(tour.at(), 2);
        QTest::keyClick(&tour, Qt::Key_Left);
        QCOMPARE(tour.at(), 1);
        const QImage first = window_->grab().toImage();
        QTest::keyClick(&tour, Qt::Key_Right);
        QVERIFY(window_->grab().toImage() != first);
        QTest::keyClick(&tour, Qt::Key_Escape);
        QVERIFY(tour.isHidden());
        tour.begin();
        for (std::size_t i = 0; i < tour.stops().size(); ++i) tour.next();
        QVERIFY(tour.isHidden());
    }

    void recentFilesAreKeptWithoutThoseThatAreGone() {
        RecentFiles& recent = window_->recent();
        QStringList made;
        for (int i = 0; i < 12; ++i) {
            made += folder_->filePath(QStringLiteral("file%1.exits").arg(i));
            QFile file(made.back());
            QVERIFY(file.open(QIODevice::WriteOnly));
            recent.add(made.back());
        }
        recent.add(made[5]);
        QCOMPARE(recent.paths().size(), RecentFiles::kMost);
        QCOMPARE(recent.paths().front(), made[5]);
        QVERIFY(QFile::remove(made[11]));
        QVERIFY(!recent.paths().contains(made[11]));
        QSettings settings(folder_->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        window_->save(settings);
        RecentFiles other;
        other.restore(settings);
        QCOMPARE(other.paths(), recent.paths());
    }

    void aPictureOfADockThatIsNotThereIsRefused() {
        const QString path = folder_->filePath(QStringLiteral("a.png"));
        StartOptions wish;
        wish.picture = path;
        wish.docks = {QStringLiteral("nonsense")};
        const auto refused = takeScreenshot(*window_, wish);
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().message.find("regret") != std::string::npos);
        wish.docks = {QStringLiteral("regret")};
        wish.show = QStringLiteral("palette");
        QVERIFY(takeScreenshot(*window_, wish).has_value());
        QVERIFY(QFile::exists(path));
    }

    void aPictureOfAFileIsPlayedToTheRoundAskedFor() {
        ExperimentFile file;
        file.table = "builtin:cifar10-clean";
        file.experiment.rounds = 400;
        file.experiment.seeds = 1;
        const auto write = [&](const char* name) {
            QFile json(folder_->filePath(QString::fromLatin1(name)));
            const std::string text = toJson(file);
            return json.open(QIODevice::WriteOnly) && json.write(text.c_str()) > 0;
        };
        QVERIFY(write("replay.json"));
        StartOptions wish;
        wish.picture = folder_->filePath(QStringLiteral("a.png"));
        wish.file = folder_->filePath(QStringLiteral("replay.json"));
        const auto playedTo = [&](std::int64_t round) {
            wish.round = round;
            const auto taken = takeScreenshot(*window_, wish);
            QVERIFY2(taken.has_value(), taken ? "" : taken.error().message.c_str());
            QCOMPARE(window_->controller().round(), std::min<std::int64_t>(round, 400));
            QCOMPARE(window_->controller().state(),
                     round < 400 ? RunController::State::Paused : RunController::State::Finished);
        };
        playedTo(150);
        playedTo(2000);  // the whole run where it is shorter
        // A network with its samples.
        file = exampleNamed(QStringLiteral("signs-live"))->file;
        file.experiment.rounds = 400;
        QVERIFY(write("live.json"));
        wish.file = folder_->filePath(QStringLiteral("live.json"));
        playedTo(5);
        QVERIFY(window_->controller().opened().live != nullptr);
        // What cannot be played is said.
        file.dataset = "folder:" + folder_->filePath(QStringLiteral("nowhere")).toStdString();
        QVERIFY(write("lost.json"));
        wish.file = folder_->filePath(QStringLiteral("lost.json"));
        const auto refused = takeScreenshot(*window_, wish);
        QVERIFY(!refused.has_value());
        QVERIFY2(refused.error().message.find("nowhere") != std::string::npos,
                 refused.error().message.c_str());
    }

private:
    void showRuns() {
        window_->start(*exampleNamed(QStringLiteral("cifar10-replay")));
        QTRY_VERIFY(window_->controller().round() > 0);
    }
    [[nodiscard]] QList<Dock*> docks() const {
        return window_->view().docks().findChildren<Dock*>();
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<MainWindow> window_;
};

std::unique_ptr<QObject> splitee::test::shellTests() { return std::make_unique<TestShell>(); }

#include "test_shell.moc"
