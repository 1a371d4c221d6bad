// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QUndoGroup>
#include <QVBoxLayout>

#include <utility>

#include "gui/advise/advise_sheet.h"
#include "gui/app/command_palette.h"
#include "gui/app/examples.h"
#include "gui/app/exit_tables.h"
#include "gui/app/file_opener.h"
#include "gui/app/live_page.h"
#include "gui/app/menus.h"
#include "gui/app/message_bar.h"
#include "gui/app/panel_help.h"
#include "gui/app/recent_files.h"
#include "gui/app/session_controller.h"
#include "gui/app/setup_runner.h"
#include "gui/app/tour_stops.h"
#include "gui/app/welcome_page.h"
#include "gui/charts/chart_exporter.h"
#include "gui/compare/compare_view.h"
#include "gui/imports/imports.h"
#include "gui/job_sheets/job_indicator.h"
#include "gui/job_sheets/jobs.h"
#include "gui/live/exit_words.h"
#include "gui/live/run_view.h"
#include "gui/live/time_line.h"
#include "gui/run/session_document.h"
#include "gui/runs/run_table_view.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/policy_list.h"
#include "gui/setup/settings_in_force.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/sweeps/sweeps.h"
#include "gui/widgets/dock.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/style_sheet.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kFirstWidth = 1280, kFirstHeight = 800, kLeastWidth = 800, kLeastHeight = 500;
constexpr int kNoticeMilliseconds = 15'000;  // how long the status bar shows what was done
constexpr const char* kFirstPolicies = "splitee,splitee-s,random,final";
}  // namespace

MainWindow::MainWindow(Theme& theme, const std::filesystem::path& session, QWidget* parent)
    : QMainWindow(parent),
      theme_(theme),
      actions_(this),
      live_(new LivePage(setup_, controller_, actions_, theme, this)),
      messages_(new MessageBar(this)),
      runner_(new SetupRunner(setup_, controller_, actions_, *this)),
      session_(new SessionController(controller_, *runner_, *messages_, actions_, *this)),
      opener_(new FileOpener(setup_, session_->document(), *messages_, actions_, *this)),
      exitTables_(new ExitTables(controller_, *messages_, actions_, *this)),
      status_(new QLabel(this)),
      tabs_(new QTabBar(this)),
      runs_(new RunsPage(theme, this)),
      comparison_(new CompareView(theme, runs_)),
      screens_(new QStackedWidget(this)),
      sweeps_(new Sweeps(setup_, session_->document(), *runs_, theme)),
      undo_(new QUndoGroup(this)) {
    setWindowTitle(tr("SplitEE Workbench"));
    setMinimumSize(kLeastWidth,
                   kLeastHeight);  // fixed, so that no message and no panel makes the window grow
    resize(kFirstWidth, kFirstHeight);
    layOut();
    setMenuBar(new Menus(
        actions_, {opener_->recent(), *undo_, runs_->table().actions(), view().docks(), theme_},
        this));
    connectControllers();
    connectLive();
    connectComparison();
    connectRuns();
    connectSweeps();
    connectImports();
    connectJobs();
    connectAdvice();
    buildHelp();
    session_->begin(session);
    ExperimentFile first;  // for a dropped table: learners and the policies they are compared with
    first.experiment.policies = kFirstPolicies;
    setup_.load(first);
    applyTheme();
    showLive(false);
    refresh();
}

MainWindow::~MainWindow() = default;

SessionDocument& MainWindow::document() { return session_->document(); }
SetupPanel& MainWindow::panel() { return live_->panel(); }
RunView& MainWindow::view() const { return live_->view(); }
ShownRound& MainWindow::shownRound() { return live_->shownRound(); }
RecentFiles& MainWindow::recent() { return opener_->recent(); }

