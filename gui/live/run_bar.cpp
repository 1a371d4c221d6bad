// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/run_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSlider>
#include <QToolButton>

#include <cmath>

#include "gui/live/run_actions.h"
#include "gui/run/run_controller.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

// 1, 2, 5, 10, .. rounds a second, and flat out at the end.
constexpr int kSpeeds = 13, kWatchable = 9;
constexpr int kProgressSteps = 1000;

double speedAt(int step) {
    if (step >= kSpeeds - 1) return kFlatOut;
    constexpr double kWithin[] = {1, 2, 5};
    return kWithin[step % 3] * std::pow(10, step / 3);
}

QString timeText(double seconds) {
    if (seconds < 90) return RunBar::tr("%1 s left").arg(numberText(std::ceil(seconds)));
    return RunBar::tr("%1 min left").arg(numberText(std::ceil(seconds / 60)));
}

}  // namespace

RunBar::RunBar(const RunActions& actions, RunController& controller, const Theme& theme,
               QWidget* parent)
    : QWidget(parent),
      actions_(actions),
      controller_(controller),
      theme_(theme),
      run_(new QToolButton(this)),
      speed_(new QSlider(Qt::Horizontal, this)),
      speedText_(new QLabel(this)),
      roundText_(new QLabel(this)),
      leftText_(new QLabel(this)),
      progress_(new QProgressBar(this)) {
    setObjectName(QStringLiteral("runBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 16, 6);
    row->setSpacing(8);
    run_->setObjectName(QStringLiteral("runButton"));
    run_->setDefaultAction(actions.run);
    run_->setMinimumWidth(92);
    row->addWidget(run_);
    for (QAction* action : {actions.step, actions.restart, actions.stop}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    run_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    run_->setFocusPolicy(Qt::TabFocus);

    auto* speedLabel = new QLabel(tr("Speed"), this);
    speedLabel->setObjectName(QStringLiteral("muted"));
    speed_->setRange(0, kSpeeds - 1);
    speed_->setPageStep(1);
    speed_->setFixedWidth(110);
    speed_->setAccessibleName(tr("Speed in rounds per second"));
    speed_->setToolTip(tr("From 1 round per second to unlimited"));
    speed_->installEventFilter(new WheelGuard(speed_));
    speedText_->setFixedWidth(92);
    row->addSpacing(16);
    row->addWidget(speedLabel);
    row->addWidget(speed_);
    row->addWidget(speedText_);

    progress_->setRange(0, kProgressSteps);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Rounds played"));
    row->addWidget(progress_, 1);
    roundText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    roundText_->setMinimumWidth(150);
    QFont bold = roundText_->font();
    bold.setWeight(QFont::DemiBold);
    roundText_->setFont(bold);
    row->addSpacing(8);
    row->addWidget(roundText_);
    leftText_->setObjectName(QStringLiteral("muted"));
    leftText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    leftText_->setMinimumWidth(170);
    row->addWidget(leftText_);

    connect(speed_, &QSlider::valueChanged, this, &RunBar::setSpeed);
    connect(&theme_, &Theme::changed, this, &RunBar::paintIcons);
    speed_->setValue(kSpeeds - 1);
    paintIcons();
    refresh();
}

void RunBar::setWatchableSpeed() { speed_->setValue(kWatchable); }

void RunBar::setSpeed(int step) {
    const double speed = speedAt(step);
    speedText_->setText(std::isinf(speed) ? tr("unlimited")
                                          : tr("%1 rounds/s").arg(numberText(speed)));
    controller_.setSpeed(speed);
}

void RunBar::paintIcons() {
    const QColor text = theme_.color(Token::Text);
    const QColor off = mixed(theme_.color(Token::Surface), text, 0.35);
    const bool playing = controller_.state() == RunController::State::Running;
    const QColor onAccent = theme_.palette().color(QPalette::HighlightedText);
    actions_.run->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("run"), onAccent,
                               theme_.color(Token::MutedText)));
    actions_.step->setIcon(icon(QStringLiteral("step"), text, off));
    actions_.restart->setIcon(icon(QStringLiteral("restart"), text, off));
    actions_.stop->setIcon(icon(QStringLiteral("stop"), text, off));
    actions_.run->setText(playing ? tr("Pause") : tr("Run"));
}

void RunBar::refresh() {
    using State = RunController::State;
    paintIcons();
    const auto round = static_cast<double>(controller_.round());
    const auto rounds = static_cast<double>(controller_.rounds());
    progress_->setValue(rounds > 0 ? static_cast<int>(kProgressSteps * round / rounds) : 0);
    const bool any = rounds > 0;
    roundText_->setText(any ? tr("round %1 of %2").arg(numberText(round), numberText(rounds))
                            : QString());
    const double rate = controller_.roundsPerSecond();
    switch (controller_.state()) {
        case State::Running:
            leftText_->setText(rate > 0
                                   ? tr("%1 rounds/s · %2")
                                         .arg(numberText(rate), timeText((rounds - round) / rate))
                                   : tr("starting"));
            break;
        case State::Paused:
            leftText_->setText(tr("paused"));
            break;
        case State::Finished:
            leftText_->setText(tr("finished"));
            break;
        case State::Stopped:
            leftText_->setText(tr("stopped"));
            break;
        case State::Opening:
            leftText_->setText(tr("opening"));
            break;
        case State::Failed:
            leftText_->setText(tr("failed"));
            break;
        case State::Ready:
        case State::Empty:
            leftText_->setText(any ? tr("ready") : QString());
            break;
    }
}

}  // namespace splitee
