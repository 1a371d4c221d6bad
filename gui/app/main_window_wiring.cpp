// SPDX-License-Identifier: GPL-3.0-or-later
// What follows what in the main window: signals of its parts, by part.
#include <QLabel>
#include <QTabBar>

#include <cmath>

#include "gui/advise/advise_sheet.h"
#include "gui/app/examples.h"
#include "gui/app/exit_tables.h"
#include "gui/app/file_opener.h"
#include "gui/app/live_page.h"
#include "gui/app/main_window.h"
#include "gui/app/message_bar.h"
#include "gui/app/recent_files.h"
#include "gui/app/session_controller.h"
#include "gui/app/setup_runner.h"
#include "gui/app/welcome_page.h"
#include "gui/charts/temperature_fit.h"
#include "gui/compare/compare_view.h"
#include "gui/imports/imports.h"
#include "gui/job_sheets/jobs.h"
#include "gui/live/exits_panel.h"
#include "gui/live/run_view.h"
#include "gui/run/session_document.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/schedule_editor.h"
#include "gui/setup/schedule_model.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/sweeps/sweeps.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/theme.h"

namespace splitee {

void MainWindow::connectControllers() {
    connect(runner_, &SetupRunner::opened, this, [this] {
        showLive(true);
        view().setFocus();
    });
    connect(runner_, &SetupRunner::resumed, this, [this] { showLive(true); });
    connect(runner_, &SetupRunner::settingsSent, this, &MainWindow::settingsSent);
    connect(session_, &SessionController::notice, this, &MainWindow::showNotice);
    connect(&session_->document(), &SessionDocument::fileChanged, this, [this] {
        setWindowTitle(tr("%1 – SplitEE Workbench")
                           .arg(QString::fromStdString(document().file().stem().string())));
        refresh();
    });
    connect(opener_, &FileOpener::filesRead, &controller_, &RunController::setOpenedFiles);
    connect(opener_, &FileOpener::experimentOpened, this,
            [this](const ExperimentFile& file) { load(file, false); });
    connect(opener_, &FileOpener::sourceChanged, runner_, [this] { runner_->open(false); });
    connect(opener_, &FileOpener::imagesMissing, this, [this] { showLive(true); });
    connect(opener_, &FileOpener::sessionOpened, this, &MainWindow::showRunsOf);
    connect(opener_, &FileOpener::sweepOpened, this,
            [this](const Sweep& sweep, const QString& name) {
                tabs_->setCurrentIndex(kRuns);
                messages_->dismiss();
                sweeps_->open(sweep, name);
            });
    connect(opener_, &FileOpener::busyChanged, this, &MainWindow::refresh);
}

void MainWindow::connectLive() {
    connect(&theme_, &Theme::changed, this, &MainWindow::applyTheme);
    connect(&setup_, &Setup::changed, this, &MainWindow::refresh);
    connect(&controller_, &RunController::stateChanged, this, &MainWindow::refresh);
    connect(&controller_.observer(), &ExitObserver::changed, this, &MainWindow::refresh);
    connect(exitTables_, &ExitTables::notice, this, &MainWindow::showNotice);
    connect(&controller_, &RunController::failed, messages_, &MessageBar::show);
    connect(&controller_, &RunController::refused, messages_, &MessageBar::show);
    connect(runner_, &SetupRunner::restartNeeded, this, [this](const QString& sentence) {
        messages_->offerRemedy(sentence, tr("Restart with the change"),
                               [this] { runner_->restartWithChange(); });
    });
    connect(&view(), &RunView::failed, messages_, &MessageBar::show);
    connect(view().findChild<TemperatureFit*>(), &TemperatureFit::temperaturesWanted, this,
            [this](const QString& temperatures) { setup_.editField("temperature", temperatures); });
    connect(&panel().source(), &SourcePicker::networkWanted, opener_, &FileOpener::openNetwork);
    connect(&panel().source().live(), &LiveSourceForm::imagesWanted, opener_,
            &FileOpener::openImages);
    connect(opener_, &FileOpener::filesRead, this,
            [this](const OpenedFiles& files) { panel().source().live().setFiles(files.live); });
    connect(&panel().bandSeeds(), &NumberField::edited, &controller_,
            [this](double seeds) { controller_.setBandSeeds(std::llround(seeds)); });
    connect(&controller_, &RunController::sourceOpened, this, [this] {
        const OpenedExperiment& opened = controller_.opened();
        const std::int64_t pass = opened.tables ? opened.tables->recorded.front().samples()
                                  : opened.live ? opened.live->dataset->size()
                                                : 0;
        panel().schedule().model().setPass(pass);
        if (const auto& live = controller_.opened().live)
            panel().source().live().setSource(controller_.played(), *live);
    });
    connect(live_, &LivePage::exampleChosen, this, [this](const Example& example) {
        live_->setWatchableSpeed(example);  // flat out it is over before one has looked
        start(example);
    });
    // The welcome page hides a run, so there is a way back to it, and no key acts on it unseen.
    connect(actions_.welcome, &QAction::triggered, this,
            [this] { live_->showsRun() || onRunsPage() ? showLive(false) : goBack(); });
    connect(&live_->welcome(), &WelcomePage::backWanted, this, &MainWindow::goBack);
    connect(&live_->welcome(), &WelcomePage::recentWanted, opener_, &FileOpener::open);
    connect(&recent(), &RecentFiles::changed, this,
            [this] { live_->welcome().setRecent(recent().paths()); });
    connect(tabs_, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab == kLive && tabs_->currentIndex() == kLive) goBack();
    });
    for (const QAction* action : {actions_.run, actions_.step, actions_.restart, actions_.runTo})
        connect(action, &QAction::triggered, this, &MainWindow::goBack);
    connect(actions_.pause, &QAction::triggered, this, &MainWindow::escape);
    connect(actions_.quit, &QAction::triggered, this, &QWidget::close);
    connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showPage);
}

