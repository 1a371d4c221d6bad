// SPDX-License-Identifier: GPL-3.0-or-later
// TensorFile: the named tensors of a file of weights from outside, read one at a time. No LibTorch
// here: nothing of such a file is run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/result.h"

namespace splitee {

enum class StoredType { Float64, Float32, Float16, BFloat16, Int64, Other };
[[nodiscard]] std::uint64_t bytesOf(StoredType type);  ///< of one value; 0: not known

/// Where one tensor lies: its values without gaps, rows first, little endian.
struct StoredTensor {
    StoredType type = StoredType::Other;
    std::vector<std::int64_t> shape;
    std::uint64_t offset = 0, bytes = 0;  ///< in the file
};

/// The number of values of a shape; an error where an extent is negative or there are more than
/// 2^40.
[[nodiscard]] Result<std::uint64_t> valuesOf(const std::vector<std::int64_t>& shape);

struct TensorFile {
    std::filesystem::path path;
    std::map<std::string, StoredTensor> tensors;

    /// The values of a tensor that the file has, as float32. Refuses whole numbers and infinite
    /// values. Blocks.
    [[nodiscard]] Result<std::vector<float>> read(const std::string& name) const;
};

/// A safetensors file, or a zip of torch.save (pytorch_model.bin), told by its first bytes. Every
/// offset is checked; the error says what is wrong and names the file. Blocks.
[[nodiscard]] Result<TensorFile> openTensorFile(const std::filesystem::path& path);

}  // namespace splitee
