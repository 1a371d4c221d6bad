// SPDX-License-Identifier: GPL-3.0-or-later
// Probe of a TorchScript network: what it says by itself before it is imported. Torch-free API.
#pragma once

#include <filesystem>
#include <stop_token>

#include "engine/progress.h"
#include "engine/result.h"
#include "inference/importing.h"

namespace splitee {

/// Tries the network on an image of `side` pixels a side; 0: of the first usual side that it takes.
/// The error is a sentence; where no side will do, it says why the first one does not. Blocks.
[[nodiscard]] Result<NetworkProbe> probeScript(const std::filesystem::path& path, int side,
                                               const ProgressSink& progress,
                                               const std::stop_token& stop);

}  // namespace splitee
