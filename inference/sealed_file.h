// SPDX-License-Identifier: GPL-3.0-or-later
// The container format of model files and checkpoints: a magic word, a JSON header, float values
// and a SHA-256 checksum.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/result.h"

namespace splitee {

struct SealedFile {
    nlohmann::json header;
    std::vector<float> values;
    std::string hash;  ///< SHA-256 of the whole file, hex
};

/// `magic`: eight characters. Checks magic, version, header size (<= 1 MiB), seal and that the file
/// is at most `maxBytes`. `what` names the kind of file in errors ("model file").
[[nodiscard]] Result<SealedFile> readSealedFile(const std::filesystem::path& path,
                                                std::string_view magic, std::string_view what,
                                                std::uintmax_t maxBytes);

/// Writes the file whole or not at all (engine/whole_file.h). `what` as above. Blocks.
[[nodiscard]] Result<void> writeSealedFile(const std::filesystem::path& path,
                                           std::string_view magic, std::string_view what,
                                           const nlohmann::json& header,
                                           std::span<const float> values);

}  // namespace splitee
