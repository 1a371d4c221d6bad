// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/jobs_sheet.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/job_sheets/job_row.h"
#include "gui/job_sheets/training_chart.h"
#include "gui/jobs/job_queue.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/text_table.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kJobsWidth = 880, kTableHeight = 110, kLogHeight = 240, kChartHeight = 215,
              kRowsAtOnce = 3;

// What can be gone on with stays until it is discarded.
bool mayBeCleared(const Job& job) {
    return job.ended() && job.state() != Job::State::Paused &&
           !(job.canResume() && job.keepsCheckpoint());
}

// As high as its rows, where there is room.
class RowArea final : public QScrollArea {
public:
    using QScrollArea::QScrollArea;
    [[nodiscard]] QSize sizeHint() const override {
        return {kJobsWidth, widget() == nullptr ? 0 : widget()->sizeHint().height()};
    }
};

}  // namespace

JobsSheet::JobsSheet(JobQueue& queue, Theme& theme, QWidget* parent)
    : Sheet(kJobsWidth, parent),
      queue_(queue),
      empty_(new QLabel(tr("No jobs yet. Train a network, read an exit table or evaluate: the "
                           "menu Networks starts them."),
                        this)),
      scroll_(new RowArea(this)),
      list_(nullptr),
      chart_(new TrainingChart(theme, this)),
      exits_(new TextTableModel(this)),
      table_(new TextTableView(this)),
      log_(new QPlainTextEdit(this)),
      logButton_(new QPushButton(tr("Log"), this)),
      clear_(new QPushButton(tr("Remove ended"), this)),
      close_(new QPushButton(tr("Close"), this)) {
    setAccessibleName(tr("Jobs"));
    layOut(theme);
    connect(&queue_, &JobQueue::added, this, [this](Job* job) { add(*job); });
    connect(&queue_, &JobQueue::aboutToRemove, this, [this](Job* job) { drop(*job); });
    connect(&queue_, &JobQueue::changed, this, [this](Job* job) {
        if (job == chosen_) showChosen();
    });
    connect(close_, &QPushButton::clicked, this, [this] { leave(); });
    connect(clear_, &QPushButton::clicked, this, [this] {
        for (Job* job : queue_.jobs())
            if (mayBeCleared(*job)) queue_.remove(*job);
    });
    connect(logButton_, &QPushButton::toggled, this, [this] { showChosen(); });
    showChosen();
}

