// SPDX-License-Identifier: GPL-3.0-or-later
// ModelFile: the content of a model file (.mee), which is architecture, weights, class names,
// normalisation and provenance. No LibTorch here.
//
// Layout: "SPLITMEE", u32 format version, u32 header bytes, JSON header, float32 values (tensorsOf
// order), SHA-256 of all before it. Little endian. Every size is checked against the architecture
// before a value is read.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/result.h"
#include "inference/architecture.h"

namespace splitee {

/// Where a model came from.
struct Provenance {
    std::string program;   ///< "splitee 0.1.0"
    std::string torch;     ///< LibTorch's version
    std::string command;   ///< the exact command line that trained it
    std::string dataset;   ///< as the user named its kind ("cifar10", "signs")
    std::string dataHash;  ///< of the training data, SHA-256
    std::uint64_t seed = 0;
    std::int64_t epochs = 0;              ///< epochs behind the kept weights
    std::vector<double> accuracyPerExit;  ///< on the validation images, shares in [0, 1]
};

struct ModelFile {
    Architecture architecture;
    std::vector<std::string> classNames;  ///< [classes]
    std::array<double, 3> mean{};         ///< per channel, of pixels scaled to [0, 1]
    std::array<double, 3> deviation{};
    Provenance provenance;
    std::vector<float> values;  ///< tensorsOf(architecture), one after the other
    std::string hash;           ///< SHA-256 of the file it was read from, hex; "" if not read
};

/// Reads the file once and checks everything. Blocks.
[[nodiscard]] Result<ModelFile> readModelFile(const std::filesystem::path& path);

/// Writes the file whole or not at all (engine/whole_file.h). Blocks.
[[nodiscard]] Result<void> writeModelFile(const std::filesystem::path& path,
                                          const ModelFile& model);

}  // namespace splitee
