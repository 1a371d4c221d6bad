// SPDX-License-Identifier: GPL-3.0-or-later
// How the sheet of advice is built: its fields, its results, its buttons.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "gui/advise/advice_chart.h"
#include "gui/advise/advise_sheet.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kAdviseWidth = 920, kValueWidth = 120, kSeedsWidth = 84, kThresholdsWidth = 130,
              kTableWidth = 456, kChartHeight = 100, kSentencesHeight = 84;
constexpr double kFirstAccuracy = 90, kFirstCost = 5, kFirstLatency = 50, kMostAdviceSeeds = 1000;
constexpr std::int64_t kAdviceSeeds = 20;

QLabel* formLabel(const QString& text, QWidget* field, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("muted"));
    label->setBuddy(field);
    return label;
}

QLabel* plainLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);  // it quotes names of files and policies
    label->setWordWrap(true);
    return label;
}

}  // namespace

AdviseSheet::AdviseSheet(Setup& setup, RunController& controller, Theme& theme, QWidget& page)
    : Sheet(kAdviseWidth, &page),
      setup_(setup),
      controller_(controller),
      theme_(theme),
      tables_(setup, controller),
      base_(plainLabel(this)),
      head_(plainLabel(this)),
      text_(plainLabel(this)),
      note_(plainLabel(this)),
      fault_(plainLabel(this)),
      stand_(plainLabel(this)),
      goal_(new QComboBox(this)),
      values_(new QStackedWidget(this)),
      accuracy_(new NumberField({0, 100, 2, 0, kFirstAccuracy}, QStringLiteral("%"), this)),
      cost_(new NumberField({0, 1e6, 3, 0, kFirstCost}, QStringLiteral("λ"), this)),
      latency_(new NumberField({0, 1e6, 1, 0, kFirstLatency}, QStringLiteral("ms"), this)),
      seeds_(new NumberField({1, kMostAdviceSeeds, 0, 0, 20}, {}, this)),
      thresholds_(new QLineEdit(QString::fromUtf8(kAdviceThresholds.data(),
                                                  static_cast<qsizetype>(kAdviceThresholds.size())),
                                this)),
      results_(nullptr),
      scroll_(new QScrollArea(this)),
      chart_(new AdviceChart(theme, this)),
      table_(new TextTableView(this)),
      model_(new TextTableModel(this)),
      bar_(new QProgressBar(this)),
      policy_(new QPushButton(tr("Save policy file…"), this)),
      markdown_(new QPushButton(tr("Save as Markdown…"), this)),
      copy_(new QPushButton(tr("Copy"), this)),
      use_(new QPushButton(tr("Use in set-up"), this)),
      close_(new QPushButton(this)),
      go_(new QPushButton(tr("Advise"), this)) {
    setAccessibleName(tr("Advise"));
    layOut(theme);
    accuracy_->show(kFirstAccuracy);
    cost_->show(kFirstCost);
    latency_->show(kFirstLatency);
    seeds_->show(static_cast<double>(kAdviceSeeds));
    connect(goal_, &QComboBox::currentIndexChanged, this, [this](int index) {
        values_->setCurrentIndex(index);
        refusal_.clear();
        refresh();
    });
    for (NumberField* field : {accuracy_, cost_, latency_, seeds_})
        connect(field, &NumberField::edited, this, [this] {
            refusal_.clear();
            refresh();
        });
    connect(thresholds_, &QLineEdit::textChanged, this, &AdviseSheet::refresh);
    connect(&work_, &AdviceWork::progressed, this, &AdviseSheet::refresh);
    connect(&work_, &AdviceWork::answered, this, &AdviseSheet::showAnswer);
    connect(&work_, &AdviceWork::cancelled, this, &AdviseSheet::refresh);
    connect(&work_, &AdviceWork::failed, this, [this](const QString& sentence) {
        refusal_ = sentence;
        refresh();
    });
    const auto follow = [this] {
        if (isVisible()) setupChanged();
    };
    connect(&setup_, &Setup::changed, this, follow);
    connect(&controller_, &RunController::sourceOpened, this, follow);
    connect(&controller_, &RunController::stateChanged, this, follow);
    connect(&controller_, &RunController::tablesChanged, this, follow);
    connect(&controller_.observer(), &ExitObserver::changed, this, follow);
    connect(chart_, &AdviceChart::failed, this, &AdviseSheet::failed);
    connect(chart_, &AdviceChart::written, this, &AdviseSheet::saved);
    connect(&theme_, &Theme::changed, this, [this] {
        if (answer_) showAnswer(answer_);
    });
    refresh();
}

void AdviseSheet::layOut(Theme& theme) {
    auto* title = new QLabel(tr("Advise"), this);
    title->setObjectName(QStringLiteral("panelTitle"));
    title->setFont(theme.titleFont());
    base_->setObjectName(QStringLiteral("muted"));
    fault_->setObjectName(QStringLiteral("filterFault"));
    bar_->setTextVisible(false);
    bar_->setObjectName(QStringLiteral("panelProgress"));
    bar_->setAccessibleName(tr("Progress of the advice"));
    results_ = results();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(base_);
    column->addLayout(formRow());
    column->addWidget(stand_);
    column->addWidget(bar_);
    column->addWidget(fault_);
    column->addWidget(results_, 1);
    column->addLayout(buttonRow());
}

