// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the pickle of a state dict without running it: of Python's pickle machine only the few
// operations that torch.save needs, and of functions only those that make a tensor.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "inference/weights/tensor_file.h"

namespace splitee {

/// A tensor as the pickle describes it; without gaps, rows first.
struct PickledTensor {
    StoredType type = StoredType::Other;
    std::string storage;      ///< name of its values in the zip
    std::uint64_t first = 0;  ///< value of the storage that it begins at
    std::vector<std::int64_t> shape;
};

/// The tensors of a pickled dictionary by their keys; other entries are left out. The error is the
/// end of a sentence about the file; an operation or a function that is not known is named.
[[nodiscard]] Result<std::map<std::string, PickledTensor>> unpickle(std::string_view pickle);

}  // namespace splitee
