// SPDX-License-Identifier: GPL-3.0-or-later
// Opens again what a stored run was played on.
#pragma once

#include "sources/run_source.h"

namespace splitee {

/// What a kept run was played on, as its experiment file would say: a table, or a network and
/// images, by their names.
[[nodiscard]] Result<ExperimentFile> experimentOf(const StoredRun& run);

/// The experiment that plays it anew. Where a table is gone or holds something else now, the one
/// that the session keeps takes its place, by a name of its own, and `instead` says so. An error
/// where that is not kept, or a network or its images are gone. Blocks.
struct PlayableRun {
    ExperimentFile file;
    std::string instead;  ///< one sentence; "" where it is what was played
    OpenedFiles opened;   ///< what `file` names, as it was read
};
[[nodiscard]] Result<PlayableRun> playable(Session& session, const StoredRun& run);

/// Tables come from the session where the file that the run names is gone or holds something else;
/// networks and images from where they were. The source's provenance says what they are now. The
/// experiment is checked against them. Blocks.
[[nodiscard]] Result<RunSource> reopenSource(Session& session, const StoredRun& run,
                                             int threads = 1);

}  // namespace splitee