void MainWindow::layOut() {
    tabs_->setObjectName(QStringLiteral("pageTabs"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Pages"));
    tabs_->addTab(tr("Live"));
    tabs_->addTab(tr("Runs"));
    tabs_->setTabToolTip(kLive, tr("What plays now"));
    tabs_->setTabToolTip(kRuns, tr("All runs of a session, to be searched and compared"));
    screens_->addWidget(live_);
    runs_->setComparison(comparison_);
    screens_->addWidget(runs_);
    undo_->addStack(&setup_.undoStack());
    undo_->addStack(&runs_->undoStack());
    undo_->setActiveStack(&setup_.undoStack());
    auto* centre = new QWidget(this);
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs_);
    column->addWidget(screens_, 1);
    column->addWidget(messages_);
    setCentralWidget(centre);
    imports_ = new Imports(theme_, *centre);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    jobs_ = new Jobs(theme_, JobQueue::programBeside(QCoreApplication::applicationDirPath()),
                     KeptTrainings((folder + QStringLiteral("/trainings")).toStdString()), *centre);
    advise_ = new AdviseSheet(setup_, controller_, theme_, *centre);
    statusBar()->addWidget(status_, 1);
    statusBar()->addPermanentWidget(&jobs_->indicator());
    statusBar()->setSizeGripEnabled(false);
    status_->setTextFormat(Qt::PlainText);  // it quotes the name of a file
    status_->setContentsMargins(8, 0, 0, 0);
}

void MainWindow::buildHelp() {
    palette_ = new CommandPalette(*menuBar(), this);
    tour_ = new Tour(theme_, tourStops(view(), panel()), this);
    connect(actions_.palette, &QAction::triggered, palette_, &CommandPalette::open);
    connect(actions_.exportChart, &QAction::triggered, this, &MainWindow::exportChart);
    connect(actions_.tour, &QAction::triggered, this, &MainWindow::startTour);
    connect(actions_.help, &QAction::triggered, this, [this] {
        if (!showHelpOnFocus()) tour_->isVisible() ? tour_->next() : startTour();
    });
    if (auto* policies = panel().findChild<PolicyList*>())
        policies->setWhatsThis(panelHelp(QStringLiteral("policies")));
    findChild<TimeLine*>()->setWhatsThis(panelHelp(QStringLiteral("time-line")));
    runs_->table().setWhatsThis(panelHelp(QStringLiteral("runs")));
    for (const QString& name : view().docks().names()) {
        auto* dock = view().docks().findChild<Dock*>(name);
        dock->setWhatsThis(panelHelp(name));
        for (ChartPanel* chart : dock->findChildren<ChartPanel*>()) {
            chart->setWhatsThis(panelHelp(name));
            connect(chart, &ChartPanel::written, this,
                    [this](const QString& path) { showNotice(tr("Written to %1").arg(path)); });
        }
    }
}

void MainWindow::start(const Example& example) { load(example.file, true); }

void MainWindow::load(const ExperimentFile& file, bool playAtOnce) {
    opener_->cancel();
    messages_->dismiss();
    runner_->load(file, playAtOnce);
}

void MainWindow::openFile(const QString& path) { opener_->open(path); }

void MainWindow::lookForCutShort(const std::vector<std::filesystem::path>& sessions) {
    document().lookForCutShort(sessions);
}

// The tour shows a run, so there has to be one.
void MainWindow::startTour() {
    tabs_->setCurrentIndex(kLive);
    if (!live_->showsRun()) {
        const auto examples = bundledExamples();
        if (examples.empty()) return;
        live_->setWatchableSpeed(examples.front());
        start(examples.front());
    } else if (controller_.round() == 0) {
        controller_.play();
    }
    tour_->begin();
}

// The chart that has the keyboard, else the first that is seen.
void MainWindow::exportChart() {
    ChartPanel* wanted = nullptr;
    for (ChartPanel* chart : onRunsPage() ? comparison_->charts() : view().charts()) {
        if (!chart->isVisible()) continue;
        if (wanted == nullptr || chart->isAncestorOf(QApplication::focusWidget()) ||
            chart == QApplication::focusWidget())
            wanted = chart;
    }
    if (wanted != nullptr)
        wanted->exporter().writeByDialog();
    else
        messages_->show(
            tr("No chart is open: start an example or open a chart from the View menu"));
}

void MainWindow::showNotice(const QString& sentence) {
    statusBar()->showMessage(sentence, kNoticeMilliseconds);
}

// The live page with the run, or with the examples.
void MainWindow::showLive(bool run) {
    tabs_->setCurrentIndex(kLive);
    live_->showRun(run);
}

// From the welcome page to what is loaded.
void MainWindow::goBack() {
    if (live_->showsRun() || !hasSource(setup_.file())) return;
    showLive(true);
    view().setFocus();
}

void MainWindow::escape() {
    if (tour_->isVisible()) return tour_->end();
    if (!live_->showsRun()) return goBack();
    QWidget* focus = focusWidget();
    if (focus != nullptr && (focus->inherits("QAbstractSpinBox") || focus->inherits("QLineEdit")))
        view().setFocus();  // out of the field
    controller_.pause();
}

bool MainWindow::onRunsPage() const { return screens_->currentIndex() == kRuns; }

void MainWindow::showPage(int page) {
    screens_->setCurrentIndex(page);
    undo_->setActiveStack(page == kRuns ? &runs_->undoStack() : &setup_.undoStack());
    opener_->setBrowsesSessions(page == kRuns);
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
    lookForCutShort({session.toStdString()});
}

void MainWindow::refresh() {
    live_->welcome().setLoaded(hasSource(setup_.file()) ? sourceText(runner_->shown()) : QString());
    live_->refresh();
    status_->setText(onRunsPage() ? runs_->statusText() : statusText());
}

QString MainWindow::statusText() const {
    QStringList words;
    if (opener_->busy()) words << tr("Reading the file …");
    const ExperimentFile& shown = runner_->shown();
    if (hasSource(shown)) words << sourceText(shown) << tr("seed %1").arg(shown.experiment.seed);
    if (controller_.round() > 0)
        words << tr("logged to %1")
                     .arg(QString::fromStdString(controller_.session().filename().string()));
    if (const QString read = exitProgressText(controller_.observer()); !read.isEmpty())
        words << tr("reading all exits: %1").arg(read);
    if (runner_->waitsForNextRun())
        words << tr("the set-up has changed: it holds from the next run on");
    if (words.isEmpty()) words << tr("Choose an example to begin");
    return words.join(QStringLiteral("  ·  "));
}

void MainWindow::applyTheme() {
    qApp->setPalette(theme_.palette());
    setStyleSheet(splitee::styleSheet(theme_));
}

// A focused control that handles Space or Right gets them, not the actions.
bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QWidget* focus = focusWidget();
        const bool presses = qobject_cast<const QAbstractButton*>(focus) != nullptr ||
                             qobject_cast<const QAbstractItemView*>(focus) != nullptr;
        const bool inTable =
            onRunsPage() &&
            (key == Qt::Key_Space || key == Qt::Key_Right || key == Qt::Key_Escape ||
             key == Qt::Key_F || key == Qt::Key_L) &&
            static_cast<QKeyEvent*>(event)->modifiers() ==
                Qt::NoModifier;  // the shortcuts would act on the run of the other page
        if (inTable || (key == Qt::Key_Space && presses) ||
            (key == Qt::Key_Right && qobject_cast<const QAbstractSlider*>(focus) != nullptr)) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!jobs_->mayClose(*this)) return event->ignore();
    QMainWindow::closeEvent(event);
}

