// SPDX-License-Identifier: GPL-3.0-or-later
// A model and the distorted images it is shown: what live runs, evaluations and table building
// share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "datasets/dataset.h"
#include "datasets/distortion.h"
#include "inference/inference.h"

namespace splitee {

/// What live runs play on where nothing else is asked for.
inline constexpr const char* kTestPart = "test";

/// As flags and experiment files name them.
struct LiveRequest {
    std::string model;                 ///< a file, or builtin:NAME (resources/models/NAME.mee)
    std::string dataset;               ///< see openDataset()
    std::string distortion = "clean";  ///< see parseDistortion()
    std::string part = kTestPart;      ///< train, validation or test
    int threads = 1;                   ///< results are the same for any number
};

struct LiveSource {
    std::unique_ptr<MultiExitModel> model;
    std::shared_ptr<const Dataset> images;   ///< as they were recorded
    std::shared_ptr<const Dataset> dataset;  ///< distorted
};

/// Loads the inference module. Blocks.
[[nodiscard]] Result<std::unique_ptr<MultiExitModel>> openModel(const std::string& name);

/// "train", "validation" or "test".
[[nodiscard]] Result<Split> splitFrom(const std::string& text);

/// Opens both and checks that they fit; `seed` fixes the distortion's noise. Blocks.
[[nodiscard]] Result<LiveSource> openLiveSource(const LiveRequest& request, std::uint64_t seed);

/// What can be said against a request without loading a network: files that cannot be read, images
/// that do not fit. Blocks.
[[nodiscard]] Result<void> checkLiveSource(const LiveRequest& request);

}  // namespace splitee
