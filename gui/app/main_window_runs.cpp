// SPDX-License-Identifier: GPL-3.0-or-later
// The two pages of the window: what plays, and the runs of a session.
#include <QAction>
#include <QLabel>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QUndoGroup>
#include <QVBoxLayout>

#include <utility>

#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/compare/compare_view.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/sweeps/sweeps.h"

namespace splitee {
namespace {

constexpr int kLive = 0, kRuns = 1;

}  // namespace

QWidget* MainWindow::withRunsPage(QWidget* live) {
    tabs_ = new QTabBar(this);
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Pages"));
    tabs_->addTab(tr("Live"));
    tabs_->addTab(tr("Runs"));
    tabs_->setTabToolTip(kLive, tr("What plays now"));
    tabs_->setTabToolTip(kRuns, tr("All runs of a session, to be searched and compared"));
    runs_ = new RunsPage(theme_, this);
    comparison_ = new CompareView(theme_, runs_);
    runs_->setComparison(comparison_);
    connect(runs_, &RunsPage::compareWanted, comparison_, &CompareView::setRuns);
    connect(comparison_, &CompareView::failed, messages_, &MessageBar::show);
    connect(comparison_, &CompareView::runChosen, this, [this](std::int64_t run) {
        runs_->table().showRun(run);
        statusBar()->showMessage(
            tr("%1. A double click or Enter opens its set-up.").arg(comparison_->runWords(run)),
            kNoticeMilliseconds);
    });
    connect(comparison_, &CompareView::runOpened, this,
            [this](std::int64_t run) { openSetUpOf(runs_->session(), run); });
    connect(comparison_, &CompareView::written, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Written to %1").arg(path), kNoticeMilliseconds);
    });
    screens_ = new QStackedWidget(this);
    screens_->addWidget(live);
    screens_->addWidget(runs_);
    connectRepeats();
    buildSweeps();
    undo_ = new QUndoGroup(this);
    undo_->addStack(&setup_.undoStack());
    undo_->addStack(&runs_->undoStack());
    undo_->setActiveStack(&setup_.undoStack());
    connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showPage);
    connect(runs_, &RunsPage::failed, messages_, &MessageBar::show);
    connect(runs_, &RunsPage::statusChanged, this, [this] {
        if (onRunsPage()) status_->setText(runs_->statusText());
    });
    connect(&controller_, &RunController::stateChanged, this, [this] {
        const auto state = controller_.state();
        const bool over = state == RunController::State::Finished ||
                          state == RunController::State::Stopped ||
                          state == RunController::State::Failed;
        if (over && onRunsPage()) runs_->showSession(runs_->session());
    });
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs_);
    column->addWidget(screens_, 1);
    column->addWidget(messages_);
    return centre;
}

bool MainWindow::onRunsPage() const { return screens_->currentIndex() == kRuns; }

void MainWindow::showPage(int page) {
    screens_->setCurrentIndex(page);
    undo_->setActiveStack(page == kRuns ? &runs_->undoStack() : &setup_.undoStack());
    if (page == kRuns) {
        const bool other =
            std::exchange(liveSession_, controller_.session()) != controller_.session();
        runs_->showSession(other || runs_->session().empty() ? controller_.session()
                                                             : runs_->session());
    }
    refresh();
}

void MainWindow::showRunsOf(const QString& session) {
    tabs_->setCurrentIndex(kRuns);
    runs_->showSession(session.toStdString());
}

void MainWindow::buildSweeps() {
    sweeps_ = new Sweeps(setup_, *document_, *runs_, theme_);
    connect(sweeps_, &Sweeps::failed, messages_, &MessageBar::show);
    connect(sweeps_, &Sweeps::saved, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Written to %1").arg(path), kNoticeMilliseconds);
    });
    connect(sweeps_, &Sweeps::told, this, [this](const QString& sentence) {
        messages_->offer(sentence, tr("Compare"), [this] {
            tabs_->setCurrentIndex(kRuns);
            sweeps_->compare();
        });
    });
}

void MainWindow::startSweep() {
    tabs_->setCurrentIndex(kRuns);
    sweeps_->open();
}

void MainWindow::openSweep(const Sweep& sweep, const QString& name) {
    tabs_->setCurrentIndex(kRuns);
    messages_->dismiss();
    sweeps_->open(sweep, name);
}

}  // namespace splitee
