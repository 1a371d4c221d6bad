// SPDX-License-Identifier: GPL-3.0-or-later
// The container format of model files and checkpoints: a magic word, a JSON header, a body and a
// SHA-256 checksum.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/result.h"

namespace splitee {

struct SealedFile {
    std::uint32_t version = 1;
    nlohmann::json header;
    std::string body;  ///< of version 1 float32 values
    std::string hash;  ///< SHA-256 of the whole file, hex
};

/// `magic`: eight characters. Checks magic, version (1..`newest`), header size (<= 1 MiB), seal and
/// that the file is at most `maxBytes`. `what` names the kind of file in errors ("model file").
/// Blocks.
[[nodiscard]] Result<SealedFile> readSealedFile(const std::filesystem::path& path,
                                                std::string_view magic, std::string_view what,
                                                std::uintmax_t maxBytes, std::uint32_t newest = 1);

/// Writes the file whole or not at all (engine/whole_file.h). `what` as above. Blocks.
[[nodiscard]] Result<void> writeSealedFile(const std::filesystem::path& path,
                                           std::string_view magic, std::string_view what,
                                           const nlohmann::json& header, std::string_view body,
                                           std::uint32_t version = 1);

/// Values as a body holds them, and back; what is over at the end is dropped.
[[nodiscard]] inline std::string_view bytesOf(std::span<const float> values) {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}
[[nodiscard]] std::vector<float> floatsOf(std::string_view bytes);

}  // namespace splitee
