// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/screenshot.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QPixmap>
#include <QProgressBar>
#include <QTabBar>
#include <QTimer>

#include <algorithm>
#include <optional>

#include "gui/advise/advise_sheet.h"
#include "gui/app/examples.h"
#include "gui/app/file_opener.h"
#include "gui/app/main_window.h"
#include "gui/app/start_options.h"
#include "gui/app/tour.h"
#include "gui/compare/compare_view.h"
#include "gui/live/run_view.h"
#include "gui/run/read_file.h"
#include "gui/run/shown_round.h"
#include "gui/runs/run_table_model.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/sweeps/sweeps.h"

namespace splitee {
namespace {

constexpr int kSettleMilliseconds = 400;  // queued replots and the gliding border
constexpr int kMostMilliseconds = 120'000, kPollMilliseconds = 20;

void rest(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

// What is being opened, or was: up to the round.
Result<void> playTo(RunController& runs, std::int64_t round) {
    using State = RunController::State;
    QEventLoop loop;
    std::optional<Error> error;
    QObject::connect(&runs, &RunController::failed, &loop, [&](const QString& sentence) {
        error = Error{sentence.toStdString()};
        loop.quit();
    });
    QObject::connect(&runs, &RunController::stateChanged, &loop, [&] {
        if (runs.state() == State::Paused || runs.state() == State::Finished) loop.quit();
    });
    runs.runTo(round);
    loop.exec();
    if (error) return tl::unexpected(*error);
    return {};
}

// A layout may need more than was asked for, and the window grows without a word.
Result<void> checkSize(const MainWindow& window, const QSize& wanted) {
    const QSize is = window.size();
    if (is == wanted) return {};
    return fail("the window cannot be " + std::to_string(wanted.width()) + "x" +
                std::to_string(wanted.height()) + ": it would be " + std::to_string(is.width()) +
                "x" + std::to_string(is.height()) + ", so ask for a larger --size");
}

// The runs of a session, or what a table, a network or an experiment sets up: that is played, where
// it can be.
Result<void> open(MainWindow& window, const StartOptions& wish) {
    if (!QFileInfo::exists(wish.file))
        return fail("cannot open " + wish.file.toStdString() + ": there is no such file");
    QEventLoop loop;
    std::optional<Error> error;
    const auto failed = [&](const QString& sentence) {
        error = Error{sentence.toStdString()};
        loop.quit();
    };
    auto* opener = window.findChild<FileOpener*>();
    QObject::connect(opener, &FileOpener::failed, &loop, failed);
    QObject::connect(&window.controller(), &RunController::failed, &loop, failed);
    QObject::connect(&window.runs(), &RunsPage::failed, &loop, failed);
    QTimer::singleShot(kMostMilliseconds, &loop, &QEventLoop::quit);
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (!opener->busy() && !window.runs().reading()) loop.quit();
    });
    poll.start(kPollMilliseconds);
    if (wish.runsPage || isSession(wish.file.toStdString()))
        window.showRunsOf(wish.file);
    else
        window.openFile(wish.file);
    if (opener->busy() || window.runs().reading()) loop.exec();
    if (error) return tl::unexpected(*error);
    using State = RunController::State;
    const State state = window.controller().state();
    if (state == State::Opening || state == State::Ready)
        return playTo(window.controller(), wish.round);
    return {};
}

// One row a policy, and all of them selected.
void compareAll(RunsPage& page) {
    page.table().clearSelection();  // what is compared already would not be shown anew
    rest(kSettleMilliseconds);
    QEventLoop shown;
    if (const auto* comparison = page.findChild<CompareView*>())
        QObject::connect(comparison, &CompareView::comparisonShown, &shown, &QEventLoop::quit);
    QTimer::singleShot(kMostMilliseconds, &shown, &QEventLoop::quit);
    for (int waited = 0; waited < kMostMilliseconds && page.reading();
         waited += kSettleMilliseconds)
        rest(kSettleMilliseconds);
    TableLook look = page.look();
    look.groupBy = {*findRunKey("policy")};
    look.order = {{*findRunKey("cost_mean"), false}};
    page.setLook(look);
    page.table().selectAll();
    if (page.model().rowCount() > 0) shown.exec();
}

Result<void> showComparison(RunsPage& page, const QString& panel) {
    const QStringList panels = CompareView::panelNames();
    const qsizetype tab = panels.indexOf(panel.isEmpty() ? panels.front() : panel);
    if (tab < 0)
        return fail("a comparison has no panel '" + panel.toStdString() +
                    "': valid are comparison-" +
                    panels.join(QStringLiteral(", comparison-")).toStdString());
    compareAll(page);
    page.findChild<CompareView*>()->showTab(static_cast<int>(tab));
    return {};
}

// The sheet, with an answer where a floor of accuracy is given.
void showAdvice(MainWindow& window, double floor) {
    AdviseSheet& sheet = window.adviseSheet();
    window.actions().advise->trigger();
    if (floor <= 0) return;
    sheet.setGoal(AdviseSheet::Goal::Accuracy, floor);
    sheet.begin();
}

// Panels that compute in the background show how far they are.
void waitForPanels(MainWindow& window) {
    const auto computes = [&] {
        return window.view().computesBands() || !window.controller().allIsMeasured() ||
               window.shownRound().reading() ||
               std::ranges::any_of(
                   window.findChildren<QProgressBar*>(QStringLiteral("panelProgress")),
                   [](const QProgressBar* bar) { return bar->isVisible(); });
    };
    for (int waited = 0; waited < kMostMilliseconds && computes(); waited += kSettleMilliseconds)
        rest(kSettleMilliseconds);
}

}  // namespace