void MainWindow::restore(const QSettings& settings) {
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    recent().restore(settings);
    actions_.reduceMotion->setChecked(
        settings.value(QStringLiteral("window/reduce_motion")).toBool());
    if (controller_.observer().cache())
        controller_.observer().setOn(
            settings.value(QStringLiteral("window/read_exits"), true).toBool());
    actions_.linkRounds->setChecked(
        settings.value(QStringLiteral("window/link_rounds"), true).toBool());
    const auto seeds =
        settings.value(QStringLiteral("window/band_seeds"), static_cast<qlonglong>(kBandSeeds))
            .toLongLong();
    controller_.setBandSeeds(seeds);
    panel().bandSeeds().show(static_cast<double>(controller_.bandSeeds()));
    view().docks().restoreLayout(settings.value(QStringLiteral("window/docks")).toByteArray());
    if (const QByteArray look = settings.value(QStringLiteral("runs/look")).toByteArray();
        !look.isEmpty())
        runs_->setLook(lookFromJson(look));
}

void MainWindow::save(QSettings& settings) const {
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    opener_->recent().save(settings);
    settings.setValue(QStringLiteral("window/reduce_motion"), actions_.reduceMotion->isChecked());
    if (controller_.observer().cache())
        settings.setValue(QStringLiteral("window/read_exits"), controller_.observer().isOn());
    settings.setValue(QStringLiteral("window/link_rounds"), actions_.linkRounds->isChecked());
    settings.setValue(QStringLiteral("window/band_seeds"),
                      static_cast<qlonglong>(controller_.bandSeeds()));
    settings.setValue(QStringLiteral("window/docks"), view().docks().layoutState());
    settings.setValue(QStringLiteral("runs/look"), toJson(runs_->look()));
    settings.setValue(QStringLiteral("window/theme"), static_cast<int>(theme_.mode()));
}

}  // namespace splitee
