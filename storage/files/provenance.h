// SPDX-License-Identifier: GPL-3.0-or-later
// RunProvenance: the program, machine and data behind a run, as files and sessions record them.
#pragma once

#include <cstdint>
#include <string>

namespace splitee {

/// What is needed, beside the experiment, to repeat a run.
struct RunProvenance {
    std::string source;      ///< table, or model and dataset, as the user named them
    std::string distortion;  ///< "clean", "gaussian_blur:0.8"; "" for a table
    std::string program;     ///< "splitee 0.1.0"
    std::string cpu;
    std::int64_t threads = 1;
    std::string libraries;  ///< "SQLite 3.40.1, LibTorch 1.13.0"
    std::string modelHash;  ///< SHA-256 of the model file; "" without one
    std::string dataHash;   ///< of the dataset or the exit tables
};

/// Name and version of this program: "splitee 0.1.0".
[[nodiscard]] std::string programText();

}  // namespace splitee
