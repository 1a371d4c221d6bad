// SPDX-License-Identifier: GPL-3.0-or-later
// Flags that name a model and its input images: of live runs, evaluation and table building.
#pragma once

#include <optional>
#include <string>

#include "cli/command.h"
#include "sources/live_source.h"

namespace splitee {

/// --model, --dataset, --distortion, --part, --threads.
void addLiveFlags(Command verb, LiveRequest& flags);

/// Flags of verbs that evaluate all exits of a model on a dataset: eval and table build.
struct TableFlags {
    LiveRequest live;
    std::int64_t samples = 0;
    std::uint64_t seed = 1;
    std::string progress = "line";  ///< see WorkProgress
};

/// The live flags, with --model and --dataset required and two threads, and --samples, --seed,
/// --progress.
void addTableFlags(Command verb, TableFlags& flags);

/// Prints on stderr what opening the images left out.
void tellRemarks(const Dataset& images);

/// Builds the exit table with a progress line. On failure prints the error and sets `exitCode`.
/// Blocks.
[[nodiscard]] std::optional<ExitTable> tableOf(const TableFlags& flags, int& exitCode);

}  // namespace splitee
