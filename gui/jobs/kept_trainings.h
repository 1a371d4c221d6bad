// SPDX-License-Identifier: GPL-3.0-or-later
// KeptTrainings: the trainings that windows of this user have begun and not finished, each a small
// file in one folder, so that a later window can go on with them.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "gui/jobs/job_plan.h"

namespace splitee {

/// A training with a checkpoint, and without a process.
struct KeptTraining {
    TrainPlan plan;  ///< resume is set
    int epoch = 0;   ///< the last of the checkpoint
};

/// Several windows may use one folder at once. The calls block on the disk, for small files.
class KeptTrainings {
public:
    /// "": nothing is kept, and none is found.
    explicit KeptTrainings(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Of every training that starts; `process` works at it. What cannot be written is not kept.
    void keep(const TrainPlan& plan, std::int64_t process) const;
    /// It is finished, or given up. By its model file, as is the next.
    void forget(const std::string& out) const;
    /// In the order of their files' names. Those whose checkpoint is gone are forgotten.
    [[nodiscard]] std::vector<KeptTraining> unfinished() const;

private:
    [[nodiscard]] std::filesystem::path fileFor(const std::string& out) const;

    std::filesystem::path folder_;
};

/// A plan as a JSON object, and back; none where it is no plan or breaks a range.
[[nodiscard]] QByteArray keptText(const TrainPlan& plan, std::int64_t process);
[[nodiscard]] std::optional<TrainPlan> keptPlan(const QByteArray& text, std::int64_t& process);

/// The last epoch that a checkpoint says it holds; only its header is read. 0: none, or no
/// checkpoint.
[[nodiscard]] int epochInCheckpoint(const std::filesystem::path& checkpoint);

}  // namespace splitee
