// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/why/why_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "gui/run/policy_rules.h"
#include "gui/run/run_controller.h"
#include "gui/run/shown_round.h"
#include "gui/run/text_line.h"
#include "gui/why/confidence_bars.h"
#include "gui/why/round_words.h"
#include "gui/why/split_outcomes.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kCalmWhy = 250;  // while a run plays, the last round is refreshed four times a second
constexpr int kLateMilliseconds = 200;  // an answer that takes longer is announced
constexpr double kMarkShare = 0.14;
constexpr qsizetype kMostTextQuoted = 240;  // characters of a text
constexpr int kImageSide = 96;              // pixels, at least as much as it has

}  // namespace

WhyPanel::WhyPanel(RunController& controller, ShownRound& shown, const Theme& theme,
                   QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      shown_(shown),
      theme_(theme),
      policy_(new QComboBox(this)),
      previous_(new QToolButton(this)),
      next_(new QToolButton(this)),
      last_(new QToolButton(this)),
      box_(new NumberField({1, 1e12, 0, 0, 1}, QString(), this)),
      hint_(new QLabel(this)),
      scroll_(new QScrollArea(this)),
      bars_(new ConfidenceBars(theme, this)),
      arms_(new TextTableView(this)),
      outcomes_(new TextTableView(this)),
      model_(new TextTableModel(this)),
      outcomeModel_(new TextTableModel(this)) {
    setAccessibleName(tr("Why this layer?"));
    setFocusPolicy(Qt::StrongFocus);  // of its own: Space and Right still play
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    buildControls();
    column->addWidget(hint_);
    column->addWidget(scroll_, 1);
    hint_->setObjectName(QStringLiteral("muted"));
    hint_->setTextFormat(Qt::PlainText);
    hint_->setWordWrap(true);
    buildAnswer();
    soon_.setSingleShot(true);
    soon_.setInterval(kCalmWhy);
    late_.setSingleShot(true);
    late_.setInterval(kLateMilliseconds);
    connect(&soon_, &QTimer::timeout, this, &WhyPanel::requestAccount);
    connect(&late_, &QTimer::timeout, this, [this] {
        hint_->setText(
            tr("Replaying the run up to round %1 …").arg(numberText(static_cast<double>(round_))));
        hint_->show();
    });
    connect(&inquiry_, &RoundInquiry::answered, this, &WhyPanel::showAccount);
    connect(&inquiry_, &RoundInquiry::failed, this, &WhyPanel::showHint);
    connect(&controller_, &RunController::sourceOpened, this, &WhyPanel::begin);
    connect(&controller_, &RunController::advanced, this, &WhyPanel::advance);
    connect(&controller_, &RunController::tablesChanged, this, [this] {
        if (account_) requestAccount();  // what the other exits say is known, or no longer
    });
    connect(&shown_, &ShownRound::moved, this, [this] {
        last_->setChecked(follows());
        requestAccount();
    });
    connect(&controller_, &RunController::aboutToOpen, this, [this] {
        inquiry_.cancel();
        late_.stop();
        account_.reset();
        policy_->clear();
        showHint(tr("No rounds yet. Press Space to run; then click a round in a chart."));
    });
    connect(&theme_, &Theme::changed, this, &WhyPanel::applyTheme);
    applyTheme();
    showHint(tr("No rounds yet. Press Space to run; then click a round in a chart."));
}

void WhyPanel::buildControls() {
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    policy_->setAccessibleName(tr("Policy"));
    policy_->setToolTip(tr("Policy whose choice is explained"));
    policy_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    policy_->setMinimumContentsLength(9);
    connect(policy_, &QComboBox::activated, this, &WhyPanel::requestAccount);
    box_->setTexts(tr("Round"),
                   tr("The round that is explained; a click on a chart chooses one too"));
    box_->setMinimumWidth(90);
    connect(box_, &NumberField::edited, this,
            [this](double round) { showRound(static_cast<std::int64_t>(round)); });
    const auto dress = [](QToolButton* button, const QString& text, const QString& name,
                          const QString& help) {
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(help);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    };
    dress(previous_, QStringLiteral("‹"), tr("Previous round"), tr("One round back"));
    dress(next_, QStringLiteral("›"), tr("Next round"), tr("One round on"));
    dress(last_, tr("Last"), tr("Last round"), tr("Follow the last round while it plays"));
    last_->setCheckable(true);
    last_->setChecked(true);
    connect(previous_, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { step(1); });
    connect(last_, &QToolButton::clicked, this,
            [this](bool on) { on ? followLast() : showRound(round_); });
    row->addWidget(policy_, 1);
    row->addWidget(previous_);
    row->addWidget(box_);
    row->addWidget(next_);
    row->addWidget(last_);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void WhyPanel::buildAnswer() {
    auto* inside = new QWidget(scroll_);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(6);
    const auto text = [&](QLabel*& label) {
        label = new QLabel(inside);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    };
    const auto title = [&](const QString& words) {
        auto* label = new QLabel(words, inside);
        titles_ += label;
        column->addSpacing(6);
        column->addWidget(label);
    };
    text(choice_);
    titles_ += choice_;
    text(text_);
    text_->setAccessibleName(tr("Text of the sample"));
    image_ = new QLabel(inside);
    image_->setAccessibleName(tr("Image of the sample"));
    image_->hide();
    column->addWidget(image_);
    text(sample_);
    title(tr("Confidence of each exit"));
    column->addWidget(bars_);
    title(tr("How it chose"));
    text(formula_);
    column->addWidget(arms_);
    text(words_);
    words_->setObjectName(QStringLiteral("muted"));
    title(tr("What it cost"));
    text(cost_);
    title(tr("What it earned"));
    text(reward_);
    title(tr("Had it split at another layer"));
    column->addWidget(outcomes_);
    text(outcomeWords_);
    outcomeWords_->setObjectName(QStringLiteral("muted"));
    column->addStretch(1);
    arms_->setModel(model_);
    arms_->setAccessibleName(tr("Index of every layer"));
    outcomes_->setModel(outcomeModel_);
    outcomes_->setAccessibleName(tr("This sample, split at every layer"));
    for (TextTableView* table : {arms_, outcomes_}) {
        table->setSelectionMode(QAbstractItemView::NoSelection);
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    }
    scroll_->setWidget(inside);
    scroll_->setWidgetResizable(true);
    for (QWidget* part : {inside, scroll_->viewport()})
        part->setAutoFillBackground(false);  // the card shows through
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void WhyPanel::applyTheme() {
    for (QLabel* label : titles_) label->setFont(theme_.titleFont());
    QPalette table = arms_->palette();
    table.setColor(QPalette::Base, theme_.color(Token::Surface));
    arms_->setPalette(table);
    outcomes_->setPalette(table);
    if (!account_) return;
    fillArms();
    showOutcomes(*account_);
}

void WhyPanel::begin() {
    policy_->clear();
    for (const RunHistory& run : controller_.histories()) policy_->addItem(run.label());
    last_->setChecked(follows());
}

bool WhyPanel::follows() const { return shown_.isLive(); }

void WhyPanel::showRound(std::int64_t round) {
    round = std::clamp<std::int64_t>(round, 1, std::max<std::int64_t>(controller_.round(), 1));
    if (!follows() && shown_.round() == round)
        requestAccount();
    else
        shown_.choose(round);
    last_->setChecked(follows());
}

void WhyPanel::showRound(int policy, std::int64_t round) {
    policy_->setCurrentIndex(policy);
    showRound(round);
}

void WhyPanel::followLast() {
    if (follows())
        requestAccount();
    else
        shown_.goLive();
    last_->setChecked(true);
}

void WhyPanel::step(std::int64_t by) { showRound(round_ + by); }

void WhyPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) requestAccount();
}

void WhyPanel::advance() {
    if (!follows()) return;
    stale_ = true;
    if (isVisible() && !soon_.isActive()) soon_.start();
}

void WhyPanel::requestAccount() {
    soon_.stop();
    const int place = policy_->currentIndex();
    const auto& runs = controller_.histories();
    if (place < 0 || place >= static_cast<int>(runs.size()) || controller_.round() < 1) return;
    round_ = shown_.round();
    box_->show(static_cast<double>(round_));
    stale_ = !isVisible();
    if (stale_) return;
    const Experiment& experiment = controller_.played().experiment;
    const OpenedExperiment& opened = controller_.opened();
    const auto asked = static_cast<std::size_t>(place);
    std::vector<KeptRun> beside;
    for (std::size_t k = 0; k < runs.size(); ++k)
        if (k != asked) beside.push_back(controller_.kept(k));
    inquiry_.requestAccount({experiment,
                             {runs[asked].policy(), experiment.seed},
                             opened.tables,
                             round_,
                             opened.live,
                             controller_.kept(asked),
                             opened.depth,
                             opened.classNames,
                             controller_.tables(),
                             std::move(beside),
                             controller_.waypoints(asked).before(round_)});
    if (!late_.isActive()) late_.start();
}

void WhyPanel::showHint(const QString& sentence) {
    late_.stop();
    hint_->setText(sentence);
    hint_->show();
    scroll_->hide();
    previous_->setEnabled(false);
    next_->setEnabled(false);
}

void WhyPanel::showAccount(const RoundAccount& account) {
    late_.stop();
    account_ = account;
    hint_->hide();
    scroll_->show();
    previous_->setEnabled(account.record.round > 1);
    next_->setEnabled(account.record.round < controller_.round());
    previous_->setToolTip(previous_->isEnabled() ? tr("One round back")
                                                 : tr("This is the first round"));
    next_->setToolTip(next_->isEnabled() ? tr("One round on")
                                         : tr("This is the last round so far"));
    choice_->setText(choiceText(account));
    showText(account);
    showImage(account);
    sample_->setText(sampleText(account));
    bars_->show(
        account.seen, account.said(), account.record.split,
        usesAlpha(account.run.policy) ? std::optional(account.conditions.alpha) : std::nullopt);
    const PolicyRule rule = ruleOf(account.run.policy, account.experiment);
    formula_->setText(rule.formula);
    formula_->setVisible(!rule.formula.isEmpty());
    words_->setText(rule.words);
    cost_->setText(costLines(account).join(QLatin1Char('\n')));
    reward_->setText(rewardText(account));
    fillArms();
    showOutcomes(account);
}

// A long text is elided; the tooltip has it whole.
void WhyPanel::showText(const RoundAccount& account) {
    text_->setVisible(account.text.has_value());
    if (!account.text) return;
    const QString line = lineOf(*account.text);
    text_->setText(QStringLiteral("“%1”").arg(
        line.size() > kMostTextQuoted ? line.first(kMostTextQuoted) + QStringLiteral(" …") : line));
    text_->setToolTip(tipOf({line, {}, 0}));
}

// Small images are drawn larger, pixel by pixel.
void WhyPanel::showImage(const RoundAccount& account) {
    image_->setVisible(account.image && !account.image->pixels.empty());
    if (image_->isHidden()) return;
    const Image& image = *account.image;
    const QImage shown(image.pixels.data(), image.width, image.height, 3 * image.width,
                       QImage::Format_RGB888);
    const int least = std::min(image.width, image.height);
    image_->setPixmap(QPixmap::fromImage(
        least < kImageSide ? shown.scaled(shown.size() * ((kImageSide + least - 1) / least))
                           : shown.scaled(2 * kImageSide, kImageSide, Qt::KeepAspectRatio,
                                          Qt::SmoothTransformation)));
    image_->setToolTip(tr("As the network was shown it"));
}

// What no run has asked an exit stays unknown in a live run.
void WhyPanel::showOutcomes(const RoundAccount& account) {
    outcomeModel_->set(outcomeTable(account));
    outcomeModel_->mark(account.record.split - 1, mixed(theme_.color(Token::Surface),
                                                        theme_.color(Token::Accent), kMarkShare));
    for (const int narrow : {0, 1, 3, 4})
        outcomes_->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::ResizeToContents);
    fitRows(*outcomes_, account.depth.size());
    const QString rule =
        tr("Each row: the sample leaves at that exit with a confidence of at least "
           "α = %1, else the cloud answers.")
            .arg(shortText(account.conditions.alpha));
    outcomeWords_->setText(std::ranges::all_of(splitOutcomes(account), &SplitOutcome::known)
                               ? rule
                               : rule + QLatin1Char(' ') +
                                     tr("A dash: nobody has asked the network for that exit."));
}