void JobsSheet::layOut(Theme& theme) {
    auto* title = new QLabel(tr("Jobs"), this);
    title->setObjectName(QStringLiteral("panelTitle"));
    title->setFont(theme.titleFont());
    empty_->setObjectName(QStringLiteral("muted"));
    empty_->setWordWrap(true);
    auto* inside = new QWidget(scroll_);
    inside->setObjectName(QStringLiteral("jobList"));
    list_ = new QVBoxLayout(inside);
    list_->setContentsMargins(0, 0, 0, 0);
    list_->setSpacing(6);
    list_->addStretch(1);
    scroll_->setObjectName(QStringLiteral("jobScroll"));
    scroll_->setWidget(inside);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    chart_->setMinimumHeight(kChartHeight);
    table_->setModel(exits_);
    table_->setAccessibleName(tr("Accuracy per exit"));
    table_->verticalHeader()->hide();
    log_->setObjectName(QStringLiteral("jobLog"));
    log_->setReadOnly(true);
    log_->setLineWrapMode(QPlainTextEdit::NoWrap);
    log_->setUndoRedoEnabled(false);
    log_->setMaximumBlockCount(static_cast<int>(Job::kMostLines));
    log_->setMinimumHeight(kLogHeight / 3);
    log_->setMaximumHeight(kLogHeight);
    log_->setTabChangesFocus(true);
    log_->setAccessibleName(tr("Log"));
    logButton_->setCheckable(true);
    logButton_->setToolTip(tr("What the program says of the chosen job"));
    clear_->setToolTip(tr("Take what is done, cancelled or failed out of the list; files stay"));
    close_->setToolTip(tr("Close; jobs go on (Esc)"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(logButton_);
    buttons->addStretch(1);
    buttons->addWidget(clear_);
    buttons->addWidget(close_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addWidget(empty_);
    column->addWidget(scroll_);
    column->addWidget(chart_, 1);
    column->addWidget(table_, 1);
    column->addWidget(log_);
    column->addLayout(buttons);
}

void JobsSheet::open(Job* job) {
    const auto jobs = queue_.jobs();
    if (job == nullptr) job = queue_.running();
    if (job == nullptr && chosen_ == nullptr && !jobs.empty()) job = jobs.back();
    if (job != nullptr) choose(job);
    showChosen();
    present();
    scrollToChosen();
    if (chosen_ != nullptr)
        rowOf(*chosen_)->setFocus(Qt::PopupFocusReason);
    else
        close_->setFocus(Qt::PopupFocusReason);
}

JobRow* JobsSheet::rowOf(const Job& job) const {
    const auto found =
        std::ranges::find(rows_, &job, [](const JobRow* row) { return &row->job(); });
    return found == rows_.end() ? nullptr : *found;
}

void JobsSheet::add(Job& job) {
    auto* row = new JobRow(job, scroll_->widget());
    rows_.push_back(row);
    list_->insertWidget(list_->count() - 1, row);
    connect(row, &JobRow::chosen, this, [this, &job] { choose(&job); });
    connect(row, &JobRow::pauseWanted, this, [this, &job] { queue_.pause(job); });
    connect(row, &JobRow::resumeWanted, this, [this, &job] { queue_.resume(job); });
    connect(row, &JobRow::cancelWanted, this, [this, &job] { queue_.cancel(job); });
    connect(row, &JobRow::openWanted, this, [this, &job] { emit openWanted(&job); });
    connect(
        row, &JobRow::removeWanted, this, [this, &job] { queue_.remove(job); },
        Qt::QueuedConnection);  // the row goes with the click
    connect(row, &JobRow::discardWanted, this, [this, &job] { emit discardWanted(&job); });
    if (chosen_ == nullptr) choose(&job);
    fitRows();
    showChosen();
}

void JobsSheet::drop(Job& job) {
    JobRow* row = rowOf(job);
    std::erase(rows_, row);
    delete row;
    if (chosen_ == &job) choose(rows_.empty() ? nullptr : &rows_.back()->job());
    fitRows();
    showChosen();
}

void JobsSheet::choose(Job* job) {
    if (job == chosen_) return;
    if (chosen_ != nullptr) disconnect(chosen_, &Job::logged, this, nullptr);
    chosen_ = job;
    for (JobRow* row : rows_) row->setChosen(&row->job() == job);
    scrollToChosen();
    if (job != nullptr)
        connect(job, &Job::logged, this,
                [this](const QString& line) { log_->appendPlainText(line); });
    showLog();
    showChosen();
}

void JobsSheet::scrollToChosen() {
    if (JobRow* row = chosen_ == nullptr ? nullptr : rowOf(*chosen_))
        scroll_->ensureWidgetVisible(row, 0, 0);
}

void JobsSheet::showLog() {
    log_->setPlainText(chosen_ == nullptr ? QString() : chosen_->log().join(QLatin1Char('\n')));
    log_->verticalScrollBar()->setValue(log_->verticalScrollBar()->maximum());
}

void JobsSheet::showChosen() {
    empty_->setVisible(rows_.empty());
    scroll_->setVisible(!rows_.empty());
    const bool training = chosen_ != nullptr && chosen_->isTraining();
    const bool evaluated = chosen_ != nullptr && chosen_->evaluation().has_value();
    const bool logShown = chosen_ != nullptr && logButton_->isChecked();
    chart_->setVisible(training && !logShown);  // there is room for one of them
    table_->setVisible(evaluated);
    if (training) chart_->show(chosen_->stands());
    if (evaluated) showExits();
    logButton_->setVisible(chosen_ != nullptr);
    log_->setVisible(logShown);
    const auto jobs = queue_.jobs();
    clear_->setVisible(
        std::ranges::any_of(jobs, [](const Job* job) { return mayBeCleared(*job); }));
    fitRows();
    place();
}

void JobsSheet::showExits() {
    const bool attached = chosen_->attaches();
    ChartTable table;
    if (attached)
        table.columns = {tr("exit"), tr("place"), tr("accuracy (%)"), tr("temperature")};
    else
        table.columns = {tr("exit"), tr("layer"), tr("accuracy (%)"), tr("mean confidence")};
    int exit = 0;
    for (const ExitFigures& one : chosen_->evaluation()->exits)
        table.rows +=
            QStringList{QString::number(++exit), attached ? one.place : shortText(one.depth),
                        numberText(100 * one.accuracy, 2),
                        attached && one.temperature <= 0
                            ? QString(QChar(0x2013))
                            : numberText(attached ? one.temperature : one.confidence, 3)};
    exits_->set(table);
    const int whole = table_->horizontalHeader()->sizeHint().height() + 6 +
                      exit * table_->verticalHeader()->defaultSectionSize();
    table_->setMinimumHeight(std::min(kTableHeight, whole));
    table_->setMaximumHeight(whole);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
}

void JobsSheet::fitRows() {
    if (rows_.empty()) return;
    const int each = rows_.front()->sizeHint().height() + list_->spacing();
    const int shown = std::min(kRowsAtOnce, static_cast<int>(rows_.size()));
    scroll_->updateGeometry();
    scroll_->setMinimumHeight(each);
    scroll_->setMaximumHeight(shown * each);
}

}  // namespace splitee
