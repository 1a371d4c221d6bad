// SPDX-License-Identifier: GPL-3.0-or-later
// The flags that name a model and the distorted images it is shown: of live runs, evaluations and
// table building.
#pragma once

#include <optional>
#include <string>

#include "cli/command.h"
#include "sources/live_source.h"

namespace splitee {

/// --model, --dataset, --distortion, --part, --threads.
void addLiveFlags(Command verb, LiveRequest& flags);

/// What reading all exits of a model on a dataset is asked with: eval and table build.
struct TableFlags {
    LiveRequest live;
    std::int64_t samples = 0;
    std::uint64_t seed = 1;
};

/// The live flags with --model and --dataset required and two threads, --samples, --seed.
void addTableFlags(Command verb, TableFlags& flags);

/// The exit table, with a progress line; on failure the sentence is printed and `exitCode` set.
/// Blocks.
[[nodiscard]] std::optional<ExitTable> tableOf(const TableFlags& flags, int& exitCode);

}  // namespace splitee
