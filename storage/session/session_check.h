// SPDX-License-Identifier: GPL-3.0-or-later
// Checks whether a session is intact, and recovers what can be read of a damaged one.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "engine/result.h"

namespace splitee {

struct SessionCheck {
    std::int64_t runs = 0, rounds = 0, tables = 0;
    std::vector<std::string>
        faults;  ///< one sentence each, at most kMostFaults; none: the session is whole
    static constexpr std::size_t kMostFaults = 100;
};

/// Reads all of a session and changes nothing: SQLite's own check of every page, runs whose
/// parameters are valid, rounds numbered from 1 without gaps, nothing that belongs to no run, exit
/// tables that decode and have their hash, finished runs with all their rounds. A file that cannot
/// be opened at all is an error. Blocks: about a second for 10^6 rounds.
[[nodiscard]] Result<SessionCheck> checkSession(const std::filesystem::path& file,
                                                const ProgressSink& progress,
                                                const std::stop_token& stop);

struct SessionRecovery {
    std::int64_t runs = 0, rounds = 0, tables = 0;  ///< saved
    std::vector<std::string> lost;  ///< one sentence each, at most SessionCheck::kMostFaults
};

/// Copies what can be read of a damaged session to a new one, also of a file that was cut: runs
/// with their rounds up to the first that cannot be read, and the exit tables that are whole. A run
/// ends as it did only with all its rounds, else it is interrupted where they end and can go on; so
/// it is too where the recovery is cancelled or the disk is full. `out` must not exist. Blocks.
[[nodiscard]] Result<SessionRecovery> recoverSession(const std::filesystem::path& file,
                                                     const std::filesystem::path& out,
                                                     const ProgressSink& progress,
                                                     const std::stop_token& stop);

}  // namespace splitee