QLayout* AdviseSheet::formRow() {
    const std::pair<QString, Goal> goals[] = {{tr("Accuracy of at least"), Goal::Accuracy},
                                              {tr("Cost per sample of at most"), Goal::Cost},
                                              {tr("Latency per sample of at most"), Goal::Latency},
                                              {tr("Largest mean reward"), Goal::Reward}};
    for (const auto& [text, goal] : goals) goal_->addItem(text, static_cast<int>(goal));
    goal_->setAccessibleName(tr("Goal"));
    goal_->setToolTip(tr("What must hold; the other figure is then made as good as it can be"));
    goal_->installEventFilter(new WheelGuard(goal_));
    accuracy_->setTexts(tr("Least accuracy"),
                        tr("So many of the answers must be right, at the least cost"));
    cost_->setTexts(tr("Highest cost"),
                    tr("A sample may cost so much on average, at the highest accuracy"));
    latency_->setTexts(tr("Highest latency"),
                       tr("The same in ms, where the costs are times (Exits and times)"));
    for (NumberField* field : {accuracy_, cost_, latency_}) values_->addWidget(field);
    values_->addWidget(new QWidget(values_));
    values_->setFixedWidth(kValueWidth);
    values_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    seeds_->setTexts(tr("Seeds"), tr("Runs of each candidate, with one seed after the other: more "
                                     "of them narrow the intervals"));
    seeds_->setFixedWidth(kSeedsWidth);
    thresholds_->setAccessibleName(tr("Thresholds"));
    thresholds_->setToolTip(
        tr("A list, as in 0.6, 0.7, or a range LOW..HIGH/COUNT, which is refined where a goal is "
           "just missed"));
    thresholds_->setFixedWidth(kThresholdsWidth);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(goal_);
    row->addWidget(values_);
    row->addSpacing(12);
    row->addWidget(formLabel(tr("Seeds"), seeds_, this));
    row->addWidget(seeds_);
    row->addSpacing(12);
    row->addWidget(formLabel(tr("Thresholds"), thresholds_, this));
    row->addWidget(thresholds_);
    row->addStretch(1);
    return row;
}

QWidget* AdviseSheet::results() {
    auto* made = new QWidget(this);
    head_->setFont(theme_.titleFont());
    for (QLabel* label : {head_, text_}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    head_->setAccessibleName(tr("The advice"));
    text_->setAccessibleName(tr("What it saves and loses"));
    note_->setObjectName(QStringLiteral("muted"));
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setMinimumHeight(kSentencesHeight / 2);
    scroll_->setMaximumHeight(kSentencesHeight);
    scroll_->setWidget(text_);
    scroll_->viewport()->setAutoFillBackground(false);  // the sheet shows through
    text_->setAutoFillBackground(false);
    chart_->setMinimumHeight(kChartHeight);
    table_->setModel(model_);
    table_->setFont(theme_.captionFont());
    table_->horizontalHeader()->setFont(theme_.captionFont());
    table_->setAccessibleName(tr("Candidates, each with the threshold that suits the goal best"));
    table_->setFixedWidth(kTableWidth);
    table_->setMinimumHeight(kChartHeight);
    table_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    table_->horizontalHeader()->setStretchLastSection(true);
    auto* pictures = new QHBoxLayout;
    pictures->setSpacing(8);
    pictures->addWidget(chart_, 1);
    pictures->addWidget(table_);
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(head_);
    column->addWidget(scroll_);
    column->addLayout(pictures, 1);
    column->addWidget(note_);
    return made;
}

QLayout* AdviseSheet::buttonRow() {
    policy_->setObjectName(QStringLiteral("savePolicy"));
    policy_->setToolTip(tr("A JSON file that devices and the program splitee play"));
    markdown_->setToolTip(tr("The sentences and the table as a text file"));
    copy_->setToolTip(tr("Copy the sentences and the table as Markdown"));
    use_->setToolTip(tr("The advised policy first, with its threshold and layer"));
    close_->setObjectName(QStringLiteral("close"));
    go_->setObjectName(QStringLiteral("advise"));
    go_->setProperty("primary", true);
    connect(policy_, &QPushButton::clicked, this, [this] {
        saveByDialog(tr("Save policy file"), QStringLiteral("policy.json"),
                     tr("Policy files (*.json)"), &AdviseSheet::savePolicyTo);
    });
    connect(markdown_, &QPushButton::clicked, this, [this] {
        saveByDialog(tr("Save as Markdown"), QStringLiteral("advice.md"), tr("Markdown (*.md)"),
                     &AdviseSheet::saveMarkdownTo);
    });
    connect(copy_, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromStdString(adviceMarkdown(answer_->request, answer_->advice)));
    });
    connect(use_, &QPushButton::clicked, this, &AdviseSheet::useInSetup);
    connect(close_, &QPushButton::clicked, this,
            [this] { work_.busy() ? work_.cancel() : leave(); });
    connect(go_, &QPushButton::clicked, this, &AdviseSheet::accept);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {policy_, markdown_, copy_, use_}) row->addWidget(button);
    row->addStretch(1);
    row->addWidget(close_);
    row->addWidget(go_);
    return row;
}

}  // namespace splitee
