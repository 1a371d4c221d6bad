// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/run_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

#include "gui/live/run_actions.h"
#include "gui/live/setting_marks.h"
#include "gui/live/source_pictures.h"
#include "gui/live/time_line.h"
#include "gui/run/run_controller.h"
#include "gui/run/shown_round.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

// 1, 2, 5, 10, .. rounds a second, and flat out at the end.
constexpr int kSpeeds = 13, kWatchable = 9, kWatchableLive = 3;

double speedAt(int step) {
    if (step >= kSpeeds - 1) return kFlatOut;
    constexpr double kWithin[] = {1, 2, 5};
    return kWithin[step % 3] * std::pow(10, step / 3);
}

constexpr double kLongestSeconds = 89;  // that are told as seconds

// What gives way where the bar is short, in this order.
constexpr int kIcons = 1, kBriefly = 2, kDigits = 3;

QString timeText(double seconds) {
    if (seconds <= kLongestSeconds)
        return RunBar::tr("%1 s left").arg(numberText(std::ceil(seconds)));
    return RunBar::tr("%1 min left").arg(numberText(std::ceil(seconds / 60)));
}

QString speedWords(double speed) {
    return std::isinf(speed) ? RunBar::tr("unlimited")
                             : RunBar::tr("%1 rounds/s").arg(numberText(speed));
}

void reserve(QLabel& label, const QStringList& texts) {
    int widest = 0;
    for (const QString& text : texts)
        widest = std::max(widest, label.fontMetrics().horizontalAdvance(text));
    label.setMinimumWidth(widest + 2);
}

}  // namespace

RunBar::RunBar(const RunActions& actions, RunController& controller, ShownRound& shown,
               const SourcePictures& pictures, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      actions_(actions),
      controller_(controller),
      shown_(shown),
      theme_(theme),
      run_(new QToolButton(this)),
      speed_(new QSlider(Qt::Horizontal, this)),
      speedLabel_(new QLabel(tr("Speed"), this)),
      speedText_(new QLabel(this)),
      roundText_(new QLabel(this)),
      leftText_(new QLabel(this)),
      timeLine_(new TimeLine(theme, this)),
      shownText_(new QLabel(this)),
      live_(new QToolButton(this)) {
    setObjectName(QStringLiteral("runBar"));
    setAttribute(Qt::WA_StyledBackground);
    layOut(actions);
    connect(speed_, &QSlider::valueChanged, this, &RunBar::setSpeed);
    connect(&theme_, &Theme::changed, this, &RunBar::paintIcons);
    connect(timeLine_, &TimeLine::roundChosen, &shown_, &ShownRound::choose);
    connect(timeLine_, &TimeLine::liveWanted, &shown_, &ShownRound::goLive);
    connect(&shown_, &ShownRound::moved, this, &RunBar::showRound);
    connect(&pictures, &SourcePictures::changed, this,
            [this, &pictures] { timeLine_->setPictures(pictures.pictures()); });
    connect(&controller_, &RunController::sourceOpened, this, &RunBar::showRun);
    connect(&controller_, &RunController::settingChanged, this, &RunBar::showRun);
    connect(&controller_, &RunController::stateChanged, this, [this] {
        if (controller_.rounds() == 0) showRun();
    });
    speed_->setValue(kSpeeds - 1);
    paintIcons();
    showRun();
    refresh();
}

void RunBar::layOut(const RunActions& actions) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 16, 4);
    column->setSpacing(3);
    column->addLayout(controls(actions));
    column->addLayout(timeRow(actions));
}

QLayout* RunBar::timeRow(const RunActions& actions) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(timeLine_, 1, Qt::AlignBottom);
    shownText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(shownText_);
    live_->setObjectName(QStringLiteral("liveButton"));
    live_->setDefaultAction(actions.live);
    live_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(live_);
    return row;
}

QLayout* RunBar::controls(const RunActions& actions) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    run_->setObjectName(QStringLiteral("runButton"));
    run_->setDefaultAction(actions.run);
    run_->setMinimumWidth(92);
    run_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    run_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(run_);
    for (QAction* action : {actions.step, actions.restart, actions.stop}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        buttons_.push_back(button);
    }
    speedLabel_->setObjectName(QStringLiteral("muted"));
    speed_->setRange(0, kSpeeds - 1);
    speed_->setPageStep(1);
    speed_->setFixedWidth(110);
    speed_->setAccessibleName(tr("Speed in rounds per second"));
    speed_->setToolTip(tr("From 1 round per second to unlimited"));
    speed_->installEventFilter(new WheelGuard(speed_));
    QStringList speeds;
    for (int step = 0; step < kSpeeds; ++step) speeds += speedWords(speedAt(step));
    reserve(*speedText_, speeds);
    row->addSpacing(8);
    row->addWidget(speedLabel_);
    row->addWidget(speed_);
    row->addWidget(speedText_);
    row->addStretch(1);
    roundText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont bold = roundText_->font();
    bold.setWeight(QFont::DemiBold);
    roundText_->setFont(bold);
    row->addWidget(roundText_);
    leftText_->setObjectName(QStringLiteral("muted"));
    leftText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(leftText_);
    return row;
}

