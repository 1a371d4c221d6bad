// SPDX-License-Identifier: GPL-3.0-or-later
// WorkProgress: progress of a verb's long work on stderr, as a line for people or as JSON for
// programs, by the flag --progress.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "cli/command.h"
#include "cli/terminal.h"
#include "engine/progress.h"
#include "engine/result.h"
#include "inference/training.h"

namespace splitee {

/// --progress FORM, "line" or "json".
void addProgressFlag(const Command& verb, std::string& form);
[[nodiscard]] Result<void> checkProgressFlag(const std::string& form);

/// As JSON: an object a line, at most five a second, but each finished epoch of a training.
/// Always: activity, done, total (0: unknown), unit; where known: rate (units/s), eta_s; of a
/// training also epoch (passed), epochs, loss, loss_per_exit, best_epoch, and accuracy_per_exit
/// (shares) of an epoch that is finished. What is no JSON object is said to people: remarks and
/// errors.
class WorkProgress {
public:
    explicit WorkProgress(const std::string& form);
    WorkProgress(const WorkProgress&) = delete;
    WorkProgress& operator=(const WorkProgress&) = delete;
    [[nodiscard]] ProgressSink sink();
    /// For a TrainRequest; empty where a line is printed, which says it by its detail.
    [[nodiscard]] std::function<void(const TrainStand&)> standSink();

private:
    void show(const Progress& progress);
    void print(const Progress& progress, const TrainStand* stand);

    using Clock = std::chrono::steady_clock;
    std::optional<ProgressLine> line_;
    Progress last_;
    Clock::time_point start_, printed_;
    std::int64_t firstDone_ = 0;
    std::optional<TrainStand> stand_;  // not printed yet
};

}  // namespace splitee
