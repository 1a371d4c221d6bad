// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/live/what_if.h"

#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <algorithm>

#include "engine/analysis/comparison.h"
#include "engine/run/schedule.h"
#include "gui/charts/what_if_chart.h"
#include "gui/live/exit_words.h"
#include "gui/live/run_view.h"
#include "gui/live/setting_marks.h"
#include "gui/run/experiment_fields.h"
#include "gui/run/policy_color.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/panel_header.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kDragEndsMilliseconds = 800;  // without a change and with no button held
constexpr int kSlowMilliseconds = 250;
constexpr int kTextHeight = 96;

QString changed(const Experiment& before, const Experiment& now) {
    QStringList parts;
    for (const std::string_view setting : kSettings) {
        const std::string key(setting);
        const double old = fieldValue(before, key).toDouble(),
                     fresh = fieldValue(now, key).toDouble();
        if (old != fresh) parts += changeText(key, old, fresh);
    }
    return parts.join(QStringLiteral(", "));
}

template <class Value, class Each>
double meanOf(const std::vector<Value>& values, Each&& each) {
    double sum = 0;
    for (const Value& value : values) sum += each(value);
    return sum / static_cast<double>(values.size());
}

QString points(const std::optional<Estimate>& accuracy) {
    if (!accuracy) return WhatIf::tr("accuracy not known");
    if (accuracy->mean == 0 && accuracy->halfWidth.value_or(0) == 0)
        return WhatIf::tr("accuracy unchanged");
    if (!accuracy->halfWidth)
        return WhatIf::tr("accuracy %1 points").arg(signedText(accuracy->mean, 2));
    return WhatIf::tr("accuracy %1 ± %2 points")
        .arg(signedText(accuracy->mean, 2), numberText(*accuracy->halfWidth, 2));
}

// The same samples under two settings.
QString against(const SeedPolicy& now, const SeedPolicy& before) {
    const auto costOf = [](const RunSummary& run) { return run.costMean; };
    const double fresh = meanOf(now.summaries, costOf), old = meanOf(before.summaries, costOf);
    const auto comparison = compare(now.summaries, before.summaries);
    return WhatIf::tr("cost %1 % (%2 → %3 λ per sample), %4")
        .arg(signedText(100 * (fresh / old - 1), 1), numberText(old, 2), numberText(fresh, 2),
             points(comparison ? comparison->accuracy : std::nullopt));
}

QString againstFinal(const SeedPolicy& now, const SeedPolicy& final) {
    const double change =
        -meanOf(now.summaries, [](const RunSummary& run) { return run.costReductionVsFinal; });
    const auto comparison = compare(now.summaries, final.summaries);
    return WhatIf::tr("cost %1 %, %2")
        .arg(signedText(change, 1), points(comparison ? comparison->accuracy : std::nullopt));
}

}  // namespace