void WhyPanel::fitRows(TextTableView& table, std::size_t rows) {
    table.setFixedHeight(table.horizontalHeader()->sizeHint().height() +
                         table.verticalHeader()->defaultSectionSize() * static_cast<int>(rows) + 2);
}

void WhyPanel::fillArms() {
    const RoundAccount& account = *account_;
    ChartTable table{{tr("Layer"), tr("Chosen"), tr("N"), tr("Mean Q"), tr("Radius"), tr("Index")},
                     {}};
    for (std::size_t i = 0; i < account.arms.size(); ++i) {
        const ArmView& arm = account.arms[i];
        const bool tried = arm.pulls > 0 || std::isfinite(arm.index);
        const QString chosen = account.chosen.empty()
                                   ? QString(QChar(0x2013))
                                   : numberText(static_cast<double>(account.chosen[i + 1]));
        table.rows += QStringList{QString::number(i + 1),
                                  chosen,
                                  numberText(static_cast<double>(arm.pulls)),
                                  tried ? numberText(arm.mean, 4) : QString(QChar(0x2013)),
                                  numberText(arm.radius, 4),
                                  numberText(arm.index, 4)};
    }
    model_->set(table);
    for (const int narrow : {0, 1, 2})
        arms_->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::ResizeToContents);
    model_->mark(account.record.split - 1,
                 mixed(theme_.color(Token::Surface), theme_.color(Token::Accent), kMarkShare));
    arms_->setVisible(!account.arms.empty());
    fitRows(*arms_, account.arms.size());
}

}  // namespace splitee
