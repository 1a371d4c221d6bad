// SPDX-License-Identifier: GPL-3.0-or-later
// Resolves names: bundled tables, models, texts and experiments by builtin:NAME, everything else by
// path.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/world/exit_table.h"

namespace splitee {

/// The folder of bundled files: beside an installed program, or in the source tree of a built one.
[[nodiscard]] Result<std::filesystem::path> resourcesFolder();

/// "builtin:NAME" of every file NAME + `ending` in `folder` of the bundled files, sorted; none
/// where they are not found.
[[nodiscard]] std::vector<std::string> bundledNames(const std::string& folder,
                                                    const std::string& ending);

/// The path behind a file name or builtin:NAME; the error lists the bundled names.
[[nodiscard]] Result<std::filesystem::path> resolve(const std::string& name,
                                                    const std::string& folder,
                                                    const std::string& ending);

/// `text:builtin:NAME` as `text:PATH` of resources/texts/NAME.tsv; what names no bundled texts as
/// it is.
[[nodiscard]] Result<std::string> bundledTexts(const std::string& dataset);

/// A file, or builtin:NAME (resources/tables/NAME.exits), or rows of a file:
/// FILE?COLUMN=VALUE (withRowChoices()). Blocks.
[[nodiscard]] Result<ExitTable> openTable(const std::string& name);

}  // namespace splitee
