// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/run_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
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
constexpr int kSpeeds = 13, kWatchable = 9, kWatchableLive = 3;
constexpr int kProgressSteps = 1000;

double speedAt(int step) {
    if (step >= kSpeeds - 1) return kFlatOut;
    constexpr double kWithin[] = {1, 2, 5};
    return kWithin[step % 3] * std::pow(10, step / 3);
}

constexpr double kLongestSeconds = 89;  // that are told as seconds

// What gives way where the bar is short, in this order.
constexpr int kIcons = 1, kNoProgress = 2, kBriefly = 3, kDigits = 4;

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

RunBar::RunBar(const RunActions& actions, RunController& controller, const Theme& theme,
               QWidget* parent)
    : QWidget(parent),
      actions_(actions),
      controller_(controller),
      theme_(theme),
      run_(new QToolButton(this)),
      speed_(new QSlider(Qt::Horizontal, this)),
      speedLabel_(new QLabel(tr("Speed"), this)),
      speedText_(new QLabel(this)),
      roundText_(new QLabel(this)),
      leftText_(new QLabel(this)),
      progress_(new QProgressBar(this)) {
    setObjectName(QStringLiteral("runBar"));
    setAttribute(Qt::WA_StyledBackground);
    layOut(actions);
    connect(speed_, &QSlider::valueChanged, this, &RunBar::setSpeed);
    connect(&theme_, &Theme::changed, this, &RunBar::paintIcons);
    speed_->setValue(kSpeeds - 1);
    paintIcons();
    refresh();
}

void RunBar::layOut(const RunActions& actions) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 16, 6);
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
    progress_->setRange(0, kProgressSteps);
    progress_->setTextVisible(false);
    progress_->setMinimumWidth(60);
    progress_->setAccessibleName(tr("Rounds played"));
    row->addWidget(progress_, 1);
    roundText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont bold = roundText_->font();
    bold.setWeight(QFont::DemiBold);
    roundText_->setFont(bold);
    row->addWidget(roundText_);
    leftText_->setObjectName(QStringLiteral("muted"));
    leftText_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(leftText_);
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
    progress_->setVisible(step < kNoProgress);
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
    const bool playing = controller_.state() == RunController::State::Running;
    const QColor onAccent = theme_.palette().color(QPalette::HighlightedText);
    actions_.run->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("run"), onAccent,
                               theme_.color(Token::MutedText)));
    actions_.step->setIcon(icon(QStringLiteral("step"), text, off));
    actions_.restart->setIcon(icon(QStringLiteral("restart"), text, off));
    actions_.stop->setIcon(icon(QStringLiteral("stop"), text, off));
    actions_.run->setText(playing ? tr("Pause") : tr("Run"));
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

void RunBar::refresh() {
    const auto round = static_cast<double>(controller_.round());
    const auto rounds = static_cast<double>(controller_.rounds());
    if (rounds != fittedRounds_) return fit();
    paintIcons();
    progress_->setValue(rounds > 0 ? static_cast<int>(kProgressSteps * round / rounds) : 0);
    roundText_->setText(roundText());
    leftText_->setText(leftText());
    leftText_->setToolTip(controller_.roundsPerSecond() > 0
                              ? tr("%1 rounds/s").arg(numberText(controller_.roundsPerSecond()))
                              : QString());
}

}  // namespace splitee
