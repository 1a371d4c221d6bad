// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QVBoxLayout>

#include "gui/app/message_bar.h"
#include "gui/app/recent_files.h"
#include "gui/app/welcome_page.h"
#include "gui/live/policy_legend.h"
#include "gui/live/regime_panel.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/live/what_if.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/session_document.h"
#include "gui/runs/runs_page.h"
#include "gui/setup/settings_in_force.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "gui/widgets/style_sheet.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kOpenSoonMilliseconds =
    150;  // while a slider moves, the source is not opened anew for each pixel
constexpr int kSendSoonMilliseconds = 120;  // nor does a schedule get an entry for each
constexpr int kWidth = 1280, kHeight = 800, kLeastWidth = 800, kLeastHeight = 560;
constexpr const char* kFirstPolicies = "splitee,splitee-s,random,final";
constexpr const char* kSettings[] = {"mu", "lambda1", "lambda2", "offload", "alpha"};

using State = RunController::State;

}  // namespace

MainWindow::MainWindow(Theme& theme, std::filesystem::path session, QWidget* parent)
    : QMainWindow(parent),
      theme_(theme),
      document_(new SessionDocument(this)),
      actions_(this),
      panel_(new SetupPanel(setup_, theme, this)),
      bar_(new RunBar(actions_, controller_, theme, this)),
      pages_(new QStackedWidget(this)),
      view_(new RunView(setup_, controller_, theme, this)),
      messages_(new MessageBar(this)),
      status_(new QLabel(this)),
      recent_(new RecentFiles(this)) {
    setWindowTitle(tr("SplitEE Workbench"));
    setAcceptDrops(true);
    setMinimumSize(kLeastWidth,
                   kLeastHeight);  // of its own, so that no message and no panel makes it grow
    resize(kWidth, kHeight);
    buildSession(session);
    ExperimentFile
        first;  // for a table that is dropped: learners and what they are measured against
    first.experiment.policies = kFirstPolicies;
    setup_.load(first);
    layOut();
    buildMenus();
    buildHelp();
    connectActions();
    connect(&theme_, &Theme::changed, this, &MainWindow::applyTheme);
    connect(&setup_, &Setup::changed, this, &MainWindow::setupChanged);
    connect(&controller_, &RunController::stateChanged, this, &MainWindow::refresh);
    connect(&controller_, &RunController::advanced, bar_, &RunBar::refresh);
    connect(&controller_, &RunController::failed, messages_, &MessageBar::show);
    connect(&controller_, &RunController::refused, messages_, &MessageBar::show);
    connect(view_, &RunView::failed, messages_, &MessageBar::show);
    openSoon_.setSingleShot(true);
    openSoon_.setInterval(kOpenSoonMilliseconds);
    connect(&openSoon_, &QTimer::timeout, this, [this] {
        QWidget* had = focusWidget();  // whoever is typing goes on
        open(false);
        if (had != nullptr && had->isVisible()) had->setFocus();
    });
    sendSoon_.setSingleShot(true);
    sendSoon_.setInterval(kSendSoonMilliseconds);
    connect(&sendSoon_, &QTimer::timeout, this, &MainWindow::sendSettings);
    applyTheme();
    showRuns(false);
    refresh();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut() {
    auto* welcome = new WelcomePage(theme_, bundledExamples(), this);
    pages_->addWidget(welcome);
    pages_->addWidget(view_);
    pages_->setSizePolicy(
        QSizePolicy::Ignored,
        QSizePolicy::Ignored);  // where room is short, it is the pages that give way
    connect(welcome, &WelcomePage::chosen, this, [this](const Example& example) {
        if (!isLive(example.file))
            bar_->setWatchableSpeed();  // flat out it is over before one has looked
        start(example);
    });
    connect(welcome, &WelcomePage::openWanted, actions_.open, &QAction::trigger);
    connect(&panel_->source(), &SourcePicker::networkWanted, this, &MainWindow::chooseNetwork);
    connect(&reader_, &FileReader::failed, messages_, &MessageBar::show);
    connect(&reader_, &FileReader::busyChanged, this, &MainWindow::refresh);
    connect(welcome, &WelcomePage::tourWanted, actions_.tour, &QAction::trigger);
    connect(&panel_->source(), &SourcePicker::browseWanted, actions_.open, &QAction::trigger);
    auto* whatIf = new WhatIf(setup_, controller_, theme_, this);
    view_->docks().add(QStringLiteral("what-if"), tr("What-if"), whatIf, false);
    connect(&view_->legend(), &PolicyLegend::hiddenChanged, whatIf,
            [this, whatIf] { whatIf->setHidden(view_->legend().hidden()); });
    view_->docks().add(QStringLiteral("regime"), tr("Regime map"),
                       new RegimePanel(setup_, controller_, theme_, this), false);
    new SettingsInForce(setup_, controller_, panel_->settings(), this);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(panel_);
    middle->addWidget(pages_, 1);
    auto* live = new QWidget(this);
    auto* column = new QVBoxLayout(live);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addLayout(middle, 1);
    setCentralWidget(withRunsPage(live));
    statusBar()->addWidget(status_, 1);
    statusBar()->setSizeGripEnabled(false);
    status_->setTextFormat(Qt::PlainText);  // it quotes the name of a file
    status_->setContentsMargins(8, 0, 0, 0);
}

void MainWindow::connectActions() {
    connect(actions_.open, &QAction::triggered, this, &MainWindow::openByDialog);
    connect(actions_.saveExperiment, &QAction::triggered, this, &MainWindow::saveExperiment);
    connect(actions_.openSession, &QAction::triggered, this, &MainWindow::chooseSession);
    connect(actions_.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions_.reset, &QAction::triggered, panel_, &SetupPanel::resetToPaper);
    connect(actions_.run, &QAction::triggered, this, &MainWindow::runOrPause);
    connect(actions_.step, &QAction::triggered, &controller_, &RunController::step);
    connect(actions_.runTo, &QAction::triggered, this, &MainWindow::runTo);
    connect(actions_.restart, &QAction::triggered, this, &MainWindow::restart);
    connect(actions_.stop, &QAction::triggered, &controller_, &RunController::stop);
    connect(actions_.why, &QAction::triggered, view_, &RunView::askWhy);
    connect(actions_.follow, &QAction::triggered, this, [this] { view_->setFollow(true); });
    connect(actions_.reduceMotion, &QAction::toggled, view_, &RunView::setReducedMotion);
    connect(actions_.logRounds, &QAction::toggled, view_, &RunView::setLogRounds);
    connect(actions_.welcome, &QAction::triggered, this, [this] { showRuns(false); });
}

void MainWindow::start(const Example& example) { loadAndOpen(example.file, true); }

void MainWindow::loadAndOpen(const ExperimentFile& file, bool playAtOnce) {
    reader_.cancel();
    messages_->dismiss();
    setup_.load(file);
    open(playAtOnce);
}

void MainWindow::open(bool playAtOnce) {
    openSoon_.stop();
    sendSoon_.stop();
    sent_ = setup_.file();
    controller_.open(setup_.file(), playAtOnce);
    showRuns(true);
    view_->setFocus();
}

// Costs and the threshold change what plays; everything else waits for the next run, or opens it
// anew where none has begun.
void MainWindow::setupChanged() {
    if (controller_.busy())
        sendSoon_.start();
    else if (controller_.state() != State::Finished && controller_.state() != State::Stopped &&
             hasSource(setup_.file()))
        openSoon_.start();
    refresh();
}

void MainWindow::sendSettings() {
    for (const char* key : kSettings) {
        const QVariant value = fieldValue(setup_.experiment(), key);
        if (fieldValue(sent_.experiment, key) == value) continue;
        setFieldValue(sent_.experiment, key, value);
        controller_.change(key, value.toDouble());
    }
    const ExperimentFile& wanted = setup_.file();
    const bool same = wanted.table == sent_.table && wanted.model == sent_.model &&
                      wanted.dataset == sent_.dataset;
    if (!same || !isLive(sent_) || sent_.distortion == wanted.distortion)
        return;  // another source is for the next run
    sent_.distortion = wanted.distortion;
    controller_.distort(wanted.distortion.empty() ? "clean" : wanted.distortion);
}

void MainWindow::runOrPause() {
    switch (controller_.state()) {
        case State::Running:
            return controller_.pause();
        case State::Paused:
            return controller_.play();
        case State::Ready:
        case State::Opening:
            if (openSoon_.isActive()) return open(true);
            controller_.state() == State::Ready ? controller_.play() : controller_.runTo(0);
            return;
        default:
            open(true);
    }
}

// The changes that were made while it played are made again.
void MainWindow::restart() {
    ExperimentFile next = setup_.file();
    const ExperimentFile& was = controller_.played();
    if (!controller_.changes().empty() && next.table == was.table && next.model == was.model &&
        next.dataset == was.dataset) {
        const Experiment& played = was.experiment;
        for (const char* key : kSettings)
            setFieldValue(next.experiment, key, fieldValue(played, key));
        next.experiment.schedule = played.schedule;
        next.distortion = was.distortion;
    }
    if (!(next.experiment == setup_.experiment()) || next.distortion != setup_.file().distortion)
        setup_.edit(next, tr("Restart with the recorded changes"));
    open(true);
}

void MainWindow::showRuns(bool runs) {
    tabs_->setCurrentIndex(0);
    pages_->setCurrentIndex(runs ? 1 : 0);
    panel_->setVisible(runs);
    bar_->setVisible(runs);
}

void MainWindow::refresh() {
    const State state = controller_.state();
    const bool source = hasSource(setup_.file());
    actions_.run->setEnabled(source);
    actions_.step->setEnabled(state == State::Ready || controller_.busy());
    actions_.runTo->setEnabled(state == State::Ready || controller_.busy());
    actions_.restart->setEnabled(source);
    actions_.stop->setEnabled(controller_.busy());
    actions_.stop->setToolTip(controller_.busy() ? tr("End this run; its rounds are kept (Esc)")
                                                 : tr("Nothing is running"));
    actions_.step->setToolTip(actions_.step->isEnabled()
                                  ? tr("Play one round (Right)")
                                  : tr("This run is over: press Space to begin another"));
    bar_->refresh();
    const QString hint =
        state == State::Ready
            ? tr("Nothing played yet. Press Space to run, or Right to play one round at a time.")
            : QString();
    view_->setHint(hint);
    QStringList words;
    if (reader_.busy()) words << tr("Reading the file …");
    if (source) words << sourceText(setup_.file()) << tr("seed %1").arg(setup_.experiment().seed);
    if (controller_.round() > 0)
        words << tr("kept in %1")
                     .arg(QString::fromStdString(controller_.session().filename().string()));
    if ((controller_.busy() || state == State::Finished || state == State::Stopped) &&
        !sameButSettings(setup_.file(), controller_.played()) && controller_.changes().empty())
        words << tr("the set-up has changed: it holds from the next run on");
    if (words.isEmpty()) words << tr("Choose an example to begin");
    status_->setText(onRunsPage() ? runs_->statusText() : words.join(QStringLiteral("  ·  ")));
}

void MainWindow::applyTheme() {
    qApp->setPalette(theme_.palette());
    setStyleSheet(splitee::styleSheet(theme_));
}

// Space and Right belong to a control that has the focus and knows what to do with them.
bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const QWidget* focus = focusWidget();
        const bool presses = qobject_cast<const QAbstractButton*>(focus) != nullptr ||
                             qobject_cast<const QAbstractItemView*>(focus) != nullptr;
        const bool inTable = onRunsPage() &&
                             (key == Qt::Key_Space || key == Qt::Key_Right ||
                              key == Qt::Key_Escape || key == Qt::Key_F || key == Qt::Key_L) &&
                             static_cast<QKeyEvent*>(event)->modifiers() ==
                                 Qt::NoModifier;  // they would act on what plays, out of sight
        if (inTable || (key == Qt::Key_Space && presses) ||
            (key == Qt::Key_Right && qobject_cast<const QAbstractSlider*>(focus) != nullptr)) {
            event->accept();
            return true;
        }
    }
    return QMainWindow::event(event);
}

void MainWindow::restore(const QSettings& settings) {
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    recent_->restore(settings);
    actions_.reduceMotion->setChecked(
        settings.value(QStringLiteral("window/reduce_motion")).toBool());
    view_->docks().restoreLayout(settings.value(QStringLiteral("window/docks")).toByteArray());
    if (const QByteArray look = settings.value(QStringLiteral("runs/look")).toByteArray();
        !look.isEmpty())
        runs_->setLook(lookFromJson(look));
}

void MainWindow::save(QSettings& settings) const {
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    recent_->save(settings);
    settings.setValue(QStringLiteral("window/reduce_motion"), actions_.reduceMotion->isChecked());
    settings.setValue(QStringLiteral("window/docks"), view_->docks().layoutState());
    settings.setValue(QStringLiteral("runs/look"), toJson(runs_->look()));
    settings.setValue(QStringLiteral("window/theme"), static_cast<int>(theme_.mode()));
}

}  // namespace splitee
