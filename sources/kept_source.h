// What a kept run was played on, opened again.
#pragma once

#include "sources/run_source.h"

namespace splitee {

/// What a kept run was played on, as its experiment file would say: a table, or a network and images, by their names.
[[nodiscard]] Result<ExperimentFile> experimentOf(const StoredRun& run);

/// Whether the table or network of that name is still the one that the run was played on; images are not compared. Blocks.
[[nodiscard]] Result<bool> holdsTheSame(const StoredRun& run);

/// Tables come from the session where the file that the run names is gone or holds something else; networks and images from
/// where they were. The source's provenance says what they are now. The experiment is checked against them. Blocks.
[[nodiscard]] Result<RunSource> reopenSource(SessionStore& session, const StoredRun& run, int threads = 1);

}  // namespace splitee
