// A model and the distorted images it is shown: what live runs, evaluations and table building share.
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
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

}  // namespace splitee
