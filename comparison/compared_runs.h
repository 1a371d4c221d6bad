// SPDX-License-Identifier: GPL-3.0-or-later
// ComparedRuns: runs side by side with what differs between them, their figures, and their curves,
// which are thinned out while they are read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/progress.h"
#include "engine/run/statistics.h"
#include "engine/run/summary.h"
#include "storage/session/stored_run.h"

namespace splitee {

inline constexpr std::size_t kMostCompared = 1000;  ///< runs at once

/// One run: its figures over the rounds that are kept, and the sums after each of
/// ComparedRuns::round. A run that is shorter has shorter curves. Where no rounds are kept, the
/// figures are those that the session keeps, and there are no curves.
struct ComparedRun {
    std::int64_t id = 0;
    std::uint64_t seed = 0;
    std::string name;  ///< given to it, "" without
    RunStatus status = RunStatus::Finished;
    bool roundsKept = true;  ///< in the session; else curves are known only if it was played again
    RunSummary summary;      ///< regrets against the best fixed split with one exit; as kept,
                             ///< where the exit table is gone
    std::optional<double> seconds;  ///< wall time, as kept with its figures
    std::optional<OperatingPoint>
        finalExit;             ///< cost a sample and accuracy of the final exit on the same samples
    std::vector<double> cost;  ///< [K] lambda, summed
    std::vector<double>
        accuracy;  ///< [K] share of the labelled rounds so far; NaN before the first
    std::vector<double> offloadRate;                   ///< [K] share of the rounds so far
    std::vector<double> pseudoRegret, realisedRegret;  ///< [K], or empty where it cannot be known
    std::vector<std::vector<std::uint32_t>>
        pulls;  ///< [layers seen + 1][K] rounds so far that a split layer was chosen
};

/// Runs that differ in their seed alone.
struct ComparedGroup {
    std::string policy;  ///< its key
    std::string
        label;  ///< "SplitEE-S, offload 8": the policy, and what tells it from others of the same
                ///< policy; or the name that all of its runs have, and no other group
    StoredRun first;                ///< parameters and provenance
    std::vector<ComparedRun> runs;  ///< by seed, each seed once
    std::int64_t repeats =
        0;  ///< runs left out because another of the same seed is longer, or as long and newer
};

/// A parameter, or a part of the provenance.
struct ComparedSetting {
    std::string key, label, unit;
    std::vector<std::string> values;  ///< [groups]; "" where it means nothing to the policy
    [[nodiscard]] bool differs() const;
};

struct ComparedRuns {
    std::filesystem::path session;
    std::vector<std::int64_t> round;        ///< [K] the rounds that curves are read after, rising
    std::vector<ComparedGroup> groups;      ///< in the order in which their first runs were named
    std::vector<ComparedSetting> settings;  ///< all that were looked at
    std::int64_t rounds = 0;                ///< read, of all runs

    /// Runs that have figures and no curves, since no rounds are kept.
    [[nodiscard]] std::size_t withoutRounds() const;
};

/// What to do about runs whose rounds were not kept.
enum class MissingRounds {
    Leave,     ///< their figures are compared, without curves
    PlayAgain  ///< replays are played once more, for their curves; nothing is written
};

/// Reads the runs page by page: memory does not grow with their rounds. Regrets need the exit
/// tables, which are looked for as tablesOf() does. A run that is played again and comes to other
/// figures than it keeps is an error that says so. A stop is an error, "cancelled". Blocks.
[[nodiscard]] Result<ComparedRuns> compareRuns(const std::filesystem::path& session,
                                               std::span<const std::int64_t> runs,
                                               const ProgressSink& progress = {},
                                               const std::stop_token& stop = {},
                                               MissingRounds missing = MissingRounds::Leave);

/// Whether a parameter means anything to a policy: the parameters of other policies do not.
[[nodiscard]] bool appliesTo(std::string_view key, std::string_view policy);

/// Groups, labels and settings of these runs, without their rounds; the longest of each seed.
[[nodiscard]] ComparedRuns groupsOf(std::vector<StoredRun> runs);

}  // namespace splitee
