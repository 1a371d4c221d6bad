// SPDX-License-Identifier: GPL-3.0-or-later
// CIFAR-10, binary version (Krizhevsky 2009): records of 1 label byte and 3 planes of 32x32 bytes.
#pragma once

#include <filesystem>
#include <memory>

#include "datasets/dataset.h"

namespace splitee {

/// Opens an unpacked folder (data_batch_1..5 and test_batch, .bin or .bin.xz), the archive as
/// downloaded (cifar-10-binary.tar.gz) or zipped, or a single .bin[.xz] file, which then is the
/// whole dataset whatever the split. Train and Validation share the five training batches: record k
/// (0..49999) is held out for validation where mixBits(k) % 20 == 0, about 5 %. All: the training
/// batches, then the test batch. Checks sizes, record counts and labels; the Python edition is
/// recognised and refused. Reads everything that the split needs. Blocks.
[[nodiscard]] Result<std::shared_ptr<const Dataset>> openCifar10(const std::filesystem::path& path,
                                                                 Split split);

/// The ten classes, in the order of their labels.
[[nodiscard]] std::vector<std::string> cifar10Classes();

/// Is this the name of a batch file of either edition: data_batch_1.bin, test_batch.bin.xz,
/// test_batch?
[[nodiscard]] bool isCifar10Batch(const std::string& file);

/// Does this folder hold the Python edition (cifar-10-batches-py) and not the binary one? Its files
/// are pickles, which are never opened.
[[nodiscard]] bool isPythonCifar10(const std::filesystem::path& folder);

}  // namespace splitee
