// SPDX-License-Identifier: GPL-3.0-or-later
// JobQueue: jobs of the splitee program, one at a time in the order they came.
#pragma once

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

#include "gui/jobs/job.h"

namespace splitee {

class JobQueue : public QObject {
    Q_OBJECT
public:
    /// `program`: splitee, as programBeside() finds it.
    explicit JobQueue(QString program, QObject* parent = nullptr);
    /// Ends what runs, cleanly if that takes no long time: no process outlives it.
    ~JobQueue() override;

    /// splitee beside the program in `folder`, or where a build tree has it; "" where there is
    /// none.
    [[nodiscard]] static QString programBeside(const QString& folder);
    void setProgram(const QString& program) { program_ = program; }
    /// How long a process may take to end by itself, before it is killed.
    void setPatience(std::chrono::milliseconds patience) { patience_ = patience; }

    /// It starts once those before it have ended.
    Job& add(JobPlan plan);
    /// A training that an earlier window has begun: paused after `epoch`.
    Job& restore(const TrainPlan& plan, int epoch);
    /// Of a training: stops it with its checkpoint.
    void pause(Job& job);
    /// It goes on from its checkpoint once those that wait have ended.
    void resume(Job& job);
    /// Ends it for good. A training keeps its best epoch so far.
    void cancel(Job& job);
    /// Where it has ended: out of the list; its files stay.
    void remove(Job& job);
    /// Of one that can be resumed: the same, and its checkpoint is removed; the model file stays.
    void discard(Job& job);
    /// Pauses trainings and cancels the others, those that wait too. idle() follows.
    void stopAll();

    [[nodiscard]] std::vector<Job*> jobs() const;
    [[nodiscard]] Job* running() const;
    /// Whether one runs or waits.
    [[nodiscard]] bool busy() const;

signals:
    void added(Job* job);
    void changed(Job* job);
    void aboutToRemove(Job* job);
    void ended(Job* job);  ///< done, failed, paused or cancelled
    void idle();           ///< none runs or waits any more

private:
    void startNext();
    void onStopped(Job& job);

    QString program_;
    std::chrono::milliseconds patience_{60'000};
    int last_ = 0;
    std::vector<Job*> waiting_;
    std::vector<std::unique_ptr<Job>> jobs_;
};

}  // namespace splitee
