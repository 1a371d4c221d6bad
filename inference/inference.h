// SPDX-License-Identifier: GPL-3.0-or-later
// The torch-free door to the networks. LibTorch (some 290 libraries, half a second) is loaded with
// the module behind loadInference(), when a network is first needed.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

#include "inference/importing.h"
#include "inference/model_file.h"
#include "inference/network.h"
#include "inference/training.h"

namespace splitee {

class Inference {
public:
    virtual ~Inference() = default;
    [[nodiscard]] virtual std::string torchVersion() const = 0;
    /// Builds the network of a model file that was read; reads no file. `name`: for errors.
    [[nodiscard]] virtual Result<std::unique_ptr<Network>> load(const ModelFile& model,
                                                                const std::string& name) const = 0;
    /// See training.h. Blocks.
    [[nodiscard]] virtual Result<TrainReport> train(const TrainRequest& request,
                                                    const Dataset& training,
                                                    const Dataset& validation,
                                                    const ProgressSink& progress,
                                                    std::stop_token stop) const = 0;
    /// Reads and tries a network from outside on an image of `side` pixels a side; 0: of the first
    /// usual side that it takes. Runs its code, first in a process of its own. Blocks for a second.
    [[nodiscard]] virtual Result<NetworkProbe> probeNetwork(const std::filesystem::path& network,
                                                            int side, const ProgressSink& progress,
                                                            std::stop_token stop) const = 0;
    /// Reads, tries and cuts a network from outside, and trains the exits that are to be attached.
    /// `training` is needed for those, `validation` for them and for the accuracy of each exit;
    /// each may be null. The images have the side of the input and the classes of the request.
    /// Blocks for seconds; with exits to train for minutes.
    [[nodiscard]] virtual Result<ImportReport> importNetwork(const ImportRequest& request,
                                                             const Dataset* training,
                                                             const Dataset* validation,
                                                             const ProgressSink& progress,
                                                             std::stop_token stop) const = 0;
};

/// Loads the module (once a process; later calls return the same). Blocks for about half a second.
[[nodiscard]] Result<const Inference*> loadInference();

}  // namespace splitee
