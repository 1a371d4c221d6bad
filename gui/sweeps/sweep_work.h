// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep that plays beside the window, on threads of its own, into its session by a connection
// of its own.
#pragma once

#include <QObject>

#include <cstdint>
#include <string>

#include "gui/background/task.h"
#include "gui/background/work_rate.h"
#include "storage/session/sweep_runs.h"

namespace splitee {

/// Where it stands.
struct SweepStand {
    std::int64_t done = 0,
                 total = 0;  ///< runs, those that were finished before too; total 0: not known yet
    double perSecond = 0;    ///< of the last seconds; 0: not known yet
};

class SweepWork : public QObject {
    Q_OBJECT
public:
    explicit SweepWork(QObject* parent = nullptr) : QObject(parent) {}

    /// Where busy() is false; `plan` is made from `sweep`.
    void start(const Sweep& sweep, const SweepPlan& plan, const SweepOutputs& outputs);
    /// What is finished is kept; ended() or failed() follows soon.
    void cancel();
    [[nodiscard]] bool busy() const { return task_.busy(); }
    [[nodiscard]] bool cancelling() const { return cancelling_; }
    [[nodiscard]] const SweepStand& stand() const { return stand_; }
    /// That it plays into, or played into last.
    [[nodiscard]] const std::string& session() const { return session_; }

signals:
    void progressed();
    /// To its end, or cancelled.
    void ended(const SweepReport& report);
    void failed(const QString& sentence);

private:
    void onProgress(const Progress& at);

    std::string session_;
    SweepStand stand_;
    bool cancelling_ = false;
    WorkRate rate_;
    // Declare as the last member: members die in reverse order, so the thread is joined first.
    Task task_;
};

}  // namespace splitee
