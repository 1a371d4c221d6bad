// SPDX-License-Identifier: GPL-3.0-or-later
// Reads where the tensors of a state dict that torch.save wrote lie: a zip with a pickle.
#pragma once

#include <istream>
#include <map>
#include <string>

#include "inference/weights/tensor_file.h"

namespace splitee {

/// Runs nothing of the pickle (unpickle.h). `size`: of the file. The error is the end of a sentence
/// about it.
[[nodiscard]] Result<std::map<std::string, StoredTensor>> readTorchZip(std::istream& in,
                                                                       std::uint64_t size);

}  // namespace splitee
