// SPDX-License-Identifier: GPL-3.0-or-later
// Job: one piece of long work beside the window, done by the splitee program in a process of its
// own: its crash, or a memory that is full, takes nothing along.
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <filesystem>
#include <optional>
#include <vector>

#include "gui/jobs/job_plan.h"
#include "gui/jobs/program_output.h"

namespace splitee {

class Job : public QObject {
    Q_OBJECT
public:
    enum class State { Waiting, Running, Pausing, Paused, Cancelling, Cancelled, Done, Failed };
    static constexpr qsizetype kMostLines = 2000;       ///< of the log
    static constexpr int kMostLineCharacters = 1000;    ///< of one of its lines
    static constexpr qsizetype kMostPrinted = 1 << 20;  ///< bytes of standard output

    Job(int number, JobPlan plan, QObject* parent = nullptr);
    /// Ends the process if it runs: cleanly if that takes no long time.
    ~Job() override;

    [[nodiscard]] int number() const { return number_; }  ///< from 1
    [[nodiscard]] const JobPlan& plan() const { return plan_; }
    [[nodiscard]] bool isTraining() const { return std::holds_alternative<TrainPlan>(plan_); }
    [[nodiscard]] bool attaches() const { return std::holds_alternative<AttachPlan>(plan_); }
    /// Whether a network comes of it.
    [[nodiscard]] bool makesNetwork() const { return isTraining() || attaches(); }
    [[nodiscard]] State state() const { return state_; }
    /// Whether a process of it is there.
    [[nodiscard]] bool runs() const;
    /// Whether nothing more comes of it, unless it is resumed.
    [[nodiscard]] bool ended() const;
    /// A training that was paused or that failed, or one that was cancelled and has left a
    /// checkpoint: it goes on where that is.
    [[nodiscard]] bool canResume() const;
    /// Whether a checkpoint of its own lies beside its file. Asks the disk.
    [[nodiscard]] bool keepsCheckpoint() const { return hasOwnCheckpoint(); }
    /// Whether an earlier window has begun it.
    [[nodiscard]] bool isRestored() const { return restored_; }
    /// The last epoch of the checkpoint; 0: there is none, it starts anew.
    [[nodiscard]] int checkpointEpoch() const { return checkpointEpoch_; }

    /// As the process told it last; of one that ran.
    [[nodiscard]] const std::optional<ToldProgress>& progress() const { return progress_; }
    /// Of a training: its finished epochs in order, and last what is known of the one at hand.
    [[nodiscard]] const std::vector<ToldProgress::Stand>& stands() const { return stands_; }
    /// Of an evaluation that is done, or of exits that are attached.
    [[nodiscard]] const std::optional<Evaluation>& evaluation() const { return evaluation_; }
    /// Why it failed: one sentence, as an Error has it.
    [[nodiscard]] const QString& failure() const { return failure_; }
    /// What the program said to people, and how it was started.
    [[nodiscard]] const QStringList& log() const { return log_; }
    [[nodiscard]] qint64 processId() const { return process_.processId(); }

signals:
    void changed();
    void logged(const QString& line);
    void stopped();  ///< the process has ended, whatever came of it

private:
    friend class JobQueue;
    void start(const QString& program);
    /// Paused after this epoch, by an earlier window.
    void restore(int epoch);
    /// Asks the process to end: SIGINT, and SIGKILL where that does not end it within `patience`.
    void stop(State until, std::chrono::milliseconds patience);
    void setState(State state);

    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] bool hasOwnCheckpoint() const;
    void takeLine(const QByteArray& line);
    void takeProgress(ToldProgress told);
    void log(const QString& line);
    void onEnded(int code, QProcess::ExitStatus status);
    void fail(const QString& sentence);
    [[nodiscard]] QString reasonOf(int code, QProcess::ExitStatus status) const;

    int number_;
    JobPlan plan_;
    State state_ = State::Waiting;
    std::optional<ToldProgress> progress_;
    std::vector<ToldProgress::Stand> stands_;
    std::optional<Evaluation> evaluation_;
    int checkpointEpoch_ = 0;
    bool restored_ = false;
    QString failure_, lastError_;
    QStringList log_;
    BoundedLines lines_;
    QByteArray printed_;
    std::optional<std::filesystem::file_time_type> begun_;  // the first start
    QTimer patience_;
    QProcess process_;
};

}  // namespace splitee
