// SPDX-License-Identifier: GPL-3.0-or-later
// Real rounds for the widgets: policies that play a bundled exit table.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/run/experiment.h"
#include "engine/world/exit_table.h"
#include "engine/world/world.h"
#include "gui/run/run_history.h"
#include "storage/session/session.h"

namespace splitee::test {

[[nodiscard]] const ExitTable& cifarTable();

/// The records of one run.
[[nodiscard]] std::vector<RoundRecord> playedRecords(const Experiment& experiment,
                                                     const std::string& policy, World& world);

enum class KeptFigures { All, None };

/// Plays one run of the bundled table into a session, as the programs do; returns its number.
/// `seconds`: what its figures say it took.
std::int64_t keepRun(Session& store, const Experiment& experiment, const RunSpec& spec,
                     KeptFigures figures, double seconds,
                     const std::string& source = "builtin:cifar10-clean");

/// Plays runs of the bundled table into a session: every policy under every offloading cost, seeds
/// 1 to `seeds`. Their numbers: costs outside, policies, seeds inside.
std::vector<std::int64_t> keepRuns(const std::filesystem::path& path,
                                   const std::vector<std::string>& policies, std::uint64_t seeds,
                                   const std::vector<double>& offloads, std::int64_t rounds,
                                   const std::string& source = "builtin:cifar10-clean");

/// Several policies on one stream, each with a history and its own world to be measured against.
class PlayedRuns {
public:
    PlayedRuns(Experiment experiment, const std::vector<std::string>& policies,
               const ExitTable& table = cifarTable());

    [[nodiscard]] std::vector<const RunHistory*> pointers() const;
    [[nodiscard]] RunHistory& history(std::size_t i) { return *histories_[i]; }
    [[nodiscard]] const std::vector<RoundRecord>& records(std::size_t i) const {
        return records_[i];
    }
    [[nodiscard]] const ExitTable& table() const { return table_; }
    [[nodiscard]] const Experiment& experiment() const { return experiment_; }
    /// Appends the rounds up to `round`, and what UCB makes of them.
    void advanceTo(std::int64_t round);

private:
    const ExitTable& table_;
    Experiment experiment_;
    std::vector<std::vector<RoundRecord>> records_;
    std::vector<std::unique_ptr<ReplayWorld>> worlds_;
    std::vector<std::unique_ptr<RunHistory>> histories_;
};

}  // namespace splitee::test
