// From what the user names to what a run plays on: tables, models, datasets; bundled ones by builtin:NAME.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "datasets/dataset.h"
#include "engine/exit_table.h"
#include "engine/inference/inference.h"

namespace splitee {

/// The folder of bundled files: beside an installed program, or in the source tree of a built one.
[[nodiscard]] Result<std::filesystem::path> resourcesFolder();

/// A file, or builtin:NAME (resources/tables/NAME.exits); the error lists the bundled names. Blocks.
[[nodiscard]] Result<ExitTable> openTable(const std::string& name);

/// A file, or builtin:NAME (resources/models/NAME.mee). Loads the inference module. Blocks.
[[nodiscard]] Result<std::unique_ptr<MultiExitModel>> openModel(const std::string& name);

/// The path behind a file name or builtin:NAME.
[[nodiscard]] Result<std::filesystem::path> resolve(const std::string& name, const std::string& folder, const std::string& ending);

/// "train", "validation" or "test".
[[nodiscard]] Result<Split> splitFrom(const std::string& text);

[[nodiscard]] std::string programText();   ///< "splitee 0.1.0"
[[nodiscard]] std::string cpuName();

}  // namespace splitee
