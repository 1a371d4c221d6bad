// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/jobs.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "gui/job_sheets/job_form_sheets.h"
#include "gui/job_sheets/job_indicator.h"
#include "gui/job_sheets/job_words.h"
#include "gui/job_sheets/jobs_sheet.h"
#include "gui/job_sheets/source_form.h"
#include "gui/job_sheets/train_form.h"
#include "gui/setup/dataset_picker.h"

namespace splitee {

Jobs::Jobs(Theme& theme, const QString& program, KeptTrainings kept, QWidget& page)
    : QObject(&page),
      kept_(std::move(kept)),
      queue_(program),
      page_(page),
      train_(new TrainSheet(theme, &page)),
      table_(new SourceSheet(SourceSheet::What::Table, theme, &page)),
      evaluation_(new SourceSheet(SourceSheet::What::Evaluation, theme, &page)),
      list_(new JobsSheet(queue_, theme, &page)),
      indicator_(new JobIndicator(queue_, &page)) {
    for (JobSheet* sheet : std::initializer_list<JobSheet*>{train_, table_, evaluation_})
        connect(sheet, &JobSheet::wanted, this, &Jobs::start);
    connect(list_, &JobsSheet::openWanted, this, [this](Job* job) { openResult(*job); });
    connect(indicator_, &QToolButton::clicked, this, &Jobs::openList);
    connect(list_, &JobsSheet::discardWanted, this, [this](Job* job) { askToDiscard(*job); });
    connect(&queue_, &JobQueue::changed, this, [this](Job* job) { keepRecord(*job); });
    connect(&queue_, &JobQueue::ended, this, [this](Job* job) { onEnded(*job); });
    connect(&queue_, &JobQueue::aboutToRemove, this, [this](Job* job) {
        if (job->isTraining()) kept_.forget(fileOf(job->plan()));
    });
    restoreUnfinished();
}

// Those of windows that were closed or killed, this moment or long ago.
void Jobs::restoreUnfinished() {
    for (const KeptTraining& training : kept_.unfinished()) {
        const auto jobs = queue_.jobs();
        const bool listed = std::ranges::any_of(
            jobs, [&](const Job* job) { return fileOf(job->plan()) == training.plan.out; });
        if (!listed) queue_.restore(training.plan, training.epoch);
    }
}

// A training is kept from its start until it is done, removed or discarded.
void Jobs::keepRecord(const Job& job) {
    if (!job.isTraining()) return;
    if (job.state() == Job::State::Done) return kept_.forget(fileOf(job.plan()));
    if (job.state() != Job::State::Running || job.processId() <= 0) return;
    if (std::exchange(recorded_[job.number()], job.processId()) != job.processId())
        kept_.keep(std::get<TrainPlan>(job.plan()), job.processId());
}

void Jobs::askToDiscard(Job& job) {
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Discard the training"),
        jobEndSentence(job) + QStringLiteral("\n\n") +
            tr("Remove its checkpoint? It cannot be gone on with then. The best epoch so far stays "
               "in the model file."),
        QMessageBox::Cancel, &page_);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setObjectName(QStringLiteral("discardQuestion"));
    QPushButton* yes = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("discardNow"));
    connect(yes, &QPushButton::clicked, this, [this, number = job.number()] {
        for (Job* each : queue_.jobs())
            if (each->number() == number) queue_.discard(*each);
    });
    question->open();
}

void Jobs::hideSheets() {
    for (QWidget* sheet : std::initializer_list<QWidget*>{train_, table_, evaluation_, list_})
        sheet->hide();
}

void Jobs::openTraining(const std::string& dataset) {
    hideSheets();
    TrainForm& form = train_->form();
    if (form.data().dataset().isEmpty() && !dataset.empty())
        form.takeData(QString::fromStdString(dataset));
    train_->open();
}

void Jobs::openTable(const std::string& model, const std::string& dataset) {
    hideSheets();
    table_->form().show(model, dataset);
    table_->open();
}

void Jobs::openEvaluation(const std::string& model, const std::string& dataset) {
    hideSheets();
    evaluation_->form().show(model, dataset);
    evaluation_->open();
}

void Jobs::openList() {
    hideSheets();
    restoreUnfinished();
    list_->open();
}

void Jobs::attach(const ImportWords& words) {
    std::error_code error;
    start(AttachPlan{words, std::filesystem::exists(words.out, error)});
}

// A training takes the place of an unfinished one with the same file.
void Jobs::start(const JobPlan& plan) {
    if (std::holds_alternative<TrainPlan>(plan))
        for (Job* each : queue_.jobs())
            if (each->canResume() && fileOf(each->plan()) == fileOf(plan)) queue_.remove(*each);
    Job& job = queue_.add(plan);
    hideSheets();
    list_->open(&job);
}

void Jobs::openResult(const Job& job) {
    hideSheets();
    const QString file = QString::fromStdString(fileOf(job.plan()));
    if (const auto* train = std::get_if<TrainPlan>(&job.plan()))
        emit networkWanted(file, QString::fromStdString(train->dataset));
    else if (const auto* attach = std::get_if<AttachPlan>(&job.plan()))
        emit networkWanted(file, QString::fromStdString(attach->words.dataset));
    else
        emit tableWanted(file);
}

void Jobs::onEnded(Job& job) {
    const Job::State state = job.state();
    if (closing_ || (state != Job::State::Done && state != Job::State::Failed)) return;
    QApplication::alert(&page_);  // where another window is in front
    const auto showIt = [this, number = job.number()] {
        for (Job* each : queue_.jobs())
            if (each->number() == number) {
                hideSheets();
                list_->open(each);
            }
    };
    if (state == Job::State::Failed) return emit failed(jobEndSentence(job), tr("Show"), showIt);
    if (job.evaluation() && !job.attaches())
        return emit done(jobEndSentence(job), tr("Show"), showIt);
    const auto openIt = [this, number = job.number()] {
        for (const Job* each : queue_.jobs())
            if (each->number() == number) openResult(*each);
    };
    emit done(jobEndSentence(job), job.makesNetwork() ? tr("Open live") : tr("Open"), openIt);
}

bool Jobs::mayClose(QWidget& window) {
    if (!queue_.busy()) return true;
    if (closing_) return false;
    const Job* running = queue_.running();
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Jobs are running"),
        (running != nullptr ? jobEndSentence(*running) + QStringLiteral("\n\n") : QString()) +
            tr("Stop all jobs and close? A training keeps its last finished epoch: the next window "
               "lists it under Jobs, to go on from there. Other jobs begin anew."),
        QMessageBox::Cancel, &window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setObjectName(QStringLiteral("closeQuestion"));
    QPushButton* stop = question->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    stop->setObjectName(QStringLiteral("stopAndClose"));
    connect(stop, &QPushButton::clicked, this, [this, &window] {
        closing_ = true;
        connect(&queue_, &JobQueue::idle, &window, &QWidget::close, Qt::QueuedConnection);
        queue_.stopAll();
    });
    question->open();
    return false;
}

}  // namespace splitee
