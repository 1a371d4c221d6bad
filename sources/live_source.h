// SPDX-License-Identifier: GPL-3.0-or-later
// LiveSource: a model and the distorted images it is shown, for live runs, evaluations and table
// building.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

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
    std::string part = kTestPart;      ///< train, validation, test or all
    int threads = 1;                   ///< results are the same for any number
};

/// A model and images that were read and checked; the network is not built yet. A part that is null
/// was not read.
struct LiveFiles {
    std::string modelName, datasetName, part;  ///< as the LiveRequest named them
    std::shared_ptr<const ModelFile> model;
    std::shared_ptr<const Dataset> images;  ///< as they were recorded
    std::vector<std::string> classes;       ///< of the model that the images were opened for
};

struct LiveSource {
    std::unique_ptr<Network> model;
    std::shared_ptr<const Dataset> images;   ///< as they were recorded
    std::shared_ptr<const Dataset> dataset;  ///< distorted
};

/// Reads the model and builds its network; loads the inference module. Blocks.
[[nodiscard]] Result<std::unique_ptr<Network>> openModel(const std::string& name);

/// "train", "validation", "test" or "all".
[[nodiscard]] Result<Split> splitFrom(const std::string& text);

/// Reads the model file `name`, or builtin:NAME, once. Blocks.
[[nodiscard]] Result<std::shared_ptr<const ModelFile>> readModel(const std::string& name);

/// Reads what the request names and checks that it fits, without loading LibTorch. A part of
/// `given` that was read under the same name is not read again. Blocks.
[[nodiscard]] Result<LiveFiles> openLiveFiles(const LiveRequest& request, LiveFiles given = {});

/// The same, and builds the network; `seed` fixes the distortion's noise. Blocks.
[[nodiscard]] Result<LiveSource> openLiveSource(const LiveRequest& request, std::uint64_t seed,
                                                LiveFiles given = {});

}  // namespace splitee
