// A model and the distorted images it is shown: what live runs, evaluations and table building share.
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>

#include "cli/sources.h"
#include "datasets/distortion.h"

namespace splitee {

struct LiveFlags {
    std::string model, dataset, distortion = "clean", part = "test";
    int threads = 1;
};

struct LiveSource {
    std::unique_ptr<MultiExitModel> model;
    std::shared_ptr<const Dataset> dataset;   ///< distorted
};

/// --model, --dataset, --distortion, --part, --threads.
void addLiveFlags(CLI::App& verb, LiveFlags& flags);

/// Opens both and checks that they fit; `seed` fixes the distortion's noise. Blocks.
[[nodiscard]] Result<LiveSource> openLiveSource(const LiveFlags& flags, std::uint64_t seed);

/// What reading all exits of a model on a dataset is asked with: eval and table build.
struct TableFlags {
    LiveFlags live;
    std::int64_t samples = 0;
    std::uint64_t seed = 1;
};

/// The live flags with --model and --dataset required and two threads, --samples, --seed.
void addTableFlags(CLI::App& verb, TableFlags& flags);

/// The exit table, with a progress line; on failure the sentence is printed and `exitCode` set. Blocks.
[[nodiscard]] std::optional<ExitTable> tableOf(const TableFlags& flags, int& exitCode);

}  // namespace splitee
