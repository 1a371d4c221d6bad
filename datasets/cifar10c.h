// SPDX-License-Identifier: GPL-3.0-or-later
// A dataset of CIFAR-10-C (arXiv 1903.12261) as it was published: the test images of CIFAR-10 under
// 19 corruptions at five severities, in one .npy file each, and labels.npy.
#pragma once

#include <filesystem>
#include <memory>

#include "datasets/dataset.h"

namespace splitee {

/// Opens the folder. The dataset's recorded() gives the images of a corruption and a whole
/// severity; a distortion that has no file there is an error. Images without a distortion are read
/// from test_batch.bin in the same folder, where it is; without it only their labels are known.
/// Checks labels.npy; the other files are checked and mapped when a corruption is chosen. A file
/// holds five times as many images as there are samples, severity by severity. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openCifar10c(
    const std::filesystem::path& folder, Split split);

/// Whether a folder holds labels.npy and a corruption's file.
[[nodiscard]] bool isCifar10c(const std::filesystem::path& folder);

}  // namespace splitee