void MainWindow::connectComparison() {
    connect(runs_, &RunsPage::compareWanted, comparison_, &CompareView::setRuns);
    connect(comparison_, &CompareView::failed, messages_, &MessageBar::show);
    connect(comparison_, &CompareView::runChosen, this, [this](std::int64_t run) {
        runs_->table().showRun(run);
        showNotice(
            tr("%1. A double click or Enter opens its set-up.").arg(comparison_->runWords(run)));
    });
    connect(comparison_, &CompareView::runOpened, this,
            [this](std::int64_t run) { opener_->openRun(runs_->session(), run); });
    connect(comparison_, &CompareView::written, this,
            [this](const QString& path) { showNotice(tr("Written to %1").arg(path)); });
}

void MainWindow::connectRuns() {
    session_->connectPage(*runs_);
    connect(runs_, &RunsPage::setUpWanted, opener_, &FileOpener::openRun);
    connect(runs_, &RunsPage::failed, messages_, &MessageBar::show);
    connect(runs_, &RunsPage::statusChanged, this, [this] {
        if (onRunsPage()) status_->setText(runs_->statusText());
    });
    connect(&controller_, &RunController::stateChanged, this, [this] {
        using State = RunController::State;
        const State state = controller_.state();
        const bool over =
            state == State::Finished || state == State::Stopped || state == State::Failed;
        if (over && onRunsPage()) runs_->showSession(runs_->session());
    });
}

void MainWindow::connectSweeps() {
    connect(actions_.sweep, &QAction::triggered, this, [this] {
        tabs_->setCurrentIndex(kRuns);
        sweeps_->open();
    });
    connect(sweeps_, &Sweeps::failed, messages_, &MessageBar::show);
    connect(sweeps_, &Sweeps::saved, this,
            [this](const QString& path) { showNotice(tr("Written to %1").arg(path)); });
    connect(sweeps_, &Sweeps::finished, this, [this](const QString& sentence) {
        messages_->offer(sentence, tr("Compare"), [this] {
            tabs_->setCurrentIndex(kRuns);
            sweeps_->compare();
        });
    });
}

void MainWindow::connectImports() {
    connect(actions_.importNetwork, &QAction::triggered, imports_, &Imports::openByDialog);
    connect(opener_, &FileOpener::networkToImport, imports_, &Imports::open);
    connect(imports_, &Imports::imported, opener_, &FileOpener::openImported);
    connect(imports_, &Imports::failed, messages_, &MessageBar::show);
    connect(&view().exits(), &ExitsPanel::profileWanted, opener_, &FileOpener::openProfile);
    connect(&view().exits(), &ExitsPanel::failed, messages_, &MessageBar::show);
    connect(&view().exits(), &ExitsPanel::taken, messages_, &MessageBar::inform);
    connect(opener_, &FileOpener::profileOpened, this, &MainWindow::takeCosts);
}

void MainWindow::connectJobs() {
    connect(actions_.train, &QAction::triggered, this,
            [this] { jobs_->openTraining(setup_.file().dataset); });
    connect(actions_.attachExits, &QAction::triggered, imports_, &Imports::openByDialog);
    connect(imports_, &Imports::attachWanted, jobs_, &Jobs::attach);
    connect(actions_.readTable, &QAction::triggered, this,
            [this] { jobs_->openTable(setup_.file().model, setup_.file().dataset); });
    connect(actions_.evaluate, &QAction::triggered, this,
            [this] { jobs_->openEvaluation(setup_.file().model, setup_.file().dataset); });
    connect(actions_.jobs, &QAction::triggered, jobs_, &Jobs::openList);
    connect(jobs_, &Jobs::networkWanted, opener_, &FileOpener::openImported);
    connect(jobs_, &Jobs::tableWanted, opener_, &FileOpener::open);
    connect(jobs_, &Jobs::done, messages_, &MessageBar::offer);
    connect(jobs_, &Jobs::failed, messages_, &MessageBar::offerRemedy);
}

void MainWindow::connectAdvice() {
    connect(actions_.advise, &QAction::triggered, advise_, &AdviseSheet::open);
    connect(&view().exits(), &ExitsPanel::profileChanged, advise_,
            [this] { advise_->setTimes(view().exits().profile()); });
    connect(advise_, &AdviseSheet::failed, messages_, &MessageBar::show);
    connect(advise_, &AdviseSheet::saved, this,
            [this](const QString& path) { showNotice(tr("Written to %1").arg(path)); });
}

void MainWindow::takeCosts(const ReadProfile& read, const QString& name) {
    messages_->dismiss();
    if (controller_.opened().depth.empty())
        return messages_->show(tr("The profile %1 holds the costs of a network's layers: open the "
                                  "network or its exit table first")
                                   .arg(name));
    showLive(true);
    if (read.offline)
        view().exits().askForDevice(*read.offline, name);
    else
        view().exits().take(read.profile, name);
}

}  // namespace splitee