void RunBar::setWatchableSpeed(bool live) { speed_->setValue(live ? kWatchableLive : kWatchable); }

void RunBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

// The texts get the room of the longest that they may show, so that nothing moves while it counts.
void RunBar::fit() {
    fittedRounds_ = static_cast<double>(controller_.rounds());
    const double most = std::max(fittedRounds_, 1.0);
    for (int step = 0; step <= kDigits; ++step) {
        giveWay(step);
        const QString all = numberText(most);
        reserve(*roundText_, {step >= kDigits ? all + QStringLiteral(" / ") + all
                                              : tr("round %1 of %2").arg(all, all)});
        QStringList left{timeText(kLongestSeconds), tr("starting"), tr("finished"), tr("stopped")};
        if (step < kBriefly)
            left += tr("%1 rounds/s · %2").arg(numberText(100'000), timeText(kLongestSeconds));
        reserve(*leftText_, left);
        reserve(*shownText_, {tr("showing %1").arg(all)});
        layout()->activate();
        if (layout()->minimumSize().width() <= width()) break;
    }
    refresh();
}

void RunBar::giveWay(int step) {
    step_ = step;
    for (QToolButton* button : buttons_)
        button->setToolButtonStyle(step >= kIcons ? Qt::ToolButtonIconOnly
                                                  : Qt::ToolButtonTextBesideIcon);
    speedLabel_->setVisible(step < kBriefly);
}

void RunBar::setSpeed(int step) {
    const double speed = speedAt(step);
    speedText_->setText(speedWords(speed));
    controller_.setSpeed(speed);
}

void RunBar::paintIcons() {
    const QColor text = theme_.color(Token::Text);
    const QColor off = mixed(theme_.color(Token::Surface), text, 0.35);
    playing_ = controller_.state() == RunController::State::Running;
    const QColor onAccent = theme_.palette().color(QPalette::HighlightedText);
    actions_.run->setIcon(icon(playing_ ? QStringLiteral("pause") : QStringLiteral("run"), onAccent,
                               theme_.color(Token::MutedText)));
    actions_.step->setIcon(icon(QStringLiteral("step"), text, off));
    actions_.restart->setIcon(icon(QStringLiteral("restart"), text, off));
    actions_.stop->setIcon(icon(QStringLiteral("stop"), text, off));
    actions_.run->setText(playing_ ? tr("Pause") : tr("Run"));
}

QString RunBar::roundText() const {
    if (controller_.rounds() == 0) return {};
    const QString round = numberText(static_cast<double>(controller_.round())),
                  rounds = numberText(static_cast<double>(controller_.rounds()));
    return step_ >= kDigits ? round + QStringLiteral(" / ") + rounds
                            : tr("round %1 of %2").arg(round, rounds);
}

QString RunBar::leftText() const {
    using State = RunController::State;
    const double rate = controller_.roundsPerSecond();
    switch (controller_.state()) {
        case State::Running: {
            if (rate <= 0) return tr("starting");
            const QString left =
                timeText(static_cast<double>(controller_.rounds() - controller_.round()) / rate);
            return step_ >= kBriefly ? left : tr("%1 rounds/s · %2").arg(numberText(rate), left);
        }
        case State::Paused:
            return tr("paused");
        case State::Finished:
            return tr("finished");
        case State::Stopped:
            return tr("stopped");
        case State::Opening:
            return tr("opening");
        case State::Failed:
            return tr("failed");
        case State::Ready:
        case State::Empty:
            break;
    }
    return controller_.rounds() > 0 ? tr("ready") : QString();
}

// What stands on the time line.
void RunBar::showRun() {
    const std::int64_t rounds = controller_.rounds();
    if (rounds == 0)
        timeLine_->setRun(0, {}, {});
    else
        timeLine_->setRun(rounds, settingMarks(controller_.played().experiment, rounds),
                          sourceBands(controller_.played(), rounds));
    showRound();
}

void RunBar::showRound() {
    const bool live = shown_.isLive();
    timeLine_->setRounds(controller_.round(), live ? 0 : shown_.round());
    shownText_->setText(
        live ? QString() : tr("showing %1").arg(numberText(static_cast<double>(shown_.round()))));
    RunActions::allow(*actions_.live, !live, tr("The newest round is shown already"));
}

void RunBar::refresh() {
    if (static_cast<double>(controller_.rounds()) != fittedRounds_) return fit();
    if (playing_ != (controller_.state() == RunController::State::Running)) paintIcons();
    showRound();
    roundText_->setText(roundText());
    leftText_->setText(leftText());
    leftText_->setToolTip(controller_.roundsPerSecond() > 0
                              ? tr("%1 rounds/s").arg(numberText(controller_.roundsPerSecond()))
                              : QString());
}

}  // namespace splitee
