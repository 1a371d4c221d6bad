// SPDX-License-Identifier: GPL-3.0-or-later
// Import of a TorchScript network. Torch-free API.
#pragma once

#include <stop_token>
#include <vector>

#include "datasets/dataset.h"
#include "engine/progress.h"
#include "engine/result.h"
#include "inference/importing.h"

namespace splitee {

/// Reads, tries and cuts the network, and trains the exits that are to be attached. `training` is
/// needed for those, `validation` for them and for the accuracy of each exit; each may be null. The
/// dataset's images have the side of the input and the classes of the request. Blocks.
[[nodiscard]] Result<ImportReport> importScript(const ImportRequest& request,
                                                const Dataset* training, const Dataset* validation,
                                                const ProgressSink& progress,
                                                const std::stop_token& stop);

}  // namespace splitee
