// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/jobs/job_queue.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace splitee {

JobQueue::JobQueue(QString program, QObject* parent)
    : QObject(parent), program_(std::move(program)) {}

JobQueue::~JobQueue() {
    for (const auto& job : jobs_) job->disconnect(this);
}

QString JobQueue::programBeside(const QString& folder) {
    for (const char* place : {"/splitee", "/../cli/splitee"}) {
        const QFileInfo file(folder + QLatin1String(place));
        if (file.isFile() && file.isExecutable()) return file.canonicalFilePath();
    }
    return {};
}

Job& JobQueue::add(JobPlan plan) {
    jobs_.push_back(std::make_unique<Job>(++last_, std::move(plan)));
    Job& job = *jobs_.back();
    connect(&job, &Job::changed, this, [this, &job] { emit changed(&job); });
    connect(&job, &Job::stopped, this, [this, &job] { onStopped(job); });
    waiting_.push_back(&job);
    emit added(&job);
    startNext();
    return job;
}

Job& JobQueue::restore(const TrainPlan& plan, int epoch) {
    jobs_.push_back(std::make_unique<Job>(++last_, plan));
    Job& job = *jobs_.back();
    connect(&job, &Job::changed, this, [this, &job] { emit changed(&job); });
    connect(&job, &Job::stopped, this, [this, &job] { onStopped(job); });
    job.restore(epoch);
    emit added(&job);
    return job;
}

void JobQueue::discard(Job& job) {
    if (!job.canResume()) return;
    std::error_code error;
    std::filesystem::remove(fileOf(job.plan()) + ".checkpoint", error);
    remove(job);
}

void JobQueue::pause(Job& job) {
    if (job.isTraining() && job.state() == Job::State::Running)
        job.stop(Job::State::Pausing, patience_);
}

void JobQueue::resume(Job& job) {
    if (!job.canResume()) return;
    job.setState(Job::State::Waiting);
    waiting_.push_back(&job);
    startNext();
}

void JobQueue::cancel(Job& job) {
    if (job.runs()) return job.stop(Job::State::Cancelling, patience_);
    if (job.state() != Job::State::Waiting && job.state() != Job::State::Paused) return;
    std::erase(waiting_, &job);
    job.setState(Job::State::Cancelled);
    emit ended(&job);
    if (!busy()) emit idle();
}

void JobQueue::remove(Job& job) {
    if (!job.ended()) return;
    emit aboutToRemove(&job);
    const auto found = std::ranges::find(jobs_, &job, [](const auto& each) { return each.get(); });
    job.disconnect(this);
    found->release()->deleteLater();  // it may be its own signal that asks for it
    jobs_.erase(found);
}

void JobQueue::stopAll() {
    for (Job* job : std::exchange(waiting_, {}))
        job->setState(job->isTraining() ? Job::State::Paused : Job::State::Cancelled);
    if (Job* job = running())
        job->stop(job->isTraining() ? Job::State::Pausing : Job::State::Cancelling, patience_);
    else
        emit idle();
}

std::vector<Job*> JobQueue::jobs() const {
    std::vector<Job*> all;
    for (const auto& job : jobs_) all.push_back(job.get());
    return all;
}

Job* JobQueue::running() const {
    const auto found = std::ranges::find_if(jobs_, [](const auto& job) { return job->runs(); });
    return found == jobs_.end() ? nullptr : found->get();
}

bool JobQueue::busy() const { return running() != nullptr || !waiting_.empty(); }

void JobQueue::startNext() {
    if (waiting_.empty() || running() != nullptr) return;
    Job* next = waiting_.front();
    waiting_.erase(waiting_.begin());
    if (!program_.isEmpty()) return next->start(program_);
    next->fail(
        Job::tr("cannot start splitee, which should lie beside this program: install it again"));
    onStopped(*next);
}

void JobQueue::onStopped(Job& job) {
    emit ended(&job);
    startNext();
    if (!busy()) emit idle();
}

}  // namespace splitee
