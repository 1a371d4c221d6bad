// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/job_sheets/job_indicator.h"

#include <algorithm>

#include "gui/job_sheets/job_words.h"
#include "gui/jobs/job_queue.h"
#include "gui/widgets/number_text.h"

namespace splitee {

JobIndicator::JobIndicator(JobQueue& queue, QWidget* parent) : QToolButton(parent), queue_(queue) {
    setObjectName(QStringLiteral("jobIndicator"));
    setAutoRaise(true);
    connect(&queue_, &JobQueue::added, this, &JobIndicator::refresh);
    connect(&queue_, &JobQueue::changed, this, &JobIndicator::refresh);
    connect(&queue_, &JobQueue::ended, this, &JobIndicator::refresh);
    connect(&queue_, &JobQueue::idle, this, &JobIndicator::refresh);
    refresh();
}

void JobIndicator::refresh() {
    const auto jobs = queue_.jobs();
    const auto count = [&](Job::State state) {
        return std::ranges::count(jobs, state, [](const Job* job) { return job->state(); });
    };
    const Job* running = queue_.running();
    const auto waiting = count(Job::State::Waiting), paused = count(Job::State::Paused);
    QStringList words;
    QString help;
    if (running != nullptr) {
        words << (running->isTraining() ? tr("Training") : tr("Reading exits"));
        if (const double share = jobShare(*running); share >= 0)
            words << QStringLiteral("%1 %").arg(numberText(100 * share));
        help = QStringLiteral("%1: %2").arg(jobTitle(*running), jobState(*running));
    }
    if (waiting > 0) words << tr("%1 waiting").arg(waiting);
    if (paused > 0) words << tr("%1 paused").arg(paused);
    setVisible(!words.isEmpty());
    setText(words.join(QStringLiteral(" · ")));
    setAccessibleName(tr("Jobs: %1").arg(text()));
    setToolTip(help.isEmpty() ? tr("Show the jobs") : help);
}

}  // namespace splitee