WhatIf::WhatIf(Setup& setup, RunController& controller, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      controller_(controller),
      tables_(setup, controller),
      theme_(theme),
      chart_(new WhatIfChart(theme, this)),
      head_(new QLabel(this)),
      text_(new QLabel(this)) {
    setAccessibleName(tr("What if the costs were…"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 6);
    column->setSpacing(4);
    column->addWidget(chart_->findChild<PanelHeader*>());  // the dock shows one header, the chart's
    column->addWidget(chart_, 1);
    head_->setObjectName(QStringLiteral("muted"));
    head_->setTextFormat(Qt::PlainText);
    head_->setWordWrap(true);
    head_->setContentsMargins(12, 0, 12, 0);
    column->addWidget(head_);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->setMaximumHeight(kTextHeight);
    scroll->setAccessibleName(tr("Result of the setting in words"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::RichText);
    text_->setContentsMargins(12, 0, 12, 4);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    scroll->setWidget(text_);
    scroll->viewport()->setAutoFillBackground(false);  // the card shows through
    text_->setAutoFillBackground(false);
    column->addWidget(scroll);
    dragEnds_.setSingleShot(true);
    dragEnds_.setInterval(kDragEndsMilliseconds);
    connect(&dragEnds_, &QTimer::timeout, this, [this] {
        if (QGuiApplication::mouseButtons() != Qt::NoButton)
            return dragEnds_.start();  // still held
        dragging_ = false;
        emit rested();
    });
    slow_.setSingleShot(true);
    slow_.setInterval(kSlowMilliseconds);
    connect(&slow_, &QTimer::timeout, this, &WhatIf::updateText);
    connect(&setup_, &Setup::changed, this, &WhatIf::setupChanged);
    connect(&controller, &RunController::sourceOpened, this, &WhatIf::setupChanged);
    connect(&controller, &RunController::stateChanged, this, &WhatIf::setupChanged);
    connect(&controller, &RunController::tablesChanged, this, &WhatIf::setupChanged);
    connect(&controller, &RunController::bandSeedsChanged, this, [this] {
        if (isVisible() && askedTables_ != nullptr) requestReplay();
    });
    connect(&controller.observer(), &ExitObserver::changed, this, &WhatIf::setupChanged);
    connect(&theme_, &Theme::changed, this, &WhatIf::updateText);
}

QString WhatIf::words() const {
    return head_->text() + QLatin1Char('\n') +
           QTextDocumentFragment::fromHtml(text_->text()).toPlainText();
}

void WhatIf::setHidden(const std::set<std::string>& policies) {
    hidden_ = policies;
    chart_->setHidden(policies);
    updateText();
}

void WhatIf::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setupChanged();
}

void WhatIf::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    work_.cancel();
    ++number_;  // what comes now was not asked for
    asked_ = {};
    askedTables_.reset();
    slow_.stop();
}

// A setting that moves leaves what there was before as a ghost, until it rests; another source or
// policy leaves nothing.
void WhatIf::setupChanged() {
    if (!isVisible()) return;
    const auto& open = tables_.look();
    if (!open) return showSentence(whyNoTables(tables_, controller_.observer()));
    chart_->setVisible(true);
    const ExperimentFile& file = setup_.file();
    const bool first = !askedTables_ || askedTables_->hash != open->hash;
    if (!first && asked_.experiment == file.experiment) return;
    if (first || !sameButSettings(asked_, file)) {
        before_ = {};
        dragging_ = false;
    } else {
        if (!dragging_ && now_.replay && now_.file.experiment == asked_.experiment) before_ = now_;
        dragging_ = true;
        dragEnds_.start();
    }
    asked_ = file;
    askedTables_ = open;
    requestReplay();
}

void WhatIf::requestReplay() {
    const int number = ++number_;
    if (!slow_.isActive()) slow_.start();
    using Replayed = Result<std::shared_ptr<const SeedReplay>>;
    work_.start(
        [tables = askedTables_, file = asked_,
         seeds = controller_.bandSeeds()](const std::stop_token& stop) -> Replayed {
            auto replayed = replaySeeds(*tables, file.experiment, stop, {.seeds = seeds});
            if (!replayed) return tl::unexpected(replayed.error());
            return std::make_shared<const SeedReplay>(std::move(*replayed));
        },
        [this, number, file = asked_](const Replayed& answer) {
            onReplayFinished(number, file, answer);
        });
}

// While a slider moves, an answer may be older than what was asked last, but never older than what
// is shown.
void WhatIf::onReplayFinished(int number, const ExperimentFile& file,
                              const Result<std::shared_ptr<const SeedReplay>>& replay) {
    if (!isVisible() || number <= shown_ || askedTables_ == nullptr ||
        !sameButSettings(file, asked_))
        return;
    if (!replay && number < number_) return;  // cancelled for a newer one
    if (!replay) return showSentence(QString::fromStdString(replay.error().message));
    shown_ = number;
    now_ = {file, *replay};
    if (number == number_) slow_.stop();
    chart_->show(now_.replay, before_.replay);
    updateText();
    emit answered();
}

void WhatIf::showSentence(const QString& sentence) {
    work_.cancel();
    slow_.stop();
    ++number_;
    asked_ = {};
    askedTables_.reset();
    now_ = before_ = {};
    chart_->show(nullptr, nullptr);
    chart_->setVisible(false);  // the sentence has the room
    head_->setText(sentence);
    text_->clear();
}

QStringList WhatIf::lines() const {
    QStringList lines;
    const SeedReplay& now = *now_.replay;
    std::vector<std::string> policies;
    for (const SeedPolicy& policy : now.policies) policies.push_back(policy.policy);
    const std::vector<int> colors = policyColors(policies);
    for (std::size_t k = 0; k < now.policies.size(); ++k) {
        const SeedPolicy& policy = now.policies[k];
        if (hidden_.contains(policy.policy)) continue;
        const bool compared =
            before_.replay && before_.replay->policies.size() == now.policies.size();
        const QString words = compared ? against(policy, before_.replay->policies[k])
                                       : againstFinal(policy, now.final);
        lines += QStringLiteral("<span style='color:%1; font-weight:600'>%2</span>: %3")
                     .arg(theme_.policyText(colors[k]).name(),
                          policyName(policy.policy).toHtmlEscaped(), words);
    }
    return lines;
}

void WhatIf::updateText() {
    if (!now_.replay) return;
    const QString runs = tr("Mean of %1 seeds of %2 rounds, band 95 %")
                             .arg(now_.replay->seeds)
                             .arg(numberText(static_cast<double>(now_.replay->rounds)));
    const QString what =
        before_.replay ? changed(before_.file.experiment, now_.file.experiment) : QString();
    QString head = what.isEmpty() ? tr("%1. Against the final exit:").arg(runs)
                                  : tr("%1. %2, against the thin grey lines:").arg(runs, what);
    if (shown_ < number_ && !slow_.isActive()) head += tr(" (computing …)");
    head_->setText(head);
    text_->setText(lines().join(QStringLiteral("<br>")));
}

}  // namespace splitee
