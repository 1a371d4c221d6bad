// SPDX-License-Identifier: GPL-3.0-or-later
// Reads where the tensors of a safetensors file lie.
#pragma once

#include <istream>
#include <map>
#include <string>

#include "inference/weights/tensor_file.h"

namespace splitee {

/// u64 of the header's bytes, JSON of name to {dtype, shape, data_offsets}, raw values. `size`: of
/// the file. The error is the end of a sentence about it.
[[nodiscard]] Result<std::map<std::string, StoredTensor>> readSafetensors(std::istream& in,
                                                                          std::uint64_t size);

}  // namespace splitee
