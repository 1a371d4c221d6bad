// SPDX-License-Identifier: GPL-3.0-or-later
// Merges sessions: those of a sweep's shards, or of several machines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "engine/progress.h"
#include "engine/result.h"

namespace splitee {

struct MergeReport {
    std::int64_t added = 0;  ///< runs that were not there
    std::int64_t same = 0;   ///< runs that were there already, with the same figures and rounds
    std::int64_t unfinished =
        0;                    ///< running, stopped, interrupted or failed runs, which are left out
    std::int64_t tables = 0;  ///< exit tables whose content was not there
};

/// Brings the finished runs of `inputs`, with their rounds, the exit tables and the saved views
/// into `out`, which is created or, where it is a session, added to. A run that two of them hold
/// (run_identity.h) with the same figures apart from wall time is one run; its rounds are kept if
/// either has them, and its marks are those of the first that has any. The same run with other
/// figures or rounds is an error that names it. A table whose name stands for another content is
/// kept as "NAME #HASH". All or nothing: on an error or a stop `out` stays as it was. Blocks.
[[nodiscard]] Result<MergeReport> mergeSessions(const std::filesystem::path& out,
                                                const std::vector<std::filesystem::path>& inputs,
                                                const ProgressSink& progress, std::stop_token stop);

}  // namespace splitee
