// SPDX-License-Identifier: GPL-3.0-or-later
// Copies a session page by page while other connections may write to it.
#pragma once

#include <filesystem>
#include <stop_token>

#include "engine/progress.h"
#include "engine/result.h"

namespace splitee {

/// Copies `from` as it is at one moment to the new file `to`, by SQLite's backup: to TO.part first,
/// then renamed, so that a stop or an error leaves nothing. A file that is there already is
/// refused. Blocks.
[[nodiscard]] Result<void> copySession(const std::filesystem::path& from,
                                       const std::filesystem::path& to,
                                       const ProgressSink& progress, const std::stop_token& stop);

}  // namespace splitee
