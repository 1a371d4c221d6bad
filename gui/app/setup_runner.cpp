// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/setup_runner.h"

#include <QInputDialog>

#include <algorithm>
#include <limits>

#include "engine/fields.h"
#include "engine/policies/policy_info.h"
#include "engine/run/schedule.h"
#include "gui/live/run_actions.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/run_controller.h"
#include "gui/run/session_document.h"
#include "gui/run/setup.h"

namespace splitee {
namespace {

constexpr int kOpenSoonMilliseconds = 150;  // a dragged slider does not reopen the source per pixel
constexpr int kSendSoonMilliseconds = 120;  // nor add an entry to the schedule for each
constexpr std::int64_t kRoundsAhead = 1000;  // offered by "Run to round"

using RunState = RunController::State;

}  // namespace

SetupRunner::SetupRunner(Setup& setup, RunController& controller, const RunActions& actions,
                         QWidget& window)
    : QObject(&window), setup_(setup), controller_(controller), actions_(actions), window_(window) {
    connect(actions.run, &QAction::triggered, this, &SetupRunner::runOrPause);
    connect(actions.step, &QAction::triggered, &controller, &RunController::step);
    connect(actions.runTo, &QAction::triggered, this, &SetupRunner::requestRound);
    connect(actions.restart, &QAction::triggered, this, &SetupRunner::restart);
    connect(actions.stop, &QAction::triggered, &controller, &RunController::stop);
    connect(&setup, &Setup::changed, this, &SetupRunner::onSetupChanged);
    connect(&controller, &RunController::stateChanged, this, &SetupRunner::updateActions);
    openSoon_.setSingleShot(true);
    openSoon_.setInterval(kOpenSoonMilliseconds);
    connect(&openSoon_, &QTimer::timeout, this, &SetupRunner::openKeepingFocus);
    sendSoon_.setSingleShot(true);
    sendSoon_.setInterval(kSendSoonMilliseconds);
    connect(&sendSoon_, &QTimer::timeout, this, &SetupRunner::sendSettings);
    connect(&sendSoon_, &QTimer::timeout, this, &SetupRunner::settingsSent);
    updateActions();
}

void SetupRunner::load(const ExperimentFile& file, bool playAtOnce) {
    setup_.load(file);
    open(playAtOnce);
}

void SetupRunner::open(bool playAtOnce) {
    openSoon_.stop();
    sendSoon_.stop();
    sent_ = setup_.file();
    controller_.open(setup_.file(), playAtOnce);
    emit opened();
}

void SetupRunner::resume(const CutShort& runs) {
    setup_.load(runs.file);
    openSoon_.stop();  // it would begin new runs
    sendSoon_.stop();
    sent_ = setup_.file();
    controller_.goOn(runs.file, runs.runs);
    emit resumed();
}

// A field that is being typed into keeps the keyboard.
void SetupRunner::openKeepingFocus() {
    QWidget* had = window_.focusWidget();
    open(false);
    if (had != nullptr && had->isVisible()) had->setFocus();
}

// Costs and the threshold change the runs that play; everything else waits for the next run. Where
// none has begun, the set-up is opened anew.
void SetupRunner::onSetupChanged() {
    if (controller_.busy())
        sendSoon_.start();
    else if (!hasSource(setup_.file()))
        controller_.close();  // what was played is no longer what is set up
    else if (controller_.state() != RunState::Finished && controller_.state() != RunState::Stopped)
        openSoon_.start();
    updateActions();
}

// Costs of layers, or the way back from them, wait for the next run, and o and its factor with
// them.
void SetupRunner::sendSettings() {
    if (const QString policy = policyThatBlocks(); !policy.isEmpty() && !blockedChanges().empty())
        return emit restartNeeded(tr("%1 knows the whole schedule before its first round, so no "
                                     "setting can change during this run")
                                      .arg(policy));
    const bool sameLayers = setup_.experiment().offloadPerLayer == sent_.experiment.offloadPerLayer;
    for (const std::string_view setting : kSettings) {
        const std::string key(setting);
        if (!sameLayers && key.starts_with("offload")) continue;
        const QVariant value = fieldValue(setup_.experiment(), key);
        if (fieldValue(sent_.experiment, key) == value) continue;
        setFieldValue(sent_.experiment, key, value);
        controller_.change(key, value.toDouble());
    }
    const ExperimentFile& wanted = setup_.file();
    if (!sameSource(wanted, sent_) || !isLive(sent_) || sent_.distortion == wanted.distortion)
        return;  // another source is for the next run
    sent_.distortion = wanted.distortion;
    controller_.distort(wanted.distortion.empty() ? "clean" : wanted.distortion);
}

// Of a run that plays, the settings are sent along; nothing of one that is over changes.
bool SetupRunner::waitsForNextRun() const {
    const RunState state = controller_.state();
    if (state == RunState::Finished || state == RunState::Stopped)
        return toJson(setup_.file()) != toJson(sent_);
    return controller_.busy() && !sameButSettings(setup_.file(), sent_);
}

const ExperimentFile& SetupRunner::shown() const {
    return controller_.round() > 0 ? sent_ : setup_.file();
}

void SetupRunner::runOrPause() {
    switch (controller_.state()) {
        case RunState::Running:
            return controller_.pause();
        case RunState::Paused:
            return controller_.play();
        case RunState::Ready:
        case RunState::Opening:
            if (openSoon_.isActive()) return open(true);
            controller_.state() == RunState::Ready ? controller_.play() : controller_.runTo(0);
            return;
        default:
            open(true);
    }
}

// Changes made while the runs played are part of their schedule, and are repeated.
void SetupRunner::restart() {
    ExperimentFile next = setup_.file();
    const ExperimentFile& was = controller_.played();
    if (!controller_.changes().empty() && sameSource(next, was)) {
        const Experiment& played = was.experiment;
        for (const std::string_view key : kSettings)
            setFieldValue(next.experiment, std::string(key), fieldValue(played, std::string(key)));
        next.experiment.schedule = played.schedule;
        next.distortion = was.distortion;
    }
    if (!(next.experiment == setup_.experiment()) || next.distortion != setup_.file().distortion)
        setup_.edit(next, tr("Restart with the recorded changes"));
    open(true);
}

std::vector<std::pair<std::string, double>> SetupRunner::blockedChanges() const {
    std::vector<std::pair<std::string, double>> changes;
    const Experiment& played = controller_.played().experiment;
    const auto schedule = Schedule::of(played, controller_.rounds());
    if (!schedule) return changes;
    const Conditions now = schedule->at(controller_.round() + 1);
    for (const std::string_view setting : kSettings) {
        const std::string key(setting);
        const double wanted = fieldValue(setup_.experiment(), key).toDouble();
        if (wanted != now.setting(key) && wanted != fieldValue(played, key).toDouble())
            changes.emplace_back(key, wanted);
    }
    return changes;
}

QString SetupRunner::policyThatBlocks() const {
    const auto& policies = controller_.opened().policies;
    const auto found = std::ranges::find_if(policies, readsWholeSchedule);
    return found == policies.end() || !controller_.busy() ? QString() : policyName(*found);
}

void SetupRunner::restartWithChange() {
    ExperimentFile next = setup_.file();
    const Experiment& played = controller_.played().experiment;
    next.experiment.schedule = played.schedule;
    for (const auto& [key, value] : blockedChanges()) {
        next.experiment.schedule = withChange(
            next.experiment.schedule, key + "=" + shortNumber(value), controller_.round() + 1);
        setFieldValue(next.experiment, key, fieldValue(played, key));
    }
    setup_.edit(next, tr("Restart with the change"));
    open(true);
}

void SetupRunner::requestRound() {
    auto* dialog = new QInputDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Run to round"));
    dialog->setLabelText(tr("Play up to this round, then pause:"));
    const std::int64_t last =
        std::min<std::int64_t>(controller_.rounds(), std::numeric_limits<int>::max());
    dialog->setIntRange(static_cast<int>(std::min(controller_.round() + 1, last)),
                        static_cast<int>(last));
    dialog->setIntValue(static_cast<int>(std::min(controller_.round() + kRoundsAhead, last)));
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this](int round) { controller_.runTo(round); });
    dialog->open();
}

void SetupRunner::updateActions() {
    const bool busy = controller_.busy();
    const bool playable = controller_.state() == RunState::Ready || busy;
    const bool source = hasSource(setup_.file());
    const QString nothing = tr("There is nothing to play yet: choose an example or a source");
    const QString over = tr("This run is over: press Space to begin another");
    RunActions::allow(*actions_.run, source, nothing);
    RunActions::allow(*actions_.restart, source, nothing);
    RunActions::allow(*actions_.step, playable, source ? over : nothing);
    RunActions::allow(*actions_.runTo, playable, source ? over : nothing);
    RunActions::allow(*actions_.stop, busy, tr("Nothing is running"));
}

}  // namespace splitee