Result<void> takeScreenshot(MainWindow& window, const StartOptions& wish) {
    window.show();
    if (wish.size)
        if (auto fits = checkSize(window, *wish.size); !fits) return fits;
    if (!wish.example.isEmpty()) {
        const auto found = exampleNamed(wish.example);
        if (!found) return tl::unexpected(found.error());
        window.start(*found);
        if (auto played = playTo(window.controller(), wish.round); !played) return played;
    }
    if (!wish.file.isEmpty())
        if (auto opened = open(window, wish); !opened) return opened;
    for (const QString& dock : wish.docks) {
        const std::string names =
            window.view().docks().names().join(QStringLiteral(", ")).toStdString();
        if (!window.view().docks().reveal(dock))
            return fail("there is no dock '" + dock.toStdString() + "': valid are " + names);
    }
    if (wish.show.startsWith(QLatin1String("comparison"))) {
        if (auto shown = showComparison(window.runs(), wish.show.section(QLatin1Char('-'), 1));
            !shown)
            return shown;
    } else if (wish.show == QLatin1String("sweep")) {
        window.pageTabs().setCurrentIndex(1);
        window.sweeps().open();
    } else if (wish.show == QLatin1String("train"))
        window.actions().train->trigger();
    else if (wish.show == QLatin1String("read-table"))
        window.actions().readTable->trigger();
    else if (wish.show == QLatin1String("evaluate"))
        window.actions().evaluate->trigger();
    else if (wish.show == QLatin1String("jobs"))
        window.actions().jobs->trigger();
    else if (wish.show.startsWith(QLatin1String("advise")))
        showAdvice(window, wish.show.section(QLatin1Char('-'), 1).toDouble());
    else if (wish.show == QLatin1String("palette"))
        window.actions().palette->trigger();
    else if (wish.show.startsWith(QLatin1String("tour"))) {
        window.tour().begin();
        for (int stop = wish.show.mid(5).toInt(); stop > 1; --stop) window.tour().next();
    } else if (wish.show.startsWith(QLatin1String("past-")))
        window.shownRound().choose(wish.show.mid(5).toLongLong());
    else if (!wish.show.isEmpty())
        return fail(
            "cannot show '" + wish.show.toStdString() +
            "': valid are comparison, comparison-parallel and so on, sweep, train, read-table, "
            "evaluate, jobs, advise, advise-ACCURACY, palette, tour, tour-2 and so on, "
            "past-ROUND");
    rest(kSettleMilliseconds);
    waitForPanels(window);
    rest(kSettleMilliseconds);  // what they came to is drawn by later events
    if (!window.grab().save(wish.picture, "PNG"))
        return fail("cannot write the picture " + wish.picture.toStdString() +
                    ": check that its folder may be written");
    return {};
}

}  // namespace splitee
