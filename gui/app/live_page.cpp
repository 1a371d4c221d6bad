// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/live_page.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "engine/run/schedule.h"
#include "gui/app/examples.h"
#include "gui/app/welcome_page.h"
#include "gui/distortions/distortion_panel.h"
#include "gui/distortions/layer_map_panel.h"
#include "gui/distortions/severity_panel.h"
#include "gui/live/policy_legend.h"
#include "gui/live/regime_panel.h"
#include "gui/live/run_actions.h"
#include "gui/live/run_bar.h"
#include "gui/live/run_view.h"
#include "gui/live/source_pictures.h"
#include "gui/live/what_if.h"
#include "gui/run/run_controller.h"
#include "gui/run/setup.h"
#include "gui/run/shown_round.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/preview_view.h"
#include "gui/setup/settings_in_force.h"
#include "gui/setup/setup_panel.h"
#include "gui/setup/source_picker.h"
#include "sources/run_source.h"

namespace splitee {

LivePage::LivePage(Setup& setup, RunController& controller, const RunActions& actions, Theme& theme,
                   QWidget* window)
    : QWidget(window),
      setup_(setup),
      controller_(controller),
      actions_(actions),
      theme_(theme),
      shown_(new ShownRound(controller, this)),
      pictures_(new SourcePictures(controller, this)),
      panel_(new SetupPanel(setup, theme, this)),
      bar_(new RunBar(actions, controller, *shown_, *pictures_, theme, this)),
      pages_(new QStackedWidget(this)),
      view_(new RunView(setup, controller, *shown_, *pictures_, theme, this)),
      welcome_(new WelcomePage(theme, bundledExamples(), this)) {
    addWelcome();
    layOut();
    addPanels();
    connectActions();
    connect(&controller_, &RunController::advanced, bar_, &RunBar::refresh);
    connect(shown_, &ShownRound::pastChanged, this, &LivePage::showPastPreview);
    connect(&panel_->source(), &SourcePicker::browseWanted, actions_.open, &QAction::trigger);
}

void LivePage::layOut() {
    pages_->addWidget(view_);
    pages_->setSizePolicy(
        QSizePolicy::Ignored,
        QSizePolicy::Ignored);  // where room is short, it is the pages that give way
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(panel_);
    middle->addWidget(pages_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addLayout(middle, 1);
}

void LivePage::addWelcome() {
    pages_->addWidget(welcome_);
    connect(welcome_, &WelcomePage::chosen, this, &LivePage::exampleChosen);
    connect(welcome_, &WelcomePage::openWanted, actions_.open, &QAction::trigger);
    connect(welcome_, &WelcomePage::tourWanted, actions_.tour, &QAction::trigger);
}

void LivePage::addPanels() {
    auto* whatIf = new WhatIf(setup_, controller_, theme_, this);
    view_->docks().add(QStringLiteral("what-if"), tr("What-if"), whatIf, false);
    connect(&view_->legend(), &PolicyLegend::hiddenChanged, whatIf,
            [this, whatIf] { whatIf->setHidden(view_->legend().hidden()); });
    view_->docks().add(QStringLiteral("regime"), tr("Regime map"),
                       new RegimePanel(setup_, controller_, theme_, this), false);
    view_->docks().add(QStringLiteral("distortions"), tr("Distortions"),
                       new DistortionPanel(setup_, theme_, this), false);
    view_->docks().add(QStringLiteral("severity"), tr("By severity"),
                       new SeverityPanel(setup_, theme_, this), false);
    view_->docks().add(QStringLiteral("layer-map"), tr("Learned layer"),
                       new LayerMapPanel(setup_, controller_, theme_, this), false);
    new SettingsInForce(setup_, controller_, panel_->settings(), this);
}

void LivePage::connectActions() {
    connect(actions_.reset, &QAction::triggered, panel_, &SetupPanel::resetToPaper);
    connect(actions_.why, &QAction::triggered, view_, &RunView::showWhy);
    connect(actions_.live, &QAction::triggered, shown_, &ShownRound::goLive);
    connect(actions_.linkRounds, &QAction::toggled, view_, &RunView::setLinked);
    connect(actions_.follow, &QAction::triggered, this, [this] { view_->setFollow(true); });
    connect(actions_.reduceMotion, &QAction::toggled, view_, &RunView::setReducedMotion);
    connect(actions_.logRounds, &QAction::toggled, view_, &RunView::setLogRounds);
}

// The image of the round that is shown, as it was then; of another source there is none.
void LivePage::showPastPreview() {
    PreviewView& preview = panel_->source().live().preview();
    const PastRound* past = shown_->past();
    if (past == nullptr || !controller_.opened().live ||
        !sameSource(setup_.file(), controller_.played()))
        return preview.showPast(std::nullopt);
    const Experiment& played = controller_.played().experiment;
    const auto schedule = Schedule::of(played, controller_.rounds());
    const std::vector<std::string> names = sampleNames(controller_.played());
    const std::size_t source =
        schedule ? schedule->at(past->round).sourceOf(played.seed, past->round) : 0;
    preview.showPast(PreviewView::Past{past->runs.front().last.row,
                                       source < names.size() ? names[source] : std::string(),
                                       schedule ? schedule->at(past->round).alpha : past->alpha});
}

void LivePage::showRun(bool on) {
    pages_->setCurrentIndex(on ? 1 : 0);
    panel_->setVisible(on);
    bar_->setVisible(on);
}

bool LivePage::showsRun() const { return pages_->currentWidget() == view_; }

void LivePage::setWatchableSpeed(const Example& example) {
    bar_->setWatchableSpeed(isLive(example.file));
}

void LivePage::refresh() {
    bar_->refresh();
    view_->setHint(nextStep());
}

QString LivePage::nextStep() const {
    const RunController::State state = controller_.state();
    if (state == RunController::State::Ready)
        return tr("Nothing played yet. Press Space to run, or Right to play one round at a time.");
    const ExperimentFile& file = setup_.file();
    if (isLive(file) && file.dataset.empty())
        return (panel_->source().live().kind() == InputKind::Text
                    ? tr("Next: choose the texts for %1 under Dataset, or drop a file of them on "
                         "the window.")
                    : tr("Next: choose the images for %1 under Dataset, or drop a folder of them "
                         "on the window."))
            .arg(sourceLabel(file.model));
    if (state == RunController::State::Failed && controller_.histories().empty())
        return tr(
            "The source could not be opened. Choose another one under Source, or drop a file "
            "or folder on the window.");
    return {};
}

}  // namespace splitee
