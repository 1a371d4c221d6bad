// SPDX-License-Identifier: GPL-3.0-or-later
// ModelFile: the content of a model file (.mee), which is a network of any kind. No LibTorch here.
//
// Layout: "SPLITMEE", u32 format version, u32 header bytes, JSON header, body, SHA-256 of all
// before it. Little endian. Version 2: the header names the kind and the sections of the body with
// their bytes; the kind checks both before it takes a value. Version 1 holds a MobileNetV2, whose
// body is its float32 values.
#pragma once

#include <filesystem>
#include <memory>

#include "engine/result.h"
#include "inference/network_info.h"

namespace splitee {

/// What a kind of network keeps in a model file beside what NetworkInfo says: its weights, say.
struct ModelContent {
    ModelContent() = default;
    ModelContent(const ModelContent&) = default;
    ModelContent& operator=(const ModelContent&) = default;
    virtual ~ModelContent() = default;
};

struct ModelFile : NetworkInfo {
    std::shared_ptr<const ModelContent> content;  ///< of the type that `kind` has
};

/// Checks class names and normalisation, as reading does; the error is the end of a sentence about
/// the network.
[[nodiscard]] Result<void> checkDescription(const NetworkInfo& network);

/// Reads the file once and checks everything; runs nothing of it. Blocks.
[[nodiscard]] Result<ModelFile> readModelFile(const std::filesystem::path& path);

/// Writes the file whole or not at all (engine/whole_file.h). Blocks.
[[nodiscard]] Result<void> writeModelFile(const std::filesystem::path& path,
                                          const ModelFile& model);

}  // namespace splitee
