// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a TorchScript archive from outside: what kind of file it is and how large it becomes.
// Runs nothing of it. No LibTorch here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace splitee {

inline constexpr std::uintmax_t kMostScriptBytes = 480ULL << 20;    ///< of an archive
inline constexpr std::uint64_t kMostUnpackedBytes = 1024ULL << 20;  ///< of all its entries

/// Reads a file of at most kMostScriptBytes. Blocks.
[[nodiscard]] Result<std::string> readScriptFile(const std::filesystem::path& path);

/// Whether these bytes are a TorchScript archive of a bearable size. The error says what they are
/// instead (weights alone, a program of torch.export, ONNX, a damaged archive, ..) and what to do;
/// it is the end of a sentence about the file.
[[nodiscard]] Result<void> checkScriptArchive(std::string_view bytes);

}  // namespace splitee
